import { Router } from 'express';
import { store } from './store.js';

export const refunds = Router();

refunds.post('/', async (req, res) => { // want missing-signature-verification "no signature"
  await store.refunds.insert({ invoice: req.body.invoice, cents: req.body.cents });
  res.sendStatus(204);
});
