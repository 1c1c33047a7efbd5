import express from 'express';
import { sources } from './sources';

const app = express();
app.use(express.raw({ type: '*/*' }));

app.post('/hooks/:source', async (req, res) => {
  const source = sources[req.params.source];
  if (!source) return res.sendStatus(404);
  if (!source.verify(req.body, req.get('x-depot-signature') ?? '')) return res.sendStatus(401);
  await source.handle(JSON.parse(req.body.toString('utf8')));
  return res.sendStatus(204);
});
