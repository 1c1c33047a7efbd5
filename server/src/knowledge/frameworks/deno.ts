import type { FrameworkRow } from '../rows.js';
import { webRequestCalls, webRequestMembers } from './fetch-api.js';

export const deno: FrameworkRow = {
  id: 'deno',
  name: 'Deno.serve',
  docs: 'https://docs.deno.com/api/deno/~/Deno.serve',
  packages: [],
  entryPoints: [
    { passedTo: { call: 'Deno.serve', argument: 0 }, member: 'handler', params: ['web.Request', null], servesPaths: true },
    { passedTo: { call: '@std/http/server.serve', argument: 0 }, params: ['web.Request', null], servesPaths: true },
    { passedTo: { call: '@std/http.serve', argument: 0 }, params: ['web.Request', null], servesPaths: true },
  ],
  members: webRequestMembers,
  calls: webRequestCalls,
  bounds: { body: 'platform' },
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.text()', header: "{request}.headers.get('{header}')", refuse: "return new Response('{text}', { status: {status} })" },
};
