import type { FrameworkRow } from '../rows.js';

export const azureFunctions: FrameworkRow = {
  id: 'azure-functions',
  name: 'Azure Functions',
  docs: 'https://learn.microsoft.com/azure/azure-functions/functions-reference-node',
  packages: ['@azure/functions'],
  entryPoints: [
    { passedTo: { call: '@azure/functions.app.http', argument: 1 }, member: 'handler', params: ['web.Request', null] },
    { exports: ['default'], params: ['azure.Context', 'azure.Request'], takes: { named: ['context', 'ctx', '_context'], atLeast: 2 } },
  ],
  members: [
    { name: 'azure.Context', is: ['request'] },
    { name: 'azure.Context.req', is: ['request'], type: 'azure.Request' },
    { name: 'azure.Request', is: ['request'] },
    { name: 'azure.Request.body', is: ['parsed-body', 'payload'] },
    { name: 'azure.Request.rawBody', is: ['raw-body', 'payload'] },
    { name: 'azure.Request.headers', is: ['headers'] },
    { name: 'azure.Request.query', is: ['query'] },
    { name: 'azure.Request.params', is: ['route-parameter'] },
    { name: 'azure.Request.method', is: ['method'] },
  ],
  bodyBefore: 'parsed',
};
