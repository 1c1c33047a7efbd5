import type { FrameworkRow } from '../rows.js';

export const express: FrameworkRow = {
  id: 'express',
  name: 'Express',
  docs: 'https://expressjs.com/en/api.html',
  packages: ['express', 'express-promise-router', 'polka', 'restify', 'firebase-functions', '@google-cloud/functions-framework'],
  routers: [
    {
      created: [
        'express()',
        'express.Router()',
        'express.default()',
        'express.Express()',
        'express.Application()',
        'express.IRouter()',
        'express-promise-router()',
        'polka()',
        'restify.createServer()',
      ],
      routes: [
        { member: 'post', form: 'call', methods: ['POST'], path: 0, handlers: 1 },
        { member: 'put', form: 'call', methods: ['PUT'], path: 0, handlers: 1 },
        { member: 'patch', form: 'call', methods: ['PATCH'], path: 0, handlers: 1 },
        { member: 'delete', form: 'call', methods: ['DELETE'], path: 0, handlers: 1 },
        { member: 'get', form: 'call', methods: ['GET'], path: 0, handlers: 1 },
        { member: 'all', form: 'call', methods: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'], path: 0, handlers: 1 },
      ],
      stages: [{ member: 'use', form: 'call', path: 0, reach: 'router' }],
      mounts: [{ member: 'use', path: 0, router: 'last' }],
      params: ['express.Request', 'express.Response', 'next'],
      byConvention: true,
    },
  ],
  members: [
    { name: 'express.Request', is: ['request'] },
    { name: 'express.Request.body', is: ['payload'] },
    { name: 'express.Request.rawBody', is: ['raw-body', 'payload'] },
    { name: 'express.Request.headers', is: ['headers'], lowerKeys: true },
    { name: 'express.Request.rawHeaders', is: ['headers'] },
    { name: 'express.Request.query', is: ['query'] },
    { name: 'express.Request.params', is: ['route-parameter'] },
    { name: 'express.Request.cookies', is: ['cookie'] },
    { name: 'express.Request.method', is: ['method'] },
  ],
  calls: [
    { call: 'express.Request.get', result: { is: ['header'], from: [] } },
    { call: 'express.Request.header', result: { is: ['header'], from: [] } },
    { call: 'express.Request.param', result: { is: ['route-parameter', 'query'], from: [] } },
    { call: 'express.Request.on', invokes: [1], result: { type: 'express.Request', from: [] } },
  ],
  bodyBefore: 'unparsed',
  writing: { rawBody: 'express.raw', header: "{request}.get('{header}')", refuse: "return {response}.status({status}).send('{text}')" },
};
