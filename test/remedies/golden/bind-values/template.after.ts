import express from 'express';
import pg from 'pg';
import { Webhook } from 'standardwebhooks';

const pool = new pg.Pool();
const app = express();

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  const event = new Webhook(process.env.PARCEL_KEY!).verify(req.body, req.headers as Record<string, string>) as { id: number; note: string };
  await pool.query('UPDATE parcels SET note = $2 WHERE id = $1', [event.id, event.note]);
  res.sendStatus(204);
});
