// path: nodes/Depot/DepotTrigger.node.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { INodeType, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

export class DepotTrigger implements INodeType {
  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    const req = this.getRequestObject();
    const { secret } = (await this.getCredentials('depotApi')) as { secret: string };
    if (!secret) return refused(this);
    const mine = createHmac('sha256', secret).update(req.rawBody).digest();
    const theirs = Buffer.from(String(this.getHeaderData()['x-depot-signature'] ?? ''), 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return refused(this);
    return { workflowData: [this.helpers.returnJsonArray(this.getBodyData())] };
  }
}

function refused(context: IWebhookFunctions): IWebhookResponseData {
  context.getResponseObject().status(401).end();
  return { noWebhookResponse: true };
}
