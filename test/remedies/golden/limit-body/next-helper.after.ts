import type { IncomingMessage } from 'node:http';
import type { NextApiRequest, NextApiResponse } from 'next';
import { Webhook } from 'standardwebhooks';
import { parcels } from '../../../lib/parcels';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const rawBody = await gathered(req).catch(() => null);
  if (rawBody === null) {
    return res.status(413).send('payload too large');
  }
  const event = new Webhook(process.env.PARCEL_KEY!).verify(rawBody, req.headers as Record<string, string>);
  await parcels.upsert(event);
  return res.status(204).end();
}

function gathered(req: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    req.on('data', (part) => {
      size = size + part.length;
      if (size > 1024 * 1024) {
        reject(new Error('the body is too large'));
        return;
      }
      return parts.push(part);
    });
    req.on('end', () => resolve(Buffer.concat(parts)));
  });
}
