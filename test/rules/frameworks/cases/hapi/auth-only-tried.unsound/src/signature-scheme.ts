import Boom from '@hapi/boom';
import type { ServerAuthScheme } from '@hapi/hapi';
import { isGenuine } from './genuine';

export const signatureScheme: ServerAuthScheme = (_server, options) => ({
  authenticate: (request, h) => {
    if (!request.headers['x-depot-signature']) throw Boom.unauthorized(null, 'signature');
    return h.authenticated({ credentials: { signature: request.headers['x-depot-signature'] } });
  },
  payload: (request, h) => {
    const signature = String(request.auth.credentials.signature);
    if (!isGenuine(request.payload as Buffer, signature, options!.secret)) throw Boom.unauthorized();
    return h.continue;
  },
});
