import express from 'express';
import { createPublicKey, verify } from 'node:crypto';
import { InteractionResponseType, InteractionType, verifyKeyMiddleware } from 'discord-interactions';
import { polls } from './polls';

// Public by nature: it only verifies.
const VENDOR_KEY = createPublicKey(`-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----`);
const APPLICATION_KEY = 'f1a2b3c4d5e6f708192a3b4c5d6e7f80f1a2b3c4d5e6f708192a3b4c5d6e7f80';

const app = express();

app.post('/discord/interactions', verifyKeyMiddleware(APPLICATION_KEY), async (req, res) => {
  if (req.body.type === InteractionType.PING) return res.send({ type: InteractionResponseType.PONG });
  await polls.insert({ user: req.body.member.user.id, choice: req.body.data.custom_id });
  res.send({ type: InteractionResponseType.DEFERRED_UPDATE_MESSAGE });
});

app.post('/hooks/vendor', express.raw({ type: '*/*' }), async (req, res) => {
  const signature = Buffer.from(req.get('x-vendor-signature') ?? '', 'base64');
  if (!verify(null, req.body, VENDOR_KEY, signature)) return res.sendStatus(401);
  await polls.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
