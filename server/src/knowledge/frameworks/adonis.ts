import type { FrameworkRow } from '../rows.js';

export const adonis: FrameworkRow = {
  id: 'adonisjs',
  name: 'AdonisJS',
  docs: 'https://docs.adonisjs.com/guides/basics/routing',
  packages: ['@adonisjs/core', '@ioc:Adonis/Core/Route'],
  routers: [
    {
      created: ['@adonisjs/core/services/router', '@ioc:Adonis/Core/Route'],
      routes: [
        { member: 'post', form: 'call', methods: ['POST'], path: 0, handlers: '1', controller: 'handle' },
        { member: 'put', form: 'call', methods: ['PUT'], path: 0, handlers: '1', controller: 'handle' },
        { member: 'patch', form: 'call', methods: ['PATCH'], path: 0, handlers: '1', controller: 'handle' },
        { member: 'delete', form: 'call', methods: ['DELETE'], path: 0, handlers: '1', controller: 'handle' },
        { member: 'get', form: 'call', methods: ['GET'], path: 0, handlers: '1', controller: 'handle' },
        { member: 'any', form: 'call', methods: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'], path: 0, handlers: '1', controller: 'handle' },
      ],
      behind: {
        stages: ['use', 'middleware'],
        prefix: ['prefix'],
        groups: ['group'],
        method: 'handle',
        named: 'named',
        texts: {
          controllers: ['app/Controllers/Http', 'app/controllers'],
          folder: ['namespace'],
          aliases: { 'App/': 'app/' },
          tables: ['start/kernel'],
          table: 'registerNamed',
        },
      },
      params: ['adonis.Context', 'next'],
    },
  ],
  members: [
    { name: 'adonis.Context', is: ['request'] },
    { name: 'adonis.Context.request', is: ['request'], type: 'adonis.Request' },
    { name: 'adonis.Context.params', is: ['route-parameter'] },
    { name: 'adonis.Request', is: ['request'] },
    { name: '@adonisjs/core/http.HttpContext', is: ['request'], type: 'adonis.Context' },
    { name: '@ioc:Adonis/Core/HttpContext.HttpContextContract', is: ['request'], type: 'adonis.Context' },
  ],
  calls: [
    { call: 'adonis.Request.raw', result: { is: ['raw-body', 'payload'], from: [] } },
    {
      call: 'adonis.Request.body',
      also: ['adonis.Request.all', 'adonis.Request.only', 'adonis.Request.except', 'adonis.Request.validateUsing'],
      result: { is: ['parsed-body', 'payload'], from: [] },
    },
    { call: 'adonis.Request.input', result: { is: ['payload'], from: [] } },
    { call: 'adonis.Request.header', result: { is: ['header'], from: [] } },
    { call: 'adonis.Request.headers', result: { is: ['headers'], from: [] } },
    { call: 'adonis.Request.qs', result: { is: ['query'], from: [] } },
    { call: 'adonis.Request.param', result: { is: ['route-parameter'], from: [] } },
    { call: 'adonis.Request.method', result: { is: ['method'], from: [] } },
    { call: 'adonis.Context.response.abort', neverReturns: true },
  ],
  middlewarePasses: 'calls-next',
  bounds: { body: 1_048_576 },
  bodyBefore: 'parsed',
  writing: { rawBody: 'request.raw()', header: "{request}.header('{header}')", refuse: 'return {response}.unauthorized()' },
};
