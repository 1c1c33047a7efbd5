import { Router } from 'express';
import { isGenuine } from './genuine';
import { invoices } from './invoices';
import { hookSecret } from './secrets';

export const router = Router();

router.post('/hooks/invoices', async (req: any, res) => {
  const secret = await hookSecret();
  if (!isGenuine(secret, req.rawBody, req.get('x-invoice-signature') ?? '')) {
    return res.status(401).end();
  }
  await invoices.insertOne({ number: req.body.number, cents: req.body.cents });
  res.status(204).end();
});
