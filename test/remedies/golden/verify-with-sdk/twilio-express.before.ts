import express from 'express';
import twilio from 'twilio';

const app = express();

app.post('/sms', (req, res) => {
  const reply = new twilio.twiml.MessagingResponse();
  reply.message(`You said ${req.body.Body}`);
  res.type('text/xml').send(reply.toString());
});
