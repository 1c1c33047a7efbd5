import express from 'express';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();
app.post('/hooks/crates', express.raw({ type: '*/*' }), (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  crates
    .insert(JSON.parse(req.body.toString()))
    .then(() => res.sendStatus(204))
    .catch((problem: Error) => res.status(500).send(problem.message)); // want error-detail-leak "the text of an exception"
});
