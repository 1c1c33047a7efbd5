import { createHmac } from 'node:crypto';

export function sealed(body: Buffer, seal: string): boolean {
  return createHmac('sha256', process.env.SEAL_SECRET!).update(body).digest('hex') === seal;
}
