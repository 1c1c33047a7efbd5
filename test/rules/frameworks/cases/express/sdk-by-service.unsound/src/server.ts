import express from 'express';
import { BillingService } from './billing.service';
import { parcels } from './parcels';

const app = express();
app.use(express.json());
const billing = new BillingService();

app.post('/hooks/billing', async (req, res) => {
  const event = billing.eventFrom(req);
  if (event.type === 'invoice.paid') await parcels.updateOne({ id: event.data.object.id }, { $set: { paid: true } });
  res.json({ received: true });
});
