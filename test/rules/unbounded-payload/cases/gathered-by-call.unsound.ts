// path: pages/api/webhooks/crates.ts
import getRawBody from 'raw-body';
import type { NextApiRequest, NextApiResponse } from 'next';
import { Webhook } from 'standardwebhooks';
import { crates } from '../../../lib/crates';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const raw = await getRawBody(req); // want unbounded-payload "`getRawBody` gathers the body to its end"
  const event = new Webhook(process.env.CRATE_KEY!).verify(raw, req.headers as Record<string, string>);
  await crates.upsert(event);
  res.status(204).end();
}
