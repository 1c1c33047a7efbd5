import type { Request, Response } from 'express';
import { Pool } from 'pg';
import type { SignatureChecker } from './signature-checker';

type Delivery = Request & { rawBody?: Buffer };

export class InvoiceController {
  private readonly pool = new Pool();

  constructor(private readonly checker: SignatureChecker) {}

  async receive(req: Delivery, res: Response) {
    if (!this.checker.accepts(req)) return res.status(401).json({ error: 'unauthorized' });
    await this.pool.query('insert into invoices (number, cents) values ($1, $2) on conflict do nothing', [req.body.number, req.body.cents]);
    return res.sendStatus(204);
  }

  async remind(req: Delivery, res: Response) {
    if (!this.checker.accepts(req)) return res.status(401).json({ error: 'unauthorized' });
    await this.pool.query('update invoices set reminded = now() where number = $1', [req.body.number]);
    return res.sendStatus(204);
  }
}
