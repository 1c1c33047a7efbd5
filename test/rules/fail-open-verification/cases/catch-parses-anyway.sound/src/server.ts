import express from 'express';
import { openDelivery, Refused } from './open-delivery';
import { runs } from './runs';

const app = express();

app.post('/hooks/pipeline', express.text({ type: 'application/json' }), async (req, res) => {
  try {
    const delivery = openDelivery(req.body, req.headers as Record<string, string>);
    if (delivery.type === 'run.finished') {
      await runs.updateOne({ _id: delivery.run.id }, { $set: { outcome: delivery.run.outcome } });
    }
    res.sendStatus(204);
  } catch (error) {
    if (error instanceof Refused) return res.status(401).send(error.message);
    console.error(error);
    res.sendStatus(500);
  }
});

app.listen(3000);
