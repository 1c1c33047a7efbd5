import { execFile } from 'node:child_process';
import express from 'express';

const app = express();
app.post('/hooks/deploy', (_req, res) => { // want missing-signature-verification "no signature" want missing-rate-limit "nothing asks who sends"
  execFile('/usr/local/bin/deploy');
  res.sendStatus(202);
});
