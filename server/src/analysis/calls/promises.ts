/** Promises: what waits, what settles, what is chained. */
import { settled } from '../read.js';
import type { Outcome } from '../run.js';
import { copyState } from '../state.js';
import { type Argument, joinValues, PROMISE, TRUE, unknown, type Value, value } from '../value.js';
import { placeOf } from '../world.js';
import { type Call, given } from './model.js';

/** `new Promise((resolve, reject) => ...)`: a rejection is an exception for whoever waits, and somebody does. */
export function promised(call: Call, executor: NonNullable<Value['callable']>): Outcome[] {
  const { run, state, frame } = call;
  const settle = (special: 'resolve' | 'reject'): Argument =>
    given(value({ callable: { path: '', functionId: -1, captured: null, self: null, special }, truth: TRUE }), call);
  return run.call(executor, [settle('resolve'), settle('reject')], frame, state).map((outcome) => {
    const { heap } = outcome.state;
    const isRejected = heap.has('#rejected');
    const resolved = heap.get('#resolved') ?? unknown;
    heap.delete('#rejected');
    heap.delete('#resolved');
    if (outcome.kind === 'raise' || isRejected) return { kind: 'raise', state: outcome.state, value: unknown, at: outcome.at };
    return { ...outcome, value: value({ promiseOf: { value: resolved, attempt: null }, truth: TRUE, traits: PROMISE }) };
  });
}

export function chained(call: Call): Outcome[] {
  const { run, state, frame, receiver, property, args } = call;
  const held = receiver ?? unknown;
  const attempt = held.promiseOf?.attempt && state.attempts.get(held.promiseOf.attempt) === 'open' ? held.promiseOf.attempt : null;
  const inner = settled(held);
  const results: Outcome[] = [];
  const handlerOf = (argument: Argument | undefined) => argument?.value.callable ?? null;
  const onValue = property === 'then' ? handlerOf(args[0]) : property === 'finally' ? handlerOf(args[0]) : null;
  const onError = property === 'then' ? handlerOf(args[1]) : property === 'catch' ? handlerOf(args[0]) : null;
  const promised = (result: Value): Value => value({ promiseOf: { value: settled(result), attempt: null }, truth: TRUE, traits: PROMISE });
  const success = copyState(state);
  if (attempt) {
    attempt.decided = true;
    run.accept(success, attempt);
  }
  if (onValue) {
    // `.then(next)` hands on what was promised, and nothing at all is no error.
    const isNone = property !== 'then' || (onValue.special === 'next' && inner.truth !== TRUE);
    for (const outcome of run.call(onValue, isNone ? [] : [given(inner, call)], frame, success)) {
      results.push(outcome.kind === 'return' ? { ...outcome, value: promised(outcome.value) } : outcome);
    }
  } else results.push({ kind: 'return', state: success, value: promised(inner), at: null });
  if (attempt) {
    const failure = copyState(state);
    run.tried(failure, attempt, 'raised');
    if (onError) {
      for (const outcome of run.call(onError, [given(unknown, call)], frame, failure))
        results.push(outcome.kind === 'return' ? { ...outcome, value: promised(outcome.value) } : outcome);
    } else results.push({ kind: 'raise', state: failure, value: unknown, at: null });
  } else if (onError) {
    for (const outcome of run.call(onError, [given(run.shown.rejected(run, placeOf(frame, call.expr.range)), call)], frame, copyState(state)))
      results.push(outcome.kind === 'return' ? { ...outcome, value: promised(joinValues(outcome.value, inner)) } : outcome);
  }
  return results;
}
