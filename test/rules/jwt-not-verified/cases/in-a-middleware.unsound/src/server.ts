import express from 'express';
import { requireSender } from './auth';
import { melts } from './melts';

const app = express();
app.use(express.json());

app.post('/hooks/glacier', requireSender, async (req, res) => {
  await melts.insert({ station: req.body.station, depth: req.body.depth });
  res.sendStatus(204);
});

app.post('/hooks/moraine', requireSender, async (req, res) => {
  await melts.insert({ station: req.body.station, stones: req.body.stones });
  res.sendStatus(204);
});
