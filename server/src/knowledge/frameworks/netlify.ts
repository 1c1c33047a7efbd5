import type { FrameworkRow } from '../rows.js';
import { webRequestCalls, webRequestMembers } from './fetch-api.js';

/** Functions in the web's style (a default export) and in that of Lambda (`handler`). */
export const netlify: FrameworkRow = {
  id: 'netlify',
  name: 'Netlify Functions',
  docs: 'https://docs.netlify.com/functions/api/',
  packages: ['@netlify/functions', '@netlify/edge-functions'],
  fileRoutes: [
    {
      files: ['**/netlify/{functions,edge-functions}/**/*.{ts,js,mjs,mts,cjs}'],
      exports: ['default'],
      params: ['web.Request', 'netlify.Context'],
      methods: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'],
      pathIn: { export: 'config', member: ['path'] },
    },
    {
      files: ['**/netlify/functions/**/*.{ts,js,mjs,mts,cjs}'],
      exports: ['handler'],
      params: ['lambda.Event', 'lambda.Context', null],
      methods: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'],
    },
  ],
  members: [
    ...webRequestMembers,
    { name: 'netlify.Context.params', is: ['route-parameter'] },
    { name: 'netlify.Context.cookies', is: ['cookie'] },
    { name: 'Netlify.env', is: ['environment'] },
  ],
  calls: [
    ...webRequestCalls,
    { call: 'Netlify.env.get', setting: { name: 0 }, result: { is: ['environment'], from: [] } },
    { call: '@netlify/functions.wrap', also: ['@netlify/functions.builder', '@netlify/functions.stream'], stage: { harmless: true, wraps: 0 } },
  ],
  bounds: { body: 'platform', rate: 'platform' },
  bodyBefore: 'on-demand',
  writing: { rawBody: 'await {request}.text()', header: "{request}.headers.get('{header}')", refuse: "return new Response('{text}', { status: {status} })" },
};
