/** Calls of the project's own functions and classes, which are run. */
import type { ClassNode, Expr, FunctionNode } from '../../ir/model.js';
import { isWaitedFor } from '../bodies.js';
import type { Place } from '../finding.js';
import { declaredFields } from '../flow/declared-fields.js';
import { isDecoratedToClaim, mattersInside } from '../order/follow.js';
import { OPAQUE, withFlag } from '../order/state.js';
import { spell } from '../refine.js';
import { isProven, type Outcome, type Run } from '../run.js';
import { type AttemptStatus, copyState, placeKey, type State } from '../state.js';
import {
  type Argument,
  type Attempt,
  CAUGHT,
  COOKIE,
  changed,
  DERIVED,
  deepTraits,
  FALSE,
  type Instance,
  MAC,
  nothing,
  PARSED,
  PAYLOAD,
  PROMISE,
  RAW,
  REQUEST,
  SECRET,
  SENT,
  SIGNATURE,
  TIMESTAMP,
  TRUE,
  unknown,
  type Value,
  value,
} from '../value.js';
import { soundsLikeFreshness, soundsLikeSignatureGuard } from '../words.js';
import { type Frame, placeOf } from '../world.js';
import { noteEffect } from './effects.js';
import { allTraits, type Call, carriesTrail, plainAttempt, receiverName, returns, withRaise } from './model.js';
import { startsInBackground } from './pace.js';

export function callProject(call: Call): Outcome[] {
  const { run, state, frame, expr } = call;
  const callable = call.callee.callable as NonNullable<Value['callable']>;
  const fn = run.world.functionAt(callable.path, callable.functionId);
  if (
    callable.special === null &&
    isProven(state) &&
    !call.args.some((one) => one.value.callable !== null) &&
    callable.self === null &&
    !mayProveMore(call) &&
    !showsCaught(call) &&
    !looksAtAge(call, fn)
  ) {
    // Nothing in there can change what is known of the sender; its effects are proven ones.
    const isWorth = fn !== undefined && ((run.hasRoom && (callable.captured !== null || carriesTrail(call))) || mattersInside(run, callable.path, fn));
    noteEffect(call, fn?.name ?? spell(expr.callee), undefined, undefined, isWorth);
    if (fn && isWorth) return followed(call, run.asDecorated(callable, fn, frame, state), fn.isAsync);
    const derived = value({ traits: allTraits(call) & DERIVED & ~(SIGNATURE | SECRET) });
    return returns(state, fn?.isAsync ? value({ promiseOf: { value: derived, attempt: null }, truth: TRUE, traits: PROMISE }) : derived);
  }
  if (callable.special === null && fn && isDecoratedToClaim(run, callable.path, fn)) state.order = withFlag(state.order, OPAQUE);
  if (callable.special === null && fn && !run.interest.in(callable.path, fn, call.args, callable.self, frame.stack.length)) {
    const name = fn.name ?? spell(expr.callee);
    if (allTraits(call) & (PAYLOAD | PARSED | RAW) || run.world.rows.effect(name, receiverName(call)) === undefined || run.interest.mayAct(callable.path, fn))
      noteEffect(call, name);
    // What it returns is read off where that is all it does: `const key = () => process.env.KEY ?? 'dev'`.
    const module = run.world.project.module(callable.path);
    const gotten = module ? run.world.classes.gotten(callable.path, module, fn, callable.self) : unknown;
    const ofCookie = allTraits(call) & COOKIE;
    const returned = ofCookie === 0 ? gotten : changed(gotten, { traits: gotten.traits | ofCookie });
    return withRaise(call, returns(state, fn.isAsync ? value({ promiseOf: { value: returned, attempt: null }, truth: TRUE, traits: PROMISE }) : returned));
  }
  const owner = run.world.functionAt(frame.path, Number(frame.stack[frame.stack.length - 1]?.split('#')[1] ?? 0));
  const isPromise = fn?.isAsync === true;
  const waited = !isPromise || owner === undefined || isWaitedFor(expr, owner);
  const before = copyState(state);
  const tries = new Set(run.attempts.keys());
  const site = placeOf(frame, expr.range);
  if (callable.special === null && allTraits(call) & (PAYLOAD | PARSED) && !isProven(state))
    run.record({ kind: 'pass', at: site, spelling: spell(expr.callee), takesPayload: true, takesAnswer: false, via: frame.calls ?? [] }, state);
  const inner = (isPromise && !waited) || startsInBackground(call) ? { ...frame, isBackground: true as const } : frame;
  const outcomes = run.call(callable, call.args, inner, state, site).map((outcome) => handedOn(outcome, before, site, spell(expr)));
  noteStub(call, fn?.name ?? null, outcomes, tries);
  if (!isPromise) return outcomes;
  const wrapped = outcomes.map((outcome) =>
    outcome.kind === 'return'
      ? { ...outcome, value: value({ promiseOf: { value: outcome.value, attempt: null }, truth: TRUE, traits: PROMISE, origin: outcome.value.origin }) }
      : outcome,
  );
  if (waited) return wrapped;
  const open = [...run.attempts].filter(([key]) => !tries.has(key)).map(([, attempt]) => attempt);
  const guard = open.find((attempt) => attempt.proofs.length > 0 && attempt.kind !== 'claim');
  if (!guard) return wrapped;
  // Nobody waits: the caller goes on with a promise, whatever the guard will say.
  run.tried(before, guard);
  guard.ignored ??= 'not-awaited';
  guard.ignoredAt ??= placeOf(frame, expr.range);
  return returns(before, value({ promiseOf: { value: unknown, attempt: guard }, truth: TRUE, traits: PROMISE }));
}

/** Only for where the data goes, and for what is done about deliveries that come twice: the sender is known, whatever else is tried in there. */
function followed(call: Call, callable: NonNullable<Value['callable']>, isAsync: boolean): Outcome[] {
  const { run, state, frame, expr } = call;
  const { proofs, attempts, refusals, assumptions, conditions, early, keyed } = state;
  const owner = isAsync ? run.world.functionAt(frame.path, Number(frame.stack[frame.stack.length - 1]?.split('#')[1] ?? 0)) : undefined;
  const isForgotten = (owner !== undefined && !isWaitedFor(expr, owner)) || startsInBackground(call);
  const inner = isForgotten ? { ...frame, isBackground: true as const } : frame;
  const outcomes = run.quietly(() => run.call(callable, call.args, inner, state, placeOf(frame, expr.range)));
  return outcomes.map((outcome) => {
    const claimed = withClaims(attempts, outcome.state.attempts);
    Object.assign(outcome.state, { proofs, attempts: claimed, refusals, assumptions, conditions, early, keyed: claimed === attempts ? keyed : null });
    if (outcome.kind === 'raise') return outcome;
    const { verdict, holds } = outcome.value;
    const plain = changed(outcome.value, {
      verdict: verdict?.attempt.kind === 'claim' ? verdict : null,
      holds: holds?.attempt.kind === 'claim' ? holds : null,
    });
    return { ...outcome, value: isAsync ? value({ promiseOf: { value: plain, attempt: null }, truth: TRUE, traits: PROMISE }) : plain };
  });
}

function withClaims(known: State['attempts'], inside: State['attempts']): State['attempts'] {
  let all: Map<Attempt, AttemptStatus> | null = null;
  for (const [attempt, status] of inside) {
    if (attempt.kind !== 'claim' || known.get(attempt) === status) continue;
    all ??= new Map(known);
    all.set(attempt, status);
  }
  return all ?? known;
}

/** A token has been compared, and here comes a MAC, or what one is made of: that is worth more. */
function mayProveMore({ state, args }: Call): boolean {
  return !state.proofs.has('signature') && args.some((one) => deepTraits(one.value) & (MAC | RAW | SIGNATURE));
}

/** An exception is handed on to where it may be answered. */
function showsCaught({ run, args }: Call): boolean {
  return run.shown.catches && args.some((one) => (deepTraits(one.value) & CAUGHT) !== 0);
}

/** A proven delivery may still be an old one. */
function looksAtAge(call: Call, fn: FunctionNode | undefined): boolean {
  return (fn !== undefined && fn.name !== null && soundsLikeFreshness(fn.name)) || call.args.some((one) => (one.value.traits & TIMESTAMP) !== 0);
}

/** A refusal that a helper hands on is for its caller to act upon. */
export function handedOn(outcome: Outcome, before: State, site: Place, spelling: string): Outcome {
  if (outcome.kind === 'raise') return outcome;
  const origin = placeKey(site);
  let { refusals } = outcome.state;
  for (const [attempt, refusal] of outcome.state.refusals) {
    if (before.refusals.get(attempt) === refusal) continue;
    refusals = new Map(refusals).set(attempt, { at: site, kind: 'mismatch-continues', origin, spelling });
  }
  outcome.state.refusals = refusals;
  const held = outcome.value;
  return { ...outcome, value: held === unknown ? held : changed(held, { origin, fields: held.fields }) };
}

/** A verifier of the project that can only say yes. */
export function noteStub(call: Call, name: string | null, outcomes: readonly Outcome[], tries: ReadonlySet<string>): void {
  if (name === null || !soundsLikeSignatureGuard(name) || call.run.attempts.size !== tries.size) return;
  if (!(allTraits(call) & (SENT | REQUEST))) return;
  const returned = outcomes.filter((outcome) => outcome.kind === 'return');
  if (returned.length === 0 || returned.length !== outcomes.length || !returned.every((outcome) => outcome.value.literal === true)) return;
  const at = returned[0]?.at ?? placeOf(call.frame, call.expr.range);
  const attempt = call.run.attempt(at, (id) => plainAttempt(id, 'stub', at, name));
  for (const outcome of returned) call.run.tried(outcome.state, attempt);
}

export function construct(call: Call): Outcome[] {
  return constructed(call.run, call.callee.classRef as Instance, call.args, call.frame, call.state);
}

/** An object of a project class, made of these arguments. */
export function constructed(run: Run, ref: Instance, args: readonly Argument[], frame: Frame | null, state: State): Outcome[] {
  const module = run.world.project.module(ref.path);
  const node = run.world.classes.at(ref);
  const made = value({ instance: { ...ref, fields: null }, truth: TRUE, made: args });
  if (!module || !node) return returns(state, made);
  const constructor = node.methods.map((id) => run.world.functionAt(ref.path, id)).find((fn) => fn?.form === 'constructor' || fn?.name === '__init__');
  if (!constructor) return returns(state, withFields(made, node, args));
  // Fields given in the constructor are kept on the object itself, so that two objects stay two.
  const outcomes = run.call({ path: ref.path, functionId: constructor.id, captured: null, self: made, special: null }, args, frame, state);
  const prefix = `${ref.path}#${ref.classId}.`;
  return outcomes.map((outcome) => {
    if (outcome.kind === 'raise') return outcome;
    const fields = new Map<string, Value>();
    for (const [key, held] of outcome.state.heap.entries()) if (key.startsWith(prefix)) fields.set(key.slice(prefix.length), held);
    return { ...outcome, value: changed(made, { instance: { ...ref, fields: fields.size > 0 ? fields : null } }) };
  });
}

/** A class without a constructor of its own (a dataclass, a named tuple) is given its fields in order or by name. */
export function withFields(made: Value, node: ClassNode, args: readonly Argument[]): Value {
  if (!made.instance || args.length === 0) return made;
  const names = node.fields.map((field) => field.name);
  const fields = new Map<string, Value>();
  for (const field of node.fields) if (typeof literalOf(field.value) !== 'undefined') fields.set(field.name, literalOf(field.value) as Value);
  for (const { value: spread } of args.filter((one) => one.spread === 'record'))
    for (const [name, held] of spread.fields ?? declaredFields(node, spread)) fields.set(name, held);
  args
    .filter((one) => one.name === null && !one.spread)
    .forEach((one, index) => {
      const name = names[index];
      if (name !== undefined) fields.set(name, one.value);
    });
  for (const one of args) if (one.name !== null) fields.set(one.name, one.value);
  return changed(made, { instance: { ...made.instance, fields } });
}

export function literalOf(expr: Expr | null): Value | undefined {
  return expr?.kind === 'literal' ? (expr.value === null ? nothing : changed(unknown, { literal: expr.value, truth: expr.value ? TRUE : FALSE })) : undefined;
}
