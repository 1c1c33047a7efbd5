import { createVerify } from 'node:crypto';
import express from 'express';
import { alarms } from './alarms';

const app = express();

app.post('/hooks/alarms', express.text({ type: '*/*' }), async (req, res) => {
  const message = JSON.parse(req.body);
  const { protocol, hostname } = new URL(message.SigningCertURL);
  if (protocol !== 'https:' || !/^sns\.[a-z0-9-]+\.amazonaws\.com$/.test(hostname)) return res.sendStatus(403);
  const answer = await fetch(message.SigningCertURL);
  const pem = await answer.text();
  const verifier = createVerify('RSA-SHA256');
  verifier.update(`Message\n${message.Message}\nMessageId\n${message.MessageId}\nTimestamp\n${message.Timestamp}\n`);
  if (!verifier.verify(pem, message.Signature, 'base64')) return res.sendStatus(403);
  await alarms.insertOne({ id: message.MessageId });
  return res.sendStatus(200);
});
