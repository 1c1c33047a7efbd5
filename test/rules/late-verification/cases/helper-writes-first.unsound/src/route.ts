import { Router } from 'express';
import { isGenuine } from './genuine';
import { saveReading } from './readings';

export const route = Router();

route.post('/hooks/meters', async (req, res) => {
  const raw = (req as any).rawBody as Buffer;
  await saveReading(req.body.meter, req.body.kwh); // want late-verification "before the signature"

  if (!isGenuine(raw, req.get('x-meter-signature'))) {
    return res.sendStatus(401);
  }
  res.sendStatus(204);
});
