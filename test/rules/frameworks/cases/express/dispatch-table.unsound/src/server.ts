import express from 'express';
import { sources } from './sources';

const app = express();
app.use(express.json());

app.post('/hooks/:source', async (req, res) => { // want missing-signature-verification "no signature"
  const handle = sources[req.params.source];
  if (!handle) return res.sendStatus(404);
  await handle(req.body);
  return res.sendStatus(204);
});
