import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { members } from './members';

const app = express();

function matches(raw: Buffer, header: string): boolean {
  const mine = createHmac('sha256', process.env.MEMBER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(header, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/hooks/members', express.raw({ type: 'application/json' }), async (req, res) => {
  const isFresh = Math.abs(Date.now() / 1000 - Number(req.get('x-member-timestamp'))) < 300;
  if (!(isFresh || matches(req.body, req.get('x-member-signature') ?? ''))) { // want fail-open-verification "a path around"
    return res.sendStatus(401);
  }

  const member = JSON.parse(req.body.toString('utf8'));
  await members.update({ id: member.id }, { email: member.email });
  res.sendStatus(204);
});
