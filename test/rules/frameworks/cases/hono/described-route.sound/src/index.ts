import { OpenAPIHono } from '@hono/zod-openapi';
import { route } from './route';
import { silos } from './silos';

const app = new OpenAPIHono();

app.openapi(route, async (c) => {
  const { silo, tons } = c.req.valid('json');
  await silos.insertOne({ silo, tons });
  return c.body(null, 204);
});

export default app;
