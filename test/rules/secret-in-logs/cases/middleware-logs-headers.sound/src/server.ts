import express from 'express';
import { crates } from './crates';
import { sealed } from './seal';
import { traced } from './trace';

const app = express();
app.use(traced);
app.post('/hooks/crates', express.raw({ type: '*/*' }), sealed, async (req, res) => {
  await crates.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
