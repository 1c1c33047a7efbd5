import { Router } from 'express';
import { recordStatus } from '../services/tracking';

export const parcels = Router();

parcels.post('/parcels', async (req, res) => { // want missing-signature-verification "no signature"
  await recordStatus(req.body.tracking, req.body.status);
  res.status(204).end();
});
