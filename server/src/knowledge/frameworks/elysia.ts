import type { FrameworkRow } from '../rows.js';

export const elysia: FrameworkRow = {
  id: 'elysia',
  name: 'Elysia',
  docs: 'https://elysiajs.com/essential/life-cycle',
  packages: ['elysia'],
  routers: [
    {
      created: ['elysia.Elysia()', 'elysia()'],
      routes: [
        { member: 'post', form: 'call', methods: ['POST'], path: 0, handlers: '1' },
        { member: 'put', form: 'call', methods: ['PUT'], path: 0, handlers: '1' },
        { member: 'patch', form: 'call', methods: ['PATCH'], path: 0, handlers: '1' },
        { member: 'delete', form: 'call', methods: ['DELETE'], path: 0, handlers: '1' },
        { member: 'get', form: 'call', methods: ['GET'], path: 0, handlers: '1' },
        { member: 'all', form: 'call', methods: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'], path: 0, handlers: '1' },
      ],
      stages: [
        { member: 'onRequest', form: 'call', reach: 'router', passes: 'returns-nothing' },
        { member: 'onTransform', form: 'call', reach: 'router', passes: 'no-exception' },
        { member: 'onBeforeHandle', form: 'call', reach: 'router', passes: 'returns-nothing' },
        { member: 'derive', form: 'call', reach: 'router', passes: 'no-exception', keeps: 'elysia.Context' },
        { member: 'resolve', form: 'call', reach: 'router', passes: 'no-exception', keeps: 'elysia.Context' },
        { member: 'guard', form: 'call', reach: 'router', passes: 'returns-nothing', options: ['beforeHandle'] },
      ],
      mounts: [
        { member: 'use', path: '1.prefix', router: 0, sharedBy: { option: '0.as', member: 'as', values: ['scoped', 'global', 'plugin'] } },
        { member: 'use', path: '1.prefix', router: 0, by: 'function', shares: true },
        { member: 'group', path: 0, router: 'last', by: 'function' },
        { member: 'guard', path: '0.prefix', router: 'last', by: 'function', options: ['beforeHandle'] },
      ],
      routeHooks: [{ member: 'beforeHandle', params: ['elysia.Context'], passes: 'returns-nothing' }],
      rawParsers: [{ member: 'onParse' }],
      rawRoutes: [
        { option: 'parse', equals: 'text' },
        { option: 'parse', equals: 'arrayBuffer' },
        { option: 'type', equals: 'text' },
        { option: 'type', equals: 'arrayBuffer' },
      ],
      prefix: '0.prefix',
      chains: ['as', 'state', 'decorate', 'macro', 'model', 'onError', 'onAfterHandle', 'onStart', 'onStop', 'onAfterResponse', 'listen', 'mount', 'onParse'],
      params: ['elysia.Context'],
    },
  ],
  members: [
    { name: 'elysia.Context', is: ['request'] },
    { name: 'elysia.Context.body', is: ['parsed-body', 'payload'] },
    { name: 'elysia.Context.request', is: ['request'], type: 'web.Request' },
    { name: 'elysia.Context.headers', is: ['headers'] },
    { name: 'elysia.Context.query', is: ['query'] },
    { name: 'elysia.Context.params', is: ['route-parameter'] },
    { name: 'elysia.Context.cookie', is: ['cookie'] },
  ],
  calls: [
    {
      call: 'elysia.Context.status',
      also: ['elysia.Context.error', 'elysia.status', 'elysia.error', 'elysia.Context.redirect'],
      effect: 'answer',
      result: { type: 'elysia.Answer', from: [] },
    },
  ],
  middlewarePasses: 'no-exception',
  bounds: { body: 'platform' },
  bodyBefore: 'parsed',
  writing: { rawBody: "parse: 'text'", header: "{request}.headers['{header}']", refuse: "return status({status}, '{text}')" },
};
