import { createVerify } from 'node:crypto';
import express from 'express';
import { alarms } from './alarms';

const app = express();

app.post('/hooks/alarms', express.text({ type: '*/*' }), async (req, res) => {
  const message = JSON.parse(req.body);
  const answer = await fetch(message.SigningCertURL); // want fail-open-verification "chooses the key"
  const pem = await answer.text();
  const verifier = createVerify('RSA-SHA256');
  verifier.update(`Message\n${message.Message}\nMessageId\n${message.MessageId}\nTimestamp\n${message.Timestamp}\n`);
  if (!verifier.verify(pem, message.Signature, 'base64')) return res.sendStatus(403);
  await alarms.insertOne({ id: message.MessageId });
  return res.sendStatus(200);
});
