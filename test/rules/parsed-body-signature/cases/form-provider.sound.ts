import express from 'express';
import twilio from 'twilio';
import { calls } from './calls';

const app = express();
app.use(express.urlencoded({ extended: false }));

app.post('/twilio/voice', async (req, res) => {
  const signature = req.header('x-twilio-signature') ?? '';
  const url = `https://voice.example.org${req.originalUrl}`;
  if (!twilio.validateRequest(process.env.TWILIO_AUTH_TOKEN!, signature, url, req.body)) {
    return res.status(403).send('not from Twilio');
  }

  await calls.insert({ sid: req.body.CallSid, from: req.body.From });
  res.type('text/xml').send('<Response><Say>Hello</Say></Response>');
});
