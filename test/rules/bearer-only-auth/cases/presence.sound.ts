import express from 'express';
import { auth } from 'express-oauth2-jwt-bearer';
import { parcels } from './parcels';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', auth({ audience: 'parcels', issuerBaseURL: 'https://id.parcels.example' }), async (req, res) => {
  await parcels.insert({ tracking: req.body.tracking, status: req.body.status });
  res.sendStatus(204);
});
