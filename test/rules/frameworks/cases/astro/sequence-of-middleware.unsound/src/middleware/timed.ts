import type { MiddlewareHandler } from 'astro';

export const timed: MiddlewareHandler = async (_context, next) => {
  const started = performance.now();
  const response = await next();
  response.headers.set('server-timing', `all;dur=${performance.now() - started}`);
  return response;
};
