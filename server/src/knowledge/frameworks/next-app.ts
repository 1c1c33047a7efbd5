import type { FrameworkRow } from '../rows.js';
import { nextMiddleware, webRequestCalls, webRequestMembers } from './fetch-api.js';

export const nextApp: FrameworkRow = {
  id: 'next-app',
  name: 'Next.js (app router)',
  docs: 'https://nextjs.org/docs/app/building-your-application/routing/route-handlers',
  packages: ['next'],
  fileRoutes: [
    {
      files: ['**/app/**/route.{ts,tsx,js,jsx,mjs}', 'app/**/route.{ts,tsx,js,jsx,mjs}'],
      exports: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'],
      params: ['web.Request', 'next-app.Context'],
      root: 'app',
      middleware: nextMiddleware,
    },
  ],
  members: [...webRequestMembers, { name: 'next-app.Context.params', is: ['route-parameter'] }],
  calls: webRequestCalls,
  bounds: { body: 'platform' },
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.text()', header: "{request}.headers.get('{header}')", refuse: "return new Response('{text}', { status: {status} })" },
};
