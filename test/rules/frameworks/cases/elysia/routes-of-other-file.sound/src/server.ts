import { Elysia } from 'elysia';
import { hooks } from './hooks';

new Elysia()
  .onBeforeHandle(async ({ request, status }) => {
    if (request.headers.get('x-tenant') === null) return status(400);
  })
  .use(hooks)
  .listen(3000);
