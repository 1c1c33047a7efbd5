import type { FrameworkRow } from '../rows.js';

export const svelteKit: FrameworkRow = {
  id: 'sveltekit',
  name: 'SvelteKit',
  docs: 'https://svelte.dev/docs/kit/routing#server',
  packages: ['@sveltejs/kit'],
  fileRoutes: [{ files: ['**/routes/**/+server.{ts,js}'], exports: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'], params: ['sveltekit.Event'] }],
  members: [
    { name: 'sveltekit.Event', is: ['request'] },
    { name: 'sveltekit.Event.request', is: ['request'], type: 'web.Request' },
    { name: 'sveltekit.Event.params', is: ['route-parameter'] },
    { name: 'sveltekit.Event.url', is: ['query'] },
    { name: 'sveltekit.Event.cookies', is: ['cookie'] },
  ],
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.text()', header: "{request}.headers.get('{header}')", refuse: "return new Response('{text}', { status: {status} })" },
};
