import express from 'express';
import { crates } from './crates';

const app = express();
app.use(express.json());
app.post('/hooks/crates', async (req, res) => { // want missing-signature-verification "no signature" want missing-rate-limit "nothing asks who sends"
  await crates.insert(req.body);
  res.sendStatus(204);
});
