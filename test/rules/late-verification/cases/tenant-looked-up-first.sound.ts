import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { prisma } from './prisma';

const app = express();

app.post('/hooks/tenants/:slug', express.raw({ type: 'application/json' }), async (req, res) => {
  const claimed = JSON.parse(req.body.toString('utf8'));
  const tenant = await prisma.tenant.findUnique({ where: { slug: req.params.slug, accountId: claimed.account } });
  if (!tenant?.hookSecret) return res.sendStatus(404);

  const expected = createHmac('sha256', tenant.hookSecret).update(req.body).digest();
  const received = Buffer.from(req.get('x-tenant-signature') ?? '', 'hex');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) return res.sendStatus(401);

  await prisma.event.create({ data: { tenantId: tenant.id, kind: claimed.kind } });
  res.sendStatus(202);
});
