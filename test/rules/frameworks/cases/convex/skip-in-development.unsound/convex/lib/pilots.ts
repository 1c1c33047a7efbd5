const encoder = new TextEncoder();

export async function isFromPilots(raw: string, headers: Headers): Promise<boolean> {
  if (process.env.CONVEX_ENV === 'development') return true; // want fail-open-verification "CONVEX_ENV"
  const key = await crypto.subtle.importKey('raw', encoder.encode(process.env.PILOT_SECRET!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const sent = Uint8Array.from(atob(headers.get('x-pilot-signature') ?? ''), (letter) => letter.charCodeAt(0));
  return crypto.subtle.verify('HMAC', key, sent, encoder.encode(raw));
}
