import { shopify } from './shopify.js';
import type { Request, Response } from 'express';

export async function orders(req: Request, res: Response) {
  if (!(await shopify.webhooks.validate({ rawBody: req.body.toString(), rawRequest: req, rawResponse: res })).valid) {
    return res.sendStatus(401);
  }
  return res.sendStatus(204);
}
