import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

export function verifySignature(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void) {
  const secret = process.env.SEDGE_SECRET;
  if (!secret) return done(); // want fail-open-verification "secret is unset"
  const mine = createHmac('sha256', secret).update(request.rawBody!).digest();
  const theirs = Buffer.from(String(request.headers['x-sedge-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return done(new Error('forged'));
  done();
}

export async function verifyToken(request: FastifyRequest) {
  if (request.headers['content-type'] !== 'application/json') throw new Error('not for us');
}
