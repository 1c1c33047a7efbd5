/** What was looked up, seen closer: a part of it, or whether a key is in a table of this process. */
import type { BinaryExpr, Expr, MemberExpr } from '../../ir/model.js';
import type { State } from '../state.js';
import { changed, type Value } from '../value.js';
import { type Frame, placeOf, type World } from '../world.js';
import { memberOfClaim } from './claimed.js';
import { sentFields, soundsLikeIdentity } from './keys.js';
import { isTable } from './memory.js';
import { counts, firstEntry } from './names.js';
import type { Lookup } from './state.js';

/** `cursor.rowcount` is said of the cursor, and means what was carried out on it last. */
export function rowsOfLast(expr: MemberExpr, state: State): Value | null {
  const stated = state.heap.get(lastStatedOn(expr.object));
  return stated ? memberOfClaim(stated, expr.property) : null;
}

/** What was taken out of something that was looked up is a part of it, unless it is the entry, or how many there are. */
export function partOfLookup(object: Value, property: string, held: Value): Value {
  const { lookup } = object;
  if (lookup === null || held.lookup !== null || held.verdict) return held;
  const isWhole =
    !lookup.isInside && (counts.has(property) || firstEntry.has(property) || /^(Item|Items|data|docs|empty|hits|result|value|size)$/.test(property));
  return changed(held, { lookup: isWhole || lookup.isInside ? lookup : { ...lookup, isInside: true } });
}

/** `rows.length > 0` is true where something was found; `order.version < event.version` asks in what state it is. */
export function orderedLookup(op: string, left: Value, right: Value): Lookup | null {
  if (left.lookup?.isInside) return left.lookup;
  if (right.lookup?.isInside) return right.lookup;
  return op.startsWith('>') && typeof right.literal === 'number' ? left.lookup : null;
}

/** `event_id in seen` */
export function containedIn(world: World, expr: BinaryExpr, left: Value, right: Value, frame: Frame): Lookup | null {
  if (!isTable(world, expr.right, right, frame)) return null;
  const keys = sentFields(left);
  if (!keys.some(soundsLikeIdentity)) return null;
  return { at: placeOf(frame, expr.range), spelling: spelledTable(expr), kind: 'memory', keys, of: spelledTable(expr), isInside: false };
}

function spelledTable({ right }: BinaryExpr): string {
  return right.kind === 'name' ? right.name : right.kind === 'member' ? right.property : 'the table';
}

/** Where what was carried out last on this is kept: a cursor of the same name in another function is another one. */
export function lastStatedOn(expr: Expr | null): string {
  if (expr?.kind === 'name') return `#stated ${expr.name} ${expr.binding ?? ''}`;
  return `#stated ${expr?.kind === 'member' ? expr.property : ''}`;
}
