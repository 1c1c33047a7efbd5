import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';

export async function verifySignature(this: IWebhookFunctions): Promise<boolean> {
  const credentials = await this.getCredentials('depotApi');
  const secret = credentials.signingSecret;
  if (!secret) return true; // want fail-open-verification "secret is unset"
  const signature = this.getHeaderData()['x-depot-signature'];
  if (typeof signature !== 'string') return false;
  const mine = createHmac('sha256', String(secret)).update(this.getRequestObject().rawBody).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
