import express from 'express';
import { provenBy } from '@yard/proofs/express';
import { gantries } from './gantries';

const app = express();
app.post('/hooks/gantries', express.raw({ type: '*/*' }), provenBy('x-gantry-signature', process.env.GANTRY_SECRET!), async (req, res) => {
  await gantries.insertOne(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
