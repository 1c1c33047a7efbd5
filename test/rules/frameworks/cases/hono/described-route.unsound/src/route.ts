import { createRoute, z } from '@hono/zod-openapi';
import { logged } from './logged';

export const route = createRoute({
  method: 'post',
  path: '/hooks/silos',
  middleware: [logged] as const,
  request: { body: { content: { 'application/json': { schema: z.object({ silo: z.string(), tons: z.number() }) } } } },
  responses: { 204: { description: 'taken' } },
});
