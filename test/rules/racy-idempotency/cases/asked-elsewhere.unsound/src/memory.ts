import { createClient } from 'redis';

const redis = createClient();

export async function isNew(id: string): Promise<boolean> {
  return !(await redis.get(`handled:${id}`)); // want racy-idempotency "`redis.get` asks, `accounts.increment` works, and only then `redis.set` notes"
}

export async function remember(id: string): Promise<void> {
  await redis.set(`handled:${id}`, '1', { EX: 604_800 });
}
