import type { FrameworkRow } from '../rows.js';

/** Trigger nodes of n8n: whatever the method returns starts a workflow. */
export const workflowNodes: FrameworkRow = {
  id: 'workflow-node',
  name: 'Workflow nodes (n8n)',
  docs: 'https://docs.n8n.io/integrations/creating-nodes/plan/node-types/',
  packages: ['n8n-workflow'],
  controllers: [{ importing: 'n8n-workflow', methodNames: { webhook: ['POST'] }, self: 'n8n.WebhookFunctions' }],
  members: [{ name: 'n8n.WebhookFunctions', is: ['request'] }],
  calls: [
    { call: 'n8n.WebhookFunctions.getRequestObject', result: { type: 'express.Request', is: ['request'], from: [] } },
    { call: 'n8n.WebhookFunctions.getResponseObject', result: { type: 'express.Response', from: [] } },
    { call: 'n8n.WebhookFunctions.getBodyData', result: { is: ['parsed-body', 'payload'], from: [] } },
    { call: 'n8n.WebhookFunctions.getHeaderData', result: { is: ['headers'], from: [] } },
    { call: 'n8n.WebhookFunctions.getQueryData', result: { is: ['query'], from: [] } },
    { call: 'n8n.WebhookFunctions.getParamsData', result: { is: ['route-parameter'], from: [] } },
    { call: 'n8n.WebhookFunctions.getCredentials', result: { is: ['environment', 'promise'], from: [] } },
    { call: 'n8n.WebhookFunctions.getWorkflowStaticData', result: { is: ['environment'], from: [] } },
    { call: 'n8n.WebhookFunctions.getNodeParameter', result: { is: ['environment'], from: [] } },
    { call: 'n8n.WebhookFunctions.helpers.returnJsonArray', effect: 'enqueue' },
  ],
  isReceiver: true,
  bodyBefore: 'parsed',
  writing: { rawBody: 'rawBody', header: "this.getHeaderData()['{header}']", refuse: 'return {}' },
};
