const { timingSafeEqual } = require('node:crypto');
const express = require('express');
const { notes } = require('./notes');

const app = express();
app.use(express.json());

app.post('/telegram/updates/:token', async (req, res) => {
  const secret = process.env.TELEGRAM_WEBHOOK_TOKEN;
  if (!secret) {
    return res.status(500).send('Webhook secret is not configured.');
  }
  if (!safeEqual(req.get('x-telegram-bot-api-secret-token'), secret)) {
    return res.status(401).send('Invalid token.');
  }
  const sent = Buffer.from(req.params.token);
  const kept = Buffer.from(process.env.BOT_TOKEN);
  if (sent.length !== kept.length || !timingSafeEqual(sent, kept)) return res.sendStatus(404);

  await notes.insert({ chat: req.body.message.chat.id });
  res.sendStatus(200);
});

function safeEqual(left, right) {
  if (typeof left !== 'string' || typeof right !== 'string') {
    return false;
  }
  const leftBytes = Buffer.from(left);
  const rightBytes = Buffer.from(right);
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}
