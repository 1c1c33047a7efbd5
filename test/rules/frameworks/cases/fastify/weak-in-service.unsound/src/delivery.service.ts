import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export class DeliveryService {
  constructor(private readonly secret: string) {}

  isGenuine(raw: Buffer, headers: IncomingHttpHeaders): boolean {
    const mine = createHmac('sha256', this.secret).update(raw).digest('hex');
    return headers['x-depot-signature'] === mine; // want weak-signature-comparison "constant time"
  }
}
