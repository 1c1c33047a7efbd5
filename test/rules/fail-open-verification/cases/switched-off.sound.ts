import express from 'express';
import twilio from 'twilio';
import { messages } from './messages';

const app = express();
app.use(express.urlencoded({ extended: false }));

app.post('/hooks/sms', twilio.webhook({ validate: true }), async (req, res) => {
  await messages.upsert({ from: req.body.From, text: req.body.Body });
  res.type('text/xml').send('<Response/>');
});
