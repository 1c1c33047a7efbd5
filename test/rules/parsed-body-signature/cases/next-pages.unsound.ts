// path: pages/api/hooks/directory.ts
import crypto from 'crypto';
import type { NextApiRequest, NextApiResponse } from 'next';
import { members } from '../../../lib/members';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') return res.status(405).end();

  const given = String(req.headers['x-directory-signature'] ?? '');
  const expected = crypto.createHmac('sha256', process.env.DIRECTORY_SECRET!).update(JSON.stringify(req.body)).digest('hex'); // want parsed-body-signature "serialised again"
  if (given.length !== expected.length || !crypto.timingSafeEqual(Buffer.from(given), Buffer.from(expected))) {
    return res.status(401).end();
  }

  await members.insert({ email: req.body.data.email });
  res.status(200).json({ ok: true });
}
