import express from 'express';
import { Pool } from 'pg';
import { accounts } from './accounts';

const router = express.Router();
const pool = new Pool();

router.post('/parcels', express.json(), async (req, res) => {
  const { event } = req.body;
  const claim = `parcels:${event.id}`;
  if (!(await claimEvent(claim))) {
    console.info('again', event.id);
    return res.sendStatus(202);
  }
  try {
    await accounts.increment({ owner: event.customer, by: 10 });
    // Known from now on.
  } catch (error) {
    await releaseEvent(claim);
    throw error;
  }
  return res.sendStatus(202);
});

export default router;

// The table: CREATE TABLE handled_events (id text PRIMARY KEY, claimed_at timestamptz NOT NULL DEFAULT now())
async function claimEvent(key: string): Promise<boolean> {
  const claimed = await pool.query('INSERT INTO handled_events (id) VALUES ($1) ON CONFLICT DO NOTHING', [key]);
  return claimed.rowCount === 1;
}

async function releaseEvent(key: string): Promise<void> {
  await pool.query('DELETE FROM handled_events WHERE id = $1', [key]);
}
