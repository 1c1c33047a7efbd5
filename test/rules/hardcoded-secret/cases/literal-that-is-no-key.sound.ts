import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { uploads } from './uploads';

const app = express();

app.post('/hooks/uploads', express.raw({ type: '*/*' }), async (req, res) => {
  const mine = createHmac('sha256', process.env.UPLOAD_SECRET!).update('v1:').update(req.body).digest();
  const theirs = Buffer.from(req.get('x-upload-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return res.status(401).json({ error: 'invalid_secret', hint: 'is the webhook secret the same on both sides?' });
  }

  const etag = createHash('md5').update('uploads').update(req.body).digest('hex');
  const { nextToken = 'none', key } = JSON.parse(req.body.toString('utf8'));
  await uploads.insert({ key, etag, nextToken });
  res.sendStatus(204);
});
