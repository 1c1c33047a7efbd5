import { createHmac, timingSafeEqual } from 'node:crypto';
import { finches } from './store';

export async function handler(event: { body: string; headers: Record<string, string | undefined> }) {
  const mine = createHmac('sha256', process.env.FINCH_SECRET!).update(event.body).digest();
  const theirs = Buffer.from(event.headers['x-finch-signature'] ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return { statusCode: 401 };
  await finches.insertOne({ id: JSON.parse(event.body).id });
  return { statusCode: 204 };
}
