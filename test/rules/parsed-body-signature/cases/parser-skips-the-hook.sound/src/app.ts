import express from 'express';
import { billing } from './billing';
import { shop } from './shop';

export const app = express();

const json = express.json({ limit: '1mb' });
app.use((req, res, next) => {
  if (req.originalUrl === '/billing/webhook') return next();
  return json(req, res, next);
});
app.use('/shop', shop);
app.use('/billing', billing);
