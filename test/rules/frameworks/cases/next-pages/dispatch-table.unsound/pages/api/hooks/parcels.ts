import { senders } from '../../../lib/senders';
import type { NextApiRequest, NextApiResponse } from 'next';
import { buffer } from 'micro';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) { // want missing-signature-verification "no signature check"
  const raw = (await buffer(req)).toString('utf8');
  const kind = (req.headers['x-sender'] as string | undefined) ?? '';
  const sender = senders[kind];
  if (!sender) {
    return res.status(401).json({ error: 'unauthorized' });
  }
  await sender.receive(JSON.parse(raw));
  return res.status(200).json({ ok: true });
}
