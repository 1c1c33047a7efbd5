import express from 'express';
import { Pool } from 'pg';
import { accounts } from './accounts';

const router = express.Router();
const pool = new Pool();
const seen = new Set<string>();

router.post('/parcels', express.json(), async (req, res) => {
  const { event } = req.body;
  if (seen.has(event.id)) {
    console.info('again', event.id);
    return res.sendStatus(202);
  }
  await accounts.increment({ owner: event.customer, by: 10 });
  // Known from now on.
  seen.add(event.id);
  return res.sendStatus(202);
});

export default router;
