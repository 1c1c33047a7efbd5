const encoder = new TextEncoder();

export async function isGenuine(raw: string, signature: string | null): Promise<boolean> {
  const secret = process.env.MOOR_SECRET;
  if (!secret || !signature) return false;
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const sent = Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0));
  return crypto.subtle.verify('HMAC', key, sent, encoder.encode(raw));
}
