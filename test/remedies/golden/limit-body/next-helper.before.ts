import type { IncomingMessage } from 'node:http';
import type { NextApiRequest, NextApiResponse } from 'next';
import { Webhook } from 'standardwebhooks';
import { parcels } from '../../../lib/parcels';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const event = new Webhook(process.env.PARCEL_KEY!).verify(await gathered(req), req.headers as Record<string, string>);
  await parcels.upsert(event);
  return res.status(204).end();
}

function gathered(req: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    req.on('data', (part) => parts.push(part));
    req.on('end', () => resolve(Buffer.concat(parts)));
  });
}
