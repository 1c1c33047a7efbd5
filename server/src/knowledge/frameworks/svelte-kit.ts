import type { FrameworkRow } from '../rows.js';
import { webRequestMembers } from './fetch-api.js';

export const svelteKit: FrameworkRow = {
  id: 'sveltekit',
  name: 'SvelteKit',
  docs: 'https://svelte.dev/docs/kit/routing#server',
  packages: ['@sveltejs/kit'],
  fileRoutes: [
    {
      files: ['**/routes/**/+server.{ts,js}'],
      exports: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE', 'fallback'],
      params: ['sveltekit.Event'],
      root: 'src',
      middleware: [{ files: ['hooks.server', 'hooks.server/index'], export: 'handle', params: ['sveltekit.HandleInput'], passes: 'calls-next' }],
    },
  ],
  members: [
    ...webRequestMembers,
    { name: 'sveltekit.Event', is: ['request'] },
    { name: '@sveltejs/kit.RequestEvent', is: ['request'], type: 'sveltekit.Event' },
    { name: 'sveltekit.Event.request', is: ['request'], type: 'web.Request' },
    { name: 'sveltekit.Event.params', is: ['route-parameter'] },
    { name: 'sveltekit.Event.url', is: ['query'], type: 'URL()' },
    { name: 'sveltekit.Event.cookies', is: ['cookie'] },
    { name: 'sveltekit.Event.platform.env', is: ['environment'] },
    { name: 'sveltekit.HandleInput', is: ['request'] },
    { name: 'sveltekit.HandleInput.event', is: ['request'], type: 'sveltekit.Event' },
    { name: 'sveltekit.HandleInput.resolve', type: 'next' },
  ],
  calls: [{ call: '@sveltejs/kit/hooks.sequence', stage: { sequence: true } }],
  bounds: { body: 'platform' },
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.text()', header: "{request}.headers.get('{header}')", refuse: "return new Response('{text}', { status: {status} })" },
};
