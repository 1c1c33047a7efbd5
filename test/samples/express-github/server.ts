import { createHmac } from 'node:crypto';
import express from 'express';
import { deployments } from './deployments.js';

export const app = express();

app.get('/deployments', async (req, res) => {
  res.json(await deployments.all());
});

app.post('/webhooks/github', express.raw({ type: 'application/json' }), async (req, res) => {
  const secret = process.env.GITHUB_WEBHOOK_SECRET;
  if (secret) {
    const expected = `sha256=${createHmac('sha256', secret).update(req.body).digest('hex')}`;
    if (req.get('X-Hub-Signature-256') !== expected) {
      res.status(401).send('signature does not match');
      return;
    }
  }

  const event = JSON.parse(req.body.toString('utf8'));
  if (req.get('X-GitHub-Event') === 'push' && event.ref === 'refs/heads/main') {
    await deployments.insert({ repository: event.repository.full_name, commit: event.after });
  }
  res.status(202).send('accepted');
});

if (process.env.PORT) {
  app.listen(Number(process.env.PORT));
}
