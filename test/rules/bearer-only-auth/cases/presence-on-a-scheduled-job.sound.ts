import express from 'express';
import { digests } from './digests';

const app = express();

app.post('/tasks/digest', async (req, res) => {
  if (!req.headers.authorization) return res.sendStatus(401);
  await digests.sendAll();
  res.sendStatus(204);
});
