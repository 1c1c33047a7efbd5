import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { MongoClient } from 'mongodb';
const app = express();
const members = new MongoClient(process.env.MONGO_URL!).db('club').collection('members');

function genuine(raw: Buffer, sent: string): boolean {
  const mine = Buffer.from(`sha256=${createHmac('sha256', process.env.GITHUB_WEBHOOK_SECRET!).update(raw).digest('hex')}`);
  const theirs = Buffer.from(sent);
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/hooks/members', express.raw({ type: '*/*' }), async (req, res) => {
  if (!genuine(req.body, req.get('x-hub-signature-256') ?? '')) return res.sendStatus(401);
  const event = JSON.parse(req.body.toString('utf8'));
  if (typeof event.member.login !== 'string') return res.sendStatus(400);
  await members.updateOne({ login: event.member.login, team: String(event.team.id) }, { $set: { joined: true } });
  res.sendStatus(204);
});
