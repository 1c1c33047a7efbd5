import type { INodeType, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { verifySignature } from './DepotTriggerHelpers';

export class DepotTrigger implements INodeType {
  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    if (!(await verifySignature.call(this))) {
      this.getResponseObject().status(401).send('unsigned').end();
      return { noWebhookResponse: true };
    }
    return { workflowData: [this.helpers.returnJsonArray(this.getBodyData())] };
  }
}
