import express from 'express';
import { loads } from './loads';
import { signed } from './signed';

const app = express();
app.all('/partners/*', express.raw({ type: 'application/json' }), signed);
app.post('/hooks/loads', express.json(), async (req, res) => { // want missing-signature-verification "no signature"
  await loads.insertOne({ id: req.body.id });
  res.status(204).end();
});
app.listen(3000);
