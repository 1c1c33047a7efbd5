import type { FrameworkRow } from '../rows.js';

/** Version 4 registers with `app.http`; version 3 exports a function that takes the context first. */
export const azureFunctions: FrameworkRow = {
  id: 'azure-functions',
  name: 'Azure Functions',
  docs: 'https://learn.microsoft.com/azure/azure-functions/functions-reference-node',
  packages: ['@azure/functions'],
  entryPoints: [
    {
      passedTo: { call: '@azure/functions.app.http', argument: 1, path: '1.route', name: 0, methods: '1.methods' },
      member: 'handler',
      params: ['azure.Request', null],
    },
    { passedTo: { call: '@azure/functions.app.post', argument: 1, path: '1.route', name: 0 }, member: 'handler', params: ['azure.Request', null] },
    { exports: ['default', 'run', 'index'], params: ['azure.Context', 'azure.Request'], takes: { named: ['context', 'ctx', '_context'], atLeast: 2 } },
  ],
  members: [
    { name: 'azure.Context', is: ['request'] },
    { name: '@azure/functions.Context', is: ['request'], type: 'azure.Context' },
    { name: 'azure.Context.req', is: ['request'], type: 'azure.Request' },
    { name: '@azure/functions.HttpRequest', is: ['request'], type: 'azure.Request' },
    { name: 'azure.Request', is: ['request'] },
    { name: 'azure.Request.body', is: ['parsed-body', 'payload'] },
    { name: 'azure.Request.rawBody', is: ['raw-body', 'payload'] },
    { name: 'azure.Request.headers', is: ['headers'] },
    { name: 'azure.Request.query', is: ['query'] },
    { name: 'azure.Request.params', is: ['route-parameter'] },
    { name: 'azure.Request.method', is: ['method'] },
    { name: 'azure.Request.url', is: ['query'] },
  ],
  calls: [
    { call: 'azure.Request.text', result: { is: ['raw-body', 'payload', 'promise'], from: [] } },
    { call: 'azure.Request.arrayBuffer', result: { is: ['raw-body', 'payload', 'promise'], from: [] } },
    { call: 'azure.Request.blob', result: { is: ['raw-body', 'payload', 'promise'], from: [] } },
    { call: 'azure.Request.json', result: { is: ['parsed-body', 'payload', 'promise'], from: [] } },
    { call: 'azure.Request.formData', result: { is: ['parsed-body', 'payload', 'promise'], from: [] } },
    { call: 'azure.Request.clone', result: { type: 'azure.Request', is: ['request'], from: [] } },
    { call: 'azure.Request.get', result: { is: ['header'], from: [] } },
  ],
  bounds: { body: 'platform', rate: 'platform' },
  bodyBefore: 'parsed',
};
