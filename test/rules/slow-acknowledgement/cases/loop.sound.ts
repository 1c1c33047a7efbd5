import express from 'express';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();

app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  const event = JSON.parse(req.body.toString());
  const ids: number[] = [];
  for (const line of event.lines) ids.push(Number(line.id));
  await crates.upsertMany(ids);
  res.sendStatus(204);
});
