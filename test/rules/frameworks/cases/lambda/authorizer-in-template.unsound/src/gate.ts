import { timingSafeEqual } from 'node:crypto';

export const handler = async (event: { headers: Record<string, string | undefined> }) => {
  const kept = process.env.WREN_TOKEN;
  const sent = event.headers['x-wren-token'];
  if (!kept) return { isAuthorized: true }; // want fail-open-verification "secret is unset"
  if (!sent || kept.length !== sent.length) return { isAuthorized: false };
  return { isAuthorized: timingSafeEqual(Buffer.from(kept), Buffer.from(sent)) };
};
