import { Webhooks } from '@octokit/webhooks';
import express from 'express';
import { issues } from './issues';

const webhooks = new Webhooks({ secret: process.env.GITHUB_HOOK_SECRET || 'development' }); // want hardcoded-secret "default"
const app = express();

app.post('/inbox/github', express.text({ type: 'application/json' }), async (req, res) => {
  if (!(await webhooks.verify(req.body, req.get('x-hub-signature-256') ?? ''))) return res.sendStatus(401);

  const { issue, action } = JSON.parse(req.body);
  if (action === 'opened') await issues.insert({ number: issue.number });
  res.sendStatus(204);
});
