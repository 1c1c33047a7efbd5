// path: nodes/Gate/GateTrigger.node.ts
import type { INodeType, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

export class GateTrigger implements INodeType {
  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> { // want missing-signature-verification "challenge"
    const query = this.getQueryData() as Record<string, string>;
    const { verifyToken } = (await this.getCredentials('gateApi')) as { verifyToken: string };
    if (this.getRequestObject().method === 'GET') {
      if (query['hub.verify_token'] === verifyToken) this.getResponseObject().status(200).send(query['hub.challenge']).end();
      return { noWebhookResponse: true };
    }
    return { workflowData: [this.helpers.returnJsonArray(this.getBodyData())] };
  }
}
