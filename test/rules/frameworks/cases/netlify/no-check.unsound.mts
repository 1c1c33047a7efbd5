// path: netlify/functions/tent-hook.mts
import { tents } from '../../lib/tents';
import type { Config, Context } from '@netlify/functions';

export const config: Config = { path: '/hooks/tents' };

export default async (request: Request, context: Context) => { // want missing-signature-verification "no signature check"
  const raw = await request.text();
  const { tent, poles } = JSON.parse(raw);
  await tents.insertOne({ tent, poles });
  return Response.json({ ok: true });
};
