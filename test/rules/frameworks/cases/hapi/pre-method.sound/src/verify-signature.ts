import Boom from '@hapi/boom';
import type { Request } from '@hapi/hapi';
import { isGenuine } from './genuine';

export function verifySignature(request: Request) {
  const raw = request.payload as Buffer;
  const signature = request.headers['x-depot-signature'];
  if (!signature || !isGenuine(raw, signature, process.env.DEPOT_SECRET!)) throw Boom.unauthorized('bad signature');
  return JSON.parse(raw.toString('utf8'));
}
