import express from 'express';
import { openDelivery } from './open-delivery';
import { runs } from './runs';

const app = express();

app.post('/hooks/pipeline', express.text({ type: 'application/json' }), async (req, res) => {
  const delivery = openDelivery(req.body, req.headers as Record<string, string>);
  if (delivery.type === 'run.finished') {
    await runs.updateOne({ _id: delivery.run.id }, { $set: { outcome: delivery.run.outcome } });
  }
  res.sendStatus(204);
});

app.listen(3000);
