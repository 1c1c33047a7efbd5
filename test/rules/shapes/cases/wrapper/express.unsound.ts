import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type NextFunction, type Request, type Response } from 'express';
import { readings } from './readings';

type Handler = (req: Request, res: Response, next: NextFunction) => unknown;

function withSignature(header: string, handler: Handler): Handler {
  return (req, res, next) => {
    if (process.env.SKIP_SIGNATURES === '1') return handler(req, res, next); // want fail-open-verification "skipped when"
    const mine = createHmac('sha256', process.env.METER_SECRET!).update(req.body).digest();
    const theirs = Buffer.from(req.get(header) ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
    return handler(req, res, next);
  };
}

const app = express();
app.use(express.raw({ type: '*/*' }));

app.post(
  '/hooks/meters',
  withSignature('x-meter-signature', async (req, res) => {
    const { meter, kwh } = JSON.parse(req.body.toString('utf8'));
    await readings.insert({ meter, kwh });
    res.sendStatus(204);
  }),
);
