/**
 * Does what is compared fit together, and does it fit what the sender sends? Asked of a comparison whose two sides were
 * followed from the header and from the hash; what was not followed is not judged.
 */
import type { Evidence } from './endpoints/evidence.js';
import type { ProviderIndex } from './endpoints/sender.js';
import type { Place } from './finding.js';
import { allOf, isKin, type Scheme, schemesOf } from './schemes.js';
import { BYTES, FROM_BASE64, FROM_HEX, HASHED, isBase64, MISCASED, PART, TEXT, WHOLE } from './shape.js';
import type { Attempt, HashState, Operand, Value } from './value.js';

export type Mismatch = Fault & {
  /** Shown on the path, or told by data that several sources agree on. */
  readonly isSure: boolean;
};

type Fault =
  /** The header is looked up with capitals among names that have none. */
  | { readonly kind: 'header-case'; readonly header: string; readonly at: Place }
  /** Bytes on one side, text on the other. */
  | { readonly kind: 'bytes-and-text'; readonly header: string }
  /** The bytes that a text stands for on one side, the text itself on the other. */
  | { readonly kind: 'decoded-once'; readonly header: string; readonly encoding: string }
  /** The digest was turned into text without an encoding. */
  | { readonly kind: 'no-encoding'; readonly header: string }
  | { readonly kind: 'encoding'; readonly header: string; readonly sent: string; readonly made: string }
  | { readonly kind: 'algorithm'; readonly header: string; readonly sent: string; readonly made: string }
  | { readonly kind: 'prefix'; readonly header: string; readonly sent: string; readonly made: string }
  /** Several values in one header, all of it compared with one digest. */
  | { readonly kind: 'list'; readonly header: string; readonly example: string }
  | { readonly kind: 'other-header'; readonly header: string; readonly sender: string; readonly expected: string };

export function mismatchOf(attempt: Attempt, evidence: Evidence, providers: ProviderIndex): Mismatch | null {
  if (attempt.varies) return null;
  const sure = (fault: Fault | null): Mismatch | null => (fault === null ? null : { ...fault, isSure: true });
  const misread = [attempt.left, attempt.right, attempt.sent].find((one) => one !== null && (one.value.shape & MISCASED) !== 0);
  if (misread?.value.at && misread.value.field) return sure({ kind: 'header-case', header: misread.value.field, at: misread.value.at });
  if (attempt.kind !== 'comparison') return null;
  const sides = sidesOf(attempt);
  if (sides === null) return null;
  const { sent, hash, header } = sides;
  const own = amongThemselves(attempt, sides);
  if (own !== null) return sure(own);
  const made = hash.prefix ?? '';
  if (attempt.mark && sent.shape & WHOLE && made !== attempt.mark) return sure({ kind: 'prefix', header, sent: attempt.mark, made });
  const schemes = schemesOf(providers, header, evidence);
  const told = otherThanSent(sent, hash, schemes);
  if (told !== null) return { ...told, isSure: allOf(schemes, ({ provider }) => provider.confidence === undefined) };
  const other = otherHeader(providers, header, evidence);
  return other === null ? null : { ...other, isSure: false };
}

interface Sides {
  readonly made: Value;
  readonly sent: Value;
  readonly hash: HashState;
  readonly header: string;
}

function sidesOf({ left, right }: Attempt): Sides | null {
  const made = [left, right].find((one) => isMade(one))?.value;
  const sent = [left, right].find((one) => one !== null && (one.value.shape & (WHOLE | PART)) !== 0)?.value;
  if (!made?.hash || !sent?.field || made === sent) return null;
  return { made, sent, hash: made.hash, header: sent.field };
}

function isMade(operand: Operand | null): boolean {
  return operand !== null && (operand.value.shape & HASHED) !== 0 && operand.value.hash !== null;
}

/** What can never be equal, whoever sends it. */
function amongThemselves(attempt: Attempt, { made, sent, hash, header }: Sides): Fault | null {
  if (hash.encoding === 'no text') return { kind: 'no-encoding', header };
  const madeIsRaw = hash.encoding === 'bytes';
  const sentIsRaw = (sent.shape & (FROM_HEX | FROM_BASE64)) !== 0;
  const isMixed = (made.shape & (TEXT | BYTES)) !== (sent.shape & (TEXT | BYTES));
  if (madeIsRaw !== sentIsRaw)
    return isMixed
      ? { kind: 'bytes-and-text', header }
      : { kind: 'decoded-once', header, encoding: sentIsRaw ? (sent.shape & FROM_HEX ? 'hex' : 'base64') : 'bytes' };
  return isMixed && attempt.throwsOn !== null ? { kind: 'bytes-and-text', header } : null;
}

function otherThanSent(sent: Value, hash: HashState, schemes: readonly Scheme[]): Fault | null {
  const [first] = schemes;
  if (first === undefined) return null;
  const { header, recipe } = first;
  const algorithm = plainName(hash.algorithm);
  if (algorithm !== null && allOf(schemes, (one) => one.recipe.digest !== algorithm))
    return { kind: 'algorithm', header, sent: recipe.digest, made: algorithm };

  const isRaw = (sent.shape & (FROM_HEX | FROM_BASE64)) !== 0;
  const taken = isRaw ? (sent.shape & FROM_HEX ? 'hex' : 'base64') : hash.encoding;
  if (taken === null) return null;
  if (allOf(schemes, (one) => !isWrittenAs(one.recipe.encoding, taken, isRaw))) return { kind: 'encoding', header, sent: recipe.encoding, made: taken };

  if (!(sent.shape & WHOLE)) return null;
  const prefix = hash.prefix ?? '';
  if (allOf(schemes, (one) => isList(one) && (isRaw || prefix === ''))) return { kind: 'list', header, example: exampleOf(first) };
  if (allOf(schemes, (one) => one.recipe.signature.format.kind === 'plain' && (isRaw ? prefixOf(one) !== '' : prefixOf(one) !== prefix)))
    return { kind: 'prefix', header, sent: prefixOf(first), made: isRaw ? '' : prefix };
  return null;
}

/** A header with the sender's name in it that the sender does not send. */
function otherHeader(providers: ProviderIndex, header: string, { provider, marks }: Evidence): Fault | null {
  if (provider?.recipe?.signature.in !== 'header' || provider.signatureHeader === null) return null;
  if (providers.byHeader(header).length > 0) return null;
  const isNamed = header.split('-').some((segment) => provider.words.includes(segment));
  const isRead = marks.some((mark) => mark.weight >= 3 && mark.provider !== null && isKin(mark.provider, provider));
  return isNamed || isRead ? { kind: 'other-header', header, sender: provider.name, expected: provider.signatureHeader } : null;
}

function isWrittenAs(sent: string, made: string, isDecoded: boolean): boolean {
  return sent === made || (isDecoded && isBase64(sent) && isBase64(made));
}

function isList({ recipe }: Scheme): boolean {
  return recipe.signature.format.kind === 'kv' || recipe.signature.format.kind === 'space-list';
}

function prefixOf({ recipe }: Scheme): string {
  return recipe.signature.format.prefix ?? '';
}

/** `t=…,v1=…`, as far as the row tells. */
function exampleOf({ recipe }: Scheme): string {
  const { kind, separator = ',', keyValueSeparator = '=', signatureKey, timestampKey, tag, tagSeparator = ',' } = recipe.signature.format;
  if (kind === 'space-list') return `${String(tag ?? 'v1')}${String(tagSeparator)}…`;
  const keys = [timestampKey, signatureKey].filter((key) => typeof key === 'string');
  return keys.map((key) => `${key}${String(keyValueSeparator)}…`).join(String(separator));
}

/** `SHA-256`, `sha256`: one name; null for what is not told or not known. */
export function plainName(algorithm: string | null): string | null {
  if (algorithm === null) return null;
  const name = algorithm.toLowerCase().replace(/^sha-/, 'sha');
  return /^(md5|sha1|sha256|sha384|sha512)$/.test(name) ? name : null;
}
