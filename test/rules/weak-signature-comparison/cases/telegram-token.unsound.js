const express = require('express');
const { reminders } = require('./reminders');

const app = express();
app.use(express.json());

const secretToken = process.env.TELEGRAM_SECRET_TOKEN;
if (!secretToken) throw new Error('TELEGRAM_SECRET_TOKEN is not set');

app.post('/telegram/webhook', async (req, res) => {
  if (req.headers['x-telegram-bot-api-secret-token'] !== secretToken) { // want weak-signature-comparison "constant time"
    return res.sendStatus(403);
  }
  const { message } = req.body;
  if (message && message.text === '/clear') {
    await reminders.deleteMany({ chat: message.chat.id });
  }
  res.sendStatus(200);
});
