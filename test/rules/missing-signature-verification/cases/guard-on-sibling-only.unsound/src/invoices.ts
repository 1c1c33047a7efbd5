import { Router } from 'express';
import { store } from './store.js';

export const invoices = Router();

invoices.post('/', async (req, res) => {
  await store.invoices.insert({ number: req.body.number, cents: req.body.cents });
  res.sendStatus(204);
});
