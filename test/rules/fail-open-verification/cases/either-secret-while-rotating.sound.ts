import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { members } from './members';

const secrets = [process.env.MEMBER_SECRET, process.env.MEMBER_SECRET_PREVIOUS].filter((each): each is string => Boolean(each));
const app = express();

function signedWith(secret: string, raw: Buffer, header: string): boolean {
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(header, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/hooks/members', express.raw({ type: 'application/json' }), async (req, res) => {
  const header = req.get('x-member-signature') ?? '';
  if (!secrets.some((secret) => signedWith(secret, req.body, header))) {
    return res.sendStatus(401);
  }

  const member = JSON.parse(req.body.toString('utf8'));
  await members.update({ id: member.id }, { email: member.email });
  res.sendStatus(204);
});
