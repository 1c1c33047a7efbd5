import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { events } from './events';

interface Source {
  header: string;
  secret: string | undefined;
  prefix: string;
}

const sources: Record<string, Source> = {
  github: { header: 'x-hub-signature-256', secret: process.env.GITHUB_HOOK_SECRET, prefix: 'sha256=' },
  gitea: { header: 'x-gitea-signature', secret: process.env.GITEA_HOOK_SECRET, prefix: '' },
};

const app = express();

app.post('/inbox/:source', express.raw({ type: '*/*' }), async (req, res) => {
  const source = sources[req.params.source];
  if (!source?.secret) return res.sendStatus(404);

  const mine = source.prefix + createHmac('sha256', source.secret).update(req.body).digest('hex');
  const theirs = req.get(source.header) ?? '';
  if (mine.length !== theirs.length || !timingSafeEqual(Buffer.from(mine), Buffer.from(theirs))) return res.sendStatus(401);

  await events.insert({ source: req.params.source, body: JSON.parse(req.body.toString('utf8')) });
  res.sendStatus(204);
});
