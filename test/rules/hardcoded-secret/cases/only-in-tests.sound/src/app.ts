import express from 'express';
import { isGenuine } from './genuine';
import { readings } from './readings';

export function createApp(secret: string) {
  const app = express();
  app.post('/hooks/meters', express.raw({ type: '*/*' }), async (req, res) => {
    if (!isGenuine(req.body, req.get('x-meter-signature') ?? '', secret)) return res.sendStatus(401);
    const { meter, kwh } = JSON.parse(req.body.toString('utf8'));
    await readings.insertOne({ meter, kwh });
    res.sendStatus(204);
  });
  return app;
}
