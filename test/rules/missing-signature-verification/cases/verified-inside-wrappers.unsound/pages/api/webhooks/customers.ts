// The same wrappers around a handler that nothing checks.
import type { NextApiHandler } from 'next';
import { letters } from '../../../lib/app';
import { named } from '../../../lib/named';
import { traced } from '../../../lib/traced';

const handler: NextApiHandler = async (req, res) => {
  await letters.sendMail({ to: req.body.user.email, kind: 'welcome' });
  res.status(200).end();
};

export default named(traced(handler), 'customers'); // want missing-signature-verification "no signature check" want missing-idempotency "`letters.sendMail` sends once more"
