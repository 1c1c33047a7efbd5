import express from 'express';
import { Redis } from 'ioredis';
import { constructEvent } from './provider';
import { accounts } from './accounts';

const app = express();
const redis = new Redis(process.env.REDIS_URL!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = constructEvent(req.body, req.get('parcel-signature'));
  if (event.type !== 'parcel.paid') return res.sendStatus(204);

  // Ten for each parcel.
  const account = await accounts.find(event.data.customer);
  if (!account) return res.status(404).send('no such account');
  await accounts.increment({ owner: account.id, by: 10 });
  await accounts.note(`
paid:
  ${event.data.parcel}
`);
  return res.json({ balance: account.balance });
});
