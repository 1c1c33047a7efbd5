import express from 'express';
import { firings } from './firings';

const app = express();
app.use(express.json());

app.post('/hooks/kilns', async (req, res) => {
  if (req.headers['x-kiln-token'] !== process.env.KILN_HOOK_TOKEN) { // want fail-open-verification "the same nothing" // want weak-signature-comparison "constant time"
    return res.sendStatus(401);
  }
  await firings.insert(req.body);
  res.sendStatus(204);
});
