import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';

export const genuine: RequestHandler = (req, res, next) => {
  const secret = process.env.PULLEY_SECRET;
  const signature = req.headers['x-pulley-signature'];
  if (!secret || typeof signature !== 'string') return void res.status(401).json({ error: 'unsigned' });
  const mine = createHmac('sha256', secret).update(req.body).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return void res.status(401).json({ error: 'forged' });
  next();
};
