import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { depotRepository, parcelRepository } from './repositories';

const app = express();

function genuine(secret: string, body: Buffer, header: string | undefined): boolean {
  const mine = createHmac('sha256', secret).update(body).digest();
  const theirs = Buffer.from(header ?? '', 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/hooks/:slug/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const depot = await depotRepository.findOneBy({ slug: req.params.slug });
  if (!depot?.webhookSecret) return res.sendStatus(404);
  if (!genuine(depot.webhookSecret, req.body, req.get('x-depot-signature'))) return res.sendStatus(401);

  const body = JSON.parse(req.body.toString('utf8'));
  await parcelRepository.delete(body.id); // want unscoped-object-access "`body.id` alone decides what `parcelRepository.delete` deletes"
  res.sendStatus(204);
});
