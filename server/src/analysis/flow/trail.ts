/**
 * How a value came to carry what the sender chose: read from the request, taken out of it, put into a text.
 *
 * A trail is kept along operations that are known to hand on what they are given, and ends where something cannot be read: what
 * has a trail does carry the sender's data, what has none may. It costs nothing where no such data is.
 */
import type { Place } from '../finding.js';
import { TRUE, type Value } from '../value.js';
import { JUDGED, settledBits } from './knows.js';

export type TrailKind =
  /** The request itself, or a parameter. */
  | 'source'
  /** A member or entry of something sent. */
  | 'member'
  /** The same, or a part of it, in another form. */
  | 'form'
  | 'text'
  /** An address taken apart; members of it are its host and so on. */
  | 'url'
  | 'host'
  | 'scheme'
  /** One of several, by the path that was taken. */
  | 'either'
  /** What a language model made of it. */
  | 'answer';

export interface Trail {
  readonly kind: TrailKind;
  /** Trails of one key carry the same data: what a condition says of one holds for the others. */
  readonly key: string;
  /** Traits of where it was read from. */
  readonly source: number;
  readonly at: Place | null;
  readonly from: readonly Trail[];
  /** What conditions and cleaners have settled about it, see `knows.ts`. */
  readonly knows: number;
  /** Of a text, in order: what is written there, what was sent, and null for anything else. */
  readonly pieces: readonly Piece[] | null;
}

export type Piece = string | Trail | null;

const mostPieces = 60;

/** What a request gives by this name. */
export function sourceTrail(name: string, source: number, at: Place | null = null): Trail {
  return { kind: 'source', key: name, source, at, from: none, knows: 0, pieces: null };
}

const none: readonly Trail[] = [];

/** What a model that was told of `of` has answered. */
export function answerTrail(of: Trail, at: Place): Trail {
  return { kind: 'answer', key: `answer to ${of.key}`, source: of.source, at, from: [of], knows: 0, pieces: null };
}

/** Whether it is a model's answer, or was taken out of one. */
export function isAnswer(of: Trail): boolean {
  for (let at: Trail | undefined = of, guard = 0; at && guard < 16; at = at.from[0], guard += 1) if (at.kind === 'answer') return true;
  return false;
}

/** An entry of something sent; of a parsed address, its part. */
export function memberTrail(of: Trail, property: string, at: Place | null): Trail {
  if (of.kind === 'url') return addressPart(of, property, at);
  return { kind: 'member', key: `${of.key}.${property}`, source: of.source, at, from: [of], knows: of.knows & settledBits, pieces: null };
}

/** The same data, or a part of it that is told apart by `part`. */
export function formTrail(of: Trail, at: Place | null, part: string | null = null, knows = 0): Trail {
  if (part === null && of.kind !== 'text' && of.kind !== 'either' && knows === 0) return of;
  return {
    kind: part === null && (of.kind === 'text' || of.kind === 'url') ? of.kind : 'form',
    key: part === null ? of.key : `${of.key}/${part}`,
    source: of.source,
    at,
    from: [of],
    knows: (part === null ? of.knows : (of.knows | settledOfPieces(of.pieces)) & settledBits) | knows,
    pieces: part === null ? of.pieces : null,
  };
}

/** What is settled of everything that was sent in a text. */
function settledOfPieces(pieces: readonly Piece[] | null): number {
  let settled = pieces === null ? 0 : -1;
  for (const piece of pieces ?? []) if (piece !== null && typeof piece !== 'string') settled &= piece.knows;
  return settled;
}

export function urlTrail(of: Trail, at: Place | null): Trail {
  return { ...of, kind: 'url', at: of.at ?? at, from: of.kind === 'source' ? [of] : of.from };
}

function addressPart(of: Trail, property: string, at: Place | null): Trail {
  if (/^(host|hostname|netloc|origin|authority)$/.test(property)) return { ...of, kind: 'host', key: `${of.key}#host`, at, from: [of], pieces: null };
  if (/^(scheme|protocol)$/.test(property)) return { ...of, kind: 'scheme', key: `${of.key}#scheme`, at, from: [of], pieces: null };
  if (/^(href|url)$/.test(property)) return of;
  return { ...of, kind: 'form', key: `${of.key}#${property}`, at, from: [of], pieces: null };
}

/** The trail of a text that is made of these; null where nothing of it was sent. */
export function textTrail(parts: readonly (Value | string)[], at: Place | null): Trail | null {
  let source = 0;
  const from: Trail[] = [];
  const pieces: Piece[] = [];
  for (const part of parts) {
    const added = piecesOf(part);
    for (const piece of added) {
      if (piece === '' || pieces.length >= mostPieces) continue;
      pieces.push(piece);
      if (piece === null || typeof piece === 'string') continue;
      source |= piece.source;
      from.push(piece);
    }
  }
  const [only, ...others] = pieces;
  if (from.length === 0) return null;
  if (others.length === 0 && only && typeof only !== 'string') return only;
  const key = pieces.map((piece) => (piece === null ? '?' : typeof piece === 'string' ? JSON.stringify(piece) : piece.key)).join('+');
  return { kind: 'text', key, source, at, from, knows: 0, pieces };
}

function piecesOf(part: Value | string): readonly Piece[] {
  if (typeof part === 'string') return [part];
  if (part.trail) return part.trail.pieces && part.trail.knows === 0 ? part.trail.pieces : [part.trail];
  if (part.literal !== null) return [String(part.literal)];
  if (part.items?.some((item) => item.trail)) return [part.items.find((item) => item.trail)?.trail ?? null];
  return [null];
}

/** Where two paths meet: either. */
export function joinTrails(a: Value, b: Value): Trail | null {
  if (a.trail === b.trail) return a.trail;
  // What is empty on its way carries nothing: `if (labels) labels = labels.map(...)`.
  if (isEmpty(b)) return a.trail;
  if (isEmpty(a)) return b.trail;
  if (b.trail === null) return a.trail;
  if (a.trail === null) return b.trail;
  if (a.trail.key === b.trail.key && a.trail.pieces === b.trail.pieces)
    return a.trail.knows === b.trail.knows ? a.trail : { ...a.trail, knows: a.trail.knows & b.trail.knows };
  // `for mark of marks: name = name.replace(mark, '_')`: whoever writes that has the loop run.
  if (isCleanedOf(a.trail, b.trail)) return a.trail;
  if (isCleanedOf(b.trail, a.trail)) return b.trail;
  const all = [...alternatives(a.trail)];
  for (const one of alternatives(b.trail)) if (!all.some((other) => other.key === one.key && other.knows === one.knows)) all.push(one);
  const [first, ...others] = all;
  if (first && others.length === 0) return first;
  if (all.length > mostAlternatives) return a.trail;
  return { kind: 'either', key: all.map((one) => one.key).join('|'), source: a.trail.source | b.trail.source, at: null, from: all, knows: 0, pieces: null };
}

function isEmpty({ trail, truth }: Value): boolean {
  return trail !== null && truth !== 0 && (truth & TRUE) === 0;
}

function isCleanedOf(of: Trail, whole: Trail): boolean {
  return (of.knows & JUDGED) !== 0 && of.key === `${whole.key}/replaced`;
}

const mostAlternatives = 6;

export function alternatives(of: Trail): readonly Trail[] {
  return of.kind === 'either' ? of.from : [of];
}

/** The trails in a value and, to a depth, inside it. */
export function trailsIn(of: Value, depth = 3): readonly Trail[] {
  if (of.trail) return [of.trail];
  if (depth === 0 || !(of.fields || of.items || of.promiseOf || of.instance?.fields)) return none;
  const found: Trail[] = [];
  for (const one of (of.fields ?? of.instance?.fields)?.values() ?? []) found.push(...trailsIn(one, depth - 1));
  for (const one of of.items ?? []) found.push(...trailsIn(one, depth - 1));
  if (of.promiseOf) found.push(...trailsIn(of.promiseOf.value, depth - 1));
  return found;
}

export function hasTrail(of: Value, depth = 3): boolean {
  if (of.trail) return true;
  if (depth === 0) return false;
  const fields = of.fields ?? of.instance?.fields;
  if (fields) for (const one of fields.values()) if (hasTrail(one, depth - 1)) return true;
  if (of.items) for (const one of of.items) if (hasTrail(one, depth - 1)) return true;
  return of.promiseOf !== null && hasTrail(of.promiseOf.value, depth - 1);
}
