const express = require('express');
const { Webhook } = require('svix');
const { people } = require('./people');

const app = express();
const webhook = new Webhook('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'); // want hardcoded-secret "in the source"

app.post('/webhooks/people', express.raw({ type: 'application/json' }), async (req, res) => {
  let event;
  try {
    event = webhook.verify(req.body, req.headers);
  } catch (err) {
    return res.status(400).json({ error: 'bad signature' });
  }
  if (event.type === 'user.created') {
    await people.insert({ id: event.data.id });
  }
  res.json({ ok: true });
});
