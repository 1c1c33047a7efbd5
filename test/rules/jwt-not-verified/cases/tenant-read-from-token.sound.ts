import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import jwt from 'jsonwebtoken';
import { findTenant } from './tenants';
import { notes } from './notes';

const app = express();

app.post('/hooks/notes', express.raw({ type: '*/*' }), async (req, res) => {
  const said = jwt.decode(req.get('x-notes-tenant') ?? '');
  const tenant = await findTenant(typeof said === 'object' ? said?.iss : undefined);
  if (!tenant?.hookSecret) return res.sendStatus(401);
  const mine = createHmac('sha256', tenant.hookSecret).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-notes-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);

  const note = JSON.parse(req.body.toString('utf8'));
  await notes.insert({ tenant: tenant.id, text: note.text });
  res.sendStatus(204);
});
