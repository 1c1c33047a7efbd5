import { createHash, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { looms } from './looms';

const app = express();
app.use(express.json());
const digest = (text: string) => createHash('sha256').update(text).digest();

app.post('/hooks/looms', async (req, res) => { // want-note bearer-only-auth "static Bearer token"
  const token = req.get('authorization')?.slice(7) ?? '';
  if (!timingSafeEqual(digest(token), digest(process.env.LOOM_TOKEN!))) return res.sendStatus(401);

  await looms.insert({ loom: req.body.loom, thread: req.body.thread });
  res.sendStatus(204);
});
