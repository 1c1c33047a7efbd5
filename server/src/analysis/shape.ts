/**
 * How a value is written: all of a header or a part of it, text or bytes, taken out of which encoding; and of moments, which
 * way round they were subtracted.
 *
 * A shape is a set of bits. Nothing known is 0, and whatever is not understood gives 0: only shapes that were followed from
 * the header, the hash or the clock to the comparison are ever held against somebody.
 */
import type { TextOperation } from '../knowledge/libraries/keeps-bytes.js';
import type { HashState, Value } from './value.js';

/** The text of a header as it was sent, all of it. */
export const WHOLE = 1 << 0;
/** A part of it. */
export const PART = 1 << 1;
/** What a hash gave, with the text in front that its state tells. */
export const HASHED = 1 << 2;
export const TEXT = 1 << 3;
export const BYTES = 1 << 4;
/** Bytes that a text stood for. */
export const FROM_HEX = 1 << 5;
export const FROM_BASE64 = 1 << 6;
/** Read by a name that is never there. */
export const MISCASED = 1 << 7;
/** A record of headers whose names are all lower case. */
export const LOWER_KEYS = 1 << 8;

/** The exact body and nothing else. */
export const BODY = 1 << 9;

const SENT_TEXT = WHOLE | PART;

/** Where two paths meet, a shape stays that both have, or the one of them that has anything. */
export function joinShapes(a: Value, b: Value): number {
  if (a.shape === b.shape) return isSame(a, b) ? a.shape : 0;
  if (isNothing(a)) return b.shape;
  if (isNothing(b)) return a.shape;
  return 0;
}

function isNothing(of: Value): boolean {
  return of.truth === 1 || of.literal === '';
}

/** Of one header, or of hashes that are written alike. */
function isSame(a: Value, b: Value): boolean {
  if (a.shape & SENT_TEXT) return a.field === b.field;
  return a.hash === b.hash || sameWriting(a.hash, b.hash);
}

export function sameWriting(a: HashState | null, b: HashState | null): boolean {
  return a !== null && b !== null && a.encoding === b.encoding && a.prefix === b.prefix && a.algorithm === b.algorithm && a.keyed === b.keyed;
}

/** What a hash is written in when it ends. */
export function shapeOfHash(encoding: string): number {
  if (encoding === 'bytes') return HASHED | BYTES;
  return encoding === 'hex' || encoding === 'base64' || encoding === 'base64url' ? HASHED | TEXT : 0;
}

interface Writing {
  readonly shape: number;
  readonly hash: HashState | null;
}

/** What is left of a writing after an operation on text or bytes. */
export function rewritten(operation: TextOperation | undefined, subject: Value, encoding: Value | null | undefined): Writing {
  const { shape, hash } = subject;
  if (shape === 0 || operation === undefined) return { shape: 0, hash };
  if (shape === BODY) return { shape: operation === 'same' || operation === 'bytes' || operation === 'text' ? BODY : 0, hash };
  switch (operation) {
    case 'same':
      return { shape, hash };
    case 'part':
      return { shape: shape & SENT_TEXT && !(shape & (FROM_HEX | FROM_BASE64)) ? (shape & ~WHOLE) | PART : 0, hash };
    case 'bytes':
      return shape & TEXT ? decoded(subject, encodingName(encoding)) : { shape, hash };
    case 'text':
      return shape & BYTES ? spelledOut(subject, encodingName(encoding)) : { shape, hash };
    case 'hex':
      return spelledOut(subject, 'hex');
  }
}

/** Text to bytes: as it stands, or out of an encoding. */
export function decoded(subject: Value, encoding: string | null): Writing {
  const { shape, hash } = subject;
  if (!(shape & TEXT) || encoding === null) return { shape: 0, hash };
  const bytes = (shape & ~TEXT) | BYTES;
  const from = encoding === 'hex' ? FROM_HEX : encoding === 'base64' || encoding === 'base64url' ? FROM_BASE64 : 0;
  if (from === 0) return { shape: /^(utf-?8|ascii|us-ascii|latin-?1|binary)$/.test(encoding) ? bytes : 0, hash };
  if (shape & SENT_TEXT) return { shape: bytes | from, hash };
  if (hash === null || hash.prefix !== null || isBase64(hash.encoding) !== isBase64(encoding)) return { shape: 0, hash };
  return { shape: bytes, hash: { ...hash, encoding: 'bytes' } };
}

/** Bytes to text: as it stands, or written in an encoding. */
export function spelledOut(subject: Value, encoding: string | null): Writing {
  const { shape, hash } = subject;
  if (!(shape & BYTES) || encoding === null) return { shape: 0, hash };
  const text = (shape & ~BYTES) | TEXT;
  const isWritten = encoding === 'hex' || isBase64(encoding);
  if (shape & HASHED && hash?.encoding === 'bytes') return { shape: text, hash: { ...hash, encoding: isWritten ? encoding : 'no text' } };
  if (shape & HASHED && hash && isWritten) return { shape: text, hash: { ...hash, encoding: `${encoding} of ${hash.encoding}`, prefix: null } };
  return { shape: isWritten || shape & (FROM_HEX | FROM_BASE64) ? 0 : text, hash };
}

/** Text put together: literals in front of one hash leave it known, and so does nothing at all around a text. */
export function shapeOfText(parts: readonly Value[]): number {
  const last = parts[parts.length - 1];
  if (last === undefined || !(last.shape & (TEXT | BODY))) return 0;
  if (parts.length === 1) return last.shape;
  if (!(last.shape & HASHED)) return 0;
  for (let index = 0; index < parts.length - 1; index += 1) if (typeof parts[index]?.literal !== 'string') return 0;
  return last.shape;
}

export function isBase64(encoding: string | null): boolean {
  return encoding === 'base64' || encoding === 'base64url';
}

/** Text is UTF-8 unless something else is said; null when what is said cannot be read. */
function encodingName(encoding: Value | null | undefined): string | null {
  if (encoding === null || encoding === undefined || encoding.truth === 1) return 'utf-8';
  return typeof encoding.literal === 'string' ? encoding.literal.toLowerCase() : null;
}
