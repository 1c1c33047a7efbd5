import type { FrameworkRow } from '../rows.js';

export const fastify: FrameworkRow = {
  id: 'fastify',
  name: 'Fastify',
  docs: 'https://fastify.dev/docs/latest/Reference/Routes/',
  packages: ['fastify', 'fastify-plugin'],
  routers: [
    {
      created: ['fastify()', 'fastify.default()', 'fastify.fastify()', 'fastify.FastifyInstance()', 'fastify.Fastify()'],
      routes: [
        { member: 'post', form: 'call', methods: ['POST'], path: 0, handlers: 1 },
        { member: 'put', form: 'call', methods: ['PUT'], path: 0, handlers: 1 },
        { member: 'get', form: 'call', methods: ['GET'], path: 0, handlers: 1 },
        { member: 'patch', form: 'call', methods: ['PATCH'], path: 0, handlers: 1 },
        { member: 'delete', form: 'call', methods: ['DELETE'], path: 0, handlers: 1 },
        { member: 'all', form: 'call', methods: ['POST', 'GET'], path: 0, handlers: 1 },
        { member: 'route', form: 'call', methods: ['POST'], path: 0, record: { methods: 'method', path: 'url', handlers: ['handler'] } },
      ],
      stages: [
        {
          member: 'addHook',
          form: 'call',
          reach: 'router',
          passes: 'no-exception',
          events: {
            onRequest: ['fastify.FastifyRequest', 'fastify.FastifyReply', 'next'],
            preParsing: ['fastify.FastifyRequest', 'fastify.FastifyReply', 'fastify.RequestPayload', 'next'],
            preValidation: ['fastify.FastifyRequest', 'fastify.FastifyReply', 'next'],
            preHandler: ['fastify.FastifyRequest', 'fastify.FastifyReply', 'next'],
          },
        },
      ],
      mounts: [{ member: 'register', path: '1.prefix', router: 0, by: 'function' }],
      routeHooks: [
        { member: 'onRequest', params: ['fastify.FastifyRequest', 'fastify.FastifyReply', 'next'] },
        { member: 'preParsing', params: ['fastify.FastifyRequest', 'fastify.FastifyReply', 'fastify.RequestPayload', 'next'] },
        { member: 'preValidation', params: ['fastify.FastifyRequest', 'fastify.FastifyReply', 'next'] },
        { member: 'preHandler', params: ['fastify.FastifyRequest', 'fastify.FastifyReply', 'next'] },
      ],
      stagesReachBack: true,
      definitions: ['decorate'],
      rawParsers: [{ member: 'addContentTypeParser', option: '1.parseAs', values: ['buffer', 'string'] }],
      params: ['fastify.FastifyRequest', 'fastify.FastifyReply'],
    },
  ],
  members: [
    { name: 'fastify.FastifyRequest', is: ['request'] },
    { name: 'fastify.FastifyRequest.body', is: ['parsed-body', 'payload'] },
    { name: 'fastify.FastifyRequest.rawBody', is: ['raw-body', 'payload'] },
    { name: 'fastify.FastifyRequest.headers', is: ['headers'], lowerKeys: true },
    { name: 'fastify.FastifyRequest.socket.authorized', is: ['vouched'] },
    { name: 'fastify.FastifyRequest.raw.socket.authorized', is: ['vouched'] },
    { name: 'fastify.FastifyRequest.query', is: ['query'] },
    { name: 'fastify.FastifyRequest.params', is: ['route-parameter'] },
    { name: 'fastify.FastifyRequest.method', is: ['method'] },
    { name: 'fastify.FastifyRequest.raw', is: ['request'], type: 'http.IncomingMessage' },
    { name: 'fastify.RequestPayload', is: ['raw-body', 'payload'] },
  ],
  calls: [
    {
      call: 'fastify-plugin',
      also: ['fastify-plugin.fastifyPlugin', 'fastify-plugin.default'],
      stage: { sharesScope: true, harmless: true, switchedOffBy: { option: '1.encapsulate', equals: true } },
    },
    {
      call: 'fastify.FastifyReply.code',
      also: ['fastify.FastifyReply.status', 'fastify.FastifyReply.header', 'fastify.FastifyReply.type'],
      result: { type: 'fastify.FastifyReply', from: [] },
    },
    {
      call: 'fastify.FastifyReply.send',
      also: ['fastify.FastifyReply.redirect', 'fastify.FastifyReply.callNotFound'],
      effect: 'answer',
      result: { type: 'fastify.FastifyReply', from: [] },
    },
  ],
  middlewarePasses: 'no-exception',
  bodyBefore: 'parsed',
  writing: { rawBody: 'rawBody', header: "{request}.headers['{header}']", refuse: "return {response}.code({status}).send('{text}')" },
};
