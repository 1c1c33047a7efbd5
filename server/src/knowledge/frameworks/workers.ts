import type { FrameworkRow } from '../rows.js';

/** Fetch-style entry points: Cloudflare Workers, Deno, Bun. */
export const workers: FrameworkRow = {
  id: 'fetch-handler',
  name: 'Fetch handlers (Workers, Deno, Bun)',
  docs: 'https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/',
  packages: [],
  entryPoints: [
    { exports: ['default'], member: 'fetch', params: ['web.Request', 'workers.Env', null] },
    { passedTo: { call: 'Deno.serve', argument: 0 }, params: ['web.Request'] },
    { passedTo: { call: 'Bun.serve', argument: 0 }, params: ['web.Request'] },
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
  members: [{ name: 'workers.Env', is: ['environment'] }],
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.text()', header: "{request}.headers.get('{header}')", refuse: "return new Response('{text}', { status: {status} })" },
};
