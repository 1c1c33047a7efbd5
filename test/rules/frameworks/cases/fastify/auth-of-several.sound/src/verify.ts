import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

export function verifySignature(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void) {
  const mine = createHmac('sha256', process.env.SEDGE_SECRET!).update(request.rawBody!).digest();
  const theirs = Buffer.from(String(request.headers['x-sedge-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return done(new Error('forged'));
  done();
}

export async function verifyToken(request: FastifyRequest) {
  const kept = Buffer.from(process.env.SEDGE_TOKEN!);
  const sent = Buffer.from(String(request.headers['x-sedge-token'] ?? ''));
  if (kept.length !== sent.length || !timingSafeEqual(kept, sent)) throw new Error('wrong token');
}
