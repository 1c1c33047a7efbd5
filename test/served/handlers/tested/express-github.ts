import { appendFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import express from 'express';

export const app = express();

app.post('/hooks/github', async (req, res) => {
  if (req.get('x-github-event') === 'star') await appendFile(devNull, 'one more');
  res.sendStatus(204);
});
