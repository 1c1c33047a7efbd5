import { createClient } from 'redis';

const redis = createClient();

export async function claim(id: string): Promise<boolean> {
  const taken = await redis.set(`handled:${id}`, '1', { NX: true, EX: 604_800 });
  return taken === 'OK';
}
