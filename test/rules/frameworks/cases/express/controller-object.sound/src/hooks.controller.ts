import type { Request, Response } from 'express';
import type { SignatureChecker } from './signature-checker';
import { parcels } from './parcels';

export class HooksController {
  constructor(private readonly checker: SignatureChecker) {}

  receive = async (req: Request, res: Response) => {
    if (!this.checker.accepts(req.body, req.get('x-depot-signature'))) {
      res.sendStatus(401);
      return;
    }
    await parcels.insertOne(JSON.parse(req.body));
    res.sendStatus(204);
  };
}
