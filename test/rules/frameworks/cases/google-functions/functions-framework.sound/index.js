const { createHmac, timingSafeEqual } = require('node:crypto');
const functions = require('@google-cloud/functions-framework');
const { kiosks } = require('./lib/kiosks');

functions.http('kiosk-hook', async (req, res) => {
  const mine = createHmac('sha256', process.env.KIOSK_SECRET).update(req.rawBody).digest();
  const theirs = Buffer.from(req.get('x-kiosk-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.status(401).send('unauthorized');
  await kiosks.insertOne({ kiosk: req.body.kiosk, coins: req.body.coins });
  res.status(204).end();
});
