import express from 'express';
import { parcels } from './parcels';

const app = express();

async function moved(req: express.Request, res: express.Response): Promise<void> {
  const bytes = req.body as Buffer;
  if (!(bytes instanceof Buffer) || bytes.length === 0) {
    res.status(400).json({ error: 'Nothing to read' });
    return;
  }
  await parcels.insertOne(JSON.parse(bytes.toString('utf8')));
  res.sendStatus(204);
}

app.post('/webhooks/parcels', express.raw({ type: 'application/json' }), (req, res) => { // want missing-signature-verification "no signature check"
  void moved(req, res);
});
