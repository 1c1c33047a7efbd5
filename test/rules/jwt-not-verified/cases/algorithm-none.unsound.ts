import express from 'express';
import jwt from 'jsonwebtoken';
import { looms } from './looms';

const app = express();
app.use(express.json());

app.post('/hooks/looms', async (req, res) => {
  try {
    jwt.verify(req.body.proof, process.env.LOOM_SECRET!, { algorithms: ['HS256', 'none'], audience: 'looms' }); // want jwt-not-verified "algorithm `none`"
  } catch {
    return res.sendStatus(401);
  }

  await looms.insert({ loom: req.body.loom, thread: req.body.thread });
  res.sendStatus(204);
});
