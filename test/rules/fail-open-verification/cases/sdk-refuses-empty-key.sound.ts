import express from 'express';
import { Webhook } from 'svix';
import { accounts } from './accounts';

const app = express();

app.post('/inbox/accounts', express.raw({ type: 'application/json' }), async (req, res) => {
  try {
    const event = new Webhook(process.env.ACCOUNT_SECRET ?? '').verify(req.body, req.headers as Record<string, string>) as { id: string };
    await accounts.insertOne({ id: event.id });
  } catch {
    return res.sendStatus(400);
  }
  return res.sendStatus(204);
});
