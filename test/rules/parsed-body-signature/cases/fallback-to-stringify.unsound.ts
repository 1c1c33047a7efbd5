import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { contacts } from './contacts';

const app = express();
app.use(express.json({ verify: (req: any, _res, buf) => { req.rawBody = buf; } }));

app.post('/webhooks/crm', async (req: any, res) => {
  const payload = req.rawBody ?? JSON.stringify(req.body);
  const expected = createHmac('sha256', process.env.CRM_HOOK_SECRET!).update(payload).digest(); // want parsed-body-signature "serialised again"
  const received = Buffer.from(req.get('x-crm-signature') ?? '', 'hex');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) return res.sendStatus(401);

  await contacts.update({ id: req.body.id }, { email: req.body.email });
  res.sendStatus(204);
});
