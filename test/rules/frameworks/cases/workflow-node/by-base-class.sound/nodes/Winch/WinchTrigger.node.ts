import { type INodeType, type IWebhookFunctions, type IWebhookResponseData, NodeOperationError } from 'n8n-workflow';
import { requireSignature } from './SignedTrigger';

export class WinchTrigger implements INodeType {
  webhookMethods = { default: { async checkExists() { return true; } } };

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    try {
      await requireSignature(this);
    } catch (error) {
      throw new NodeOperationError(this.getNode(), error as Error);
    }
    return { workflowData: [this.helpers.returnJsonArray(this.getBodyData())] };
  }
}
