import type { FrameworkRow } from '../rows.js';
import { webRequestCalls, webRequestMembers } from './fetch-api.js';

/** Edge functions: what is handed to `Deno.serve` in a folder of its own, whose name is the address. */
export const supabase: FrameworkRow = {
  id: 'supabase',
  name: 'Supabase Edge Functions',
  docs: 'https://supabase.com/docs/guides/functions',
  packages: ['@supabase/functions-js'],
  entryPoints: [
    { passedTo: { call: 'Deno.serve', argument: 0 }, below: 'supabase/functions', member: 'handler', params: ['web.Request', null], servesPaths: true },
    { passedTo: { call: '@std/http/server.serve', argument: 0 }, below: 'supabase/functions', params: ['web.Request', null], servesPaths: true },
    { exports: ['default'], below: 'supabase/functions', member: 'fetch', params: ['web.Request', null], servesPaths: true },
  ],
  members: webRequestMembers,
  calls: webRequestCalls,
  bounds: { body: 'platform', rate: 'platform' },
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.text()', header: "{request}.headers.get('{header}')", refuse: "return new Response('{text}', { status: {status} })" },
};
