// path: pages/api/hooks/sensors.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { NextApiRequest, NextApiResponse } from 'next';
import { sensors } from '../../../lib/sensors';

export const config = { api: { bodyParser: false } };

async function readAll(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > 100_000) throw new Error('too large');
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const raw = await readAll(req);
  const mine = createHmac('sha256', process.env.SENSOR_SECRET!).update(raw).digest();
  const theirs = Buffer.from(String(req.headers['x-sensor-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.status(401).end();

  await sensors.insertMany(JSON.parse(raw.toString('utf8')).values);
  res.status(204).end();
}
