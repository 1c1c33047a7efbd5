/** Functions that answer by a callback `(error, result)` instead of returning: what they have answered is kept in the state. */
import type { State } from './state.js';
import { type Argument, NULL, nothing, TRUE, type Value, value } from './value.js';

const key = '#answered';

/** The callback itself, as an argument. */
export function answeringCallback(): Argument {
  const callback = value({ callable: { path: '', functionId: -1, captured: null, self: null, special: 'answer' }, truth: TRUE });
  return { name: null, spread: null, value: callback, range: { start: 0, end: 0 } };
}

/** The first call counts; an error refuses. */
export function answer(state: State, [error, result]: readonly Argument[]): void {
  if (state.heap.has(key)) return;
  const isError = error !== undefined && error.value.truth !== NULL;
  state.heap.set(key, isError ? value({ literal: 'Deny', truth: TRUE }) : (result?.value ?? nothing));
}

/** What it has answered: by the callback, else by returning. */
export function takeAnswer(state: State, returned: Value): Value {
  const held = state.heap.get(key);
  if (held === undefined) return returned;
  state.heap.delete(key);
  return held;
}
