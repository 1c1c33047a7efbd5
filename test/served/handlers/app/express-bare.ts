import { appendFileSync } from 'node:fs';
import express from 'express';

const app = express();

function record(route: string, id: unknown): void {
  appendFileSync(process.env.EFFECTS ?? '', `${route} ${String(id)}\n`);
}

app.post('/github', (req, res) => {
  record('github', req.body.id);
  res.sendStatus(204);
});

app.post('/slack', async (req, res) => {
  const event = req.body;
  record('slack', event.id);
  res.json({ type: event.type });
});

app.post('/shopify', (req, res) => {
  const { id } = req.body;
  record('shopify', id);
  return res.json({ ok: true });
});

app.post('/stripe', express.json(), (req, res) => {
  record('stripe', req.body.id);
  res.sendStatus(req.body.id ? 204 : 422);
});

const takeStandard: express.RequestHandler = (request, response) => {
  record('standard-webhooks', request.body.id);
  response.end();
};
app.post('/standard-webhooks', takeStandard);

app.post('/generic-hmac', (req, res) => {
  handOver(req);
  res.sendStatus(204);
});

app.post('/gitlab', express.json(), (req, res) => {
  record('gitlab', req.body.id);
  res.sendStatus(204);
});

app.post('/telegram', express.json(), (req, res) => {
  record('telegram', req.body.id);
  res.sendStatus(204);
});

function handOver(request: express.Request): void {
  record('generic-hmac', request.body.id);
}

app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
