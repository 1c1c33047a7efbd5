// Which function takes the delivery is picked while the program runs; it is handed everything that a check needs.
import express from 'express';
import { handlers, type Handler } from './handlers';
import { deliveries } from './stores';

const app = express();
app.use(express.json({ verify: (req, _res, bytes) => Object.assign(req, { rawBody: bytes }) }));

app.post('/webhook/:provider', async (req, res) => { // want-note missing-signature-verification "Cannot tell"
  const handler: Handler | undefined = (handlers as Record<string, Handler>)[req.params.provider];
  if (!handler) return res.sendStatus(404);
  const taken = await handler(req.headers, req.body, (req as { rawBody?: Buffer }).rawBody);
  await deliveries.insertOne({ kind: req.params.provider, taken });
  res.sendStatus(204);
});
