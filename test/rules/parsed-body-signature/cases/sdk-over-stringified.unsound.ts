import express from 'express';
import { Webhook } from 'svix';
import { people } from './people';

const app = express();
app.use(express.json());

app.post('/webhooks/people', async (req, res) => {
  const webhook = new Webhook(process.env.PEOPLE_WEBHOOK_SECRET!);
  try {
    webhook.verify(JSON.stringify(req.body), req.headers as Record<string, string>); // want parsed-body-signature "serialised again"
  } catch {
    return res.status(400).json({ error: 'bad signature' });
  }

  await people.insert({ id: req.body.data.id, name: req.body.data.first_name });
  res.json({ ok: true });
});
