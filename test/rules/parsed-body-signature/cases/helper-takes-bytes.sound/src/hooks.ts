import express from 'express';
import { isGenuine } from './lib/genuine';
import { tickets } from './tickets';

const app = express();

app.post('/hooks/tickets', express.raw({ type: 'application/json' }), async (req, res) => {
  if (!isGenuine(req.body, req.get('x-ticketdesk-signature'))) {
    return res.sendStatus(401);
  }
  await tickets.insertOne({ subject: JSON.parse(req.body).subject });
  res.sendStatus(204);
});

app.use(express.json());

app.listen(3000);
