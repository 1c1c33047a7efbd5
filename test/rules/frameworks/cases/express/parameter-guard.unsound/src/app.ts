import express from 'express';
import { tenants } from './tenants';
import { proven } from './proven';

export const app = express();
app.use('/hooks', express.raw({ type: '*/*' }));

const router = express.Router();
router.param('tenant', proven);
router.post('/:account/delivered', async (req, res) => { // want missing-signature-verification "no signature" want missing-idempotency "`tenants.updateOne` counts once more"
  await tenants.updateOne({ id: req.params.account }, { $push: { seen: JSON.parse(req.body.toString()).id } });
  res.sendStatus(204);
});
app.use('/hooks', router);
