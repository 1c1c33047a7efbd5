/**
 * What a run shows to whoever reads its logs, its errors and its answers: secrets, and the words of exceptions that nobody expected.
 *
 * Values are judged, never the words around them. A text is taken apart into what it was put together from, so that a part of a
 * secret, a length, a comparison or a fingerprint is none.
 */

import type { Expr, Handler, IndexExpr, MemberExpr, Range } from '../ir/model.js';
import { calledName } from '../ir/parts.js';
import { copiers, driverModules, expectedExceptions, unexpectedExceptions } from '../knowledge/outlets.js';
import type { Place } from './finding.js';
import { type Reading, read, settled } from './read.js';
import type { Run } from './run.js';
import { WHOLE } from './shape.js';
import { contains } from './standing.js';
import { placeKey, type State } from './state.js';
import {
  type Attempt,
  CAUGHT,
  deepTraits,
  ENVIRONMENT,
  HEADER,
  HEADERS,
  MAC,
  NULL,
  nothing,
  PROMISE,
  REQUEST,
  SECRET,
  SENT,
  SIGNATURE,
  TIMESTAMP,
  TRUE,
  type Value,
  value,
} from './value.js';
import { soundsSecret } from './words.js';
import { type Frame, placeOf } from './world.js';

export type Outlet = 'log' | 'answer' | 'error';

export type SecretKind =
  /** What the project signs or compares with. */
  | 'secret'
  /** The signature that would be right. */
  | 'expected'
  /** A token that was sent: whoever reads it can use it. */
  | 'token'
  /** A signature that was sent: good for one body. */
  | 'signature'
  /** All headers. */
  | 'headers'
  /** A request that shows its headers when it is printed. */
  | 'request'
  /** The environment or the configuration as a whole. */
  | 'environment';

export interface ShownSecret {
  readonly kind: SecretKind;
  readonly outlet: Outlet;
  /** The header or the setting, where it has a name. */
  readonly name: string | null;
  readonly spelling: string;
  readonly at: Place;
  /** The value itself. */
  readonly part: Place;
}

export interface Leak {
  readonly at: Place;
  readonly handler: CaughtIn | null;
  status: number | null;
  /** The part of the answer that holds it. */
  readonly part: Place;
  /** `text`: the object as text, which shows nothing of a plain exception. */
  readonly what: 'stack' | 'message' | 'object' | 'text';
  /** An exception is handed to what sends the answer and writes whatever it holds. */
  readonly isHanded: boolean;
  /** The function that answers by returning, as `path#id`; null where a call sends the answer. */
  readonly returnedBy: string | null;
}

/** A place that catches what was not expected. */
export interface CaughtIn {
  readonly at: Place;
  /** Something was done in front of it that can fail in its own words: a store, a call out. */
  acts: boolean;
  /** The delivery was handed to something that cannot be read. */
  uses: boolean;
}

export const USES = 1;
export const ACTS = 2;

const raisedByUse = '#raised by use';
const raisedByAct = '#raised by act';
const yes: Value = value({ truth: TRUE });

/** Remembers on the way to a handler what may have raised: nothing of interest where the code has raised an error of its own. */
export function noteRaised(state: State, works: number, raised: Value): void {
  const isOwn = (raised.name !== null || raised.instance !== null || raised.fields !== null) && !(raised.traits & CAUGHT);
  const by = isOwn ? 0 : raised.traits & CAUGHT ? ACTS : works;
  mark(state, raisedByUse, (by & USES) !== 0);
  mark(state, raisedByAct, (by & ACTS) !== 0);
}

function mark(state: State, key: string, isOn: boolean): void {
  const known = state.heap.get(key);
  if (isOn ? known !== yes : known !== undefined && known.truth !== NULL) state.heap.set(key, isOn ? yes : nothing);
}

export class Shown {
  readonly secrets = new Map<string, ShownSecret>();
  readonly leaks = new Map<string, Leak>();
  readonly handlers = new Map<string, CaughtIn>();
  /** An exception has a name in this run, so that its words are worth following. */
  catches = false;

  /** What a handler's name holds. */
  caught(run: Run, handler: Handler, frame: Frame, state: State): Value {
    if (!isUnexpected(run, handler.types, frame)) return yes;
    this.enter(placeOf(frame, handler.range), (state.heap.get(raisedByAct)?.truth ?? 0) & TRUE, (state.heap.get(raisedByUse)?.truth ?? 0) & TRUE);
    return value({ truth: TRUE, traits: CAUGHT });
  }

  /** What the function gets that a promise is given for its rejection. */
  rejected(run: Run, at: Place): Value {
    this.enter(at, run.records.some((one) => one.event.kind !== 'use' && one.event.kind !== 'pass') ? TRUE : 0, run.records.length > 0 ? TRUE : 0);
    return value({ truth: TRUE, traits: CAUGHT });
  }

  private enter(at: Place, acts: number, uses: number): void {
    this.catches = true;
    const key = placeKey(at);
    const known = this.handlers.get(key);
    if (known === undefined) this.handlers.set(key, { at, acts: acts !== 0, uses: uses !== 0 });
    else {
      known.acts ||= acts !== 0;
      known.uses ||= uses !== 0;
    }
  }

  /** `return str(error), 500`, `return { statusCode: 500, body: error.stack }`: an answer, where a handler of requests returns it. */
  returned(run: Run, held: Value, expr: Expr, range: Range, frame: Frame, state: State): void {
    if (!this.catches) return;
    if (!(deepTraits(held) & CAUGHT) || !showsCaught(run, expr, frame, state)) return;
    this.leak(run, expr, placeOf(frame, range), statusOf(run, expr, frame, state), frame.stack[frame.stack.length - 1] ?? null, false, frame, state);
  }

  /** `ctx.body = { error: error.message }`. */
  stored(run: Run, place: MemberExpr | IndexExpr, written: Expr, held: Value, range: Range, frame: Frame, state: State): void {
    if (!this.catches || !(deepTraits(held) & CAUGHT) || place.kind !== 'member' || !/^(body|res|statusMessage)$/.test(place.property)) return;
    const owner = read(run, place.object, frame, state);
    if ((owner.traits & REQUEST) === 0 && !/Context|Response/.test(owner.name ?? '')) return;
    const at = placeOf(frame, range);
    const found = whatOf(run, written, frame, state);
    this.leaks.set(placeKey(at), {
      at,
      handler: this.handlerAround([at, ...(frame.calls ?? [])]),
      status: null,
      what: found.what,
      part: placeOf(frame, found.part),
      isHanded: true,
      returnedBy: null,
    });
  }

  /** An answer that is sent with these arguments. */
  answered(run: Run, expr: Expr, args: readonly Expr[], at: Place, frame: Frame, state: State): void {
    for (const one of args)
      if (deepTraits(read(run, one, frame, state)) & CAUGHT && showsCaught(run, one, frame, state))
        return this.leak(run, one, at, statusOf(run, expr, frame, state), null, expr.kind === 'call' && expr.callee.kind === 'member', frame, state);
  }

  private leak(run: Run, expr: Expr, at: Place, status: number | null, returnedBy: string | null, isMember: boolean, frame: Frame, state: State): void {
    // What is returned may be an answer that was told where it was made.
    for (const known of this.leaks.values())
      if (contains(at, known.at)) {
        known.status ??= status;
        return;
      }
    const found = whatOf(run, expr, frame, state);
    const isHanded = returnedBy === null && isMember;
    this.leaks.set(placeKey(at), {
      at,
      handler: this.handlerAround([at, ...(frame.calls ?? [])]),
      status,
      what: found.what,
      part: placeOf(frame, found.part),
      isHanded,
      returnedBy,
    });
  }

  /** The innermost handler around a place, or around a call that led there. */
  private handlerAround(places: readonly Place[]): CaughtIn | null {
    let inner: CaughtIn | null = null;
    for (const at of places)
      for (const one of this.handlers.values())
        if (contains(one.at, at) && (inner === null || one.at.range.start >= inner.at.range.start || one.at.path !== inner.at.path)) inner = one;
    return inner;
  }

  /** Looks for secrets in what is handed to an outlet. */
  judge(run: Run, outlet: Outlet, args: readonly Expr[], at: Place, spelling: string, frame: Frame, state: State | null): void {
    for (const one of args) {
      const found = secretIn(run, one, frame, state, run.attempts, 0);
      if (found === null || (outlet !== 'log' && found.kind !== 'secret' && found.kind !== 'expected' && found.kind !== 'environment')) continue;
      const key = `${placeKey(at)} ${found.kind}`;
      if (!this.secrets.has(key)) this.secrets.set(key, { ...found, outlet, spelling, at });
    }
  }
}

// ------------------------------------------------------------------------------------------------ exceptions

/** Catches everything, or what speaks of the inside. */
function isUnexpected(reading: Reading, types: readonly Expr[], frame: Frame): boolean {
  if (types.length === 0) return true;
  return types
    .flatMap((type) => (type.kind === 'list' ? type.items : [type]))
    .some((type) => {
      const held = reading.world.readStatically(type, frame);
      const name = held.name ?? (type.kind === 'name' && type.binding === null ? type.name : null);
      if (name === null || expectedExceptions.includes(name)) return false;
      return unexpectedExceptions.includes(name) || driverModules.includes(name.split('.')[0] ?? '');
    });
}

const flagWord = /debug|develop|\bdev\b|_dev\b|isDev|production|\bprod\b|isProd|NODE_ENV|FLASK_ENV|testing|verbose/i;

/** Whether the exception itself is in it, and not only where a flag for developers is set. */
function showsCaught(run: Run, expr: Expr, frame: Frame, state: State): boolean {
  const again = (inner: Expr): boolean => showsCaught(run, inner, frame, state);
  if (!(deepTraits(read(run, expr, frame, state)) & CAUGHT)) return false;
  switch (expr.kind) {
    case 'conditional':
      if (mentionsFlag(expr.test)) return false;
      return again(expr.then) || again(expr.otherwise);
    case 'logical':
      if (expr.op === 'and' && mentionsFlag(expr.left)) return false;
      return again(expr.left) || again(expr.right);
    case 'binary':
      return (expr.op === '+' || expr.op === '%') && (again(expr.left) || again(expr.right));
    case 'unary':
      return false;
    case 'text':
      return expr.parts.some(again);
    case 'record':
      return expr.entries.some((entry) => again(entry.value));
    case 'list':
      return expr.items.some(again);
    case 'spread':
    case 'await':
      return again(expr.operand);
    case 'name': {
      const meant = run.world.definition(expr, frame);
      return meant.expr === expr || meant.frame.path !== frame.path || meant.expr.kind === 'call' || again(meant.expr);
    }
    default:
      return true;
  }
}

/** The condition asks whether this is development. */
export function mentionsFlag(expr: Expr): boolean {
  switch (expr.kind) {
    case 'name':
      return flagWord.test(expr.name);
    case 'literal':
      return typeof expr.value === 'string' && flagWord.test(expr.value);
    case 'member':
      return flagWord.test(expr.property) || mentionsFlag(expr.object);
    case 'index':
      return mentionsFlag(expr.object) || mentionsFlag(expr.index);
    case 'unary':
      return mentionsFlag(expr.operand);
    case 'binary':
    case 'logical':
      return mentionsFlag(expr.left) || mentionsFlag(expr.right);
    case 'call':
      return mentionsFlag(expr.callee) || expr.args.some((one) => mentionsFlag(one.value));
    case 'list':
      return expr.items.some(mentionsFlag);
    default:
      return false;
  }
}

/** What of the exception is in an expression, and where. */
function whatOf(run: Run, expr: Expr, frame: Frame, state: State): { readonly what: Leak['what']; readonly part: Range } {
  let what: Leak['what'] = 'object';
  let part: Range | null = null;
  let depth = 0;
  const visit = (one: Expr): void => {
    if (!(deepTraits(read(run, one, frame, state)) & CAUGHT)) return;
    if (depth === 0 && (part === null || one.range.start >= part.start)) part = one.range;
    switch (one.kind) {
      case 'member':
        what = /^(stack|__traceback__)$/.test(one.property) ? 'stack' : what === 'stack' ? what : 'message';
        return;
      case 'call': {
        const last = calledName(one.callee);
        if (/^(format_exc|format_exception|format_tb|exc_info|print_exc)$/.test(last)) what = 'stack';
        else if (/^(str|repr|String|toString|inspect)$/.test(last)) what = what === 'stack' ? what : 'message';
        else {
          for (const argument of one.args) visit(argument.value);
          if (what === 'object' && (last === 'stringify' || last === 'dumps')) what = 'text';
        }
        return;
      }
      case 'text':
      case 'binary':
        what = what === 'stack' ? what : 'message';
        return;
      case 'record':
        for (const entry of one.entries) visit(entry.value);
        return;
      case 'list':
        for (const item of one.items) visit(item);
        return;
      case 'conditional':
        visit(one.then);
        visit(one.otherwise);
        return;
      case 'logical':
        visit(one.left);
        visit(one.right);
        return;
      case 'name': {
        const meant = run.world.definition(one, frame);
        if (meant.expr === one || meant.frame.path !== frame.path) return;
        depth += 1;
        visit(meant.expr);
        depth -= 1;
        return;
      }
    }
  };
  visit(expr);
  return { what, part: part ?? expr.range };
}

/** The status of an answer, where it stands beside it: `res.status(500).json(...)`, `Response.json(x, { status: 500 })`, `return x, 500`. */
function statusOf(run: Run, expr: Expr, frame: Frame, state: State): number | null {
  const numberIn = (one: Expr | undefined): number | null => {
    if (one === undefined) return null;
    const { literal } = read(run, one, frame, state);
    return typeof literal === 'number' && literal >= 100 && literal < 600 ? literal : null;
  };
  if (expr.kind === 'list')
    return (
      expr.items
        .slice(1)
        .map(numberIn)
        .find((one) => one !== null) ?? null
    );
  if (expr.kind === 'record') {
    const entry = expr.entries.find((one) => one.key === 'status' || one.key === 'statusCode' || one.key === 'code');
    return numberIn(entry?.value);
  }
  if (expr.kind === 'await') return statusOf(run, expr.operand, frame, state);
  if (expr.kind !== 'call') return null;
  for (const one of expr.args) {
    if (one.name === 'status' || one.name === 'code' || one.name === 'status_code') return numberIn(one.value);
    if (one.value.kind === 'record') {
      const inside = statusOf(run, one.value, frame, state);
      if (inside !== null) return inside;
    } else {
      const plain = one.value.kind === 'literal' ? numberIn(one.value) : null;
      if (plain !== null) return plain;
    }
  }
  return expr.callee.kind === 'member' && expr.callee.object.kind === 'call' ? statusOf(run, expr.callee.object, frame, state) : null;
}

// --------------------------------------------------------------------------------------------------- secrets

interface Found {
  readonly kind: SecretKind;
  readonly name: string | null;
  readonly part: Place;
}

const interesting = HEADERS | HEADER | SIGNATURE | SECRET | MAC | REQUEST | ENVIRONMENT;

/** A call that shows what it is handed, under another form. */
const copies = new Set(copiers);

/** The gravest secret in an expression. */
export function secretIn(
  run: Reading,
  expr: Expr,
  frame: Frame,
  state: State | null,
  attempts: ReadonlyMap<string, Attempt> | null,
  depth: number,
): Found | null {
  if (depth > 12 || expr.kind === 'literal' || expr.kind === 'function') return null;
  const again = (inner: Expr): Found | null => secretIn(run, inner, frame, state, attempts, depth + 1);
  const gravest = (all: readonly Expr[]): Found | null =>
    all.map(again).reduce((a, b) => (b !== null && (a === null || gravity(b) > gravity(a)) ? b : a), null);
  const judged = (): Found | null => judgedValue(read(run, expr, frame, state), placeOf(frame, expr.range), attempts, run);
  switch (expr.kind) {
    case 'text':
      return gravest(expr.parts);
    case 'binary':
      return expr.op === '+' || expr.op === '%' ? gravest([expr.left, expr.right]) : null;
    case 'list':
      return gravest(expr.items);
    case 'record':
      return gravest(expr.entries.map((entry) => entry.value));
    case 'spread':
    case 'await':
      return again(expr.operand);
    case 'logical':
      return expr.op === 'and' ? again(expr.right) : gravest([expr.left, expr.right]);
    case 'conditional':
      return gravest([expr.then, expr.otherwise]);
    case 'each':
      return expr.conditions.length === 0 && read(run, expr.source, frame, state).traits & HEADERS && expr.value.kind !== 'name' ? again(expr.source) : null;
    case 'call': {
      const last = calledName(expr.callee);
      if (copies.has(last)) {
        // `JSON.stringify(headers, ['content-type'])`
        const [, chosen] = expr.args;
        if (last === 'stringify' && chosen && !(chosen.value.kind === 'literal' && chosen.value.value === null)) return null;
        return gravest([...(expr.callee.kind === 'member' ? [expr.callee.object] : []), ...expr.args.map((one) => one.value)]);
      }
      const callee = read(run, expr.callee, frame, state);
      const held = settled(read(run, expr, frame, state));
      // What a function of the project makes of a secret may be a mask of it; a signature is one whoever makes it.
      if (callee.callable !== null && !(held.hash?.keyed && held.traits & MAC)) return null;
      if (/^(bool|Boolean|len|type|isinstance|slice|substring|substr|replace|replaceAll|sub|mask\w*|redact\w*)$/.test(last)) return null;
      return judgedValue(held, placeOf(frame, expr.range), attempts, run);
    }
    case 'name': {
      const held = read(run, expr, frame, state);
      if (!(deepTraits(held) & interesting) && held.setting === null && held.hash === null && typeof held.literal !== 'string') return null;
      // Of what was sent to prove who somebody is, the name is told apart from what proves it.
      if (held.traits & SIGNATURE && !(held.shape & WHOLE) && namesSomebody.test(expr.name) && !tokenWord.test(expr.name)) return null;
      const written = expr.binding === null ? undefined : run.world.bindingAt(frame.path, expr.binding)?.value;
      if (written && written !== expr && written.kind !== 'module') {
        const found = again(written);
        return found && { ...found, part: placeOf(frame, expr.range) };
      }
      return judged();
    }
    case 'member':
    case 'index':
    case 'this':
      return judged();
    default:
      return null;
  }
}

/** What one value is, by where it comes from. */
function judgedValue(held: Value, part: Place, attempts: ReadonlyMap<string, Attempt> | null, { world }: Reading): Found | null {
  const { traits, hash, setting, field } = held;
  if (held.test !== null || held.verdict !== null || field === 'length') return null;
  if (hash !== null) return hash.keyed && traits & MAC && hash.message & SENT ? { kind: 'expected', name: null, part } : null;
  if (traits & HEADERS && !(traits & HEADER)) return { kind: 'headers', name: null, part };
  if (traits & REQUEST && held.name !== null && world.rows.member(held.name)?.showsHeaders) return { kind: 'request', name: null, part };
  if (setting !== null && !(traits & SENT))
    return soundsSecret(setting.name) || isKey(held, attempts) ? { kind: 'secret', name: setting.name || null, part } : null;
  if (traits & ENVIRONMENT && !(traits & (SENT | PROMISE)) && held.name !== null && world.rows.member(held.name)?.is?.includes('environment'))
    return held.name.split('.').pop() === 'debug' || /\.(testing|debug)$/.test(held.name) ? null : { kind: 'environment', name: held.name, part };
  if (traits & HEADER && traits & SIGNATURE && !(traits & TIMESTAMP) && field !== null) {
    if (/(^|[-_])(id|timestamp|time|event|topic|type|algorithm|version|keyid|retry|attempt)$/.test(field)) return null;
    if (tokenWord.test(field)) return { kind: 'token', name: field, part };
    if (/checksum|^content-|^digest$/.test(field) && !isCompared(field, attempts)) return null;
    return /sig|hmac|digest|hash|checksum/.test(field) ? { kind: 'signature', name: field, part } : null;
  }
  if (!(traits & SENT) && isKey(held, attempts)) return { kind: 'secret', name: null, part };
  return null;
}

const namesSomebody = /public|user|login|name|owner|robot|account|client_?id|email|scheme/i;

/** Some check of this run compares it with what it should be. */
function isCompared(field: string, attempts: ReadonlyMap<string, Attempt> | null): boolean {
  for (const { left, right, sent } of attempts?.values() ?? []) if ([left, right, sent].some((one) => one?.value.field === field)) return true;
  return false;
}

const tokenWord = /authorization|token|secret|api-?key|cookie|password|jwt|-auth$|-key$/;

/** It is what some check of this run takes for its key. */
function isKey(held: Value, attempts: ReadonlyMap<string, Attempt> | null): boolean {
  if (attempts === null) return false;
  for (const { key } of attempts.values()) {
    if (key === null) continue;
    if (key === held) return true;
    if (key.setting && held.setting && key.setting.name === held.setting.name && key.setting.name !== '') return true;
    if (typeof key.literal === 'string' && key.literal.length >= 8 && key.literal === held.literal) return true;
  }
  return false;
}

const order: readonly SecretKind[] = ['request', 'signature', 'headers', 'token', 'environment', 'expected', 'secret'];

function gravity({ kind }: Found): number {
  return order.indexOf(kind);
}
