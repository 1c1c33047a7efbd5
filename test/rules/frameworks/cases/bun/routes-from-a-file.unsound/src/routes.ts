import { boats } from './lib/boats';

export const routes = {
  '/ready': new Response('yes'),
  '/hooks/boats': {
    async POST(request: Request) {
      await boats.insertOne(await request.json());
      return new Response(null, { status: 204 });
    },
  },
};
