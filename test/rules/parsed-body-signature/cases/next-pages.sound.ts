// path: pages/api/hooks/directory.ts
import crypto from 'crypto';
import { buffer } from 'micro';
import type { NextApiRequest, NextApiResponse } from 'next';
import { members } from '../../../lib/members';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') return res.status(405).end();

  const raw = await buffer(req);
  const given = String(req.headers['x-directory-signature'] ?? '');
  const expected = crypto.createHmac('sha256', process.env.DIRECTORY_SECRET!).update(raw).digest('hex');
  if (given.length !== expected.length || !crypto.timingSafeEqual(Buffer.from(given), Buffer.from(expected))) {
    return res.status(401).end();
  }

  const event = JSON.parse(raw.toString('utf8'));
  await members.insert({ email: event.data.email });
  res.status(200).json({ ok: true });
}
