/** What a branch teaches of deliveries that come twice: a look-up found nothing, or what it found is in a certain state. */
import type { BinaryExpr } from '../../ir/model.js';
import { type Reading, read } from '../read.js';
import type { State } from '../state.js';
import { FALSY, NULL, TRUE, type Value } from '../value.js';
import type { Frame } from '../world.js';

import { type Lookup, OPAQUE, STATE_GUARD, withFlag } from './state.js';

export function branchedOn(held: Value, mask: number, state: State): void {
  const { lookup, test } = held;
  if (!lookup) {
    // A helper has looked, and gave back what it made of it.
    if (test?.kind === 'presence') branchedOn(test.of, test.negated ? flipped(mask) : mask, state);
    else if (test?.kind === 'equals') {
      const isTrue = (mask & TRUE) !== 0;
      const { left, right } = test;
      comparedLookup(test.negated ? '!=' : '==', left.value, right.value, isTrue, state);
      const other = left.value.truth === NULL ? right.value : right.value.truth === NULL ? left.value : null;
      if (other?.lookup) branchedOn(other, isTrue === test.negated ? TRUE : NULL, state);
    }
    return;
  }
  if (lookup.kind === 'unreadable') state.order = withFlag(state.order, OPAQUE);
  else if (lookup.isInside) stateDecides(lookup, state);
  else if ((mask & TRUE) === 0) foundNothing(lookup, state);
  else foundSomething(lookup, state);
}

/** `rows.length > 0`, `order.status === 'paid'`, `(await redis.get(key)) === 'done'` */
/** A comparison of something that was looked up. */
export function comparedWith(reading: Reading, expr: BinaryExpr, isTrue: boolean, frame: Frame, state: State): void {
  const left = read(reading, expr.left, frame, state);
  const right = read(reading, expr.right, frame, state);
  if (left.lookup || right.lookup) comparedLookup(expr.op, left, right, isTrue, state);
}

function comparedLookup(op: string, left: Value, right: Value, isTrue: boolean, state: State): void {
  const lookup = left.lookup ?? right.lookup;
  if (!lookup) return;
  const other = left.lookup ? right : left;
  if (lookup.kind === 'unreadable') {
    state.order = withFlag(state.order, OPAQUE);
    return;
  }
  if (other.truth === NULL) return; // the operand is told by itself
  const number = typeof other.literal === 'number' ? other.literal : null;
  const zero =
    number === null
      ? null
      : op === '>' || op === '!='
        ? !isTrue
        : op === '>='
          ? !isTrue
          : op === '<' || op === '<='
            ? isTrue
            : op === '=='
              ? isTrue === (number === 0)
              : null;
  if (zero !== null && !lookup.isInside) {
    if (zero) foundNothing(lookup, state);
    else foundSomething(lookup, state);
    return;
  }
  if (lookup.isInside) stateDecides(lookup, state);
  else if (op === '==' ? !isTrue : op === '!=' ? isTrue : false) foundNothing(lookup, state);
  else foundSomething(lookup, state);
}

function foundNothing(lookup: Lookup, state: State): void {
  const { order } = state;
  if (order.checks.some((one) => one.at.range === lookup.at.range)) return;
  state.order = { ...order, checks: [...order.checks, lookup] };
}

function foundSomething(lookup: Lookup, state: State): void {
  const { order } = state;
  if (order.found.some((one) => one.at.range === lookup.at.range)) return;
  state.order = { ...order, found: [...order.found, lookup] };
}

function flipped(mask: number): number {
  return (mask & TRUE ? FALSY : 0) | (mask & FALSY ? TRUE : 0);
}

/** What was found is asked for its state: then finding it settles nothing by itself. */
function stateDecides(lookup: Lookup, state: State): void {
  const order = withFlag(state.order, STATE_GUARD);
  const found = order.found.filter((one) => one.at.range !== lookup.at.range);
  state.order = found.length < order.found.length ? { ...order, found } : order;
}
