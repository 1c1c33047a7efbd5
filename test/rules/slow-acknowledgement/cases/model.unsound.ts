import express from 'express';
import OpenAI from 'openai';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();
const client = new OpenAI();

app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  const event = JSON.parse(req.body.toString());
  const answer = await client.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Sum the day up' }] }); // want slow-acknowledgement "asks a model"
  await crates.upsert({ id: event.id, note: answer.id });
  res.sendStatus(204);
});
