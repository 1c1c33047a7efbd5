import crypto from 'node:crypto';
import express from 'express';
import { tickets } from './tickets';

function check(raw: Buffer, header?: string): { ok: boolean; reason?: string } {
  if (!header) return { ok: false, reason: 'unsigned' };
  const mine = crypto.createHmac('sha256', process.env.TICKET_SECRET!).update(raw).digest();
  const theirs = Buffer.from(header, 'hex');
  if (mine.length !== theirs.length) return { ok: false, reason: 'not a signature' };
  return { ok: crypto.timingSafeEqual(mine, theirs) };
}

const app = express();

app.post('/hooks/tickets', express.raw({ type: 'application/json' }), async (req, res) => {
  const checked = check(req.body, req.get('x-ticketdesk-signature'));
  if (!checked.ok) {
    return res.status(401).send(checked.reason);
  }
  const ticket = JSON.parse(req.body.toString());
  await tickets.insert({ subject: ticket.subject, from: ticket.from });
  res.sendStatus(204);
});
