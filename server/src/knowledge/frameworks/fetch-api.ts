import type { CallRow, MemberRow, MiddlewareFileRow } from '../rows.js';

/** The web's own Request, which many frameworks hand to their handlers. */
export const webRequestMembers: readonly MemberRow[] = [
  { name: 'web.Request', is: ['request'] },
  { name: 'Request', is: ['request'], type: 'web.Request' },
  { name: 'next/server.NextRequest', is: ['request'], type: 'web.Request' },
  { name: 'web.Request.headers', is: ['headers'] },
  { name: 'web.Request.method', is: ['method'] },
  { name: 'web.Request.body', is: ['raw-body', 'payload'] },
  { name: 'web.Request.url', is: ['query', 'address'] },
  { name: 'URL().pathname', is: ['address'], isPath: true },
  { name: 'URL().searchParams', is: ['query'] },
  { name: 'web.Request.nextUrl.pathname', is: ['address'], isPath: true },
  { name: 'web.Request.nextUrl', is: ['query'] },
  { name: 'web.Request.nextUrl.searchParams', is: ['query'] },
  { name: 'web.Request.query', is: ['query'] },
  { name: 'web.Request.cookies', is: ['cookie'] },
];

export const webRequestCalls: readonly CallRow[] = [
  { call: 'web.Request.text', result: { is: ['raw-body', 'payload', 'promise'], from: [] } },
  { call: 'web.Request.arrayBuffer', result: { is: ['raw-body', 'payload', 'promise'], from: [] } },
  { call: 'web.Request.bytes', result: { is: ['raw-body', 'payload', 'promise'], from: [] } },
  { call: 'web.Request.blob', result: { is: ['raw-body', 'payload', 'promise'], from: [] } },
  { call: 'web.Request.json', result: { is: ['parsed-body', 'payload', 'promise'], from: [] } },
  { call: 'web.Request.formData', result: { is: ['parsed-body', 'payload', 'promise'], from: [] } },
  { call: 'web.Request.clone', result: { type: 'web.Request', is: ['request'], from: [] } },
  { call: 'web.Request.body.getReader', result: { is: ['raw-body', 'payload'], from: [] } },
  { call: 'web.Request.body.getReader().read', result: { is: ['raw-body', 'payload', 'promise'], from: [] } },
  { call: 'web.Request.body.getReader().cancel', result: { is: ['promise'], from: [] } },
  { call: 'web.Request.body.getReader().releaseLock', result: { is: [], from: [] } },
  { call: 'web.Request.body.cancel', result: { is: ['promise'], from: [] } },
  { call: 'next/headers.headers', result: { is: ['headers'], from: [] } },
  { call: 'next/headers.cookies', result: { is: ['cookie'], from: [] } },
];

const beforeRoutes = {
  params: ['web.Request', null],
  passes: 'returns-nothing',
  passesOn: ['next/server.NextResponse.next()', 'next/server.NextResponse.rewrite()'],
  matcher: { export: 'config', member: ['matcher'] },
  ownOnly: true,
} as const;

/** What stands beside the application's folder of Next.js and runs before its routes; it was renamed. */
export const nextMiddleware: readonly MiddlewareFileRow[] = [
  { ...beforeRoutes, files: ['../middleware'], export: 'middleware' },
  { ...beforeRoutes, files: ['../proxy'], export: 'proxy' },
  { ...beforeRoutes, files: ['../middleware', '../proxy'], export: 'default' },
];
