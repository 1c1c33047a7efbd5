// Each of the two addresses has a check of its own.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createNodeMiddleware, Webhooks } from '@octokit/webhooks';
import express from 'express';
import { orders, pushes } from './stores';

const app = express();
const webhooks = new Webhooks({ secret: process.env.GITHUB_SECRET! });
webhooks.on('push', async ({ payload }) => {
  await pushes.upsert({ id: payload.after });
});

app.use(createNodeMiddleware(webhooks, { path: '/webhooks/github' }));

app.post('/webhooks/parcels', express.raw({ type: '*/*', limit: '50kb' }), async (req, res) => {
  const secret = process.env.PARCEL_SECRET;
  if (!secret) return res.sendStatus(500);
  const expected = createHmac('sha256', secret).update(req.body).digest();
  const given = Buffer.from(req.get('x-parcel-signature') ?? '', 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return res.sendStatus(401);
  await orders.insertOne(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
