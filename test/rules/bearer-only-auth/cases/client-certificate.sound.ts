import { readFileSync } from 'node:fs';
import https from 'node:https';
import type { TLSSocket } from 'node:tls';
import express from 'express';
import { kites } from './kites';

const app = express();
app.use(express.json());

app.post('/hooks/kites', async (req, res) => {
  const socket = req.socket as TLSSocket;
  if (!socket.authorized) return res.sendStatus(401);
  if (!req.headers.authorization?.startsWith('Bearer ')) return res.sendStatus(401);

  await kites.insert({ kite: req.body.kite, wind: req.body.wind });
  res.sendStatus(204);
});

https.createServer({ key: readFileSync('key.pem'), cert: readFileSync('cert.pem'), ca: readFileSync('sender.pem'), requestCert: true, rejectUnauthorized: false }, app).listen(8443);
