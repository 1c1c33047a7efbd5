import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';

/** Throws unless the delivery carries the signature of the subscription. */
export async function requireSignature(context: IWebhookFunctions): Promise<void> {
  const subscription = context.getWorkflowStaticData('node');
  const secret = subscription.secret as string | undefined;
  const sent = context.getHeaderData()['x-winch-signature'];
  if (!secret || typeof sent !== 'string') throw new Error('not signed');
  const mine = createHmac('sha1', secret).update(context.getRequestObject().rawBody).digest();
  const theirs = Buffer.from(sent, 'base64');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new Error('not signed');
}
