const express = require('express');
const bodyParser = require('body-parser');
const { exec } = require('child_process');
const { deployments } = require('./store');

const app = express();
app.use(bodyParser.json());

app.post('/inbox/github', function (req, res) { // want missing-signature-verification "no signature"
  const event = req.headers['x-github-event'];
  const delivery = req.headers['x-github-delivery'];

  if (event !== 'push') {
    return res.status(202).send('ignored');
  }
  if (req.body.ref !== 'refs/heads/main') {
    return res.status(202).send('not the main branch');
  }

  deployments.insert({ delivery, commit: req.body.after });
  exec('git pull && npm ci && npm run build', (err) => {
    if (err) console.error('deploy failed', err);
  });
  res.status(200).send('deploying');
});

app.listen(process.env.PORT || 8080);
