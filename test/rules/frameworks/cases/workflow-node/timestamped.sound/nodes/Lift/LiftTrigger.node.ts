import type { INodeType, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isFresh, isGenuine } from './signature';

export class LiftTrigger implements INodeType {
  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    const headers = this.getHeaderData();
    const request = this.getRequestObject();
    const response = this.getResponseObject();
    const { signingSecret } = await this.getCredentials<{ signingSecret: string }>('liftApi');
    const sentAt = Number(headers['x-lift-timestamp']);
    if (!signingSecret || !isFresh(sentAt) || !isGenuine(signingSecret, `${sentAt}.${request.rawBody}`, String(headers['x-lift-signature']))) {
      response.status(401).send('Unauthorized').end();
      return { noWebhookResponse: true };
    }
    return { workflowData: [this.helpers.returnJsonArray(this.getBodyData())] };
  }
}
