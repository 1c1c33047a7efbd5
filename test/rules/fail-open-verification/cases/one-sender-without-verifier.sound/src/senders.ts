import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { firings, glazes } from './store';

function signed(req: Request, header: string, secret: string): boolean {
  const mine = createHmac('sha256', secret).update(req.body).digest();
  const theirs = Buffer.from(req.get(header) ?? '', 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

interface Sender {
  verify(req: Request): boolean;
  handle(req: Request): Promise<void>;
}

export const senders: Record<string, Sender> = {
  kilns: {
    verify: (req) => signed(req, 'x-kiln-signature', process.env.KILN_SECRET!),
    handle: async (req) => firings.insert(JSON.parse(req.body.toString('utf8'))),
  },
  glazes: {
    verify: (req) => signed(req, 'x-glaze-signature', process.env.GLAZE_SECRET!),
    handle: async (req) => glazes.insert(JSON.parse(req.body.toString('utf8'))),
  },
};
