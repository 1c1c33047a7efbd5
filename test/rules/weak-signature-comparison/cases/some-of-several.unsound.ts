import { createHmac } from 'node:crypto';
import express from 'express';
import { mails } from './mails';

const app = express();

app.post('/hooks/mail', express.text({ type: '*/*' }), async (req, res) => {
  const id = req.get('webhook-id');
  const timestamp = req.get('webhook-timestamp');
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) < 300)) return res.sendStatus(401);
  const key = Buffer.from(process.env.MAIL_HOOK_SECRET!.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${req.body}`).digest('base64');

  const given = (req.get('webhook-signature') ?? '').split(' ').map((part) => part.split(',')[1]);
  const genuine = given.some((signature) => signature === expected); // want weak-signature-comparison "constant time"
  if (!genuine) return res.sendStatus(401);

  await mails.insert(JSON.parse(req.body));
  res.sendStatus(204);
});
