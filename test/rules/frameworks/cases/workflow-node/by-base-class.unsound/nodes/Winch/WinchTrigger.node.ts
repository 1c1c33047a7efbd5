import type { INodeType, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { requireSignature } from './SignedTrigger';

export class WinchTrigger implements INodeType {
  webhookMethods = { default: { async checkExists() { return true; } } };

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    requireSignature(this); // want fail-open-verification "not awaited"
    return { workflowData: [this.helpers.returnJsonArray(this.getBodyData())] };
  }
}
