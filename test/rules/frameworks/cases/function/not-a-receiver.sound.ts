// path: src/webhooks/send.ts
import { createHmac } from 'node:crypto';

export async function deliver(url: string, headers: Record<string, string>, body: object): Promise<number> {
  const text = JSON.stringify(body);
  const signature = createHmac('sha256', process.env.OUTGOING_SECRET!).update(text).digest('hex');
  const response = await fetch(url, { method: 'POST', headers: { ...headers, 'x-kiln-signature': signature }, body: text });
  return response.status;
}
