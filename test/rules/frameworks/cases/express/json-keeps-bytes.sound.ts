import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

const app = express();
app.use(
  express.json({
    verify: (req, _res, buf) => {
      (req as express.Request & { rawBody: Buffer }).rawBody = buf;
    },
  }),
);

app.post('/hooks/parcels', async (req: express.Request & { rawBody?: Buffer }, res) => {
  const signature = req.get('x-depot-signature');
  if (!signature || !req.rawBody) {
    res.sendStatus(401);
    return;
  }
  const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(req.rawBody).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    res.sendStatus(401);
    return;
  }
  await parcels.insertOne({ id: req.body.id, status: req.body.status });
  res.sendStatus(204);
});
