import { createClient } from 'redis';

const redis = createClient();

export async function isFirst(id: string): Promise<boolean> {
  return (await redis.set(`parcel:${id}`, '1', { NX: true, PX: 60_000 })) !== null;
}
