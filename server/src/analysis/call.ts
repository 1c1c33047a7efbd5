/** What a call does: a function of the project, a row of knowledge, or something unknown that is judged by its name alone. */
import type { CallExpr, ClassNode, Expr } from '../ir/model.js';
import type { CallRow, GuardSpec } from '../knowledge/rows.js';
import { judgeCallComparison } from './compare.js';
import type { Place } from './finding.js';
import { argumentAt, argumentsOf, carriesProof, concatenated, read, settingValue, settled } from './read.js';
import { spell } from './refine.js';
import { elementOf, isProven, isWaitedFor, type Outcome, type Run } from './run.js';
import { copyState, placeKey, type State } from './state.js';
import {
  ANY,
  type Argument,
  type Attempt,
  bits,
  CALL_BACK,
  DECODED,
  DERIVED,
  DIGEST,
  deepTraits,
  ENVIRONMENT,
  FALSE,
  FALSY,
  type HashState,
  HEADER,
  HEADERS,
  joinValues,
  MAC,
  NULL,
  nothing,
  PARSED,
  PAYLOAD,
  POST_BACK,
  PROMISE,
  QUERY,
  RAW,
  RE_ENCODED,
  REQUEST,
  ROUTE,
  SECRET,
  SENT,
  SIGNATURE,
  TRUE,
  unknown,
  type Value,
  value,
} from './value.js';
import { soundsLikeGuard, soundsLikeProof, soundsLikeSignatureGuard } from './words.js';
import { type Frame, placeOf } from './world.js';

interface Call {
  readonly run: Run;
  readonly expr: CallExpr;
  readonly frame: Frame;
  readonly state: State;
  readonly callee: Value;
  readonly receiver: Value | null;
  readonly property: string | null;
  readonly args: readonly Argument[];
  readonly raises: boolean;
}

export function callExpression(run: Run, expr: CallExpr, frame: Frame, state: State, raises: boolean): Outcome[] {
  const callee = read(run, expr.callee, frame, state);
  const member = expr.callee.kind === 'member' ? expr.callee : null;
  const receiver = member ? read(run, member.object, frame, state) : null;
  const args = argumentsOf(expr.args, (inner) => read(run, inner, frame, state));
  return dispatch({ run, expr, frame, state, callee, receiver, property: member?.property ?? null, args, raises });
}

function dispatch(call: Call): Outcome[] {
  const { callee, receiver, property, args, run, state } = call;
  if (
    property !== null &&
    receiver &&
    (receiver.callable || receiver.classRef || (receiver.name && (property === 'bind' || property === 'call' || property === 'apply')))
  ) {
    if (property === 'bind')
      return returns(state, {
        ...receiver,
        callable: receiver.callable ? { ...receiver.callable, self: args[0]?.value.instance ? args[0].value : receiver.callable.self } : null,
      });
    if (property === 'call') return dispatch({ ...call, callee: receiver, receiver: args[0]?.value ?? null, property: null, args: args.slice(1) });
    if (property === 'apply')
      return dispatch({
        ...call,
        callee: receiver,
        receiver: args[0]?.value ?? null,
        property: null,
        args: (args[1]?.value.items ?? []).map((item) => ({ name: null, spread: null, value: item, range: call.expr.range })),
      });
  }
  if (callee.callable) return callProject(call);
  if (callee.classRef) return construct(call);
  if (callee.instance) {
    const invoked = run.world.instanceMember(callee.instance, callee, '__call__');
    if (invoked?.callable) return callProject({ ...call, callee: invoked });
  }
  if (property !== null && receiver && (property === 'then' || property === 'catch' || property === 'finally') && args.length > 0) return chained(call);
  if (callee.name === 'Promise' && call.expr.isNew && args[0]?.value.callable) return promised(call, args[0].value.callable);
  if (/^(Promise\.(all|allSettled|any|race)|asyncio\.gather)$/.test(callee.name ?? '')) {
    const items = callee.name === 'asyncio.gather' ? args.map((one) => one.value) : (args[0]?.value.items ?? []);
    return returns(state, value({ promiseOf: { value: value({ items: items.map(settled), truth: TRUE }), attempt: null }, truth: TRUE, traits: PROMISE }));
  }
  const row = rowFor(call);
  if (row) return applyRow(call, row);
  return unknownCall(call);
}

function returns(state: State, result: Value): Outcome[] {
  return [{ kind: 'return', state, value: result, at: null }];
}

// ------------------------------------------------------------------------------------------ the project's own

function callProject(call: Call): Outcome[] {
  const { run, state, frame, expr } = call;
  const callable = call.callee.callable as NonNullable<Value['callable']>;
  const fn = run.world.functionAt(callable.path, callable.functionId);
  if (callable.special === null && isProven(state) && !call.args.some((one) => one.value.callable !== null) && callable.self === null) {
    // Nothing in there can change what is known of the sender; its effects are proven ones.
    noteEffect(call, fn?.name ?? spell(expr.callee));
    const derived = value({ traits: allTraits(call) & DERIVED & ~(SIGNATURE | SECRET) });
    return returns(state, fn?.isAsync ? value({ promiseOf: { value: derived, attempt: null }, truth: TRUE, traits: PROMISE }) : derived);
  }
  if (callable.special === null && fn && !run.interest.in(callable.path, fn, call.args, callable.self, frame.stack.length)) {
    noteEffect(call, fn.name ?? spell(expr.callee));
    return withRaise(call, returns(state, fn.isAsync ? value({ promiseOf: { value: unknown, attempt: null }, truth: TRUE, traits: PROMISE }) : unknown));
  }
  const owner = frame.module.functions[Number(frame.stack[frame.stack.length - 1]?.split('#')[1] ?? 0)];
  const isPromise = fn?.isAsync === true;
  const waited = !isPromise || owner === undefined || isWaitedFor(expr, owner);
  const before = copyState(state);
  const tries = new Set(run.attempts.keys());
  const site = placeOf(frame, expr.range);
  if (callable.special === null && allTraits(call) & (PAYLOAD | PARSED) && !isProven(state))
    run.record({ kind: 'pass', at: site, spelling: spell(expr.callee), takesPayload: true, takesAnswer: false, via: frame.calls ?? [] }, state);
  const outcomes = run.call(callable, call.args, frame, state, site).map((outcome) => handedOn(outcome, before, site, spell(expr)));
  noteStub(call, fn?.name ?? null, outcomes, tries);
  if (!isPromise) return outcomes;
  const wrapped = outcomes.map((outcome) =>
    outcome.kind === 'return'
      ? { ...outcome, value: value({ promiseOf: { value: outcome.value, attempt: null }, truth: TRUE, traits: PROMISE, origin: outcome.value.origin }) }
      : outcome,
  );
  if (waited) return wrapped;
  const open = [...run.attempts].filter(([key]) => !tries.has(key)).map(([, attempt]) => attempt);
  const guard = open.find((attempt) => attempt.proofs.length > 0);
  if (!guard) return wrapped;
  // Nobody waits: the caller goes on with a promise, whatever the guard will say.
  run.tried(before, guard);
  guard.ignored ??= 'not-awaited';
  guard.ignoredAt ??= placeOf(frame, expr.range);
  return returns(before, value({ promiseOf: { value: unknown, attempt: guard }, truth: TRUE, traits: PROMISE }));
}

/** A refusal that a helper hands on is for its caller to act upon. */
function handedOn(outcome: Outcome, before: State, site: Place, spelling: string): Outcome {
  if (outcome.kind === 'raise') return outcome;
  const origin = placeKey(site);
  let { refusals } = outcome.state;
  for (const [attempt, refusal] of outcome.state.refusals) {
    if (before.refusals.get(attempt) === refusal) continue;
    refusals = new Map(refusals).set(attempt, { at: site, kind: 'mismatch-continues', origin, spelling });
  }
  outcome.state.refusals = refusals;
  const held = outcome.value;
  return { ...outcome, value: held === unknown ? held : { ...held, origin, fields: held.fields } };
}

/** A verifier of the project that can only say yes. */
function noteStub(call: Call, name: string | null, outcomes: readonly Outcome[], tries: ReadonlySet<string>): void {
  if (name === null || !soundsLikeSignatureGuard(name) || call.run.attempts.size !== tries.size) return;
  if (!(allTraits(call) & (SENT | REQUEST))) return;
  const returned = outcomes.filter((outcome) => outcome.kind === 'return');
  if (returned.length === 0 || returned.length !== outcomes.length || !returned.every((outcome) => outcome.value.literal === true)) return;
  const at = returned[0]?.at ?? placeOf(call.frame, call.expr.range);
  const attempt = call.run.attempt(at, (id) => plainAttempt(id, 'stub', at, name));
  for (const outcome of returned) call.run.tried(outcome.state, attempt);
}

function construct(call: Call): Outcome[] {
  const { run, state, frame, args } = call;
  const ref = call.callee.classRef as NonNullable<Value['classRef']>;
  const module = run.world.project.module(ref.path);
  const node = run.world.classAt(ref);
  const made = value({ instance: { ...ref, fields: null }, truth: TRUE, made: args });
  if (!module || !node) return returns(state, made);
  const constructor = node.methods.map((id) => module.functions[id]).find((fn) => fn?.form === 'constructor' || fn?.name === '__init__');
  if (!constructor) return returns(state, withFields(made, node, args));
  // Fields given in the constructor are kept on the object itself, so that two objects stay two.
  const outcomes = run.call({ path: ref.path, functionId: constructor.id, captured: null, self: made, special: null }, args, frame, state);
  const prefix = `${ref.path}#${ref.classId}.`;
  return outcomes.map((outcome) => {
    if (outcome.kind === 'raise') return outcome;
    const fields = new Map<string, Value>();
    for (const [key, held] of outcome.state.heap) if (key.startsWith(prefix)) fields.set(key.slice(prefix.length), held);
    return { ...outcome, value: { ...made, instance: { ...ref, fields: fields.size > 0 ? fields : null } } };
  });
}

/** A class without a constructor of its own (a dataclass, a named tuple) is given its fields in order or by name. */
function withFields(made: Value, node: ClassNode, args: readonly Argument[]): Value {
  if (!made.instance || args.length === 0) return made;
  const names = node.fields.map((field) => field.name);
  const fields = new Map<string, Value>();
  for (const field of node.fields) if (typeof literalOf(field.value) !== 'undefined') fields.set(field.name, literalOf(field.value) as Value);
  args
    .filter((one) => one.name === null)
    .forEach((one, index) => {
      const name = names[index];
      if (name !== undefined) fields.set(name, one.value);
    });
  for (const one of args) if (one.name !== null) fields.set(one.name, one.value);
  return { ...made, instance: { ...made.instance, fields } };
}

function literalOf(expr: Expr | null): Value | undefined {
  return expr?.kind === 'literal' ? (expr.value === null ? nothing : { ...unknown, literal: expr.value, truth: expr.value ? TRUE : FALSE }) : undefined;
}

// -------------------------------------------------------------------------------------------------- promises

/** `new Promise((resolve, reject) => ...)`: a rejection is an exception for whoever waits, and somebody does. */
function promised(call: Call, executor: NonNullable<Value['callable']>): Outcome[] {
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

function chained(call: Call): Outcome[] {
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
    for (const outcome of run.call(onValue, property === 'then' ? [given(inner, call)] : [], frame, success)) {
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
    for (const outcome of run.call(onError, [given(unknown, call)], frame, copyState(state)))
      results.push(outcome.kind === 'return' ? { ...outcome, value: promised(joinValues(outcome.value, inner)) } : outcome);
  }
  return results;
}

function given(held: Value, call: Call): Argument {
  return { name: null, spread: null, value: held, range: call.expr.range };
}

// ------------------------------------------------------------------------------------------------------ rows

function rowFor(call: Call): CallRow | undefined {
  const { rows } = call.run.world;
  if (call.callee.name !== null) {
    const row = rows.call(call.callee.name);
    if (row) return row;
  }
  const chain = lastNames(call.expr.callee);
  for (let length = Math.min(3, chain.length); length > 0; length -= 1) {
    const row = rows.anyReceiver(chain.slice(-length).join('.'));
    if (row) return row;
  }
  return undefined;
}

function lastNames(expr: CallExpr['callee']): string[] {
  if (expr.kind === 'name') return [expr.name];
  if (expr.kind === 'member') return [...lastNames(expr.object), expr.property];
  if (expr.kind === 'call') return ['()'];
  return ['?'];
}

function applyRow(call: Call, row: CallRow): Outcome[] {
  const { run, state, frame, args, receiver, expr } = call;
  if (row.neverReturns) return [{ kind: 'raise', state, value: unknown, at: placeOf(frame, expr.range) }];
  if (row.setting) return returns(state, settingValue(row.setting, args, expr.range, frame, row));
  if (row.hash || row.absorbs || row.finishesHash) return hashing(call, row);
  if (row.encodes) {
    const text = settled(args[0]?.value ?? receiver ?? unknown);
    return returns(state, { ...text, literal: null, name: null, hash: text.hash ? { ...text.hash, encoding: row.encodes } : null });
  }
  if (row.compares) {
    const left = row.compares.left === 'receiver' ? receiver : (args[row.compares.left]?.value ?? null);
    const right = row.compares.right === 'receiver' ? receiver : (args[row.compares.right]?.value ?? null);
    if (left && right && !(row.compares.partial && (left.literal !== null || right.literal !== null))) {
      const rangeOf = (side: number | 'receiver') =>
        side === 'receiver' && expr.callee.kind === 'member' ? expr.callee.object.range : (args[side === 'receiver' ? 0 : side]?.range ?? expr.range);
      const verdict = judgeCallComparison(
        run,
        row.compares,
        left,
        right,
        { left: rangeOf(row.compares.left), right: rangeOf(row.compares.right), whole: expr.range },
        spell(expr),
        frame,
        state,
      );
      if (verdict && row.compares.throwsOn && !call.raises && isUnprepared(row.compares.throwsOn, left, right, state)) verdict.attempt.throwsUnprepared = true;
      const accepted = verdict && row.compares.equalIs === 'zero' ? { ...verdict, accepts: FALSY } : verdict;
      const outcomes = returns(state, value({ truth: TRUE | FALSE, verdict: accepted, traits: (left.traits | right.traits) & (HEADER | QUERY) }));
      if (verdict && row.compares.throwsOn && call.raises) {
        const failed = copyState(state);
        run.tried(failed, verdict.attempt, 'raised');
        outcomes.push({ kind: 'raise', state: failed, value: unknown, at: null });
      }
      return outcomes;
    }
  }
  if (row.guard) return guarding(call, row, row.guard);
  if (row.skipsVerification) {
    const at = placeOf(frame, expr.range);
    const attempt = run.attempt(at, (id) => plainAttempt(id, 'skipped', at, spell(expr)));
    run.tried(state, attempt);
  }
  if (row.effect) noteEffect(call, spell(expr.callee), statementKind(call, row.statement, row.effect));
  if (row.invokes) return invoking(call, row, row.invokes);
  const outcomes = callbacks(call, rowResult(call, row));
  return withRaise(call, outcomes);
}

function withRaise(call: Call, outcomes: Outcome[]): Outcome[] {
  if (call.raises) outcomes.push({ kind: 'raise', state: copyState(call.state), value: unknown, at: null });
  return outcomes;
}

function rowResult(call: Call, row: CallRow): Value {
  const { args, receiver, expr, run } = call;
  let traits = bits(row.result?.is);
  const from = row.result?.from ?? ['receiver', 'arguments'];
  let hash: HashState | null = null;
  let field: string | null = null;
  let setting: Value['setting'] = null;
  const take = (of: Value | null): void => {
    if (!of) return;
    const plain = settled(of);
    traits |= deepTraits(plain) & ~(REQUEST | HEADERS | PROMISE);
    hash ??= plain.hash;
    field ??= plain.field;
    setting ??= plain.setting;
  };
  for (const source of from) {
    if (source === 'receiver') take(receiver);
    else if (source === 'arguments') for (const one of args) take(one.value);
    else take(args[source]?.value ?? null);
  }
  if (row.effect === 'fetch')
    traits =
      allTraits(call) & (PAYLOAD | RAW | PARSED | SIGNATURE | HEADER)
        ? CALL_BACK | askedWhole(allTraits(call)) | (bits(row.result?.is) & PROMISE)
        : traits & PROMISE;
  if (traits & RAW && receiver?.name && call.state.heap.has(`${receiver.name}#drained`)) traits = (traits & ~RAW) | PARSED;
  if (row.parses && traits & (RAW | PAYLOAD)) traits = (traits & ~(RAW | RE_ENCODED)) | PARSED | PAYLOAD;
  if (row.serialises) traits = traits & (PARSED | PAYLOAD) && !(traits & RAW) ? (traits & ~PARSED) | RE_ENCODED | PAYLOAD : traits;
  const named = args.find((one) => typeof one.value.literal === 'string')?.value.literal;
  if (traits & (HEADER | QUERY | PAYLOAD | ROUTE) && field === null && typeof named === 'string') {
    field = named.toLowerCase();
    if (soundsLikeProof(field) && traits & (HEADER | QUERY)) traits |= SIGNATURE;
  }
  const texts = keepsText.test(call.property ?? call.callee.name ?? '') ? [receiver, args[0]?.value].filter((one) => typeof one?.literal === 'string') : [];
  const result = value({
    literal: texts.length === 1 ? (texts[0]?.literal ?? null) : null,
    name: row.result?.type ?? (call.callee.name === null ? null : `${call.callee.name}()`),
    traits: traits & ~PROMISE,
    hash,
    field,
    setting,
    made: args,
    at: texts[0]?.at ?? (setting ? placeOf(call.frame, call.expr.range) : null),
    truth:
      expr.isNew || keptTruth(call)
        ? TRUE
        : texts.length === 1 || receiver?.traits
          ? ANY & ~(call.property && run.world.rows.keepsBytes(call.property) ? NULL : 0)
          : ANY,
  });
  return traits & PROMISE ? value({ promiseOf: { value: result, attempt: null }, truth: TRUE, traits: PROMISE }) : result;
}

/** Nothing has compared lengths, or ruled out that the header is absent. */
function isUnprepared(throwsOn: string, left: Value, right: Value, state: State): boolean {
  const sent = deepTraits(left) & SENT ? left : deepTraits(right) & SENT ? right : null;
  if (sent === null || (left.hash && right.hash)) return false;
  return throwsOn === 'unequal-length'
    ? !state.heap.has('#length')
    : (sent.truth & NULL) !== 0 && (deepTraits(sent) & (HEADER | SIGNATURE)) !== 0 && !(deepTraits(sent) & PAYLOAD);
}

/** The whole delivery, or its signature, was sent along: the answer says whether it is genuine. */
function askedWhole(traits: number): number {
  return traits & (SIGNATURE | RAW | PARSED | RE_ENCODED) ? POST_BACK : 0;
}

/** The text of something that is there is there. */
function keptTruth(call: Call): boolean {
  const source = call.receiver && call.receiver.traits !== 0 ? call.receiver : call.args[0]?.value;
  return source !== undefined && source.truth === TRUE && source.traits !== 0 && keepsText.test(call.property ?? call.callee.name ?? '');
}

// ---------------------------------------------------------------------------------------------------- hashes

function hashing(call: Call, row: CallRow): Outcome[] {
  const { args, receiver, frame, expr, run, state } = call;
  let hash: HashState | null = receiver?.hash ?? null;
  if (row.hash) {
    const spec = row.hash;
    const key = argumentAt(args, spec.key, receiver);
    const algorithm = spec.fixedAlgorithm ?? literalOrName(argumentAt(args, spec.algorithm, receiver));
    hash = {
      keyed: spec.keyed || (spec.key !== undefined && key !== null && key.truth !== NULL),
      algorithm,
      key,
      message: 0,
      reEncodedAt: null,
      encoding: null,
      prefix: null,
      at: placeOf(frame, expr.range),
    };
    const message = argumentAt(args, spec.message, receiver);
    if (message) hash = absorbed(hash, message, call);
  } else if (row.absorbs) {
    const message = args[row.absorbs.message]?.value;
    hash = message
      ? absorbed(
          hash ?? { keyed: true, algorithm: null, key: null, message: 0, reEncodedAt: null, encoding: null, prefix: null, at: placeOf(frame, expr.range) },
          message,
          call,
        )
      : hash;
    if (expr.callee.kind === 'member' && expr.callee.object.kind === 'name' && expr.callee.object.binding !== null && receiver) {
      state.env.set(run.world.bindingKey(frame.path, expr.callee.object.binding), { ...receiver, hash });
    }
  }
  if (row.finishesHash) {
    const encoding = row.finishesHash.fixedEncoding ?? literalOrName(argumentAt(args, row.finishesHash.encoding, receiver)) ?? 'bytes';
    const isKeyed = hash?.keyed ?? bits(row.result?.is) & MAC;
    const secretInside = hash !== null && (hash.message & SECRET) !== 0;
    const traits = (isKeyed ? MAC : DIGEST) | (secretInside ? MAC : 0);
    const result = value({ traits, hash: hash ? { ...hash, encoding } : null, truth: TRUE, name: row.result?.type ?? null });
    return returns(state, bits(row.result?.is) & PROMISE ? value({ promiseOf: { value: result, attempt: null }, truth: TRUE, traits: PROMISE }) : result);
  }
  return returns(state, value({ name: row.result?.type ?? (call.callee.name === null ? null : `${call.callee.name}()`), hash, truth: TRUE, made: args }));
}

function absorbed(hash: HashState, message: Value, call: Call): HashState {
  const range = call.args.find((one) => one.value === message)?.range ?? call.expr.range;
  const traits = deepTraits(message);
  const isReEncoded = (traits & (RE_ENCODED | DECODED)) !== 0;
  return {
    ...hash,
    message: hash.message | traits,
    reEncodedAt: hash.reEncodedAt ?? (isReEncoded || (traits & PARSED && !(traits & RAW)) ? placeOf(call.frame, range) : null),
  };
}

function literalOrName(of: Value | null): string | null {
  if (of === null) return null;
  if (typeof of.literal === 'string') return of.literal.toLowerCase();
  return of.name?.split('.').pop()?.toLowerCase() ?? null;
}

// ---------------------------------------------------------------------------------------------------- guards

export function plainAttempt(id: number, kind: Attempt['kind'], at: Attempt['at'], spelling: string): Attempt {
  return {
    id,
    kind,
    at,
    spelling,
    proofs: [],
    provider: null,
    constantTime: true,
    isAsync: false,
    left: null,
    right: null,
    throwsOn: null,
    hash: null,
    body: null,
    needsRaw: false,
    key: null,
    member: null,
    decided: false,
    throwsUnprepared: false,
    ignored: null,
    ignoredAt: null,
  };
}

function guarding(call: Call, row: CallRow, guard: GuardSpec): Outcome[] {
  const { run, state, frame, expr, args, receiver } = call;
  const at = placeOf(frame, expr.range);
  const off = guard.switchedOffBy ? argumentAt(args, guard.switchedOffBy.option, receiver) : null;
  const isOff =
    (off !== null && off.literal === guard.switchedOffBy?.equals) ||
    (guard.needsArgument !== undefined && argumentAt(args, guard.needsArgument, receiver) === null);
  const member = typeof guard.accepts === 'object' ? guard.accepts.member : null;
  const attempt = run.attempt(
    at,
    (id): Attempt => ({
      ...plainAttempt(id, isOff ? 'skipped' : 'call', at, spell(expr.callee)),
      proofs: isOff ? [] : guard.proves,
      provider: guard.provider ?? null,
      isAsync: guard.isAsync === true,
      body: argumentAt(args, guard.body, receiver),
      needsRaw: guard.needs === 'raw',
      key: argumentAt(args, guard.secret, receiver),
      member,
      hash: guard.needs === 'raw' || guard.body !== undefined ? (receiver?.hash ?? null) : null,
    }),
  );
  run.tried(state, attempt);
  const base = rowResult(call, { ...row, parses: true });
  // What comes out of a guard is the delivery; the signature and the secret stay behind.
  const inside = settled(base);
  const plain: Value = {
    ...inside,
    traits: (inside.traits & (PAYLOAD | PARSED) ? PAYLOAD : 0) | (bits(row.result?.is) & ~PROMISE),
    truth: ANY,
    field: null,
    setting: null,
    hash: null,
    at: null,
  };
  const promised = guard.isAsync === true;
  const wrap = (result: Value, pending: Attempt | null): Value =>
    promised ? value({ promiseOf: { value: result, attempt: pending }, truth: TRUE, traits: PROMISE }) : result;
  const callback = guard.callback === undefined ? null : (args[guard.callback]?.value.callable ?? args[args.length - 1]?.value.callable ?? null);
  if (callback) return byCallback(call, attempt, callback, plain);
  if (member !== null) return withGuardRaise(call, attempt, returns(state, wrap({ ...plain, truth: TRUE, holds: { attempt, accepts: TRUE } }, null)));
  switch (guard.accepts) {
    case 'no-exception': {
      if (promised) return returns(state, wrap({ ...plain, truth: TRUE | FALSE | NULL }, attempt));
      const accepted = copyState(state);
      attempt.decided = true;
      run.accept(accepted, attempt);
      const outcomes = returns(accepted, { ...plain, truth: guard.proves.includes('signature') && plain.traits & PAYLOAD ? TRUE : ANY });
      run.tried(state, attempt, 'raised');
      outcomes.push({ kind: 'raise', state, value: unknown, at: null });
      return outcomes;
    }
    case 'true':
      return withGuardRaise(call, attempt, returns(state, wrap({ ...plain, truth: TRUE | FALSE, verdict: { attempt, accepts: TRUE } }, null)));
    case 'false':
      return withGuardRaise(call, attempt, returns(state, wrap({ ...plain, truth: ANY, verdict: { attempt, accepts: FALSY } }, null)));
    case 'not-null':
      return withGuardRaise(call, attempt, returns(state, wrap({ ...plain, truth: TRUE | NULL, verdict: { attempt, accepts: TRUE | FALSE } }, null)));
    case 'null':
      return withGuardRaise(call, attempt, returns(state, wrap({ ...plain, truth: TRUE | NULL, verdict: { attempt, accepts: NULL } }, null)));
    default:
      return returns(state, plain);
  }
}

function withGuardRaise(call: Call, attempt: Attempt, outcomes: Outcome[]): Outcome[] {
  if (!call.raises) return outcomes;
  const failed = copyState(call.state);
  call.run.tried(failed, attempt, 'raised');
  return [...outcomes, { kind: 'raise', state: failed, value: unknown, at: null }];
}

function byCallback(call: Call, attempt: Attempt, callback: NonNullable<Value['callable']>, result: Value): Outcome[] {
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

// --------------------------------------------------------------------------------------------- unknown calls

function invoking(call: Call, row: CallRow, indexes: readonly number[]): Outcome[] {
  const { run, state, frame, args, receiver, property } = call;
  const element = receiver ? elementOf(settled(receiver)) : unknown;
  let outcomes: Outcome[] = returns(state, rowResult(call, row));
  for (const index of indexes) {
    const callable = args[index]?.value.callable;
    if (!callable) continue;
    const next: Outcome[] = [];
    for (const outcome of outcomes) {
      if (outcome.kind === 'raise') {
        next.push(outcome);
        continue;
      }
      for (const inner of run.call(
        callable,
        [given(property === 'reduce' ? unknown : element, call), given(property === 'reduce' ? element : unknown, call)],
        frame,
        outcome.state,
      )) {
        if (inner.kind === 'raise') {
          next.push(inner);
          continue;
        }
        const decides = property === 'some' || property === 'every' || property === 'find' || property === 'any' || property === 'all';
        const held = settled(inner.value);
        next.push({
          ...inner,
          value: decides
            ? value({
                truth: decidedTruth(property, held.truth),
                verdict: held.verdict ? { attempt: held.verdict.attempt, accepts: TRUE } : null,
                traits: outcome.value.traits | (held.traits & DERIVED),
              })
            : value({ ...outcome.value, items: null, traits: outcome.value.traits | held.traits, hash: held.hash, promiseOf: null }),
        });
      }
    }
    outcomes = next;
  }
  return outcomes;
}

/** What `some`, `every` and `find` give when the test of an element gives this. */
function decidedTruth(property: string, truth: number): number {
  if (property === 'every' || property === 'all') return truth & FALSY ? TRUE | FALSE : TRUE;
  const no = property === 'find' ? NULL : FALSE;
  return truth & TRUE ? TRUE | no : no;
}

/** Functions handed to a call that we do not know may be run by it. */
function callbacks(call: Call, result: Value): Outcome[] {
  const { run, args, frame, state } = call;
  const functions = args.flatMap((one) =>
    one.value.callable && one.value.callable.special === null
      ? [one.value.callable]
      : one.value.fields
        ? [...one.value.fields.values()].flatMap((field) => (field.callable ? [field.callable] : []))
        : [],
  );
  if (functions.length === 0) return returns(state, result);
  let states: State[] = [state];
  let returned: Value | null = null;
  const traits = allTraits(call) & DERIVED;
  for (const callable of functions.slice(0, 4)) {
    const next: State[] = [];
    for (const one of states) {
      for (const outcome of run.call(callable, [given(value({ traits }), call)], frame, one)) {
        // What it raises is met by whoever calls it, which we cannot see.
        if (outcome.kind === 'raise') continue;
        next.push(outcome.state);
        returned = returned === null ? outcome.value : joinValues(returned, outcome.value);
      }
    }
    if (next.length > 0) states = next.slice(0, 8);
  }
  return states.map((one) => ({
    kind: 'return' as const,
    state: one,
    value:
      returned === null
        ? result
        : { ...result, traits: result.traits | deepTraits(returned), verdict: settled(returned).verdict, fields: result.fields ?? returned.fields },
    at: null,
  }));
}

function unknownCall(call: Call): Outcome[] {
  const { run, receiver, property, args, expr, frame, state } = call;
  const last = property ?? (expr.callee.kind === 'name' ? expr.callee.name : (call.callee.name?.split('.').pop() ?? ''));
  if (receiver && receiver.traits & HEADERS && /^(get|header|getHeader|getlist|get_all|getAll|first|at)$/i.test(last)) return returns(state, headerRead(call));
  const traits = allTraits(call);
  if (last === 'get' && receiver && receiver.traits & (PAYLOAD | QUERY | PARSED | ROUTE) && typeof args[0]?.value.literal === 'string') {
    const field = String(args[0].value.literal).toLowerCase();
    const from = receiver.traits & (PAYLOAD | QUERY | ROUTE | PARSED);
    return returns(
      state,
      value({
        traits: (from & PARSED ? PAYLOAD : 0) | (from & ~PARSED) | (carriesProof(field, from & PARSED ? PAYLOAD : from) ? SIGNATURE : 0),
        field,
        truth: args[1] && args[1].value.truth !== NULL ? TRUE | FALSE : ANY,
      }),
    );
  }
  if (run.world.rows.keepsBytes(last)) {
    const parts = (
      /^(replace|replaceAll|split|rsplit|strip|lstrip|rstrip|removeprefix|removesuffix|partition|match|toString|decode|encode)$/.test(last) && receiver
        ? [receiver]
        : [receiver, ...args.map((one) => one.value)]
    ).filter((one): one is Value => one !== null && one.name !== last);
    const kept = concatenated(parts.map(settled), expr.range, frame);
    const encoding = args.find((one) => typeof one.value.literal === 'string')?.value.literal;
    const loses = typeof encoding === 'string' && /^(ascii|us-ascii|latin-?1|binary|iso-?8859-1)$/i.test(encoding) && (kept.traits & RAW) !== 0;
    return callbacks(call, {
      ...kept,
      traits: kept.traits | (loses ? DECODED : 0),
      literal: keepsText.test(last) ? kept.literal : null,
      truth: /^(match|exec|find|pop|shift|at|first|last)$/.test(last) ? ANY : kept.truth === TRUE ? TRUE : TRUE | FALSE,
      name: null,
    });
  }
  // `express.json()(req, res, next)` and the like: what we do not know passes on.
  if (args.some((one) => one.value.callable?.special === 'next')) run.passOn(state);
  noteEffect(call, spell(expr.callee));
  const tagged = receiver?.name ? resultTag(receiver.name, last) : null;
  if (tagged !== null) return returns(state, value({ truth: tagged ? TRUE : FALSE }));
  if (last === 'len' && receiver === null && args.length === 1) return returns(state, value({ field: 'length' }));
  if (/^(any|all|bool|Boolean)$/.test(last) && receiver === null && args[0])
    return returns(state, { ...settled(args[0].value), literal: null, truth: TRUE | FALSE });
  const guard = unreadableGuard(call, last, traits);
  const effect = run.world.rows.effect(last, receiverName(call));
  // A look-up gives what is kept here; an answer from outside is the answerer's word.
  const asks =
    effect?.kind === 'fetch' ||
    (/^(get|retrieve|fetch|post)$/i.test(last) &&
      call.callee.name !== null &&
      !/redis|cache|kv|map|store|db|session|repo|config|env|logger|storage/i.test(call.callee.name));
  const flows =
    effect?.kind === 'read' && !asks
      ? 0
      : asks && traits & (PAYLOAD | RAW | PARSED | SIGNATURE)
        ? CALL_BACK | askedWhole(traits)
        : traits & DERIVED & ~(SIGNATURE | SECRET | ENVIRONMENT);
  const promised = value({
    traits: flows,
    name: call.callee.name === null ? null : `${call.callee.name}()`,
    made: args,
    truth: expr.isNew ? TRUE : ANY,
    field: null,
  });
  const result = guard ? { ...promised, verdict: { attempt: guard, accepts: TRUE } } : lookUp(call, last, traits, promised);
  return withRaise(call, callbacks(call, result));
}

function headerRead(call: Call): Value {
  const name = call.args[0]?.value.literal;
  const field = typeof name === 'string' ? name.toLowerCase() : null;
  const fallback = call.args[1]?.value;
  return value({
    traits: HEADER | (field !== null && soundsLikeProof(field) ? SIGNATURE : 0),
    field,
    truth: fallback && fallback.truth !== NULL ? TRUE | FALSE : ANY,
  });
}

/** An unknown function that is handed the proof, or everything with a telling name: it may verify; we cannot tell. */
function unreadableGuard(call: Call, last: string, traits: number): Attempt | null {
  if (isProven(call.state)) return null;
  const direct = call.args.reduce((all, one) => all | deepTraits(one.value), 0);
  const isKnownEffect = call.run.world.rows.effect(last, receiverName(call)) !== undefined || harmlessUse.test(last);
  if (isKnownEffect && !soundsLikeSignatureGuard(last)) return null;
  const isHanded =
    ((direct & SIGNATURE) !== 0 && (direct & (RAW | PAYLOAD | REQUEST | PARSED)) !== 0) ||
    ((direct & (SIGNATURE | RAW | REQUEST | HEADERS)) !== 0 && soundsLikeGuard(last)) ||
    ((traits & (REQUEST | RAW | SIGNATURE)) !== 0 && soundsLikeSignatureGuard(last));
  if (!isHanded) return null;
  const at = placeOf(call.frame, call.expr.range);
  const attempt = call.run.attempt(at, (id) => plainAttempt(id, 'unreadable', at, spell(call.expr.callee)));
  call.run.tried(call.state, attempt);
  return attempt;
}

/** A look-up by the token that was sent: finding a row is the proof. */
function lookUp(call: Call, last: string, traits: number, result: Value): Value {
  if (isProven(call.state) || !(traits & SIGNATURE)) return result;
  const effect = call.run.world.rows.effect(last, receiverName(call));
  if (effect?.kind !== 'read' && !/^(find|get|fetch|load|lookup|query|select)/i.test(last)) return result;
  const at = placeOf(call.frame, call.expr.range);
  const attempt = call.run.attempt(at, (id): Attempt => ({ ...plainAttempt(id, 'lookup', at, spell(call.expr.callee)), proofs: ['token'] }));
  call.run.tried(call.state, attempt);
  return { ...result, verdict: { attempt, accepts: TRUE } };
}

function allTraits(call: Call): number {
  let traits = call.receiver ? call.receiver.traits : 0;
  for (const one of call.args) traits |= deepTraits(one.value);
  return traits;
}

function receiverName(call: Call): string {
  const { callee } = call.expr;
  if (callee.kind !== 'member') return '';
  return (
    spell(callee.object)
      .replace(/\(.*\)$/, '')
      .split('.')
      .pop()
      ?.toLowerCase() ?? ''
  );
}

/** A statement that selects only reads. */
function statementKind(call: Call, ref: number | string | undefined, kind: NonNullable<CallRow['effect']>): NonNullable<CallRow['effect']> {
  const text = ref === undefined ? null : argumentAt(call.args, ref);
  return typeof text?.literal === 'string' && /^\s*select\b/i.test(text.literal) ? 'read' : kind;
}

/** `err('...').isErr()` and its like, of the libraries that have it. */
function resultTag(name: string, last: string): boolean | null {
  const isError = /(^|\.)(err|errAsync|fail|failure|left|Err|Left|Failure)\(\)$/.test(name);
  const isOk = /(^|\.)(ok|okAsync|success|right|Ok|Right|Success)\(\)$/.test(name);
  if (!isError && !isOk) return null;
  if (/^(isErr|is_err|isFailure|isLeft|isError)$/.test(last)) return isError;
  if (/^(isOk|is_ok|isSuccess|isRight)$/.test(last)) return isOk;
  return null;
}

const keepsText = /^(from|encode|decode|Buffer|bytes|str|String|trim|strip|toString)$/;

const harmlessUse =
  /^(log|info|debug|warn|error|exception|print|trace|json|send|status|text|html|end|set|append|push|get|has|keys|values|entries|map|filter|forEach|find|some|every|includes|indexOf|test|match|isinstance|len|str|int|float|bool|list|dict|parse|safeParse|validate|type|next|header|writeHead|write|jsonify|Response|make_response|render_template|split|join|resolve|reject|captureException|captureMessage|hasOwnProperty|Number|String|Boolean|isArray|exec|toString|then|catch|format|items|update)$/i;

function noteEffect(call: Call, spelling: string, known?: NonNullable<CallRow['effect']>): void {
  const { run, expr, frame, state, receiver, args } = call;
  const last = spelling.split('.').pop()?.replace(/\(.*$/, '') ?? '';
  const takesPayload = (allTraits(call) & (PAYLOAD | PARSED | RAW)) !== 0;
  const takesAnswer = !takesPayload && (allTraits(call) & CALL_BACK) !== 0;
  const isOutgoing =
    (known === 'fetch' || (known === undefined && run.world.rows.effect(last, receiverName(call))?.kind === 'fetch')) &&
    (/^(post|put|patch|delete)$/i.test(last) ||
      /post|put|patch|delete/i.test(String(args[1]?.value.fields?.get('method')?.literal ?? args[0]?.value.fields?.get('method')?.literal ?? '')));
  if (isOutgoing) known = 'send';
  const byName = known ? undefined : run.world.rows.effect(last, receiverName(call));
  const kind = known ?? (byName && statementKind(call, byName.statement, byName.kind)) ?? null;
  if (kind === 'log' || kind === 'answer') return;
  const isExcepted = receiver !== null && (receiver.traits & (REQUEST | HEADERS | PARSED | PAYLOAD)) !== 0 && kind !== 'execute';
  if (kind !== null && !isExcepted)
    return run.record({ kind, at: placeOf(frame, expr.range), spelling, takesPayload, takesAnswer, via: frame.calls ?? [] }, state);
  if (takesPayload && !harmlessUse.test(last))
    run.record({ kind: 'use', at: placeOf(frame, expr.range), spelling, takesPayload, takesAnswer, via: frame.calls ?? [] }, state);
}

export { FALSE };
