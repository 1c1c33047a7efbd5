import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { db } from './db.js';

const app = express();

const macOf = (raw: Buffer, secret: string): string => createHmac('sha256', secret).update(raw).digest('hex');

function isGenuine(raw: Buffer, signature: string | undefined, secret: string): boolean {
  const expected = Buffer.from(macOf(raw, secret));
  const received = Buffer.from(signature ?? '');
  return expected.length === received.length && timingSafeEqual(expected, received);
}

function assertGenuine(raw: Buffer, signature: string | undefined, secret: string): void {
  if (!isGenuine(raw, signature, secret)) throw new Error('signature does not match');
}

app.post('/webhooks/secret-and', express.raw({ type: '*/*' }), (req, res) => {
  const secret = process.env.WEBHOOK_SECRET;
  if (secret && !isGenuine(req.body, req.get('x-signature'), secret)) {
    res.sendStatus(401);
    return;
  }
  db.insert('secret-and', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.post('/webhooks/secret-block', express.raw({ type: '*/*' }), (req, res) => {
  const secret = process.env.WEBHOOK_SECRET;
  if (secret) {
    const received = Buffer.from(req.get('x-signature') ?? '');
    const expected = Buffer.from(macOf(req.body, secret));
    if (received.length !== expected.length || !timingSafeEqual(received, expected)) return res.sendStatus(401);
  }
  db.insert('secret-block', JSON.parse(req.body.toString('utf8')).id);
  return res.sendStatus(204);
});

app.post('/webhooks/header-missing', express.raw({ type: '*/*' }), (req, res) => {
  const signature = req.get('x-signature');
  if (signature) {
    const secret = process.env.WEBHOOK_SECRET;
    if (!secret) return res.sendStatus(500);
    if (!isGenuine(req.body, signature, secret)) return res.sendStatus(401);
  }
  db.insert('header-missing', JSON.parse(req.body.toString('utf8')).id);
  return res.sendStatus(204);
});

app.post('/webhooks/plain', express.raw({ type: '*/*' }), (req, res) => {
  const secret = process.env.WEBHOOK_SECRET;
  if (!secret) throw new Error('WEBHOOK_SECRET is not set');
  const expected = createHmac('sha256', secret).update(req.body).digest('hex');
  if (req.get('x-signature') !== expected) {
    res.status(401).send('no');
    return;
  }
  db.insert('plain', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.post('/webhooks/throws', express.raw({ type: '*/*' }), (req, res) => {
  const secret = process.env.WEBHOOK_SECRET;
  if (!secret) throw new Error('WEBHOOK_SECRET is not set');
  const expected = createHmac('sha256', secret).update(req.body).digest('hex');
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(req.get('x-signature') ?? ''))) {
    res.status(401).send('no');
    return;
  }
  db.insert('throws', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.post('/webhooks/reencoded', express.json(), (req, res) => {
  const secret = process.env.WEBHOOK_SECRET;
  if (!secret) throw new Error('WEBHOOK_SECRET is not set');
  const expected = Buffer.from(createHmac('sha256', secret).update(JSON.stringify(req.body)).digest('hex'));
  const received = Buffer.from(req.get('x-signature') ?? '');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    res.status(401).send('no');
    return;
  }
  db.insert('reencoded', req.body.id);
  res.sendStatus(204);
});

app.post('/webhooks/ignored', express.raw({ type: '*/*' }), (req, res) => {
  const secret = process.env.WEBHOOK_SECRET;
  if (!secret) throw new Error('WEBHOOK_SECRET is not set');
  isGenuine(req.body, req.get('x-signature'), secret);
  db.insert('ignored', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.post('/webhooks/swallowed', express.raw({ type: '*/*' }), (req, res) => {
  try {
    assertGenuine(req.body, req.get('x-signature'), process.env.WEBHOOK_SECRET!);
  } catch (error) {
    console.warn('unsigned', error);
  }
  db.insert('swallowed', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.post('/webhooks/continues', express.raw({ type: '*/*' }), (req, res) => {
  const secret = process.env.WEBHOOK_SECRET;
  if (!secret) throw new Error('WEBHOOK_SECRET is not set');
  if (!isGenuine(req.body, req.get('x-signature'), secret)) console.warn('signature does not match');
  db.insert('continues', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.post('/webhooks/default', express.raw({ type: '*/*' }), (req, res) => {
  const secret = process.env.WEBHOOK_SECRET || 'development';
  if (!isGenuine(req.body, req.get('x-signature'), secret)) {
    res.sendStatus(401);
    return;
  }
  db.insert('default', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.post('/webhooks/literal', express.raw({ type: '*/*' }), (req, res) => {
  if (!isGenuine(req.body, req.get('x-signature'), 'only-for-the-two-of-us')) {
    res.sendStatus(401);
    return;
  }
  db.insert('literal', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.post('/webhooks/answered', express.raw({ type: '*/*' }), async (req, res) => {
  try {
    assertGenuine(req.body, req.get('x-signature'), process.env.WEBHOOK_SECRET!);
  } catch (error) {
    res.status(400).send(`Webhook Error: ${(error as Error).message}`);
  }
  db.insert('answered', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.post('/webhooks/goes-on', express.raw({ type: '*/*' }), async (req, res) => {
  let event;
  try {
    assertGenuine(req.body, req.get('x-signature'), process.env.WEBHOOK_SECRET!);
    event = JSON.parse(req.body.toString('utf8'));
  } catch (error) {
    console.warn('unsigned', error);
    event = JSON.parse(req.body.toString('utf8'));
  }
  db.insert('goes-on', event.id);
  res.sendStatus(204);
});

app.post('/webhooks/branch-answers', express.raw({ type: '*/*' }), async (req, res) => {
  try {
    assertGenuine(req.body, req.get('x-signature'), process.env.WEBHOOK_SECRET!);
  } catch (error) {
    if (error instanceof TypeError) res.status(500).send('not set');
    else { console.warn('unsigned', error) }
  }
  db.insert('branch-answers', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.post('/webhooks/one-line', express.raw({ type: '*/*' }), async (req, res) => {
  const secret = process.env.WEBHOOK_SECRET;
  if (!secret) { res.status(500).send('not set') }
  else if (!isGenuine(req.body, req.get('x-signature'), secret)) { res.status(401).send('no'); return; }
  db.insert('one-line', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.post('/webhooks/status-only', express.raw({ type: '*/*' }), async (req, res) => {
  const secret = process.env.WEBHOOK_SECRET;
  if (!secret) throw new Error('WEBHOOK_SECRET is not set');
  if (!isGenuine(req.body, req.get('x-signature'), secret)) { res.status(401); }
  db.insert('status-only', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.post('/webhooks/bytes', express.raw({ type: '*/*' }), (req, res) => {
  const expected = Buffer.from(createHmac('sha256', Buffer.from('only-for-the-two-of-us')).update(req.body).digest('hex'));
  const received = Buffer.from(req.get('x-signature') ?? '');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    res.sendStatus(401);
    return;
  }
  db.insert('bytes', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.post('/webhooks/flag', express.raw({ type: '*/*' }), (req, res) => {
  const secret = process.env.WEBHOOK_SECRET;
  if (!secret) throw new Error('WEBHOOK_SECRET is not set');
  if (process.env.NODE_ENV === 'production' && !isGenuine(req.body, req.get('x-signature'), secret)) {
    res.sendStatus(401);
    return;
  }
  db.insert('flag', JSON.parse(req.body.toString('utf8')).id);
  res.sendStatus(204);
});

app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
