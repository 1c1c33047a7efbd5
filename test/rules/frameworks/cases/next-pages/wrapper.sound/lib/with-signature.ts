import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NextApiRequest, NextApiResponse } from 'next';

async function collect(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

export const withSignature =
  (handler: (raw: string, res: NextApiResponse) => Promise<unknown>) =>
  async (req: NextApiRequest, res: NextApiResponse): Promise<void> => {
    const raw = await collect(req);
    const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(raw).digest();
    const theirs = Buffer.from(String(req.headers['x-parcel-signature'] ?? ''), 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      res.status(401).end();
      return;
    }
    await handler(raw, res);
  };
