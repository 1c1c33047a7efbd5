import express from 'express';
import { limits, visits } from './bookkeeping';
import { parcels } from './parcels';

const app = express();
app.use(express.json());

app.post('/hooks/slow', (_req, _res, next) => { setTimeout(next, limits.pause); }, (req, res) => { // want missing-signature-verification "no signature check"
  parcels.insert(req.body);
  res.sendStatus(204);
});

app.post('/hooks/later', (_req, _res, next) => { process.nextTick(next); }, (req, res) => { // want missing-signature-verification "no signature check"
  parcels.insert(req.body);
  res.sendStatus(204);
});

app.post('/hooks/counted', (req, _res, next) => { visits.count(req.ip).then(next, next); }, (req, res) => { // want missing-signature-verification "no signature check"
  parcels.insert(req.body);
  res.sendStatus(204);
});
