import express from 'express';
import { deploy } from './deploy.js';

const app = express();

app.post('/inbox', async (req, res) => {
  const event = req.body;
  await deploy(event.repository.name);
  res.sendStatus(204);
});

app.listen(3000);
