import type { FrameworkRow } from '../rows.js';

/** Procedures of oRPC and tRPC that have an address of their own; those without one are called by code that has. */
export const procedures: FrameworkRow = {
  id: 'procedure',
  name: 'Procedures (oRPC, tRPC)',
  docs: 'https://orpc.unnoq.com/docs/openapi/routing',
  packages: ['@orpc/server', '@trpc/server'],
  procedures: [
    { handler: 'handler', address: { member: 'route', methods: 'method', path: 'path' }, stages: 'use', params: ['orpc.Options'] },
    { handler: 'mutation', address: { member: 'meta', methods: 'openapi.method', path: 'openapi.path' }, stages: 'use', params: ['trpc.Options'] },
  ],
  members: [
    { name: 'orpc.Options', is: ['request'] },
    { name: 'orpc.Options.input', is: ['payload'] },
    { name: 'orpc.Options.input.headers', is: ['headers'] },
    { name: 'orpc.Options.input.body', is: ['raw-body', 'payload'], mayBeParsed: true },
    { name: 'orpc.Options.input.rawBody', is: ['raw-body', 'payload'] },
    { name: 'orpc.Options.input.query', is: ['query'] },
    { name: 'orpc.Options.context.headers', is: ['headers'] },
    { name: 'orpc.Options.context.reqHeaders', is: ['headers'] },
    { name: 'orpc.Options.context.request', is: ['request'], type: 'web.Request' },
    { name: 'trpc.Options', is: ['request'] },
    { name: 'trpc.Options.input', is: ['parsed-body', 'payload'] },
    { name: 'trpc.Options.ctx.req', is: ['request'], type: 'http.IncomingMessage' },
    { name: 'trpc.Options.ctx.headers', is: ['headers'] },
    { name: 'trpc.Options.ctx.rawBody', is: ['raw-body', 'payload'] },
  ],
  bodyBefore: 'on-demand',
};
