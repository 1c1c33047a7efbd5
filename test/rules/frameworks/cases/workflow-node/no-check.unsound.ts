// path: nodes/Depot/DepotTrigger.node.ts
import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

export class DepotTrigger implements INodeType {
  description: INodeTypeDescription = { displayName: 'Depot Trigger', name: 'depotTrigger', group: ['trigger'], version: 1, inputs: [], outputs: ['main'], properties: [] } as never;

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> { // want missing-signature-verification "no signature"
    const body = this.getBodyData();
    return { workflowData: [this.helpers.returnJsonArray(body)] };
  }
}
