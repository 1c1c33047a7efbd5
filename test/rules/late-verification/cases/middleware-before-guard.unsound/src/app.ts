import express from 'express';
import { archive } from './archive';
import { requireSignature } from './require-signature';
import { tickets } from './tickets';

const app = express();

app.post('/hooks/tickets', express.raw({ type: 'application/json' }), archive, requireSignature, async (req, res) => {
  const ticket = JSON.parse(req.body.toString('utf8'));
  await tickets.insertOne({ subject: ticket.subject, from: ticket.from });
  res.sendStatus(204);
});

app.listen(3000);
