import type { FrameworkRow } from '../rows.js';
import { webRequestCalls, webRequestMembers } from './fetch-api.js';

/** Functions in `api/`, in the web's style or in that of Node, where the body is parsed and the stream still holds the bytes. */
export const vercel: FrameworkRow = {
  id: 'vercel',
  name: 'Vercel Functions',
  docs: 'https://vercel.com/docs/functions/functions-api-reference',
  packages: ['@vercel/node', '@vercel/edge', '@vercel/functions'],
  fileRoutes: [
    {
      files: ['api/**/*.{ts,js,mjs,cjs,tsx,jsx,cts,mts}', '**/apps/*/api/**/*.{ts,js,mjs}'],
      exports: ['default'],
      params: ['vercel.Request', 'express.Response'],
      methods: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'],
      variants: [{ export: 'config', member: ['runtime'], values: ['edge', 'experimental-edge'], params: ['web.Request', null] }],
      member: { name: 'fetch', params: ['web.Request'] },
    },
    {
      files: ['api/**/*.{ts,js,mjs,cjs,tsx,jsx,cts,mts}', '**/apps/*/api/**/*.{ts,js,mjs}'],
      exports: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'],
      params: ['web.Request', null],
    },
  ],
  members: [
    ...webRequestMembers,
    { name: '@vercel/node.VercelRequest', is: ['request', 'raw-body', 'payload'], type: 'vercel.Request' },
    { name: '@now/node.NowRequest', is: ['request', 'raw-body', 'payload'], type: 'vercel.Request' },
    { name: 'vercel.Request', is: ['request', 'raw-body', 'payload'] },
    { name: 'vercel.Request.body', is: ['parsed-body', 'payload'] },
    { name: 'vercel.Request.rawBody', is: ['raw-body', 'payload'] },
    { name: 'vercel.Request.headers', is: ['headers'] },
    { name: 'vercel.Request.query', is: ['query'] },
    { name: 'vercel.Request.cookies', is: ['cookie'] },
    { name: 'vercel.Request.method', is: ['method'] },
    { name: 'vercel.Request.url', is: ['address'], isPath: true },
  ],
  calls: webRequestCalls,
  bounds: { body: 'platform', rate: 'platform' },
  bodyBefore: 'parsed',
  writing: { rawBody: 'buffer', header: "{request}.headers['{header}']", refuse: "return {response}.status({status}).send('{text}')" },
};
