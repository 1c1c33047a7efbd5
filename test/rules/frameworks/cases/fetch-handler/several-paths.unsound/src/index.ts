import { createHmac, timingSafeEqual } from 'node:crypto';
import { db } from './db';

export default {
 async fetch(request: Request, env: { PIPE_SECRET: string }) {
  const { pathname } = new URL(request.url);
  if (pathname === '/hooks/pipes') {
    const raw = await request.text();
    const mine = createHmac('sha256', env.PIPE_SECRET).update(raw).digest();
    const theirs = Buffer.from(request.headers.get('x-pipe-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response('unauthorized', { status: 401 });
    await db.collection('pipes').insertOne(JSON.parse(raw));
    return new Response(null, { status: 204 });
  }
  if (pathname === '/hooks/valves' && request.method === 'POST') { // want missing-signature-verification "no signature check"
    const { text } = await request.json();
    await db.collection('notes').insertOne({ text });
    return new Response(null, { status: 204 });
  }
  return new Response('not found', { status: 404 });
}
};
