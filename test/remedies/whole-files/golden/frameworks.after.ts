import crypto from 'node:crypto';
import Fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import Router from '@koa/router';
import { db } from './db';

const secret = process.env.INBOX_SECRET!;
const macOf = (raw: Buffer | string): string => crypto.createHmac('sha256', secret).update(raw).digest('hex');
function same(a: string, b: string): boolean {
  return a.length === b.length && crypto.timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
function assertGenuine(raw: Buffer | string, sig: string): void {
  if (!same(macOf(raw), sig)) throw new Error('bad');
}

const fastify = Fastify();
fastify.post('/hooks/answered', async (request, reply) => {
  try {
    assertGenuine((request as unknown as { rawBody: Buffer }).rawBody, String(request.headers['x-sig']));
  } catch (e) {
    return reply.code(401).send({ error: 'no' });
  }
  await db.parcels.insert(request.body);
  return { ok: true };
});
fastify.post('/hooks/status-only', async (request, reply) => {
  try {
    assertGenuine((request as unknown as { rawBody: Buffer }).rawBody, String(request.headers['x-sig']));
  } catch (e) {
    return reply.code(401).send('Invalid signature.');
  }
  await db.parcels.insert(request.body);
  return { ok: true };
});

const hono = new Hono();
hono.post('/hooks/lost-answer', async (c) => {
  const raw = await c.req.text();
  try {
    assertGenuine(raw, c.req.header('x-sig') ?? '');
  } catch (e) {
    return c.text('no', 401);
  }
  await db.parcels.insert(JSON.parse(raw));
  return c.text('ok');
});
hono.post('/hooks/status-only', async (c) => {
  const raw = await c.req.text();
  if (!same(macOf(raw), c.req.header('x-sig') ?? '')) {
    c.status(401);
    return c.text('Invalid signature.', 401);
  }
  await db.parcels.insert(JSON.parse(raw));
  return c.text('ok');
});

const router = new Router();
router.post('/hooks/status', async (ctx) => {
  if (!same(macOf(ctx.request.rawBody), ctx.get('x-sig'))) {
    ctx.status = 401;
    return;
  }
  await db.parcels.insert(ctx.request.body);
  ctx.status = 204;
});
router.post('/hooks/body-only', async (ctx) => {
  try {
    assertGenuine(ctx.request.rawBody, ctx.get('x-sig'));
  } catch (e) {
    ctx.body = 'no';
    ctx.status = 400;
    return;
  }
  await db.parcels.insert(ctx.request.body);
  ctx.status = 204;
});
