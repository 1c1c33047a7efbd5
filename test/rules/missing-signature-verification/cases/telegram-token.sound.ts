import { timingSafeEqual } from 'node:crypto';
import express from 'express';
import { reminders } from './reminders';

const SECRET = process.env.TELEGRAM_SECRET_TOKEN;
if (!SECRET) {
  throw new Error('TELEGRAM_SECRET_TOKEN is required');
}
const expected = Buffer.from(SECRET);

const app = express();
app.use(express.json());

app.post('/telegram/webhook', async (req, res) => {
  const given = Buffer.from(req.header('X-Telegram-Bot-Api-Secret-Token') ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return res.sendStatus(403);
  }

  const message = req.body.message;
  if (message?.text?.startsWith('/remind ')) {
    await reminders.insert({ chat: message.chat.id, what: message.text.slice(8) });
  }
  res.sendStatus(200);
});
