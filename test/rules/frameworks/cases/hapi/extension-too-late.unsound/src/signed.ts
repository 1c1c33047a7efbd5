import type { Lifecycle } from '@hapi/hapi';
import { isGenuine } from './genuine';

export const signed: Lifecycle.Method = (request, h) => {
  const signature = request.headers['x-depot-signature'];
  if (!signature || !isGenuine(request.payload as Buffer, signature, process.env.DEPOT_SECRET!)) {
    return h.response('unsigned').code(401).takeover();
  }
  return h.continue;
};
