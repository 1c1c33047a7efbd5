// What kind of key somebody came with is no secret, and neither is who issued a token.
import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { holderOf, meters, parcels } from './stores';

const app = express();

app.use(async (req, res, next) => {
  const given = req.get('authorization')?.split('Bearer ').pop();
  const found = given ? await holderOf(given) : null;
  if (!found) return res.sendStatus(401);
  meters.count({ of: found.auth.source === 'customer_key' ? 'customers' : 'others' });
  if (found.auth.issuer !== 'https://accounts.example.com') return res.sendStatus(403);
  next();
});

app.post('/parcels/webhook', express.raw({ type: '*/*', limit: '20kb' }), async (req, res) => {
  const secret = process.env.PARCEL_SECRET;
  if (!secret) return res.sendStatus(500);
  const expected = createHmac('sha256', secret).update(req.body).digest();
  const given = Buffer.from(req.get('x-parcel-signature') ?? '', 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return res.sendStatus(401);
  const { id, place } = JSON.parse(req.body.toString('utf8'));
  await parcels.update({ id }, { place });
  res.sendStatus(204);
});
