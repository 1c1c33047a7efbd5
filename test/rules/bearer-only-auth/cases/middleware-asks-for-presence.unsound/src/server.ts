import express from 'express';
import { requireBearer } from './auth';
import { melts } from './melts';

const app = express();
app.use(express.json());

app.post('/hooks/glacier', requireBearer, async (req, res) => { // want bearer-only-auth "nothing looks at the token"
  await melts.insert({ station: req.body.station, depth: req.body.depth });
  res.sendStatus(204);
});
