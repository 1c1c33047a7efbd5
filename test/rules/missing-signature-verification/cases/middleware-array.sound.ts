import { createHmac as mac, timingSafeEqual as sameBytes } from 'node:crypto';
import express, { type RequestHandler } from 'express';
import { refunds } from './refunds';

const readBody = express.raw({ type: 'application/json', limit: '64kb' });

const noStore: RequestHandler = (_req, res, next) => {
  res.setHeader('cache-control', 'no-store');
  next();
};

const signed: RequestHandler = (req, res, next) => {
  const mine = mac('sha256', process.env.REFUND_SECRET!).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-refund-signature') ?? '', 'hex');
  mine.length === theirs.length && sameBytes(mine, theirs) ? next() : res.sendStatus(401);
};

const guarded = [noStore, readBody, signed];
const app = express();

app.post('/hooks/refunds', guarded, async (req, res) => {
  const { order, cents } = JSON.parse(req.body.toString('utf8'));
  await refunds.insert({ order, cents });
  res.sendStatus(204);
});
