import express from 'express';
import { barges } from './barges';
import { isGenuine } from './genuine';

const app = express();
app.use(express.json());

app.post('/hooks/barges', async (req, res) => {
  if (!isGenuine(JSON.stringify(req.body), req.get('x-barge-signature'))) return res.sendStatus(401); // want parsed-body-signature "serialised again"
  await barges.insertOne(req.body);
  return res.sendStatus(204);
});
