import { createMiddleware } from 'hono/factory';

export const logged = createMiddleware(async (c, next) => {
  console.info(c.req.method, c.req.path);
  await next();
});
