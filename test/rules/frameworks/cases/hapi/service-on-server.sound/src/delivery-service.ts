import type { Request, ResponseToolkit } from '@hapi/hapi';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

export class DeliveryService {
  constructor(private readonly secret: string) {}

  async receive(request: Request, h: ResponseToolkit) {
    const raw = request.payload as Buffer;
    if (!isGenuine(raw, request.headers['x-depot-signature'] ?? '', this.secret)) return h.response().code(401);
    await parcels.insertOne(JSON.parse(raw.toString()));
    return h.response().code(204);
  }
}
