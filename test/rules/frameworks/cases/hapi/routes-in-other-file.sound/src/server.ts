import Hapi from '@hapi/hapi';
import { hookRoutes } from './routes/hooks';

export async function start() {
  const server = new Hapi.Server({ port: 3000 });
  server.route(hookRoutes);
  await server.start();
}
