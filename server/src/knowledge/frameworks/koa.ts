import type { FrameworkRow } from '../rows.js';

export const koa: FrameworkRow = {
  id: 'koa',
  name: 'Koa',
  docs: 'https://koajs.com/',
  packages: ['koa', '@koa/router', 'koa-router'],
  routers: [
    {
      created: ['koa()', 'koa.default()', '@koa/router()', 'koa-router()', '@koa/router.Router()'],
      routes: [
        { member: 'post', form: 'call', methods: ['POST'], path: 0, handlers: 1 },
        { member: 'put', form: 'call', methods: ['PUT'], path: 0, handlers: 1 },
        { member: 'patch', form: 'call', methods: ['PATCH'], path: 0, handlers: 1 },
        { member: 'get', form: 'call', methods: ['GET'], path: 0, handlers: 1 },
        { member: 'all', form: 'call', methods: ['POST', 'GET'], path: 0, handlers: 1 },
      ],
      stages: [{ member: 'use', form: 'call', path: 0, reach: 'router' }],
      mounts: [{ member: 'use', path: 0, router: 'last', through: ['routes', 'middleware'] }],
      prefix: '0.prefix',
      params: ['koa.Context', 'next'],
    },
  ],
  members: [
    { name: 'koa.Context', is: ['request'] },
    { name: 'koa.Context.request', is: ['request'] },
    { name: 'koa.Context.request.body', is: ['parsed-body', 'payload'] },
    { name: 'koa.Context.request.rawBody', is: ['raw-body', 'payload'] },
    { name: 'koa.Context.request.headers', is: ['headers'], lowerKeys: true },
    { name: 'koa.Context.request.header', is: ['headers'], lowerKeys: true },
    { name: 'koa.Context.request.query', is: ['query'] },
    { name: 'koa.Context.headers', is: ['headers'], lowerKeys: true },
    { name: 'koa.Context.header', is: ['headers'], lowerKeys: true },
    { name: 'koa.Context.socket.authorized', is: ['vouched'] },
    { name: 'koa.Context.req.socket.authorized', is: ['vouched'] },
    { name: 'koa.Context.query', is: ['query'] },
    { name: 'koa.Context.params', is: ['route-parameter'] },
    { name: 'koa.Context.method', is: ['method'] },
    { name: 'koa.Context.req', is: ['request'], type: 'http.IncomingMessage' },
  ],
  calls: [
    { call: 'koa.Context.get', result: { is: ['header'], from: [] } },
    { call: 'koa.Context.request.get', result: { is: ['header'], from: [] } },
    { call: 'koa.Context.throw', neverReturns: true },
    { call: 'koa.Context.assert', asserts: 0 },
  ],
  bodyBefore: 'parsed',
  writing: { rawBody: 'ctx.request.rawBody', header: "{request}.get('{header}')", refuse: "{request}.throw({status}, '{text}')" },
};
