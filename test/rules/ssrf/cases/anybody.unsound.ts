import express from 'express';

const app = express();
app.use(express.json());

app.post('/webhooks/pings', async (req, res) => { // want missing-signature-verification "/webhooks/pings"
  const event = req.body;
  await fetch(event.reply_to, { method: 'POST' }); // want ssrf "decides which host"
  res.sendStatus(204);
});
