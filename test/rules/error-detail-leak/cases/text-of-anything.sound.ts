import express from 'express';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';
import { logger } from './logger';

const app = express();
app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  try {
    await crates.insert(JSON.parse(req.body.toString()));
    res.sendStatus(204);
  } catch (error) {
    logger.error({ error: error instanceof Error ? error.message : String(error) });
    res.status(500).json({ error: 'not stored', id: req.get('x-crate-delivery') });
  }
});
