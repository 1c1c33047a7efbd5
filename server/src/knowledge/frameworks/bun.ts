import type { FrameworkRow } from '../rows.js';
import { webRequestCalls, webRequestMembers } from './fetch-api.js';

export const bun: FrameworkRow = {
  id: 'bun',
  name: 'Bun.serve',
  docs: 'https://bun.sh/docs/api/http',
  packages: ['bun'],
  entryPoints: [
    { passedTo: { call: 'Bun.serve', argument: 0 }, member: 'fetch', routes: 'routes', params: ['web.Request', null], servesPaths: true },
    { passedTo: { call: 'bun.serve', argument: 0 }, member: 'fetch', routes: 'routes', params: ['web.Request', null], servesPaths: true },
  ],
  members: webRequestMembers,
  calls: webRequestCalls,
  bounds: { body: 'platform' },
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.text()', header: "{request}.headers.get('{header}')", refuse: "return new Response('{text}', { status: {status} })" },
};
