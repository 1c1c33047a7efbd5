const crypto = require('crypto');
const express = require('express');
const db = require('./db');
const app = express();
const macOf = (raw) => crypto.createHmac('sha256', process.env.INBOX_SECRET).update(raw).digest('hex');
const same = (a, b) => a.length === b.length && crypto.timingSafeEqual(Buffer.from(a), Buffer.from(b));

function verify(req, res, next) {
  if (!same(macOf(req.body), req.get('x-sig') || '')) {
    res.status(401).send('no');
  }
  next();
}
app.post('/hooks/middleware', express.raw({ type: '*/*' }), verify, async (req, res) => {
  await db.parcels.insert(JSON.parse(req.body));
  res.sendStatus(204);
});

function verify2(req, res, next) {
  try {
    if (!same(macOf(req.body), req.get('x-sig') || '')) throw new Error('bad');
    next();
  } catch (e) {
    res.status(401).send('no');
    next();
  }
}
app.post('/hooks/middleware-passes', express.raw({ type: '*/*' }), verify2, async (req, res) => {
  await db.parcels.insert(JSON.parse(req.body));
  res.sendStatus(204);
});

app.post('/hooks/header-else', express.raw({ type: '*/*' }), async (req, res) => {
  const sig = req.get('x-sig');
  if (sig) {
    if (!same(macOf(req.body), sig)) return res.sendStatus(401);
  } else { console.log('unsigned') }
  await db.parcels.insert(JSON.parse(req.body));
  res.sendStatus(204);
});

app.post('/hooks/remark', express.raw({ type: '*/*' }), async (req, res) => {
  try {
    if (!same(macOf(req.body), req.get('x-sig') || '')) throw new Error('bad');
  } catch (e) { /* ignore */ }
  await db.parcels.insert(JSON.parse(req.body));
  res.sendStatus(204);
});

app.post('/hooks/empty', express.raw({ type: '*/*' }), async (req, res) => {
  try {
    if (!same(macOf(req.body), req.get('x-sig') || '')) throw new Error('bad');
  } catch {}
  await db.parcels.insert(JSON.parse(req.body));
  res.sendStatus(204);
});

app.post('/hooks/switch', express.raw({ type: '*/*' }), async (req, res) => {
  let ok = true;
  try {
    ok = same(macOf(req.body), req.get('x-sig') || '');
  } catch (e) {
    switch (e.code) {
      case 'A': res.status(400).send('a'); break;
      default: res.status(500).send('b');
    }
  }
  if (!ok) return res.sendStatus(401);
  await db.parcels.insert(JSON.parse(req.body));
  res.sendStatus(204);
});

app.post('/hooks/else-on-the-line', express.raw({ type: '*/*' }), async (req, res) => {
  if (!same(macOf(req.body), req.get('x-sig') || '')) { res.status(401).send('no') } else { console.log('fine') }
  await db.parcels.insert(JSON.parse(req.body));
  res.sendStatus(204);
});

app.post('/hooks/else-without-braces', express.raw({ type: '*/*' }), async (req, res) => {
  if (!same(macOf(req.body), req.get('x-sig') || '')) { console.log('bad'); } else console.log('fine');
  await db.parcels.insert(JSON.parse(req.body));
  res.sendStatus(204);
});

app.post('/hooks/two-on-a-line', express.raw({ type: '*/*' }), async (req, res) => {
  same(macOf(req.body), req.get('x-sig') || ''); await db.parcels.insert(JSON.parse(req.body));
  res.sendStatus(204);
});
