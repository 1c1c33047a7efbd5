/** Calls that verify: what acceptance looks like, and what follows from it on each path. */
import { endless } from '../../knowledge/libraries/keeps-numbers.js';
import type { CallRow, GuardSpec } from '../../knowledge/rows.js';
import { isOfCookie } from '../compare.js';
import type { DeclaredVerifier } from '../declared.js';
import { argumentAt, settled } from '../read.js';
import { spell } from '../refine.js';
import type { Outcome } from '../run.js';
import { copyState } from '../state.js';
import {
  ANY,
  type Argument,
  type Attempt,
  bits,
  changed,
  deepTraits,
  FALSE,
  FALSY,
  NULL,
  nothing,
  type Operand,
  PARSED,
  PAYLOAD,
  PROMISE,
  SENDER_HOSTED,
  TRUE,
  unknown,
  type Value,
  value,
} from '../value.js';
import { placeOf } from '../world.js';
import { type Call, plainAttempt, returns } from './model.js';
import { rowResult } from './rows.js';
import { isSwitchedOff, switchedOffOption, tokenCheck } from './tokens.js';

/** `constructEvent({ payload, sigHeader })`: other senders' libraries have methods of this name, and options where this one takes the body. */
function isOfOthers(args: Call['args'], body: GuardSpec['body']): boolean {
  return typeof body === 'number' && args[body]?.value.fields?.has('payload') === true;
}

export function guarding(call: Call, row: CallRow, guard: GuardSpec): Outcome[] {
  const { run, state, frame, expr, args } = call;
  // The result of a factory is called itself: what it was made with is what a receiver was made with.
  const receiver = call.receiver ?? (call.callee.made ? call.callee : null);
  const at = placeOf(frame, expr.range);
  const token = tokenCheck(row, args, receiver);
  if (token) run.readsTokens = true;
  const isOff =
    isSwitchedOff(guard.switchedOffBy, args, receiver) ||
    token?.flaw === 'no-key' ||
    token?.flaw === 'none' ||
    (guard.needsArgument !== undefined && argumentAt(args, guard.needsArgument, receiver) === null);
  const member = typeof guard.accepts === 'object' ? guard.accepts.member : null;
  const proof = argumentAt(args, guard.signature, receiver);
  const isOfPerson = proof !== null && isOfCookie(proof);
  const limit = toleranceOf(guard, argumentAt(args, guard.tolerance, receiver));
  const attempt = run.attempt(
    at,
    (id): Attempt => ({
      ...plainAttempt(id, isOff ? 'skipped' : isOfPerson ? 'session' : 'call', at, spell(expr.callee)),
      proofs: isOff
        ? []
        : limit === null || limit === Number.POSITIVE_INFINITY || guard.proves.includes('freshness')
          ? guard.proves
          : [...guard.proves, 'freshness'],
      tolerance: limit,
      asksForTolerance: guard.tolerance !== undefined && !guard.proves.includes('freshness'),
      provider: guard.provider ?? null,
      isAsync: guard.isAsync === true,
      body: argumentAt(args, guard.body, receiver),
      needsRaw: guard.needs === 'raw' && !isOfOthers(args, guard.body),
      sent: operandOf(args, proof),
      key: argumentAt(args, guard.secret, receiver),
      member,
      via: frame.calls ?? [],
      off: switchedOffOption(guard.switchedOffBy, args, receiver),
      token,
      ...keyFrom(call, argumentAt(args, guard.secret, receiver) ?? receiver),
      ...(guard.takesEmptyKey ? { takesEmptyKey: true } : {}),
      hash: guard.needs === 'raw' || guard.body !== undefined ? (receiver?.hash ?? null) : null,
    }),
  );
  run.tried(state, attempt);
  const base = rowResult(call, { ...row, parses: true });
  // What comes out of a guard is the delivery; the signature and the secret stay behind.
  const inside = settled(base);
  const plain: Value = changed(inside, {
    traits: (inside.traits & (PAYLOAD | PARSED) ? PAYLOAD : 0) | (bits(row.result?.is) & ~PROMISE),
    truth: ANY,
    field: null,
    setting: null,
    hash: null,
    at: null,
    trail: inside.traits & (PAYLOAD | PARSED) ? (argumentAt(args, guard.body, receiver)?.trail ?? inside.trail) : null,
  });
  const promised = guard.isAsync === true;
  const wrap = (result: Value, pending: Attempt | null): Value =>
    promised ? value({ promiseOf: { value: result, attempt: pending }, truth: TRUE, traits: PROMISE }) : result;
  const callback = guard.callback === undefined ? null : (args[guard.callback]?.value.callable ?? args[args.length - 1]?.value.callable ?? null);
  if (callback) return byCallback(call, attempt, callback, plain);
  if (member !== null) return withGuardRaise(call, attempt, returns(state, wrap(changed(plain, { truth: TRUE, holds: { attempt, accepts: TRUE } }), null)));
  switch (guard.accepts) {
    case 'no-exception': {
      if (promised) return returns(state, wrap(changed(plain, { truth: TRUE | FALSE | NULL }), attempt));
      const accepted = copyState(state);
      attempt.decided = true;
      run.accept(accepted, attempt);
      const outcomes = returns(accepted, changed(plain, { truth: guard.proves.includes('signature') && plain.traits & PAYLOAD ? TRUE : ANY }));
      run.tried(state, attempt, 'raised');
      outcomes.push({ kind: 'raise', state, value: unknown, at: null });
      return outcomes;
    }
    case 'true':
      return withGuardRaise(call, attempt, returns(state, wrap(changed(plain, { truth: TRUE | FALSE, verdict: { attempt, accepts: TRUE } }), null)));
    case 'false':
      return withGuardRaise(call, attempt, returns(state, wrap(changed(plain, { truth: ANY, verdict: { attempt, accepts: FALSY } }), null)));
    case 'not-null':
      return withGuardRaise(call, attempt, returns(state, wrap(changed(plain, { truth: TRUE | NULL, verdict: { attempt, accepts: TRUE | FALSE } }), null)));
    case 'null':
      return withGuardRaise(call, attempt, returns(state, wrap(changed(plain, { truth: TRUE | NULL, verdict: { attempt, accepts: NULL } }), null)));
    default:
      return returns(state, plain);
  }
}

/** The tolerance that a verifier is given, in seconds; endless when that switches its check of the age off, or when it has none without it. */
function toleranceOf(guard: GuardSpec, given: Value | null): number | null {
  if (guard.tolerance === undefined) return null;
  if (given === null) return guard.proves.includes('freshness') ? null : Number.POSITIVE_INFINITY;
  if (given.literal === null && given.truth === NULL) return guard.toleranceOff?.includes('none') ? Number.POSITIVE_INFINITY : null;
  if (given.name !== null && (endless.has(given.name) || (given.name === 'float()' && given.made?.[0]?.value.literal === 'inf')))
    return Number.POSITIVE_INFINITY;
  if (typeof given.literal !== 'number') return null;
  if (given.literal <= 0) return guard.toleranceOff?.includes('zero') ? Number.POSITIVE_INFINITY : null;
  return guard.toleranceUnit === 'ms' ? given.literal / 1000 : given.literal;
}

/** The key, or what holds it, was fetched from a host that the sender chose. */
function keyFrom({ run }: Call, key: Value | null): Pick<Attempt, 'keyFrom'> {
  const at = key !== null && deepTraits(settled(key)) & SENDER_HOSTED ? run.chosenHosts.at(-1) : undefined;
  return at ? { keyFrom: at } : {};
}

function operandOf(args: readonly Argument[], held: Value | null): Operand | null {
  if (held === null) return null;
  const range = args.find((one) => one.value === held)?.range;
  return range === undefined ? null : { range, value: held };
}

/** What the user declares to verify is not run, also where its code is in sight. */
export function declaredGuard(call: Call, { guard, at }: DeclaredVerifier): Outcome[] {
  const { callable } = call.callee;
  const isAsync = guard.isAsync === true || (callable !== null && call.run.world.functionAt(callable.path, callable.functionId)?.isAsync === true);
  const spelling = spell(call.expr.callee);
  const outcomes = guarding(call, { call: spelling }, isAsync ? { ...guard, isAsync: true } : guard);
  const place = placeOf(call.frame, call.expr.range);
  call.run.attempt(place, (id) => plainAttempt(id, 'call', place, spelling)).declaredAt = at;
  return outcomes;
}

export function withGuardRaise(call: Call, attempt: Attempt, outcomes: Outcome[]): Outcome[] {
  if (!call.raises) return outcomes;
  const failed = copyState(call.state);
  call.run.tried(failed, attempt, 'raised');
  return [...outcomes, { kind: 'raise', state: failed, value: unknown, at: null }];
}

export function byCallback(call: Call, attempt: Attempt, callback: NonNullable<Value['callable']>, result: Value): Outcome[] {
  const { run, state, frame, expr } = call;
  const error = value({ truth: TRUE | NULL, verdict: { attempt, accepts: NULL } });
  return run
    .call(
      callback,
      [
        { name: null, spread: null, value: error, range: expr.range },
        { name: null, spread: null, value: result, range: expr.range },
      ],
      frame,
      state,
    )
    .map((outcome) => ({ ...outcome, value: nothing }));
}
