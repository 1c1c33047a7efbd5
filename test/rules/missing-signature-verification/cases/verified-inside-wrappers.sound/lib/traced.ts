import { trace } from '@opentelemetry/api';
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next';

export const traced = (handler: NextApiHandler) => (req: NextApiRequest, res: NextApiResponse) => {
  const shop = req.headers['saleor-domain'] as string | undefined;
  if (shop) trace.getActiveSpan()?.setAttribute('shop', shop);
  return handler(req, res);
};
