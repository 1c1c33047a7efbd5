import type { FrameworkRow } from '../rows.js';

export const hono: FrameworkRow = {
  id: 'hono',
  name: 'Hono',
  docs: 'https://hono.dev/docs/api/context',
  packages: ['hono', '@hono/zod-openapi', 'hono-openapi'],
  routers: [
    {
      created: [
        'hono.Hono()',
        '@hono/zod-openapi.OpenAPIHono()',
        'hono/tiny.Hono()',
        'hono/quick.Hono()',
        'hono.Hono().basePath()',
        '@hono/zod-openapi.OpenAPIHono().basePath()',
      ],
      routes: [
        { member: 'post', form: 'call', methods: ['POST'], path: 0, handlers: 1 },
        { member: 'put', form: 'call', methods: ['PUT'], path: 0, handlers: 1 },
        { member: 'get', form: 'call', methods: ['GET'], path: 0, handlers: 1 },
        { member: 'all', form: 'call', methods: ['POST', 'GET'], path: 0, handlers: 1 },
        { member: 'openapi', form: 'call', methods: ['POST'], path: 0, handlers: 1 },
      ],
      stages: [{ member: 'use', form: 'call', path: 0, reach: 'router' }],
      mounts: [{ member: 'route', path: 0, router: 'last' }],
      params: ['hono.Context', 'next'],
    },
  ],
  members: [
    { name: 'hono.Context', is: ['request'] },
    { name: 'hono.Context.req', is: ['request'] },
    { name: 'hono.Context.req.raw', is: ['request'], type: 'web.Request' },
    { name: 'hono.Context.req.method', is: ['method'] },
    { name: 'hono.Context.env', is: ['environment'] },
  ],
  calls: [
    { call: 'hono.Context.req.text', result: { is: ['raw-body', 'payload', 'promise'], from: [] } },
    { call: 'hono.Context.req.arrayBuffer', result: { is: ['raw-body', 'payload', 'promise'], from: [] } },
    { call: 'hono.Context.req.blob', result: { is: ['raw-body', 'payload', 'promise'], from: [] } },
    { call: 'hono.Context.req.json', result: { is: ['parsed-body', 'payload', 'promise'], from: [] } },
    { call: 'hono.Context.req.parseBody', result: { is: ['parsed-body', 'payload', 'promise'], from: [] } },
    { call: 'hono.Context.req.formData', result: { is: ['parsed-body', 'payload', 'promise'], from: [] } },
    { call: 'hono.Context.req.valid', result: { is: ['parsed-body', 'payload'], from: [] } },
    { call: 'hono.Context.req.header', result: { is: ['header'], from: [] } },
    { call: 'hono.Context.req.query', result: { is: ['query'], from: [] } },
    { call: 'hono.Context.req.param', result: { is: ['route-parameter'], from: [] } },
    { call: 'hono/adapter.env', result: { is: ['environment'], from: [] } },
  ],
  passesByReturning: true,
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.req.text()', header: "{request}.req.header('{header}')", refuse: "return {request}.text('{text}', {status})" },
};
