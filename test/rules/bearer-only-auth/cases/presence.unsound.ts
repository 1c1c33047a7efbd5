import express from 'express';
import { parcels } from './parcels';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => { // want bearer-only-auth "nothing looks at the token"
  const auth = req.headers.authorization;
  if (!auth || !auth.startsWith('Bearer ')) {
    return res.status(401).send('unauthorized');
  }

  await parcels.insert({ tracking: req.body.tracking, status: req.body.status });
  res.sendStatus(204);
});
