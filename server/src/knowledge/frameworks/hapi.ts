import type { FrameworkRow } from '../rows.js';

export const hapi: FrameworkRow = {
  id: 'hapi',
  name: 'hapi',
  docs: 'https://hapi.dev/api/',
  packages: ['@hapi/hapi', 'hapi', '@hapi/boom'],
  routers: [
    {
      created: ['@hapi/hapi.server()', '@hapi/hapi.Server()', 'hapi.server()', 'hapi.Server()'],
      routes: [
        {
          member: 'route',
          form: 'call',
          methods: ['POST'],
          path: 0,
          record: { methods: 'method', path: 'path', handlers: ['handler', 'options.handler', 'config.handler'] },
        },
      ],
      stages: [
        {
          member: 'ext',
          form: 'call',
          reach: 'app',
          passes: 'no-exception',
          events: {
            onRequest: ['hapi.Request', 'hapi.Toolkit'],
            onPreAuth: ['hapi.Request', 'hapi.Toolkit'],
            onCredentials: ['hapi.Request', 'hapi.Toolkit'],
            onPostAuth: ['hapi.Request', 'hapi.Toolkit'],
            onPreHandler: ['hapi.Request', 'hapi.Toolkit'],
          },
        },
      ],
      routeHooks: [
        { member: 'options.pre', params: ['hapi.Request', 'hapi.Toolkit'], method: 'method' },
        { member: 'config.pre', params: ['hapi.Request', 'hapi.Toolkit'], method: 'method' },
      ],
      strategies: {
        option: ['options.auth', 'config.auth'],
        scheme: 'scheme',
        strategy: 'strategy',
        fallback: 'default',
        methods: ['authenticate', 'payload'],
        params: ['hapi.Request', 'hapi.Toolkit'],
      },
      rawRoutes: [
        { option: 'options.payload.parse', equals: false },
        { option: 'config.payload.parse', equals: false },
        { option: 'routes.payload.parse', equals: false },
      ],
      stagesReachBack: true,
      definitions: ['decorate'],
      params: ['hapi.Request', 'hapi.Toolkit'],
    },
  ],
  members: [
    { name: 'hapi.Request', is: ['request'] },
    { name: 'hapi.Request.payload', is: ['parsed-body', 'payload'] },
    { name: 'hapi.Request.pre', is: ['payload'] },
    { name: 'hapi.Request.headers', is: ['headers'] },
    { name: 'hapi.Request.query', is: ['query'] },
    { name: 'hapi.Request.params', is: ['route-parameter'] },
    { name: 'hapi.Request.state', is: ['cookie'] },
    { name: 'hapi.Request.method', is: ['method'] },
    { name: 'hapi.Request.raw.req', is: ['request'], type: 'http.IncomingMessage' },
  ],
  calls: [
    { call: 'hapi.Toolkit.response', result: { type: 'hapi.Answer', from: [] } },
    {
      call: 'hapi.Answer.code',
      also: ['hapi.Answer.header', 'hapi.Answer.type'],
      result: { type: 'hapi.Answer', from: [] },
    },
    { call: 'hapi.Answer.takeover', effect: 'answer', result: { type: 'hapi.Answer', from: [] } },
    { call: 'hapi.Toolkit.unauthenticated', also: ['hapi.Toolkit.redirect'], effect: 'answer' },
  ],
  body: 'payload',
  middlewarePasses: 'no-exception',
  bounds: { body: 1_048_576, created: ['@hapi/hapi.server', '@hapi/hapi.Server'] },
  bodyBefore: 'parsed',
  writing: { rawBody: 'payload.parse', header: "{request}.headers['{header}']", refuse: "return {response}.response('{text}').code({status})" },
};
