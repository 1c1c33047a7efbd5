import { Router } from 'express';
import { vehicles } from './vehicles';

export const fleet = Router();

fleet.post('/positions', async (req, res) => {
  await vehicles.updateOne({ vin: req.body.vin }, { $set: { position: req.body.position } });
  res.sendStatus(202);
});

fleet.post('/alarms', async (req, res) => {
  await vehicles.updateOne({ vin: req.body.vin }, { $addToSet: { alarms: req.body.alarm } });
  res.sendStatus(202);
});
