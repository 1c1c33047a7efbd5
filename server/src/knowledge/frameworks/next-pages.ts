import type { FrameworkRow } from '../rows.js';
import { nextMiddleware } from './fetch-api.js';

export const nextPages: FrameworkRow = {
  id: 'next-pages',
  name: 'Next.js (pages router)',
  docs: 'https://nextjs.org/docs/pages/building-your-application/routing/api-routes',
  packages: ['next'],
  fileRoutes: [
    {
      files: ['**/pages/api/**/*.{ts,tsx,js,jsx,mjs}', 'pages/api/**/*.{ts,tsx,js,jsx,mjs}'],
      exports: ['default'],
      params: ['next.NextApiRequest', 'next.NextApiResponse'],
      methods: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'],
      root: 'pages',
      middleware: nextMiddleware,
      variants: [{ export: 'config', member: ['runtime'], values: ['edge', 'experimental-edge'], params: ['web.Request', null] }],
    },
  ],
  members: [
    { name: 'next.NextApiRequest', is: ['request'] },
    { name: 'next.NextApiRequest.body', is: ['payload'] },
    { name: 'next.NextApiRequest.rawBody', is: ['raw-body', 'payload'] },
    { name: 'next.NextApiRequest.headers', is: ['headers'], lowerKeys: true },
    { name: 'next.NextApiRequest.query', is: ['query'] },
    { name: 'next.NextApiRequest.cookies', is: ['cookie'] },
    { name: 'next.NextApiRequest.method', is: ['method'] },
    // What runs before the routes is given the web's request.
    { name: 'web.Request.nextUrl.pathname', is: ['address'], isPath: true },
  ],
  calls: [
    {
      call: 'micro.buffer',
      also: [
        'micro.text',
        'raw-body',
        'raw-body.default',
        'stream/consumers.buffer',
        'stream/consumers.text',
        'get-stream',
        'get-stream.buffer',
        'co-body.text',
      ],
      result: { is: ['raw-body', 'payload', 'promise'], from: [] },
    },
    { call: 'micro.json', result: { is: ['parsed-body', 'payload', 'promise'], from: [] } },
  ],
  parserSwitch: { export: 'config', member: ['api', 'bodyParser'] },
  bounds: { body: 1_048_576 },
  bodyBefore: 'parsed',
  writing: { rawBody: 'buffer', header: "{request}.headers['{header}']", refuse: "return {response}.status({status}).send('{text}')" },
};
