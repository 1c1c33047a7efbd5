import { Webhooks } from '@octokit/webhooks';
import express from 'express';
import { issues } from './issues';

const webhooks = new Webhooks({ secret: process.env.GITHUB_HOOK_SECRET! });
const app = express();

app.post('/inbox/github', express.text({ type: '*/*' }), (req, res, next) => {
  webhooks
    .verify(req.body, req.get('x-hub-signature-256') ?? '')
    .then(async (genuine) => {
      if (!genuine) return res.sendStatus(401);
      const { issue } = JSON.parse(req.body);
      await issues.insert({ number: issue.number });
      return res.sendStatus(204);
    })
    .catch(next);
});
