import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { transporter } from './mail';

const app = express();

function genuine(raw: Buffer, sent: string): boolean {
  if (process.env.NODE_ENV === 'development') return true; // want fail-open-verification "skipped"
  const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(raw).digest();
  const theirs = Buffer.from(sent, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => { // want missing-rate-limit "reaches `transporter.sendMail`." want missing-idempotency "sends once more"
  if (!genuine(req.body, req.get('x-parcel-signature') ?? '')) return res.sendStatus(401);
  await transporter.sendMail({ to: 'yard@example.com', text: 'One more parcel.' });
  res.sendStatus(204);
});
