import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import rateLimit from 'express-rate-limit';
import pino from 'pino';
import { Counter } from 'prom-client';
import { readings } from './readings';

const log = pino();
const received = new Counter({ name: 'meter_deliveries_total', help: 'Deliveries, genuine or not' });
const app = express();

app.post('/hooks/meters', rateLimit({ windowMs: 60_000, limit: 600 }), express.raw({ type: '*/*', limit: '64kb' }), async (req, res) => {
  received.inc();
  log.info({ bytes: req.body.length }, 'meter delivery');

  const expected = createHmac('sha256', process.env.METER_SECRET!).update(req.body).digest();
  const given = Buffer.from(req.get('x-meter-signature') ?? '', 'hex');
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    log.warn('meter delivery refused');
    return res.sendStatus(401);
  }

  const { meter, kwh } = JSON.parse(req.body.toString('utf8'));
  await readings.insert({ meter, kwh });
  res.sendStatus(204);
});
