import express from 'express';

const app = express();
app.use(express.json());

app.post('/webhooks/leave', async (req, res) => { // want missing-signature-verification "/webhooks/leave"
  const event = req.body;
  if (event.target) return res.redirect(event.target); // want open-redirect "decides where"
  res.sendStatus(204);
});
