// The library checks; what is put around it only writes down who called.
import { type NextJsWebhookHandler, SaleorAsyncWebhook } from '@saleor/app-sdk/handlers/next';
import { named } from '../../../lib/named';
import { traced } from '../../../lib/traced';
import { apl, letters } from '../../../lib/app';

const created = new SaleorAsyncWebhook<{ user: { email: string } }>({
  name: 'Customer created',
  webhookPath: 'api/webhooks/customers',
  event: 'CUSTOMER_CREATED',
  apl,
  query: 'subscription { event { ... on CustomerCreated { user { email } } } }',
});

const handler: NextJsWebhookHandler<{ user: { email: string } }> = async (req, res, { payload }) => {
  await letters.upsert({ to: payload.user.email, kind: 'welcome' });
  res.status(200).end();
};

export default named(traced(created.createHandler(handler)), 'customers');

export const config = { api: { bodyParser: false } };
