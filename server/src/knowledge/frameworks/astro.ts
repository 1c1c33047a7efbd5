import type { FrameworkRow } from '../rows.js';
import { webRequestCalls, webRequestMembers } from './fetch-api.js';

export const astro: FrameworkRow = {
  id: 'astro',
  name: 'Astro',
  docs: 'https://docs.astro.build/en/guides/endpoints/',
  packages: ['astro'],
  fileRoutes: [
    {
      files: ['**/src/pages/**/*.{ts,js,mjs}'],
      exports: ['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'ALL', 'post', 'put', 'all'],
      params: ['astro.APIContext'],
      root: 'src',
      middleware: [{ files: ['middleware', 'middleware/index'], export: 'onRequest', params: ['astro.APIContext', 'next'], passes: 'calls-next' }],
    },
  ],
  members: [
    ...webRequestMembers,
    { name: 'astro.APIContext', is: ['request'] },
    { name: 'astro.APIContext.request', is: ['request'], type: 'web.Request' },
    { name: 'astro.APIContext.params', is: ['route-parameter'] },
    { name: 'astro.APIContext.url', is: ['query'], type: 'URL()' },
    { name: 'astro.APIContext.cookies', is: ['cookie'] },
    { name: 'astro.APIContext.locals.runtime.env', is: ['environment'] },
  ],
  calls: webRequestCalls,
  bounds: { body: 'platform' },
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.text()', header: "{request}.headers.get('{header}')", refuse: "return new Response('{text}', { status: {status} })" },
};
