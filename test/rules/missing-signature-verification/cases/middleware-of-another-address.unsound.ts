// The middleware checks what comes to its own address and lets everything else through.
import { createNodeMiddleware, Webhooks } from '@octokit/webhooks';
import express from 'express';
import { orders, pushes } from './stores';

const app = express();
const webhooks = new Webhooks({ secret: process.env.GITHUB_SECRET! });
webhooks.on('push', async ({ payload }) => {
  await pushes.upsert({ id: payload.after });
});

app.use(createNodeMiddleware(webhooks, { path: '/webhooks/github' }));

app.post('/webhooks/parcels', express.json({ limit: '50kb' }), async (req, res) => { // want missing-signature-verification "no signature check"
  await orders.insertOne(req.body);
  res.sendStatus(204);
});
