import express from 'express';
import { Webhook } from 'standardwebhooks';
import { queue } from './queue';
import { crates } from './crates';

const app = express();

app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  const event = JSON.parse(req.body.toString());
  for (const line of event.lines) await queue.add('mail', { line: Number(line.id) }, { jobId: String(line.id) });
  await crates.upsert({ id: event.id });
  res.sendStatus(204);
});
