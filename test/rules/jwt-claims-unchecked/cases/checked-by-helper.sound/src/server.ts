import express from 'express';
import { importSPKI, jwtVerify } from 'jose';
import { isForUs } from './claims';
import { harvests } from './harvests';

const app = express();
app.use(express.json());
const key = await importSPKI(process.env.ORCHARD_KEY!, 'RS256');

app.post('/hooks/orchards', async (req, res) => {
  const { payload } = await jwtVerify((req.get('authorization') ?? '').slice(7), key);
  if (!isForUs(payload)) return res.sendStatus(403);

  await harvests.insert({ tree: req.body.tree, kilos: req.body.kilos });
  res.sendStatus(204);
});
