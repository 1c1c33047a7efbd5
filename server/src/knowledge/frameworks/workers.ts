import type { FrameworkRow } from '../rows.js';
import { webRequestMembers } from './fetch-api.js';

/** Fetch-style entry points of Cloudflare: modules, classes, service workers, Pages functions. */
export const workers: FrameworkRow = {
  id: 'fetch-handler',
  name: 'Fetch handlers (Cloudflare Workers)',
  docs: 'https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/',
  packages: ['cloudflare:workers', '@cloudflare/workers-types', 'itty-router'],
  entryPoints: [
    { exports: ['default'], member: 'fetch', params: ['web.Request', 'workers.Env', null], servesPaths: true },
    { passedTo: { call: 'addEventListener', argument: 1, when: { argument: 0, equals: 'fetch' } }, params: ['workers.FetchEvent'], servesPaths: true },
    { passedTo: { call: 'self.addEventListener', argument: 1, when: { argument: 0, equals: 'fetch' } }, params: ['workers.FetchEvent'], servesPaths: true },
  ],
  controllers: [
    {
      bases: ['cloudflare:workers.WorkerEntrypoint', 'cloudflare:workers.DurableObject'],
      methodNames: { fetch: ['POST'] },
      params: ['web.Request'],
    },
  ],
  fileRoutes: [
    {
      files: ['functions/**/*.{ts,js}', '**/{apps,packages}/*/functions/**/*.{ts,js}'],
      exports: ['onRequestPost', 'onRequestPut', 'onRequest'],
      methods: ['POST'],
      params: ['workers.EventContext'],
      root: 'functions',
      middleware: [{ files: ['_middleware'], export: 'onRequest', everyFolder: true, params: ['workers.EventContext'], passes: 'calls-next' }],
    },
  ],
  routers: [
    {
      created: ['itty-router.Router()', 'itty-router.AutoRouter()', 'itty-router.IttyRouter()'],
      routes: [
        { member: 'post', form: 'call', methods: ['POST'], path: 0, handlers: 1 },
        { member: 'get', form: 'call', methods: ['GET'], path: 0, handlers: 1 },
        { member: 'all', form: 'call', methods: ['POST', 'GET'], path: 0, handlers: 1 },
      ],
      params: ['web.Request', 'workers.Env'],
    },
  ],
  members: [
    ...webRequestMembers,
    { name: 'workers.Env', is: ['environment'] },
    { name: 'workers.FetchEvent', is: ['request'] },
    { name: 'workers.FetchEvent.request', is: ['request'], type: 'web.Request' },
    { name: 'workers.EventContext', is: ['request'] },
    { name: 'workers.EventContext.request', is: ['request'], type: 'web.Request' },
    { name: 'workers.EventContext.params', is: ['route-parameter'] },
    { name: 'workers.EventContext.env', is: ['environment'], type: 'workers.Env' },
    { name: 'workers.EventContext.next', type: 'next' },
    { name: 'cloudflare:workers.WorkerEntrypoint().env', is: ['environment'], type: 'workers.Env' },
    { name: 'cloudflare:workers.DurableObject().env', is: ['environment'], type: 'workers.Env' },
  ],
  bounds: { body: 'platform', rate: 'platform' },
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.text()', header: "{request}.headers.get('{header}')", refuse: "return new Response('{text}', { status: {status} })" },
};
