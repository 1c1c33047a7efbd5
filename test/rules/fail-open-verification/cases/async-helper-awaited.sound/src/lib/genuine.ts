export async function isGenuine(raw: string, header: string | null): Promise<boolean> {
  if (!header) return false;
  const bytes = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', bytes.encode(process.env.FORM_SECRET), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const signature = Uint8Array.from(atob(header), (char) => char.charCodeAt(0));
  return crypto.subtle.verify('HMAC', key, signature, bytes.encode(raw));
}
