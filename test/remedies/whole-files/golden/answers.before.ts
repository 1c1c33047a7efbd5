import crypto from 'node:crypto';
import express from 'express';
import { db } from './db';
import { sendError, note } from './other';

const app = express();
const secret = process.env.INBOX_SECRET!;
const macOf = (raw: Buffer): string => crypto.createHmac('sha256', secret).update(raw).digest('hex');
function same(a: string, b: string): boolean {
  return a.length === b.length && crypto.timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
function assertGenuine(raw: Buffer, sig: string): void {
  if (!same(macOf(raw), sig)) throw new Error('bad');
}

app.post('/hooks/one-line', express.raw({ type: '*/*' }), async (req, res) => {
  if (!same(macOf(req.body), req.get('x-sig') ?? '')) { res.status(401).send('no') }
  await db.parcels.insert(JSON.parse(req.body.toString()));
  res.json({ received: true });
});

app.post('/hooks/status-only', express.raw({ type: '*/*' }), async (req, res) => {
  if (!same(macOf(req.body), req.get('x-sig') ?? '')) {
    res.status(401);
  }
  await db.parcels.insert(JSON.parse(req.body.toString()));
  return res.json({ received: true });
});

app.post('/hooks/helper-answers', express.raw({ type: '*/*' }), async (req, res) => {
  try {
    assertGenuine(req.body, req.get('x-sig') ?? '');
  } catch (e) {
    sendError(res, e);
  }
  await db.parcels.insert(JSON.parse(req.body.toString()));
  res.json({ received: true });
});

app.post('/hooks/helper-may-answer', express.raw({ type: '*/*' }), async (req, res) => {
  try {
    assertGenuine(req.body, req.get('x-sig') ?? '');
  } catch (e) {
    note(res, e);
  }
  await db.parcels.insert(JSON.parse(req.body.toString()));
  res.json({ received: true });
});

app.post('/hooks/handed-to-next', express.raw({ type: '*/*' }), async (req, res, next) => {
  try {
    assertGenuine(req.body, req.get('x-sig') ?? '');
  } catch (e) {
    next(e);
  }
  await db.parcels.insert(JSON.parse(req.body.toString()));
  res.json({ received: true });
});

app.post('/hooks/acknowledged', express.raw({ type: '*/*' }), async (req, res) => {
  res.sendStatus(202);
  try {
    assertGenuine(req.body, req.get('x-sig') ?? '');
  } catch (e) {
    console.error(e);
  }
  await db.parcels.insert(JSON.parse(req.body.toString()));
});

app.post('/hooks/branch-answers', express.raw({ type: '*/*' }), async (req, res) => {
  try {
    assertGenuine(req.body, req.get('x-sig') ?? '');
  } catch (e) {
    if (e instanceof TypeError) {
      res.status(500).send('oops');
    } else {
      console.error(e);
    }
  }
  await db.parcels.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});

app.post('/hooks/unless-sent', express.raw({ type: '*/*' }), async (req, res) => {
  try {
    assertGenuine(req.body, req.get('x-sig') ?? '');
  } catch (e) {
    if (!res.headersSent) res.status(401).end();
  }
  await db.parcels.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});

app.post('/hooks/no-braces', express.raw({ type: '*/*' }), async (req, res) => {
  if (!same(macOf(req.body), req.get('x-sig') ?? '')) res.status(401).json({ error: 'no' });
  await db.parcels.insert(JSON.parse(req.body.toString()));
  return res.sendStatus(204);
});

app.post('/hooks/status-code', express.raw({ type: '*/*' }), async (req, res) => {
  if (!same(macOf(req.body), req.get('x-sig') ?? '')) { console.warn('bad'); res.statusCode = 401; }
  await db.parcels.insert(JSON.parse(req.body.toString()));
  return res.sendStatus(204);
});

app.post('/hooks/secret-else-if', express.raw({ type: '*/*' }), async (req, res) => {
  const key = process.env.K_SECRET;
  if (!key) {
    console.warn('no secret');
  } else if (!same(crypto.createHmac('sha256', key).update(req.body).digest('hex'), req.get('x-sig') ?? '')) {
    return res.sendStatus(401);
  }
  await db.parcels.insert(JSON.parse(req.body.toString()));
  return res.sendStatus(204);
});

app.post('/hooks/secret-bare', express.raw({ type: '*/*' }), async (req, res) => {
  const key = process.env.K_SECRET;
  if (!key) res.status(500).send('no secret');
  else if (!same(crypto.createHmac('sha256', key).update(req.body).digest('hex'), req.get('x-sig') ?? '')) return res.sendStatus(401);
  await db.parcels.insert(JSON.parse(req.body.toString()));
  return res.sendStatus(204);
});

app.post('/hooks/acknowledged-ignored', express.raw({ type: '*/*' }), async (req, res) => {
  res.sendStatus(200);
  same(macOf(req.body), req.get('x-sig') ?? '');
  await db.parcels.insert(JSON.parse(req.body.toString()));
});
