import express from 'express';
import { db } from './db';
import { knownSender as isKnown } from './trust';

const app = express();

app.post('/hooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  if (!(await isKnown(req))) return res.sendStatus(401);
  await db.parcels.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
