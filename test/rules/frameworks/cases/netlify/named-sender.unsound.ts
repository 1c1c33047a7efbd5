// path: netlify/functions/netlify-webhook.ts
import { deploys } from '../../lib/deploys';

export default async (request: Request) => { // want missing-signature-verification "Netlify"
  const { site_id, deploy_url } = await request.json();
  await deploys.updateOne({ site: String(site_id) }, { $set: { url: String(deploy_url) } }, { upsert: true });
  return new Response(null, { status: 204 });
};
