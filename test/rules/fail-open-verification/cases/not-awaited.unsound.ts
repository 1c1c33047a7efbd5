import { Webhooks } from '@octokit/webhooks';
import express from 'express';
import { issues } from './issues';

const webhooks = new Webhooks({ secret: process.env.GITHUB_HOOK_SECRET! });
const app = express();

app.post('/inbox/github', express.text({ type: 'application/json' }), async (req, res) => {
  const signature = req.get('x-hub-signature-256') ?? '';
  if (!webhooks.verify(req.body, signature)) { // want fail-open-verification "not awaited"
    return res.sendStatus(401);
  }

  const { issue, action } = JSON.parse(req.body);
  if (action === 'opened') await issues.insert({ number: issue.number, title: issue.title });
  res.sendStatus(204);
});
