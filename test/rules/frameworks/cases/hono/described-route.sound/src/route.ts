import { createRoute, z } from '@hono/zod-openapi';
import { signed } from './signed';

export const route = createRoute({
  method: 'post',
  path: '/hooks/silos',
  middleware: [signed] as const,
  request: { body: { content: { 'application/json': { schema: z.object({ silo: z.string(), tons: z.number() }) } } } },
  responses: { 204: { description: 'taken' } },
});
