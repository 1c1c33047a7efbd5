import { randomBytes } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { requireUser } from '../auth/require-user';
import { subscriptions } from '../models/subscriptions';

const Subscription = z.object({ url: z.string().url(), events: z.array(z.string()).min(1) });

export const webhooksRouter = Router();
webhooksRouter.use(requireUser);

webhooksRouter.get('/api/webhooks', async (req, res) => {
  res.json(await subscriptions.find({ account: req.user.account }));
});

webhooksRouter.post('/api/webhooks', async (req, res) => {
  const { url, events } = Subscription.parse(req.body);
  const secret = randomBytes(24).toString('hex');
  const created = await subscriptions.insert({ account: req.user.account, url, events, secret });
  res.status(201).json({ id: created.id, secret });
});

webhooksRouter.delete('/api/webhooks/:id', async (req, res) => {
  await subscriptions.delete({ id: req.params.id, account: req.user.account });
  res.sendStatus(204);
});
