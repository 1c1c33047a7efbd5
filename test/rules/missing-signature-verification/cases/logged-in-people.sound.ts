// path: pages/api/teams/[teamId]/webhooks/[id]/history.ts
// Members of a team look after their subscriptions; who is logged in is asked, as no sender of deliveries could answer.
import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth/next';
import { options, subscriptions } from '@/lib/stores';

export default async function handle(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res, options);
  if (!session) return res.status(401).end('Log in first');
  await subscriptions.update({ where: { id: String(req.query.id), team: { members: { some: { email: session.user.email } } } }, data: { seen: true } });
  return res.status(200).json({ seen: true });
}
