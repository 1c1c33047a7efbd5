import { Webhooks } from '@octokit/webhooks';
import express from 'express';
import { issues } from './issues';

const webhooks = new Webhooks({ secret: process.env.GITHUB_HOOK_SECRET! });
const app = express();

app.post('/inbox/github', express.text({ type: '*/*' }), async (req, res) => {
  webhooks.verify(req.body, req.get('x-hub-signature-256') ?? '').then((genuine) => {
    if (!genuine) console.warn('a delivery was forged'); // want fail-open-verification "does not stop"
  });

  const { issue } = JSON.parse(req.body);
  await issues.insert({ number: issue.number });
  res.sendStatus(204);
});
