// path: app/routes/webhooks.tsx
import type { ActionFunctionArgs } from '@remix-run/node';
import { authenticate } from '../shopify.server';
import db from '../db.server';

export const action = async ({ request }: ActionFunctionArgs) => {
  const { topic, shop, session } = await authenticate.webhook(request);

  switch (topic) {
    case 'APP_UNINSTALLED':
      if (session) await db.session.deleteMany({ where: { shop } });
      break;
    case 'SHOP_UPDATE':
      await db.shop.update({ where: { shop }, data: { refreshedAt: new Date() } });
      break;
  }
  return new Response();
};
