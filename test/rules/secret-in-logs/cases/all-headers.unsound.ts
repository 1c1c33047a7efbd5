import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import pino from 'pino';
import { crates } from './crates';

const app = express();
const logger = pino();

app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  logger.info({ headers: req.headers, path: req.path }, 'delivery'); // want secret-in-logs "all headers of the request"
  const mine = createHmac('sha256', process.env.CRATE_KEY!).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-crate-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  await crates.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
