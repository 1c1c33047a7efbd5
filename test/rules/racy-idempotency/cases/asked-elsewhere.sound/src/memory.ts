import { createClient } from 'redis';

const redis = createClient();

export async function isNew(id: string): Promise<boolean> {
  return (await redis.set(`handled:${id}`, 'at work', { NX: true, EX: 604_800 })) !== null;
}

export async function remember(id: string): Promise<void> {
  await redis.set(`handled:${id}`, 'done', { EX: 604_800 });
}
