import express from 'express';
import { isGenuine } from './lib/genuine';
import { tickets } from './tickets';

const app = express();
app.use(express.json());

app.post('/hooks/tickets', async (req, res) => {
  if (!isGenuine(req.body, req.get('x-ticketdesk-signature'))) {
    return res.sendStatus(401);
  }
  await tickets.insertOne({ subject: req.body.subject });
  res.sendStatus(204);
});

app.listen(3000);
