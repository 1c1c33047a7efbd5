import { createHmac } from 'node:crypto';
import { Router } from 'express';
import { runs } from '../models/runs';

export const ci = Router();

ci.post('/webhooks/ci', async (req: any, res) => {
  const header = String(req.headers['x-ci-signature'] ?? '');
  const digest = createHmac('sha256', process.env.CI_SECRET as string).update(req.rawBody).digest('hex');
  const genuine = header.startsWith('sha256=') && header.endsWith(digest); // want weak-signature-comparison "constant time"
  if (!genuine) {
    return res.status(403).end();
  }
  await runs.create({ id: req.body.run_id, outcome: req.body.outcome });
  return res.status(201).end();
});
