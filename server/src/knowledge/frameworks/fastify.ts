import type { FrameworkRow } from '../rows.js';

export const fastify: FrameworkRow = {
  id: 'fastify',
  name: 'Fastify',
  docs: 'https://fastify.dev/docs/latest/Reference/Routes/',
  packages: ['fastify', 'fastify-plugin'],
  routers: [
    {
      created: ['fastify()', 'fastify.default()', 'fastify.fastify()', 'fastify.FastifyInstance()'],
      routes: [
        { member: 'post', form: 'call', methods: ['POST'], path: 0, handlers: 1 },
        { member: 'put', form: 'call', methods: ['PUT'], path: 0, handlers: 1 },
        { member: 'get', form: 'call', methods: ['GET'], path: 0, handlers: 1 },
        { member: 'all', form: 'call', methods: ['POST', 'GET'], path: 0, handlers: 1 },
      ],
      stages: [{ member: 'addHook', form: 'call', path: 0, reach: 'router', passes: 'no-exception' }],
      rawParsers: [{ member: 'addContentTypeParser', option: '1.parseAs', values: ['buffer', 'string'] }],
      params: ['fastify.FastifyRequest', 'fastify.FastifyReply'],
    },
  ],
  members: [
    { name: 'fastify.FastifyRequest', is: ['request'] },
    { name: 'fastify.FastifyRequest.body', is: ['parsed-body', 'payload'] },
    { name: 'fastify.FastifyRequest.rawBody', is: ['raw-body', 'payload'] },
    { name: 'fastify.FastifyRequest.headers', is: ['headers'] },
    { name: 'fastify.FastifyRequest.query', is: ['query'] },
    { name: 'fastify.FastifyRequest.params', is: ['route-parameter'] },
    { name: 'fastify.FastifyRequest.method', is: ['method'] },
    { name: 'fastify.FastifyRequest.raw', is: ['request'], type: 'http.IncomingMessage' },
  ],
  middlewarePasses: 'no-exception',
  bodyBefore: 'parsed',
  writing: { rawBody: 'rawBody', header: "{request}.headers['{header}']", refuse: "return {response}.code({status}).send('{text}')" },
};
