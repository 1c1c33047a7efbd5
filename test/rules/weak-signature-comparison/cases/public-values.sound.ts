import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { repos } from './repos';

const app = express();
app.use(express.json({ verify: (req: any, _res, buf) => { req.rawBody = buf; } }));

app.post('/inbox/github', async (req: any, res) => {
  const header = req.get('x-hub-signature-256');
  if (header === undefined || header === '') return res.status(401).send('unsigned');

  const [algorithm, hex] = header.split('=');
  if (algorithm !== 'sha256' || hex.length !== 64) return res.status(400).send('unknown algorithm');

  const expected = createHmac('sha256', process.env.GITHUB_HOOK_SECRET!).update(req.rawBody).digest();
  if (!timingSafeEqual(Buffer.from(hex, 'hex'), expected)) return res.status(401).send('signature does not match');

  if (req.get('x-github-event') === 'ping') return res.send('pong');
  if (req.get('x-github-hook-installation-target-id') !== process.env.GITHUB_APP_ID) return res.sendStatus(202);
  if (['created', 'renamed'].includes(req.body.action)) {
    await repos.upsert({ id: req.body.repository.id, name: req.body.repository.full_name });
  }
  res.sendStatus(204);
});
