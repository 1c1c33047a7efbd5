const express = require('express');
const { Webhook } = require('svix');
const db = require('./db');
const app = express();

app.post('/hooks/read-again', express.raw({ type: '*/*' }), async (req, res) => {
  const wh = new Webhook(process.env.SVIX_SECRET);
  let msg;
  try {
    msg = wh.verify(req.body, req.headers);
  } catch (err) {
    res.status(400).send('Invalid signature.');
    return;
  } finally {
    console.log('done');
  }
  await db.parcels.insert(msg);
  res.sendStatus(204);
});

app.post('/hooks/handed-to-next', express.raw({ type: '*/*' }), async (req, res, next) => {
  const wh = new Webhook(process.env.SVIX_SECRET);
  try { wh.verify(req.body, req.headers) } catch (err) {
    next(err);
    return;
  }
  await db.parcels.insert(JSON.parse(req.body));
  res.sendStatus(204);
});

app.post('/hooks/written', express.raw({ type: '*/*' }), async (req, res, next) => {
  const wh = new Webhook(process.env.SVIX_SECRET);
  try {
    wh.verify(req.body, req.headers);
  } catch (err) {
    res.writeHead(400, { 'content-type': 'text/plain' });
    res.write('bad');
    res.end();
    return;
  }
  await db.parcels.insert(JSON.parse(req.body));
  res.sendStatus(204);
});

app.post('/hooks/in-two-steps', express.raw({ type: '*/*' }), async (req, res, next) => {
  const wh = new Webhook(process.env.SVIX_SECRET);
  try {
    wh.verify(req.body, req.headers);
  } catch (err) {
    res.status(400); res.send('bad');
    return;
  }
  await db.parcels.insert(JSON.parse(req.body));
  res.sendStatus(204);
});
