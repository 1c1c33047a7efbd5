import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type RequestHandler } from 'express';
import { invoices } from './invoices';

const app = express();
app.use(express.json({ verify: (req: any, _res, buf) => { req.rawBody = buf; } }));

const requireSignature: RequestHandler = (req: any, res, next) => {
  const mine = createHmac('sha256', process.env.INVOICE_SECRET!).update(req.rawBody).digest();
  const theirs = Buffer.from(req.get('x-invoice-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  next();
};

app.post('/hooks/invoices', async (req, res) => {
  await invoices.insert({ number: req.body.number, cents: req.body.cents });
  res.sendStatus(204);
});

app.use('/hooks', requireSignature); // want fail-open-verification "after the route"

app.listen(3000);
