import express from 'express';
import { conversations } from './conversations';

const VERIFY_TOKEN = process.env.MESSENGER_VERIFY_TOKEN;
const app = express();
app.use(express.json());

app.get('/messenger/hook', (req, res) => {
  const mode = req.query['hub.mode'];
  const token = req.query['hub.verify_token'];
  if (mode === 'subscribe' && token === VERIFY_TOKEN) {
    return res.status(200).send(req.query['hub.challenge']);
  }
  return res.sendStatus(403);
});

app.post('/messenger/hook', async (req, res) => { // want missing-signature-verification "challenge"
  if (req.body.object !== 'page') return res.sendStatus(404);

  for (const entry of req.body.entry) {
    for (const messaging of entry.messaging) {
      await conversations.insert({ from: messaging.sender.id, text: messaging.message?.text });
    }
  }
  res.status(200).send('EVENT_RECEIVED');
});
