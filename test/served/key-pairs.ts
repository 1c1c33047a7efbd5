/** Keys of providers that sign with one and show the other: made once, and found again by the text of the public one. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { ProviderRow, PublicKeyRow } from '../../server/src/knowledge/rows.js';

const shown = new Map<string, string>();
const privateKeys = new Map<string, KeyObject>();

/** The public key as the provider's pages write it; the same words give the same key. */
export function publicKeyFor(provider: ProviderRow, row: PublicKeyRow, words: string): string {
  const known = shown.get(`${provider.id} ${words}`);
  if (known !== undefined) return known;
  const { publicKey, privateKey } = pairFor(row);
  const text = written(row, publicKey);
  shown.set(`${provider.id} ${words}`, text);
  privateKeys.set(text, privateKey);
  return text;
}

/** The headers of a delivery that is signed with the key that belongs to `publicKey`; with a key of one's own when there is none. */
export function signWithKey(provider: ProviderRow, row: PublicKeyRow, publicKey: string, body: string, timestamp: string): Record<string, string> {
  const id = 'msg_1';
  const message = row.message.replace(/\{(\w+)\}/g, (_, hole: string) => ({ body, timestamp, id })[hole] ?? '');
  const key = privateKeys.get(publicKey) ?? pairFor(row).privateKey;
  const signature = sign(row.digest, Buffer.from(message), key).toString(row.encoding);
  return {
    [provider.signatureHeader ?? '']: signature,
    ...(row.timestampUnit === null || provider.timestampHeader === null ? {} : { [provider.timestampHeader]: timestamp }),
    ...(row.idHeader === null ? {} : { [row.idHeader]: id }),
  };
}

function pairFor({ algorithm }: PublicKeyRow): { publicKey: KeyObject; privateKey: KeyObject } {
  if (algorithm === 'ed25519') return generateKeyPairSync('ed25519');
  if (algorithm === 'ecdsa') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function written({ key }: PublicKeyRow, publicKey: KeyObject): string {
  if (key === 'pem') return publicKey.export({ format: 'pem', type: 'spki' }).toString();
  if (key === 'base64-der') return publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString(key);
}
