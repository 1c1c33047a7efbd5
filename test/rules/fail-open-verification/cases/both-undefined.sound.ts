import { timingSafeEqual } from 'node:crypto';
import express from 'express';
import { firings } from './firings';

const app = express();
app.use(express.json());

app.post('/hooks/kilns', async (req, res) => {
  const wanted = process.env.KILN_HOOK_TOKEN;
  if (!wanted) return res.sendStatus(500);
  const given = Buffer.from(String(req.headers['x-kiln-token'] ?? ''));
  if (given.length !== Buffer.byteLength(wanted) || !timingSafeEqual(given, Buffer.from(wanted))) return res.sendStatus(401);
  await firings.insert(req.body);
  res.sendStatus(204);
});
