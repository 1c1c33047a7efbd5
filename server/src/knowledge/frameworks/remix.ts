import type { FrameworkRow } from '../rows.js';
import { webRequestMembers } from './fetch-api.js';

export const remix: FrameworkRow = {
  id: 'remix',
  name: 'Remix and React Router',
  docs: 'https://reactrouter.com/how-to/resource-routes',
  packages: ['@remix-run/node', '@remix-run/server-runtime', '@remix-run/cloudflare', '@remix-run/react', 'react-router', '@react-router/node'],
  fileRoutes: [
    {
      files: ['**/app/routes/**/*.{ts,tsx,js,jsx}', '**/routes/**/*.{ts,tsx}'],
      exports: ['action'],
      params: ['remix.ActionArgs'],
      methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
      isFlat: true,
    },
  ],
  /** Routes that are listed in `app/routes.ts`: any exported `action` that takes the request apart. */
  entryPoints: [{ exports: ['action'], params: ['remix.ActionArgs'], takes: { named: ['args', 'actionArgs'], fields: ['request'] } }],
  members: [
    ...webRequestMembers,
    { name: 'remix.ActionArgs', is: ['request'] },
    { name: 'remix.ActionArgs.request', is: ['request'], type: 'web.Request' },
    { name: 'remix.ActionArgs.params', is: ['route-parameter'] },
    { name: 'remix.ActionArgs.context.cloudflare.env', is: ['environment'] },
    { name: 'remix.ActionArgs.context.env', is: ['environment'] },
  ],
  bounds: { body: 'platform' },
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.text()', header: "{request}.headers.get('{header}')", refuse: "return new Response('{text}', { status: {status} })" },
};
