import bodyParser from 'body-parser';
import express from 'express';
import { billing } from './billing';
import { shop } from './shop';

export const app = express();
app.use(bodyParser.json({ limit: '1mb' }));
app.use('/shop', shop);
app.use('/billing', billing);
