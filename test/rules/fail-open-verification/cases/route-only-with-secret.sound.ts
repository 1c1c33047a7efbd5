import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { visits } from './visits';

export function mountVisits(app: express.Express, options: { secret?: string }) {
  const { secret } = options;
  if (!secret) {
    console.warn('no secret: the visits hook stays off');
    return;
  }

  app.post('/hooks/visits', express.raw({ type: '*/*' }), async (req, res) => {
    const mine = createHmac('sha256', secret).update(req.body).digest();
    const theirs = Buffer.from(req.get('x-visit-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);

    const visit = JSON.parse(req.body.toString('utf8'));
    await visits.insert({ id: visit.id, page: visit.page });
    res.sendStatus(204);
  });
}

mountVisits(express(), { secret: process.env.VISIT_SECRET });
