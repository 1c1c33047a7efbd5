import { appendFileSync } from 'node:fs';
import express from 'express';

const app = express();

function record(route: string, id: unknown): void {
  appendFileSync(process.env.EFFECTS ?? '', `${route} ${String(id)}\n`);
}

app.post('/stripe', (req, res) => {
  const event = req.body;
  record('stripe', event.id);
  res.json({ type: event.type });
});

app.post('/github', async (req, res) => {
  record('github', req.body.id);
  return res.sendStatus(204);
});

app.post('/svix', (req, res) => {
  const { id } = req.body;
  record('svix', id);
  res.sendStatus(204);
});

app.post('/standard-webhooks', express.json(), (req, res) => {
  record('standard-webhooks', req.body.id);
  res.sendStatus(204);
});

app.post('/twilio', (req, res) => {
  record('twilio', req.body.MessageSid);
  res.type('text/xml').send('<Response/>');
});

app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
