/** What an assignment means for deliveries that come twice: a key noted in a table of the process, a number that grows. */
import type { Expr, IndexExpr, MemberExpr } from '../../ir/model.js';
import type { Place } from '../finding.js';
import { read } from '../read.js';
import { spell } from '../refine.js';
import { isProven, type Run } from '../run.js';
import type { State } from '../state.js';
import { SENT, type Value } from '../value.js';
import { type Frame, placeOf } from '../world.js';
import { noteMark } from './calls.js';
import { sentFields } from './keys.js';
import { isTable } from './memory.js';
import type { Order } from './state.js';

export function placeAssigned(run: Run, place: MemberExpr | IndexExpr, value: Expr | null, held: Value, frame: Frame, state: State): void {
  if (place.kind === 'index') {
    const index = read(run, place.index, frame, state);
    if ((index.traits & SENT) === 0 || !isTable(run.world, place.object, read(run, place.object, frame, state), frame)) return;
    const of = spell(place.object);
    noteMark({ run }, { state }, { at: placeOf(frame, place.range), spelling: of, kind: 'memory', keys: sentFields(index), of: of.toLowerCase(), commits: 0 });
    return;
  }
  if (value?.kind !== 'binary' || (value.op !== '+' && value.op !== '-') || held.literal !== null) return;
  if (!isSame(value.left, place)) return;
  const owner = read(run, place.object, frame, state);
  if (owner.lookup === null || owner.lookup.kind === 'memory') return;
  // `account.balance += amount`: what was kept is read, and written back as something else.
  run.order.deeds.push({
    event: {
      kind: 'write',
      at: placeOf(frame, place.range),
      spelling: spell(place),
      takesPayload: (held.traits & SENT) !== 0,
      takesAnswer: false,
      via: frame.calls ?? [],
    },
    repeats: 'counts',
    keyed: null,
    isModelRead: false,
    isChosen: false,
    order: state.order,
    attempts: state.attempts,
    method: state.method,
    isProven: isProven(state),
    isMessage: false,
    isQueue: false,
  });
}

function isSame(a: Expr, b: Expr): boolean {
  if (a.kind === 'member' && b.kind === 'member') return a.property === b.property && isSame(a.object, b.object);
  if (a.kind === 'logical') return isSame(a.left, b);
  return a.kind === 'name' && b.kind === 'name' && a.name === b.name;
}

const mostCaught = 6;

/** What is done inside of a handler of exceptions is done about the exception. */
export function caughtBy(order: Order, at: Place): Order {
  return order.caught.includes(at) || order.caught.length >= mostCaught ? order : { ...order, caught: [...order.caught, at] };
}
