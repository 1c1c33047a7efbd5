/**
 * Which piece of the sender's data decides what happens at a sink, with what is known of it at that moment. Null where the
 * sender decides nothing that matters there: the host is written out, the value is one of a list, it is a number.
 */
import type { SinkKind } from '../../knowledge/rows.js';
import type { State } from '../state.js';
import { changed, type Value } from '../value.js';
import {
  ENCODED,
  FILE_NAME,
  HOST,
  HTML_SAFE,
  INSIDE,
  JUDGED,
  LISTED,
  NOT_DOUBLE,
  NUMBER,
  OPEN_SCHEMA,
  PLAIN,
  RESOLVED,
  ROOTED,
  SCHEMA,
  SHELL_WORD,
  SQL_SAFE,
  TEXT,
  weakBits,
} from './knows.js';
import { alternatives, type Piece, type Trail, trailsIn } from './trail.js';

/** Where in the argument the piece stands. */
export type Position =
  /** It is the argument. */
  | 'whole'
  /** At the place of a host, or of the scheme, in an address. */
  | 'host'
  /** In the middle of a text. */
  | 'text'
  /** Where a table or a column is named. */
  | 'name'
  /** Inside a record or list. */
  | 'inside'
  /** In a pair of quotes. */
  | 'quoted';

export interface Reach {
  readonly trail: Trail;
  readonly position: Position;
  /** Bits of checks that do not hold. */
  readonly weak: number;
  /** Something unreadable has looked at it: nobody can be accused. */
  readonly isJudged: boolean;
  /** Its host is one of ours; only what follows from resolving it a second time and from redirects is left. */
  readonly isListed?: true;
}

/** What is settled about a trail here. */
export function settledOf(trail: Trail, state: Pick<State, 'checked'>): number {
  let bits = trail.knows | (state.checked.get(trail.key) ?? 0);
  if (state.checked.size > 0)
    for (let at: Trail | undefined = trail.from[0], guard = 0; at && guard < 12; at = at.from[0], guard += 1)
      bits |= (state.checked.get(at.key) ?? 0) & ofWholes;
  return bits;
}

/** What is said of the whole holds for what is taken out of it. */
const ofWholes = JUDGED | SCHEMA | OPEN_SCHEMA;

export function reachOf(kind: SinkKind, argument: Value, inside: boolean, state: State): Reach | null {
  const trails = inside ? trailsIn(argument, 4) : argument.trail ? [argument.trail] : [];
  let judged: Reach | null = null;
  for (const trail of trails)
    for (const one of alternatives(trail)) {
      const found = reachOfOne(kind, one, state, inside && !argument.trail);
      if (found && !found.isJudged) return found;
      judged ??= found;
    }
  return judged;
}

/** Of a record that is written: who decides which fields it has. Null where the code does. */
export function reachOfRecord(argument: Value, state: State): Reach | null {
  for (const trail of recordTrails(argument, 2))
    for (const one of alternatives(trail)) {
      const found = reachOfOne('model-write', one, state, false);
      if (found) return found;
    }
  return null;
}

/** It is something sent, was spread into the record, or was handed whole to what made the record. */
function recordTrails(of: Value, depth: number): readonly Trail[] {
  if (of.trail) return [of.trail];
  const spread = of.fields?.get('*')?.trail;
  if (spread) return [spread];
  if (of.items && depth > 0) return of.items.flatMap((one) => recordTrails(one, depth - 1));
  return madeOfSent(of) ? (of.made ?? []).flatMap((one) => one.value.trail ?? []).slice(0, 1) : [];
}

/** `new Parcel(body)`, `Parcel(**body)`, `repository.create(body)`: an object whose fields the sender chose. */
export function madeOfSent({ made, name, instance }: Value): boolean {
  if (made === null || !(instance || name?.endsWith('()'))) return false;
  const spread = made.find((one) => one.spread === 'record');
  if (spread) return spread.value.trail !== null;
  const isMaking = instance !== null || /(^|[.#])([A-Z]\w*|create|build|hydrate|fromJS|marshall)\(\)$/.test(name ?? '');
  return isMaking && made.length > 0 && made[0]?.name === null && (made[0]?.value.trail ?? null) !== null;
}

function reachOfOne(kind: SinkKind, trail: Trail, state: State, isInside: boolean): Reach | null {
  const bits = settledOf(trail, state);
  if (kind === 'request-url' && bits & RESOLVED && bits & HOST && !(bits & (LISTED | NUMBER)))
    return { trail, position: 'whole', weak: RESOLVED, isJudged: (bits & JUDGED) !== 0, isListed: true };
  // A name of the right form is still any name; behind a beginning of ours it is one of ours.
  // A number is as good as any id.
  if (bits & (kind === 'object-id' ? LISTED : LISTED | NUMBER) || (bits & clears(kind) && (kind !== 'resource-name' || trail.pieces || bits & SCHEMA)))
    return null;
  if (kind === 'request-url' || kind === 'redirect') {
    if (isOwnAddress(trail)) return null;
    if (kind === 'redirect' && bits & ROOTED && bits & NOT_DOUBLE) return null;
    const piece = trail.pieces ? hostPiece(trail.pieces, kind, state) : trail.kind === 'form' && trail.key.includes('#') ? null : trail;
    return piece === null ? null : reached(piece, piece === trail ? 'whole' : 'host', state, bits);
  }
  // Whatever it was, it is text now.
  if (kind === 'stored' && trail.pieces) return null;
  if (!trail.pieces) return reached(trail, isInside ? 'inside' : 'whole', state, bits);
  let before = '';
  for (const piece of trail.pieces) {
    if (typeof piece === 'string') before += piece;
    else if (piece === null) before += '\0';
    else {
      const known = settledOf(piece, state);
      for (const one of alternatives(piece))
        if (!(known & (LISTED | NUMBER)) && !(settledOf(one, state) & (LISTED | NUMBER | clears(kind))))
          return reached(one, positionIn(kind, before), state, bits | known);
      before += '\0';
    }
  }
  return null;
}

/** The address that was asked for names our own host. */
function isOwnAddress({ kind, key, from }: Trail): boolean {
  const whole = kind === 'url' || kind === 'host' ? (from[0] ?? null) : null;
  const isWhole = kind === 'source' || whole?.kind === 'source' || (whole?.kind === 'url' && whole.from[0]?.kind === 'source');
  return isWhole && /(^|\.)(url|nextUrl|originalUrl|base_url|url_root|host_url|host|hostname|origin)(#host)?$/i.test(key);
}

function reached(trail: Trail, position: Position, state: State, known: number): Reach {
  const bits = known | settledOf(trail, state);
  return { trail, position, weak: bits & weakBits, isJudged: (bits & JUDGED) !== 0 };
}

/** What makes a piece harmless at a sink of this kind. */
function clears(kind: SinkKind): number {
  switch (kind) {
    case 'request-url':
    case 'redirect':
      return HOST;
    case 'sql':
      return PLAIN | SQL_SAFE;
    case 'nosql':
      return TEXT | PLAIN;
    case 'command':
      return PLAIN | SHELL_WORD;
    case 'code':
    case 'template':
    case 'dynamodb-expression':
      return PLAIN;
    case 'resource-name':
      return PLAIN | SCHEMA;
    case 'path':
      return PLAIN | INSIDE | FILE_NAME | ENCODED;
    case 'html':
      return HTML_SAFE | PLAIN | ENCODED;
    case 'stored':
      return TEXT | PLAIN | SCHEMA | weakBits;
    case 'model-write':
      return TEXT | PLAIN | SCHEMA;
    default:
      return 0;
  }
}

function positionIn(kind: SinkKind, before: string): Position {
  if (kind !== 'sql') return 'text';
  if (/\b(from|into|update|join|table|order\s+by|group\s+by|schema|database|view|index)\s+(["`[]|\0\.)?$/i.test(before)) return 'name';
  return /['"]%?$/.test(before) ? 'quoted' : 'text';
}

/** The first piece of the sender's in front of which scheme and host are not fixed yet. */
function hostPiece(pieces: readonly Piece[], kind: 'request-url' | 'redirect', state: State): Trail | null {
  let prefix = '';
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] as Piece;
    if (isFixed(prefix, kind)) return null;
    if (typeof piece === 'string') prefix += piece;
    else if (piece === null) prefix += '\0';
    else {
      const bits = settledOf(piece, state);
      if (bits & HOST && prefix === '') return null;
      const next = pieces[index + 1];
      const isBounded = (bits & (PLAIN | ENCODED)) !== 0 && typeof next === 'string' && /^[.:/]/.test(next) && prefix.includes('//');
      const isSettled = (bits & (LISTED | NUMBER | HOST)) !== 0 || isBounded;
      if (!isSettled) return isOwnAddress(piece) || piece.kind === 'scheme' || (piece.kind === 'form' && piece.key.includes('#')) ? null : piece;
      prefix += '\0';
    }
  }
  return null;
}

function isFixed(prefix: string, kind: 'request-url' | 'redirect'): boolean {
  if (/^[^:/?#\\]*:(\/\/)[^/?#\\@]+[/?#\\]/.test(prefix)) return true;
  // What is not of the sender stands in front: a base address, unless it is only the scheme.
  if (prefix.startsWith('\0')) return !/^\0?:?\/?\/?$/.test(prefix.slice(1)) || prefix === '\0';
  if (kind === 'redirect') return /^(\/[^/\\]|[?#.]|[\w-]+[/?#])/.test(prefix);
  return /^(\/|[?#.]|[\w-]+\/)/.test(prefix);
}

/** What is settled about a value on this way stays settled for the name that it is given, wherever the ways meet. */
export function kept(held: Value, state: Pick<State, 'checked'>): Value {
  const { trail } = held;
  if (trail === null || state.checked.size === 0) return held;
  const knows = settledOf(trail, state);
  const pieces = trail.pieces?.map((piece) => (piece === null || typeof piece === 'string' ? piece : { ...piece, knows: settledOf(piece, state) })) ?? null;
  return knows === trail.knows && pieces === null ? held : changed(held, { trail: { ...trail, knows, pieces } });
}
