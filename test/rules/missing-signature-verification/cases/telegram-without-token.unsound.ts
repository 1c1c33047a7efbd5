import express from 'express';
import { reminders } from './reminders';

const app = express();
app.use(express.json());

interface Update {
  update_id: number;
  message?: { chat: { id: number }; text?: string };
}

app.post('/telegram/webhook', async (req, res) => { // want missing-signature-verification "no signature"
  const update: Update = req.body;
  const text = update.message?.text ?? '';

  if (text.startsWith('/remind ')) {
    await reminders.insert({ chat: update.message!.chat.id, what: text.slice(8) });
  } else if (text === '/clear') {
    await reminders.deleteMany({ chat: update.message!.chat.id });
  }

  res.sendStatus(200);
});
