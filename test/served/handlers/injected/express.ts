import { execSync } from 'node:child_process';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const app = express();
mkdirSync('labels', { recursive: true });

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  const mine = createHmac('sha256', process.env.PARCEL_KEY!).update(req.body).digest();
  const theirs = Buffer.from(String(req.get('x-parcel-signature') ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  const event = JSON.parse(req.body.toString());
  await pool.query(`INSERT INTO parcels (note, owner) VALUES ('${event.note}', $1)`, ['nobody']);
  await pool.query("UPDATE parcels SET seen = seen + 1 WHERE note = '" + event.note + "'");
  return res.sendStatus(204);
});

app.post('/webhooks/labels', express.raw({ type: '*/*' }), (req, res) => {
  const mine = createHmac('sha256', process.env.PARCEL_KEY!).update(req.body).digest();
  const theirs = Buffer.from(String(req.get('x-parcel-signature') ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  const event = JSON.parse(req.body.toString());
  execSync(`/usr/bin/touch labels/${event.note}`);
  return res.sendStatus(204);
});

app.get('/kept', async (_req, res) => {
  const { rows } = await pool.query('SELECT note, owner, seen FROM parcels ORDER BY id');
  return res.json({ rows, labels: readdirSync('labels'), files: readdirSync('.') });
});

app.listen(Number(process.env.PORT), '127.0.0.1');
