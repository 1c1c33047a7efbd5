import express from 'express';
import twilio from 'twilio';
import { messages } from './messages';

const app = express();
app.use(express.urlencoded({ extended: false }));

app.post('/hooks/sms', twilio.webhook({ validate: false }), async (req, res) => { // want fail-open-verification "`validate` switches the check off" want missing-idempotency "`messages.insert` writes one more entry"
  await messages.insert({ from: req.body.From, text: req.body.Body });
  res.type('text/xml').send('<Response/>');
});
