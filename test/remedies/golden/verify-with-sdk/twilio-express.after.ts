import express from 'express';
import twilio from 'twilio';

const app = express();

app.post('/sms', express.urlencoded({ extended: false }), (req, res) => {
  const authToken = process.env.TWILIO_AUTH_TOKEN;
  const publicUrl = process.env.PUBLIC_URL;
  if (!authToken || !publicUrl) {
    res.status(500).send('Webhook secret is not configured.');
    return;
  }
  if (
    !twilio.validateRequest(
      authToken,
      req.get('x-twilio-signature') ?? '',
      publicUrl + req.originalUrl,
      req.body ?? {},
    )
  ) {
    res.status(401).send('Invalid signature.');
    return;
  }
  const reply = new twilio.twiml.MessagingResponse();
  reply.message(`You said ${req.body.Body}`);
  res.type('text/xml').send(reply.toString());
});
