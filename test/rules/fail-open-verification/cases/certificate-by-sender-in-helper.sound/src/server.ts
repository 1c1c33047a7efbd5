import express from 'express';
import { isGenuine } from './genuine';
import { refunds } from './refunds';

const app = express();

app.post('/inbox/refunds', express.raw({ type: 'application/json' }), async (req, res) => {
  if (!(await isGenuine(req.body, req.headers))) return res.sendStatus(401);
  await refunds.insertOne({ id: JSON.parse(req.body.toString()).id });
  return res.sendStatus(200);
});
