import type { Context, MiddlewareHandler } from 'hono';

interface Options {
  header: string;
  secret: (c: Context) => string;
}

export function hmac({ header, secret }: Options): MiddlewareHandler {
  return async function check(c, next) {
    const given = c.req.header(header);
    if (!given) return c.text('unauthorized', 401);
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret(c)), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    const bytes = Uint8Array.from(atob(given), (one) => one.charCodeAt(0));
    const genuine = await crypto.subtle.verify('HMAC', key, bytes, await c.req.raw.clone().arrayBuffer());
    if (!genuine) return c.text('unauthorized', 401);
    return next();
  };
}
