import { createHmac, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import { Pool } from 'pg';
import { env } from './config';

const pool = new Pool({ connectionString: env.DATABASE_URL });
export const leads = Router();

leads.post('/webhooks/leads', async (req: any, res) => {
  const mine = createHmac('sha256', env.LEADS_SECRET).update(req.rawBody).digest();
  const theirs = Buffer.from(req.get('x-leads-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);

  await pool.query('insert into leads (email) values ($1) on conflict do nothing', [req.body.email]);
  res.sendStatus(204);
});
