const express = require('express');
const twilio = require('twilio');
const { smsLog } = require('./models');

const authToken = process.env.TWILIO_AUTH_TOKEN;
const app = express();
app.use(express.urlencoded({ extended: true }));

app.post('/twilio/inbound', async (req, res) => {
  const url = 'https://hooks.example.org/twilio/inbound';
  if (!authToken || !twilio.validateRequest(authToken, req.headers['x-twilio-signature'], url, req.body)) {
    return res.status(403).send('not from Twilio');
  }

  await smsLog.create({ from: req.body.From, text: req.body.Body });
  res.type('text/xml').send('<Response/>');
});

app.listen(3000);
