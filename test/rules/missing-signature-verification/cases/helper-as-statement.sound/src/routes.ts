import { Router } from 'express';
import { assertGenuine } from './security/assert-genuine';
import { shipments } from './shipments';

export const routes = Router();

routes.post('/hooks/shipments', async (req, res, next) => {
  try {
    assertGenuine(req);
    await shipments.insert({ id: req.body.id, carrier: req.body.carrier });
    res.sendStatus(204);
  } catch (error) {
    next(error);
  }
});
