// path: nodes/Gate/GateTrigger.node.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { INodeType, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

export class GateTrigger implements INodeType {
  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    const query = this.getQueryData() as Record<string, string>;
    const { verifyToken, appSecret } = (await this.getCredentials('gateApi')) as { verifyToken: string; appSecret: string };
    const request = this.getRequestObject();
    if (request.method === 'GET') {
      if (query['hub.verify_token'] === verifyToken) this.getResponseObject().status(200).send(query['hub.challenge']).end();
      return { noWebhookResponse: true };
    }
    const mine = Buffer.from(`sha256=${createHmac('sha256', appSecret).update(request.rawBody).digest('hex')}`);
    const theirs = Buffer.from(String(this.getHeaderData()['x-hub-signature-256'] ?? ''));
    if (!appSecret || mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      this.getResponseObject().status(403).end();
      return { noWebhookResponse: true };
    }
    return { workflowData: [this.helpers.returnJsonArray(this.getBodyData())] };
  }
}
