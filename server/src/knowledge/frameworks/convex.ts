import type { FrameworkRow } from '../rows.js';

export const convex: FrameworkRow = {
  id: 'convex',
  name: 'Convex HTTP actions',
  docs: 'https://docs.convex.dev/functions/http-actions',
  packages: ['convex'],
  routers: [
    {
      created: ['convex/server.httpRouter()'],
      routes: [{ member: 'route', form: 'call', methods: ['POST'], path: 0, record: { methods: 'method', path: 'path', handlers: ['handler'] } }],
      params: [null, 'web.Request'],
    },
  ],
  references: { calls: ['runAction'], module: '_generated/api', handler: 'handler' },
  bounds: { body: 'platform', rate: 'platform' },
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.text()', header: "{request}.headers.get('{header}')", refuse: "return new Response('{text}', { status: {status} })" },
};
