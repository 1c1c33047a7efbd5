import express from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { invoices } from './invoices.js';
import { refunds } from './refunds.js';
import { requireSignature } from './require-signature.js';

export const app = express();
app.use(express.json({ verify: (req, _res, buf) => { (req as any).rawBody = buf; } }));
app.use('/hooks/invoices', requireSignature, invoices);
app.use('/hooks/refunds', refunds);
