import type { FrameworkRow } from '../rows.js';

export const remix: FrameworkRow = {
  id: 'remix',
  name: 'Remix and React Router',
  docs: 'https://reactrouter.com/how-to/resource-routes',
  packages: ['@remix-run/node', '@remix-run/server-runtime', '@remix-run/cloudflare', 'react-router'],
  fileRoutes: [
    {
      files: ['**/app/routes/**/*.{ts,tsx,js,jsx}', 'app/routes/**/*.{ts,tsx,js,jsx}', '**/routes/**/*.{ts,tsx}'],
      exports: ['action'],
      params: ['remix.ActionArgs'],
      methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
    },
  ],
  members: [
    { name: 'remix.ActionArgs.request', is: ['request'], type: 'web.Request' },
    { name: 'remix.ActionArgs.params', is: ['route-parameter'] },
  ],
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.text()', header: "{request}.headers.get('{header}')", refuse: "return new Response('{text}', { status: {status} })" },
};
