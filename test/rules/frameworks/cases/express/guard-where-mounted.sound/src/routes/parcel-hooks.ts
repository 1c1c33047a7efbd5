import express from 'express';
import { parcels } from '../parcels';

export const router = express.Router();

router.post('/parcels', async (req, res) => {
  await parcels.insertOne(JSON.parse(req.body));
  res.sendStatus(204);
});
