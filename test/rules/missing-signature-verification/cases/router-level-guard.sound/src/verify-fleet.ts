import crypto from 'crypto';
import type { RequestHandler } from 'express';

export const verifyFleet: RequestHandler = (req, res, next) => {
  const secret = process.env.FLEET_SECRET;
  const header = req.headers['x-fleet-signature'];
  if (!secret || typeof header !== 'string') {
    res.status(401).end();
    return;
  }
  const digest = crypto.createHmac('sha256', secret).update(req.body).digest('hex');
  const a = Buffer.from(digest);
  const b = Buffer.from(header);
  if (a.length !== b.length || !crypto.timingSafeEqual(a, b)) {
    res.status(401).end();
    return;
  }
  req.body = JSON.parse(req.body.toString('utf8'));
  next();
};
