import express from 'express';
import { loads } from './loads';
import { signed } from './signed';

const app = express();
app.all('/hooks/*', express.raw({ type: 'application/json' }), signed);
app.post('/hooks/loads', async (req, res) => {
  const load = JSON.parse(req.body.toString('utf8'));
  await loads.insertOne({ id: load.id });
  res.status(204).end();
});
app.listen(3000);
