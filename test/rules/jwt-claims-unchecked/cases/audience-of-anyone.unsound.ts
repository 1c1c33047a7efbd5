import { OAuth2Client } from 'google-auth-library';
import express from 'express';
import { barges } from './barges';

const app = express();
app.use(express.json());
const google = new OAuth2Client();

app.post('/hooks/barges', async (req, res) => {
  const token = req.get('authorization')?.replace('Bearer ', '');
  if (!token) return res.sendStatus(401);
  try {
    await google.verifyIdToken({ idToken: token }); // want jwt-claims-unchecked "nobody asks for whom"
  } catch {
    return res.sendStatus(401);
  }

  const message = JSON.parse(Buffer.from(req.body.message.data, 'base64').toString());
  await barges.insert({ lock: message.lock, barge: message.barge });
  res.sendStatus(204);
});
