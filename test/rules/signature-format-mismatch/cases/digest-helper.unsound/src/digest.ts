import { createHmac } from 'node:crypto';

export function digestOf(body: Buffer): string {
  return createHmac('sha256', process.env.SHOP_SECRET!).update(body).digest('hex');
}
