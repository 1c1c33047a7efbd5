import express from 'express';
import { Installation } from './models';
import { notes } from './notes';

const app = express();
app.use(express.json());

app.post('/hooks/notes', async (req, res) => {
  const token = req.get('authorization')?.replace('Bearer ', '');
  if (!token) return res.sendStatus(401);
  const installation = await Installation.findOne({ where: { hookToken: token } });
  if (!installation) return res.sendStatus(401);

  await notes.insert({ installation: installation.id, text: req.body.text });
  res.sendStatus(204);
});
