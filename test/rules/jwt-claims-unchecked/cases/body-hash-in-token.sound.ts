import { createHash, timingSafeEqual } from 'node:crypto';
import express from 'express';
import jwt from 'jsonwebtoken';
import { lamps } from './lamps';

const app = express();

app.post('/hooks/lamps', express.raw({ type: '*/*' }), async (req, res) => {
  let said: Buffer;
  try {
    const claims = jwt.verify(req.get('x-lamp-token') ?? '', process.env.LAMP_SECRET!, { algorithms: ['HS256'] }) as { payload_hash: string };
    said = Buffer.from(claims.payload_hash, 'hex');
  } catch {
    return res.sendStatus(401);
  }
  const mine = createHash('sha256').update(req.body).digest();
  if (said.length !== mine.length || !timingSafeEqual(said, mine)) return res.sendStatus(401);

  const lamp = JSON.parse(req.body.toString('utf8'));
  await lamps.insert({ lamp: lamp.id, state: lamp.state });
  res.sendStatus(204);
});
