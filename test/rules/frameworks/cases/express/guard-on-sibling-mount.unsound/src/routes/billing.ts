import { Router } from 'express';
import { parcels } from '../parcels';

export const router = Router();

router.post('/', async (req, res) => {
  await parcels.updateOne({ id: JSON.parse(req.body).id }, { $set: { paid: true } });
  res.sendStatus(204);
});
