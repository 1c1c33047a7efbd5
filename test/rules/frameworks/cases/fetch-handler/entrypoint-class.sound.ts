// path: src/intake.ts
import { WorkerEntrypoint } from 'cloudflare:workers';

export default class Intake extends WorkerEntrypoint<{ PIPE_SECRET: string; PIPES: KVNamespace }> {
  async fetch(request: Request): Promise<Response> {
    const raw = await request.text();
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(this.env.PIPE_SECRET), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    const given = Uint8Array.from(atob(request.headers.get('x-pipe-signature') ?? ''), (one) => one.charCodeAt(0));
    if (!(await crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw)))) return new Response('unauthorized', { status: 401 });
    await this.env.PIPES.put(JSON.parse(raw).pipe, raw);
    return new Response(null, { status: 204 });
  }
}
