import { timingSafeEqual } from 'node:crypto';
import express from 'express';
import { pipelines } from './pipelines';

const app = express();
app.use(express.json());

app.post('/hooks/gitlab', async (req, res) => {
  const given = Buffer.from(req.get('x-gitlab-token') ?? '');
  const expected = Buffer.from(process.env.GITLAB_HOOK_TOKEN!);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return res.sendStatus(401);

  await pipelines.insert({ id: req.body.object_attributes.id, state: req.body.object_attributes.status });
  res.sendStatus(200);
});
