const crypto = require('crypto');
const express = require('express');
const vats = require('./vats');

const secret = process.env.VAT_SECRET;
if (!secret) throw new Error('VAT_SECRET is not set');

function genuine(req, res, next) {
  const mine = crypto.createHmac('sha256', secret).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-vat-signature') || '', 'hex');
  return mine.length === theirs.length && crypto.timingSafeEqual(mine, theirs) ? next() : res.sendStatus(401);
}

const routes = [
  { method: 'get', path: '/health', handlers: [(_req, res) => res.send('ok')] },
  { method: 'post', path: '/hooks/vats', handlers: [express.raw({ type: '*/*' }), genuine, (req, res) => vats.insertOne(JSON.parse(req.body)).then(() => res.end())] },
];

const router = express.Router();
routes.forEach((route) => router[route.method](route.path, ...route.handlers));
module.exports = router;
