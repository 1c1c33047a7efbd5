import { isGenuine } from '@yard/signing';
import { tents } from '../../lib/tents';
import type { Config, Context } from '@netlify/functions';

export const config: Config = { path: '/hooks/tents' };

export default async (request: Request, context: Context) => {
  const raw = await request.text();
  if (!isGenuine(raw, request.headers.get('x-tent-signature'), Netlify.env.get('TENT_SECRET'))) {
    return new Response('unauthorized', { status: 401 });
  }
  const { tent, poles } = JSON.parse(raw);
  await tents.insertOne({ tent, poles });
  return Response.json({ ok: true });
};
