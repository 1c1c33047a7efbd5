/** What a branch teaches: which guard accepted, why a path came past one, and what a name can still be. */
import type { Expr } from '../ir/model.js';
import { isAuthorization } from './bearer.js';
import { noteClaim } from './calls/tokens.js';
import type { Place } from './finding.js';
import { alsoKnown } from './flow/knows.js';
import { branchedOn, comparedWith } from './order/branches.js';
import { type Reading, read, readMember } from './read.js';
import { type Assumption, isVague, placeKey, type State } from './state.js';
import {
  ADDRESS,
  type Attempt,
  assumedBody,
  CAUGHT,
  CLAIMS,
  CLOCK,
  COOKIE,
  changed,
  ENVIRONMENT,
  FALSE,
  FALSY,
  HEADER,
  isAboutLength,
  METHOD,
  NULL,
  PAYLOAD,
  POST_BACK,
  QUERY,
  SECRET,
  SENT,
  SIGNATURE,
  TRUE,
  type Value,
  VOUCHED,
} from './value.js';
import { isEverydayHeader, namesLoopback, soundsLikeYes, soundsSecret } from './words.js';
import { type Frame, placeOf } from './world.js';

export interface Refining extends Reading {
  /** The attempt that a test of something vouched for is; it accepts when that is true. */
  vouched(state: State, at: Place, spelling: string): Attempt;
  readonly claimsLookedAt: Set<string>;
  readonly bearerTests: Map<string, Place>;
  accept(state: State, attempt: Attempt): void;
  /** What it shows of exceptions. */
  readonly shown?: { readonly catches: boolean };
  /** Told of a condition that something unknown made of the clock and of what was sent. */
  onAge(at: Place): void;
}

/** Narrows `state` to the case that `test` is true (or false). False when that cannot be. */
export function refine(refining: Refining, test: Expr, outcome: boolean, frame: Frame, state: State): boolean {
  return narrow(refining, test, outcome ? TRUE : FALSY, frame, state, 0);
}

function narrow(refining: Refining, expr: Expr, mask: number, frame: Frame, state: State, depth: number): boolean {
  if (depth > 30) return true;
  const held = read(refining, expr, frame, state);
  if ((held.truth & mask) === 0) return false;
  if (held.check && (mask & (TRUE | NULL)) !== (TRUE | NULL))
    state.checked = alsoKnown(state.checked, mask & TRUE ? held.check.whenTrue : held.check.whenFalse);
  decide(refining, held, mask, expr, frame, state);
  if (refining.shown?.catches && (mask & FALSY) === 0) noteKindOfException(refining, expr, frame, state);
  if (state.refusals.size > 0) noteUse(refining, expr, held, frame, state);
  switch (expr.kind) {
    case 'unary':
      if (expr.op === 'not') return narrow(refining, expr.operand, flipped(mask), frame, state, depth + 1);
      return true;
    case 'binary':
      if (expr.op === '<' || expr.op === '<=') comparedWith(refining, expr, (mask & TRUE) !== 0, frame, state);
      if (expr.op === '==' || expr.op === '!=') return narrowComparison(refining, expr, mask, frame, state, depth);
      if (expr.op === 'in' || expr.op === 'not in') {
        const of = read(refining, expr.left, frame, state);
        const isIn = (expr.op === 'in') === ((mask & TRUE) !== 0);
        return (of.traits & METHOD) === 0 || narrowMethod(state, read(refining, expr.right, frame, state), isIn);
      }
      if (expr.op === 'instanceof' && (mask & TRUE) === 0 && /verif|signature|unauthor|authentic|forbidden/i.test(spell(expr.right))) {
        // The exception was not the verifier's: it had accepted, and something behind it failed. Without a key it never came that far.
        for (const [attempt, status] of state.attempts) if (status === 'raised' && !(attempt.key && attempt.key.truth & NULL)) refining.accept(state, attempt);
      }
      return true;
    case 'assign':
      if (expr.target.kind === 'bind' && expr.target.binding !== null) keep(refining, expr.target.binding, held, mask, frame, state);
      return true;
    case 'name':
      if (expr.binding !== null) keep(refining, expr.binding, held, mask, frame, state);
      return true;
    case 'member':
      keepMember(refining, expr.object, expr.property, held, mask, frame, state);
      return true;
    case 'call':
      if (expr.callee.kind === 'member' && expr.callee.property === 'includes' && expr.args.length === 1) {
        const of = read(refining, expr.args[0]?.value as Expr, frame, state);
        if (of.traits & METHOD && !narrowMethod(state, read(refining, expr.callee.object, frame, state), (mask & TRUE) !== 0)) return false;
      }
      // `Boolean(x)`, `bool(x)`: the argument is as true as the call.
      if (
        expr.args.length === 1 &&
        expr.callee.kind === 'name' &&
        expr.callee.binding === null &&
        (expr.callee.name === 'Boolean' || expr.callee.name === 'bool')
      ) {
        return narrow(refining, expr.args[0]?.value as Expr, mask, frame, state, depth + 1);
      }
      state.temps.set(expr, changed(held, { truth: held.truth & mask }));
      return true;
    case 'logical':
      state.temps.set(expr, changed(held, { truth: held.truth & mask }));
      // `(a && b) && c` as a value: where the whole is true, so is each part.
      if ((expr.op === 'and' && (mask & FALSY) === 0) || (expr.op === 'or' && (mask & TRUE) === 0))
        return narrow(refining, expr.left, mask, frame, state, depth + 1) && narrow(refining, expr.right, mask, frame, state, depth + 1);
      return true;
    case 'await':
    case 'conditional':
      state.temps.set(expr, changed(held, { truth: held.truth & mask }));
      return true;
    default:
      return true;
  }
}

/** `error instanceof ApiError`, `isinstance(error, ApiError)`, `isHttpError(error)`, `error.code === 'P2002'`: which one it is was expected. */
function noteKindOfException(refining: Refining, expr: Expr, frame: Frame, state: State): void {
  const tested = testedException(expr);
  if (tested?.kind !== 'name' || tested.binding === null) return;
  const held = read(refining, tested, frame, state);
  if (held.traits & CAUGHT) state.env.set(refining.world.bindingKey(frame.path, tested.binding), changed(held, { traits: held.traits & ~CAUGHT }));
}

function testedException(expr: Expr): Expr | null {
  const isAny = (type: Expr): boolean => /^((Base)?Exception|Error)$/.test(spell(type));
  if (expr.kind === 'binary' && expr.op === 'instanceof') return isAny(expr.right) ? null : expr.left;
  if (expr.kind === 'binary' && expr.op === '==') return expr.left.kind === 'member' ? rootOf(expr.left) : null;
  if (expr.kind === 'call') return expr.args[1] && isAny(expr.args[1].value) ? null : (expr.args[0]?.value ?? null);
  return null;
}

function flipped(mask: number): number {
  return (mask & TRUE ? FALSY : 0) | (mask & FALSY ? TRUE : 0);
}

function narrowComparison(refining: Refining, expr: Extract<Expr, { kind: 'binary' }>, mask: number, frame: Frame, state: State, depth: number): boolean {
  const left = read(refining, expr.left, frame, state);
  const right = read(refining, expr.right, frame, state);
  if (expr.left.kind === 'unary' && expr.left.op === 'typeof' && typeof right.literal === 'string') {
    const { operand } = expr.left;
    const tested = read(refining, operand, frame, state);
    // Who asks what a body is knows that it may be either.
    if (tested.name === assumedBody && operand.kind === 'name' && operand.binding !== null)
      state.env.set(refining.world.bindingKey(frame.path, operand.binding), changed(tested, { name: null }));
    const is = (expr.op === '==') === ((mask & TRUE) !== 0);
    // What is not of one type may be of another; a header that is no text is missing.
    if (right.literal !== 'undefined' && !is && !(read(refining, expr.left.operand, frame, state).traits & (HEADER | SIGNATURE))) return true;
    return narrow(refining, expr.left.operand, (right.literal === 'undefined') === is ? NULL : FALSE | TRUE, frame, state, depth + 1);
  }
  const equal = (expr.op === '==') === ((mask & TRUE) !== 0);
  if (left.traits & METHOD || right.traits & METHOD) {
    const method = typeof right.literal === 'string' ? right.literal : left.literal;
    if (typeof method === 'string') {
      if (equal) {
        if (state.method !== null && !state.method.startsWith('!') && state.method !== method.toUpperCase()) return false;
        state.method = method.toUpperCase();
      } else if (state.method === method.toUpperCase()) return false;
      else if (state.method === null && method.toUpperCase() === 'POST') state.method = '!POST';
    }
    return true;
  }
  const [operand, known] = isKnown(right) ? [expr.left, right] : isKnown(left) ? [expr.right, left] : [null, right];
  if (operand === null) return true;
  const isNull = known.truth === NULL;
  const inside = isNull ? NULL : known.literal === true ? TRUE : known.literal === false ? FALSE : null;
  if (inside === null) {
    if (known.literal === '') return narrow(refining, operand, equal ? FALSY : TRUE, frame, state, depth + 1);
    // Equal to a non-empty text or number: then it is there.
    return equal && known.literal ? narrow(refining, operand, TRUE, frame, state, depth + 1) : true;
  }
  return narrow(refining, operand, equal ? inside : (NULL | FALSE | TRUE) & ~inside, frame, state, depth + 1);
}

/** `method in ('GET', 'HEAD')`: which of them cannot be told, and need not be, unless a delivery may be among them. */
function narrowMethod(state: State, list: Value, isIn: boolean): boolean {
  const methods = list.items?.map((one) => String(one.literal).toUpperCase());
  if (!methods || methods.length === 0 || list.items?.some((one) => typeof one.literal !== 'string')) return true;
  if (state.method !== null && !state.method.startsWith('!')) return methods.includes(state.method) === isIn;
  if (isIn && !methods.includes('POST') && !methods.includes('PUT')) state.method = methods[0] ?? null;
  else if (!isIn && methods.includes('POST') && state.method === null) state.method = '!POST';
  return true;
}

function isKnown(of: Value): boolean {
  return of.truth === NULL || of.literal !== null;
}

function decide(refining: Refining, held: Value, mask: number, expr: Expr, frame: Frame, state: State): void {
  if (held.lookup || held.test) branchedOn(held, mask, state);
  if (held.traits & CLAIMS) noteComparedClaim(refining, held, expr);
  const possible = held.truth & mask;
  if (held.traits & CLOCK && held.traits & SENT) refining.onAge(placeOf(frame, expr.range));
  const verdict = held.verdict ?? (isVouched(held, expr) ? { attempt: refining.vouched(state, placeOf(frame, expr.range), spell(expr)), accepts: TRUE } : null);
  if (verdict) {
    const { attempt, accepts } = verdict;
    attempt.decided = true;
    if ((possible & ~accepts) === 0) refining.accept(state, attempt);
    else if ((possible & accepts) === 0 && state.attempts.get(attempt) !== 'accepted') {
      state.attempts = new Map(state.attempts).set(attempt, 'rejected');
      state.refusals = new Map(state.refusals).set(attempt, {
        at: placeOf(frame, expr.range),
        kind: 'mismatch-continues',
        origin: null,
        spelling: spell(expr),
      });
    }
    return;
  }
  const inside = expr.kind === 'binary' ? null : openInside(held);
  if (inside && !inside.decided && held.truth === TRUE) {
    inside.ignored ??= 'object-as-boolean';
    inside.ignoredAt ??= placeOf(frame, expr.range);
  }
  if (held.holds && expr.kind !== 'binary') {
    const { attempt } = held.holds;
    attempt.ignored ??= 'object-as-boolean';
    attempt.ignoredAt ??= placeOf(frame, expr.range);
    return;
  }
  const pending = held.promiseOf?.attempt ?? held.promiseOf?.value.verdict?.attempt;
  if (pending) {
    pending.ignored ??= 'not-awaited';
    pending.ignoredAt ??= placeOf(frame, expr.range);
    return;
  }
  if (isAboutLength(held.test)) state.heap.set('#length', held);
  if (state.proofs.size > 0) return;
  const assumption = assumptionFrom(refining, held, mask, expr, frame);
  if (assumption) state.assumptions = withAssumption(state.assumptions, assumption);
  const passed = state.conditions.size >= 24 ? new Map([...state.conditions].slice(-16)) : new Map(state.conditions);
  const at = placeOf(frame, expr.range);
  state.conditions = passed.set(placeKey(at), (mask & TRUE) !== 0);
  if (isAuthorization(held)) refining.bearerTests.set(placeKey(at), at);
}

/** A claim that is merely there says nothing yet; one that is compared, or looked for among others, does. */
function noteComparedClaim(refining: Refining, held: Value, expr: Expr): void {
  if (held.test?.kind === 'equals') {
    const { left, right } = held.test;
    const [claim, other] = left.value.traits & CLAIMS ? [left.value, right.value] : [right.value, left.value];
    if (other.truth !== NULL && typeof other.literal !== 'boolean') noteClaim(refining, claim);
  } else if (held.test === null && held.verdict === null && !isRead(expr) && (expr.kind === 'binary' || expr.kind === 'call' || held.truth === (TRUE | FALSE)))
    noteClaim(refining, held);
}

/** What the platform or whoever was asked says of the sender, tested for being true. */
function isVouched(held: Value, expr: Expr): boolean {
  if (expr.kind === 'unary' || expr.kind === 'binary' || (held.traits & (VOUCHED | POST_BACK)) === 0) return false;
  return (held.traits & VOUCHED) !== 0 || (held.field !== null && soundsLikeYes(held.field));
}

/** `claims.get('sub')` */
function isRead(expr: Expr): boolean {
  return expr.kind === 'call' && expr.callee.kind === 'member' && expr.callee.property === 'get';
}

/** A verdict in a member or item of what is tested as a whole. */
function openInside(held: Value): Attempt | null {
  for (const one of [...(held.fields?.values() ?? []), ...(held.instance?.fields?.values() ?? []), ...(held.items ?? [])])
    if (one.verdict) return one.verdict.attempt;
  return null;
}

/** A test of what a helper handed on is where its refusal has to be acted upon. */
function noteUse(refining: Refining, expr: Expr, held: Value, frame: Frame, state: State): void {
  const root = rootOf(expr);
  const origin = held.origin ?? (root === expr ? null : read(refining, root, frame, state).origin);
  if (origin === null) return;
  for (const [attempt, refusal] of state.refusals) {
    if (refusal.origin !== origin) continue;
    const isObject = root === expr && (held.fields !== null || held.items !== null) && held.truth === TRUE;
    state.refusals = new Map(state.refusals).set(attempt, {
      ...refusal,
      at: placeOf(frame, expr.range),
      kind: isObject ? 'object-as-boolean' : 'mismatch-continues',
    });
  }
}

function rootOf(expr: Expr): Expr {
  if (expr.kind === 'member' || expr.kind === 'index') return rootOf(expr.object);
  if (expr.kind === 'binary') return rootOf(expr.left);
  if (expr.kind === 'call' && expr.callee.kind === 'member') return rootOf(expr.callee.object);
  return expr;
}

/** Keeps the telling ones when there are many. */
function withAssumption(all: readonly Assumption[], added: Assumption): readonly Assumption[] {
  if (all.length < 16) return [...all, added];
  const first = all.findIndex(isVague);
  return [...all.filter((_, index) => index !== Math.max(first, 0)), added];
}

function assumptionFrom(reading: Reading, held: Value, mask: number, expr: Expr, frame: Frame): Assumption | null {
  const side = (mask & TRUE) !== 0;
  const kind = assumedKind(held, mask);
  if (kind === null) return null;
  const subject = quoted(reading, expr, frame);
  const isOther = kind === 'other' || (kind === 'header-missing' && (held.traits & SIGNATURE) === 0 && isEverydayHeader(held.field ?? subject));
  const told = !isOther ? kind : namesLoopback(subject) ? 'loopback' : sentBySender(held) ? 'sender' : 'other';
  const setting = settingOf(held);
  return { kind: told, at: placeOf(frame, expr.range), subject, setting: setting?.name, side, ...(setting?.isNowhere ? { isNowhere: true } : {}) };
}

function sentBySender(held: Value): boolean {
  const sides = held.test?.kind === 'equals' ? held.test.left.value.traits | held.test.right.value.traits : held.traits;
  return (sides & (PAYLOAD | QUERY | HEADER | COOKIE)) !== 0;
}

function settingOf(held: Value): Value['setting'] {
  const { test } = held;
  if (test?.kind === 'presence') return test.of.setting;
  return test?.kind === 'equals' ? (test.left.value.setting ?? test.right.value.setting) : held.setting;
}

function assumedKind(held: Value, mask: number): Assumption['kind'] | null {
  if (held.test?.kind === 'presence') return assumedKind(held.test.of, held.test.negated ? flipped(mask) : mask);
  const isAbsent = (mask & TRUE) === 0;
  if (held.traits & ADDRESS) return 'address';
  if (held.test?.kind === 'equals') {
    const { left, right } = held.test;
    if (left.value.truth === NULL || right.value.truth === NULL || typeof left.value.literal === 'boolean' || typeof right.value.literal === 'boolean')
      return null;
    if (left.value.field === 'length' || right.value.field === 'length') return null;
    const sides = left.value.traits | right.value.traits;
    const empty = left.value.literal === '' ? right.value : right.value.literal === '' ? left.value : null;
    if (empty) {
      const isEmpty = ((mask & TRUE) !== 0) !== held.test.negated;
      return isEmpty ? assumedKind(changed(empty, { test: null }), NULL | FALSE) : null;
    }
    if (sides & ENVIRONMENT && (left.value.literal !== null || right.value.literal !== null)) return 'flag';
    return 'other';
  }
  const isSecret = (held.traits & SECRET) !== 0 || (held.setting !== null && soundsSecret(held.setting.name));
  if (isSecret && !(held.traits & (HEADER | SIGNATURE))) return isAbsent ? 'secret-unset' : null;
  if (held.traits & (HEADER | SIGNATURE)) return isAbsent ? 'header-missing' : 'other';
  // Whether one of several is there is no flag.
  if (held.traits & ENVIRONMENT) return mask === NULL && held.setting === null ? 'other' : 'flag';
  return held.verdict || held.truth === TRUE ? null : 'other';
}

function keep(refining: Refining, binding: number, held: Value, mask: number, frame: Frame, state: State): void {
  state.env.set(refining.world.bindingKey(frame.path, binding), changed(held, { truth: held.truth & mask }));
}

/** Remembers what was learnt of a field of a record, however deep, and of a setting. */
function keepMember(refining: Refining, object: Expr, property: string, held: Value, mask: number, frame: Frame, state: State): void {
  const narrowed = held.truth & mask;
  if (held.name !== null && held.setting) state.heap.set(held.name, changed(held, { truth: narrowed }));
  const whole = read(refining, object, frame, state);
  if (!whole.fields || whole.name !== null) return;
  const fields = new Map(whole.fields);
  fields.set(property, changed(fields.get(property) ?? readMember(refining, whole, property, object.range, frame, state, null), { truth: narrowed }));
  replace(refining, object, changed(whole, { fields }), frame, state);
}

function replace(refining: Refining, expr: Expr, held: Value, frame: Frame, state: State): void {
  if (expr.kind === 'name' && expr.binding !== null) state.env.set(refining.world.bindingKey(frame.path, expr.binding), held);
  if (expr.kind !== 'member') return;
  const whole = read(refining, expr.object, frame, state);
  if (whole.fields && whole.name === null)
    replace(refining, expr.object, changed(whole, { fields: new Map(whole.fields).set(expr.property, held) }), frame, state);
}

/** An expression as its author wrote it, where that is short; else in short. */
export function quoted(reading: Reading, expr: Expr, frame: Frame): string {
  const { start, end } = expr.range;
  if (end - start > 60) return spell(expr);
  const text = reading.world.project.text?.(frame.path)?.slice(start, end).replace(/\s+/g, ' ');
  return text ? text : spell(expr);
}

/** An expression in short, for messages. */
export function spell(expr: Expr): string {
  let known = spellings.get(expr);
  if (known === undefined) {
    known = spelled(expr, 4);
    spellings.set(expr, known);
  }
  return known;
}

const spellings = new WeakMap<Expr, string>();

function spelled(expr: Expr, depth: number): string {
  if (depth === 0) return '…';
  switch (expr.kind) {
    case 'name':
      return expr.name;
    case 'this':
      return 'this';
    case 'member':
      return `${spelled(expr.object, depth - 1)}.${expr.property}`;
    case 'index':
      return `${spelled(expr.object, depth - 1)}[${spelled(expr.index, depth - 1)}]`;
    case 'call':
      return `${expr.isNew ? 'new ' : ''}${spelled(expr.callee, depth - 1)}(${expr.args.length === 0 ? '' : '…'})`;
    case 'await':
      return spelled(expr.operand, depth);
    case 'literal':
      return typeof expr.value === 'string' ? `'${expr.value.length > 20 ? `${expr.value.slice(0, 20)}…` : expr.value}'` : String(expr.value);
    case 'binary':
      return `${spelled(expr.left, depth - 1)} ${expr.op} ${spelled(expr.right, depth - 1)}`;
    case 'unary':
      return `${expr.op} ${spelled(expr.operand, depth - 1)}`;
    case 'logical':
      return `${spelled(expr.left, depth - 1)} ${expr.op} ${spelled(expr.right, depth - 1)}`;
    default:
      return '…';
  }
}
