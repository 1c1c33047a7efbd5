// path: nodes/Depot/DepotTrigger.node.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { INodeType, IWebhookFunctions } from 'n8n-workflow';

export class DepotTrigger implements INodeType {
  async webhook(this: IWebhookFunctions) {
    const { secret } = (await this.getCredentials('depotApi')) as { secret: string };
    const body = this.getBodyData();
    const mine = createHmac('sha256', secret)
      .update(JSON.stringify(body)) // want parsed-body-signature "serialised again"
      .digest();
    const theirs = Buffer.from(String(this.getHeaderData()['x-depot-signature'] ?? ''), 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return {};
    return { workflowData: [this.helpers.returnJsonArray(body)] };
  }
}
