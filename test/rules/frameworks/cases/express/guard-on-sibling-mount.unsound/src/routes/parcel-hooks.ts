import { Router } from 'express';
import { parcels } from '../parcels';

export const router = Router();

router.post('/', async (req, res) => { // want missing-signature-verification "no signature"
  await parcels.insertOne(JSON.parse(req.body));
  res.sendStatus(204);
});
