import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { db } from './db';

const app = express();
app.use(express.json({ verify: (req: any, _res, buf) => { req.rawBody = buf; } }));

app.post('/hooks/parcels', async (req: any, res) => {
  const expected = createHmac('sha256', process.env.PARCEL_HOOK_SECRET!).update(req.rawBody).digest();
  const received = Buffer.from(req.get('x-parcel-signature') ?? '', 'hex');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    return res.sendStatus(401);
  }

  await db.parcels.update({ tracking: req.body.tracking }, { status: req.body.status });
  res.sendStatus(204);
});
