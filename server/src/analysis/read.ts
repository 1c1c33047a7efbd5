/**
 * Reads expressions as abstract values. Reading changes nothing; what happens (calls, awaits) was carried out by steps before
 * and is found in the state. Without a state a name means its single assignment.
 */

import type { Argument as ArgumentNode, BinaryExpr, Expr, FunctionNode, IndexExpr, MemberExpr, Range } from '../ir/model.js';
import type { MemberRow } from '../knowledge/rows.js';
import { onlyReturn } from './bodies.js';
import type { Place } from './finding.js';
import { equalityCheck, membershipCheck, remainderCheck } from './flow/conditions.js';
import { opposite } from './flow/knows.js';
import { percentFormatted } from './flow/through.js';
import { formTrail, memberTrail, sourceTrail, type Trail, textTrail } from './flow/trail.js';
import { shapeOfArithmetic } from './moments.js';
import { claimCompared, memberOfClaim } from './order/claimed.js';
import { containedIn, orderedLookup, partOfLookup, rowsOfLast } from './order/looked.js';
import { BODY, LOWER_KEYS, MISCASED, PART, shapeOfText, TEXT, WHOLE } from './shape.js';
import type { State } from './state.js';
import {
  ADDRESS,
  ANY,
  type Argument,
  assumedBody,
  bits,
  CALL_BACK,
  CAUGHT,
  type Callable,
  CLAIMS,
  CLOCK,
  COOKIE,
  changed,
  DERIVED,
  deepTraits,
  ENVIRONMENT,
  FALSE,
  FALSY,
  HEADER,
  HEADERS,
  joinValues,
  literalValue,
  MAC,
  METHOD,
  mostChoices,
  NULL,
  nothing,
  PARSED,
  PAYLOAD,
  POST_BACK,
  QUERY,
  RAW,
  RE_ENCODED,
  REQUEST,
  ROUTE,
  SECRET,
  SENDER_HOSTED,
  SENT,
  SIGNATURE,
  TIMESTAMP,
  TRUE,
  unknown,
  type Value,
  type Verdict,
  value,
} from './value.js';
import { soundsLikeProof, soundsLikeTimestamp, soundsSecret } from './words.js';
import { type Frame, placeOf, type World } from './world.js';

export interface Reading {
  readonly world: World;
  /** Told of headers that are read. */
  onHeader?(field: string): void;
  /** Told of comparisons that test a proof, so that a run can keep account of them. */
  onComparison?(expr: BinaryExpr, left: Value, right: Value, frame: Frame, state: State): Verdict | null;
  /** Told of comparisons with the clock. */
  onOrder?(expr: BinaryExpr, left: Value, right: Value, frame: Frame): void;
  /** Told of objects whose secret is read. */
  onSecretOf?(object: Value): void;
  /** Told of entries that are looked up by something sent, in what is no table of the project's own. */
  onEntry?(expr: IndexExpr, table: Value, key: Value, frame: Frame, state: State): void;
}

export function read(reading: Reading, expr: Expr, frame: Frame, state: State | null, depth = 0): Value {
  if (depth > 60) return unknown;
  // Most of what is read is one of these.
  switch (expr.kind) {
    case 'literal':
      return literalValue(expr.value, placeOf(frame, expr.range));
    case 'name':
      return readName(reading, expr, frame, state);
    case 'this':
      return frame.self ?? unknown;
    case 'member':
      return memberOf(reading, expr, read(reading, expr.object, frame, state, depth + 1), frame, state);
    default:
      return readOther(reading, expr, frame, state, depth);
  }
}

function memberOf(reading: Reading, expr: MemberExpr, object: Value, frame: Frame, state: State | null): Value {
  const held = readMember(reading, object, expr.property, expr.range, frame, state, expr);
  if (object.lookup !== null) return partOfLookup(object, expr.property, held);
  return (expr.property === 'rowcount' && state !== null ? rowsOfLast(expr, state) : null) ?? held;
}

type OtherExpr = Exclude<Expr, { kind: 'literal' | 'name' | 'this' | 'member' }>;

function readOther(reading: Reading, expr: OtherExpr, frame: Frame, state: State | null, depth: number): Value {
  const again = (inner: Expr): Value => read(reading, inner, frame, state, depth + 1);
  switch (expr.kind) {
    case 'index': {
      const object = again(expr.object);
      const index = again(expr.index);
      if (typeof index.literal === 'string') {
        const entry = readMember(reading, object, index.literal, expr.range, frame, state, null);
        return object.name !== null && reading.world.rows.member(object.name)?.entriesRaise ? changed(entry, { truth: entry.truth & ~NULL }) : entry;
      }
      if (typeof index.literal === 'number' && object.items)
        return object.items[index.literal < 0 ? object.items.length + index.literal : index.literal] ?? unknown;
      if (index.trail && state !== null && !object.fields && !object.items && !object.trail) reading.onEntry?.(expr, object, index, frame, state);
      return value({
        traits: elementTraits(object) | (index.traits & SECRET),
        // The first of several headers of one name is a header; an element of a text that was split is a part.
        shape: object.shape & (PART | (index.literal === 0 ? WHOLE : 0)) ? object.shape : 0,
        name: object.name ? `${object.name}[]` : null,
        callable: onlyCallable(object),
        field: object.field,
        oneOf: choicesIn(object),
        trail: object.trail ? formTrail(object.trail, placeOf(frame, expr.range), 'entry') : null,
        lookup: object.lookup,
      });
    }
    case 'call':
    case 'await': {
      const known = state?.temps.get(expr);
      if (known) return known;
      return expr.kind === 'await' ? settled(again(expr.operand)) : readCallStatically(reading, expr, frame, depth);
    }
    case 'logical': {
      const known = state?.temps.get(expr);
      if (known) return known;
      const left = again(expr.left);
      const right = again(expr.right);
      return expr.op === 'and' ? joinValues(left, right) : orElse(left, right);
    }
    case 'conditional':
      return state?.temps.get(expr) ?? joinValues(again(expr.then), again(expr.otherwise));
    case 'each':
      return state?.temps.get(expr) ?? value({ traits: again(expr.source).traits });
    case 'binary':
      return readBinary(reading, expr, again(expr.left), again(expr.right), frame, state);
    case 'unary':
      if (expr.op === 'not') return negated(again(expr.operand));
      if (expr.op === '-' && expr.operand.kind === 'literal' && typeof expr.operand.value === 'number')
        return literalValue(-expr.operand.value, placeOf(frame, expr.range));
      return value({ traits: again(expr.operand).traits & DERIVED });
    case 'text':
      return templated(expr.parts.map(again), expr.range, frame);
    case 'record': {
      const fields = new Map<string, Value>();
      for (const entry of expr.entries) {
        const one = again(entry.value);
        if (entry.key !== null && entry.value.kind === 'opaque') {
          // A record with a getter and a setter of one name has what is got.
          const got = gottenFrom(reading, entry.value, frame);
          if (got || !fields.has(entry.key)) fields.set(entry.key, got ?? one);
        } else if (entry.key !== null) fields.set(entry.key, one);
        else if (entry.computed === null && one.fields) for (const [key, inner] of one.fields) fields.set(key, inner);
        else fields.set('*', joinValues(fields.get('*') ?? one, one));
      }
      return value({ fields, truth: TRUE });
    }
    case 'list':
      return value({ items: expr.items.map(again), truth: expr.items.length > 0 ? TRUE : ANY });
    case 'spread':
      return again(expr.operand);
    case 'function':
      return value({ callable: { path: frame.path, functionId: expr.functionId, captured: state?.env ?? null, self: frame.self, special: null }, truth: TRUE });
    case 'class':
      return value({ classRef: { path: frame.path, classId: expr.classId, fields: null }, truth: TRUE });
    case 'assign':
      return again(expr.value);
    case 'module':
      return reading.world.imports.imported(frame.path, expr.module, expr.imported);
    case 'opaque': {
      let traits = 0;
      for (const part of expr.parts) traits |= deepTraits(again(part));
      return value({ traits: traits & (DERIVED | SENT) });
    }
  }
}

function gottenFrom({ world }: Reading, expr: Extract<Expr, { kind: 'opaque' }>, frame: Frame): Value | null {
  const [part] = expr.parts;
  const fn = part?.kind === 'function' ? world.functionAt(frame.path, part.functionId) : undefined;
  return fn?.form === 'getter' ? world.classes.gotten(frame.path, frame.module, fn, frame.self) : null;
}

/** A setting with what it is when it is not set; of other values either. */
export function orElse(left: Value, right: Value): Value {
  if (left.setting && left.setting.fallback === null)
    return changed(left, { setting: { ...left.setting, fallback: right }, truth: right.truth === TRUE ? TRUE : left.truth | right.truth });
  return joinValues(left, right);
}

function readName(reading: Reading, expr: Extract<Expr, { kind: 'name' }>, frame: Frame, state: State | null): Value {
  const { world } = reading;
  if (expr.binding === null) {
    const starred = world.imports.undeclared(frame.path, expr.name) ?? world.imports.autoImported(frame.path, expr.name);
    if (starred === null) return withRow(world.rows.member(expr.name), value({ name: expr.name }), null);
    return starred.name !== null && starred.traits === 0 ? withRow(world.rows.member(starred.name), starred, null) : starred;
  }
  const held = state?.env.get(world.bindingKey(frame.path, expr.binding));
  let found = held ?? world.meaning(frame.path, expr.binding);
  if (found.name !== null && found.traits === 0) found = withRow(world.rows.member(found.name), found, null);
  if ((found.traits & SENT) === 0 && (found.traits & SECRET) === 0 && found.literal === null && found.callable === null && soundsSecret(expr.name))
    return changed(found, { traits: found.traits | SECRET });
  return found;
}

/** A member of a value, by rows, by what was stored there, or by what its owner is. */
export function readMember(reading: Reading, object: Value, property: string, range: Range, frame: Frame, state: State | null, expr: MemberExpr | null): Value {
  const { world } = reading;
  if (object.promiseOf && property !== 'then' && property !== 'catch' && property !== 'finally') return value({ truth: NULL });
  if (object.oneOf) return memberOfOne(reading, object.oneOf, property, range, frame, state);
  if (object.instance) {
    const stored = state?.heap.get(`${object.instance.path}#${object.instance.classId}.${property}`);
    if (stored) return stored;
    const member = world.classes.member(object.instance, object, property);
    if (member) return (member.name !== null ? state?.heap.get(member.name) : undefined) ?? member;
  }
  if (object.classRef) {
    const member = world.classes.member(object.classRef, object, property);
    if (member) return member;
  }
  if (object.fields) {
    const field = object.fields.get(property) ?? object.fields.get('*');
    if (field) return field;
    if (!object.name && !object.traits && !isMethodOfRecords(property))
      return expr && isSecretOfTable(world, object, expr, frame) ? unset(expr, frame) : nothing;
  }
  if (object.name?.startsWith('file:')) return world.imports.exported(object.name.slice(5), property, new Set()) ?? unknown;
  const ofClaim = object.holds ? memberOfClaim(object, property) : null;
  if (ofClaim) return ofClaim;
  if (object.holds && property === object.holds.attempt.member) return value({ verdict: object.holds, truth: ANY });
  if (property === 'length' || property === 'byteLength') return value({ traits: 0, field: 'length' });
  const name = object.name === null ? null : `${object.name}.${property}`;
  if (name !== null) {
    const stored = state?.heap.get(name) ?? world.defined.get(name);
    if (stored) return stored;
    const row = world.rows.member(name);
    if (row?.drains && state) state.heap.set(`${object.name}#drained`, object);
    if (row) return withRow(row, value({ name }), object, property, placeOf(frame, range));
  }
  const traits = memberTraits(object, property);
  if (object.made && traits & SECRET && state !== null) reading.onSecretOf?.(object);
  const field = traits & (HEADER | QUERY | PAYLOAD | ROUTE | CLAIMS | POST_BACK) ? property.toLowerCase() : null;
  const isHeader = (object.traits & HEADERS) !== 0;
  if (field !== null && isHeader && state) reading.onHeader?.(field);
  const setting = traits & ENVIRONMENT && object.traits & ENVIRONMENT ? { name: property, fallback: null, at: placeOf(frame, range) } : null;
  return value({
    name,
    traits:
      traits |
      (field !== null && !(traits & METHOD) && carriesProof(field, traits) ? SIGNATURE : 0) |
      (isHeader && field !== null && soundsLikeTimestamp(field) ? TIMESTAMP : 0),
    shape: isHeader ? WHOLE | TEXT | (object.shape & LOWER_KEYS && field !== property ? MISCASED : 0) : 0,
    field,
    setting,
    at: setting || (isHeader && object.shape & LOWER_KEYS && field !== property) ? placeOf(frame, range) : null,
    truth: ANY,
    made: object.made,
    trail: object.trail ? memberTrail(object.trail, isHeader ? property.toLowerCase() : property, placeOf(frame, range)) : null,
  });
}

/** A secret that is asked of a table of settings of the module, which has none of that name. */
function isSecretOfTable(world: World, table: Value, expr: MemberExpr, frame: Frame): boolean {
  if (!soundsSecret(expr.property) || expr.object.kind !== 'name' || expr.object.binding === null) return false;
  if (world.bindingAt(frame.path, expr.object.binding)?.owner !== 0) return false;
  for (const field of table.fields?.values() ?? []) if (field.setting) return true;
  return false;
}

function unset(expr: MemberExpr, frame: Frame): Value {
  const at = placeOf(frame, expr.range);
  return value({ traits: SECRET | ENVIRONMENT, setting: { name: expr.property, fallback: null, at, isNowhere: true }, at, truth: ANY });
}

/** The member of whichever it is; those that lack it are told apart by the test that precedes. */
function memberOfOne(reading: Reading, choices: readonly Value[], property: string, range: Range, frame: Frame, state: State | null): Value {
  const members = choices.map((one) => readMember(reading, one, property, range, frame, state, null)).filter((one) => one.truth !== NULL);
  const [first, ...others] = members;
  if (!first) return nothing;
  const joined = others.reduce(joinValues, first);
  const oneOf = others.length > 0 && members.every((one) => one.callable || one.instance || one.fields) ? members : null;
  return changed(joined, { truth: members.length < choices.length ? ANY : joined.truth, oneOf });
}

/** A body has many tokens that are nobody's proof; a header with such a name is one. */
export function carriesProof(field: string, traits: number): boolean {
  if (traits & (HEADER | QUERY)) return soundsLikeProof(field);
  return /signature|hmac|^sig(n)?$|^token$|^secret$|^passcode$|clientstate|verification_?token/i.test(field);
}

function isMethodOfRecords(property: string): boolean {
  return property === 'get' || property === 'hasOwnProperty' || property === 'items' || property === 'keys' || property === 'values' || property === 'toString';
}

function memberTraits(object: Value, property: string): number {
  let traits =
    object.traits &
    ((harmlessOfException.test(property) ? 0 : CAUGHT) |
      CALL_BACK |
      POST_BACK |
      CLAIMS |
      PAYLOAD |
      QUERY |
      ROUTE |
      SIGNATURE |
      HEADER |
      COOKIE |
      ENVIRONMENT |
      SECRET |
      CLOCK |
      SENDER_HOSTED |
      TIMESTAMP);
  if (object.traits & HEADERS) traits |= property === 'cookie' ? COOKIE : HEADER;
  if (object.traits & (RAW | PARSED)) traits |= PAYLOAD;
  // Members of bytes and text are its methods; they keep what the call's row says.
  if (object.traits & (RAW | MAC | RE_ENCODED)) traits |= object.traits & (RAW | MAC | RE_ENCODED);
  if (!(traits & SENT) && soundsSecret(property)) traits |= SECRET;
  return traits;
}

/** What of an exception tells no more than what kind it is. */
const harmlessOfException = /^(code|status|statusCode|status_code|name|type|errno|constructor|isOperational|__name__|__class__)$/;

function elementTraits(object: Value): number {
  let traits = object.traits & ~(REQUEST | HEADERS);
  if (object.traits & HEADERS) traits |= HEADER;
  if (object.traits & PARSED) traits |= PAYLOAD;
  for (const item of object.items ?? []) traits |= item.traits;
  return traits;
}

/** `handlers[kind]`: a table whose entries are functions; which one cannot be told unless there is one. */
function onlyCallable(object: Value): Value['callable'] {
  const entries = object.fields ? [...object.fields.values()] : (object.items ?? []);
  const callables = entries.filter((entry) => entry.callable);
  return callables.length === 1 ? (callables[0]?.callable ?? null) : null;
}

/** The entries of a small table of functions or objects, where one is looked up by a key that cannot be told. */
export function choicesIn(table: Value): readonly Value[] | null {
  const entries = table.fields ? [...table.fields.values()] : (table.items ?? []);
  if (entries.length < 2 || entries.length > mostChoices) return null;
  return entries.every((entry) => entry.callable || entry.classRef || entry.instance || holdsCallable(entry)) ? entries : null;
}

function holdsCallable(of: Value): boolean {
  for (const field of of.fields?.values() ?? []) if (field.callable) return true;
  return false;
}

/** What is kept under a key of a table of the project's own: `table.get(key)`. Null where it is no such table. */
export function lookedUp(table: Value, key: Value | undefined): Value | null {
  const entries = table.name === 'Map()' ? entriesOf(table) : table.fields && !table.name ? table : null;
  if (!entries?.fields) return null;
  if (typeof key?.literal === 'string') return entries.fields.get(key.literal) ?? null;
  const oneOf = choicesIn(entries);
  return oneOf ? value({ oneOf, callable: onlyCallable(entries) }) : null;
}

/** `new Map([['a', x], ['b', y]])`, `new Map(Object.entries({ a: x }))`. */
function entriesOf(map: Value): Value | null {
  const rows = map.made?.[0]?.value.items;
  if (!rows) return null;
  return value({
    fields: new Map(rows.flatMap((row) => (typeof row.items?.[0]?.literal === 'string' ? [[row.items[0].literal, row.items[1] ?? unknown]] : []))),
  });
}

/** Applies a row to a member or name that was read. */
function withRow(row: MemberRow | undefined, base: Value, object: Value | null, property?: string, at: Place | null = null): Value {
  if (row === undefined) return base;
  let traits = bits(row.is);
  if (object && row.from?.includes('receiver')) traits |= object.traits;
  if (row.type === 'next') return value({ callable: { path: '', functionId: -1, captured: null, self: null, special: 'next' }, truth: TRUE });
  const field = traits & (HEADER | QUERY | PAYLOAD | ROUTE) && property ? property.toLowerCase() : base.field;
  const shape = row.lowerKeys ? base.shape | LOWER_KEYS : bits(row.is) & RAW ? BODY : base.shape;
  return changed(base, {
    name: row.mayBeParsed ? assumedBody : (row.type ?? base.name),
    traits: base.traits | traits,
    shape,
    field,
    trail: rowTrail(row, object, property, at) ?? base.trail,
  });
}

function rowTrail(row: MemberRow, object: Value | null, property: string | undefined, at: Place | null): Trail | null {
  const own = bits(row.is) & SENT;
  if (own !== 0) return sourceTrail(row.name, own, at);
  return object?.trail && property !== undefined && row.from?.includes('receiver') ? memberTrail(object.trail, property, at) : null;
}

/** What `await` gives. */
export function settled(of: Value): Value {
  let at = of;
  for (let guard = 0; at.promiseOf && guard < 4; guard += 1) at = at.promiseOf.value;
  return at;
}

export function negated(of: Value): Value {
  const truth = (of.truth & FALSY ? TRUE : 0) | (of.truth & TRUE ? FALSE : 0);
  const base = value({ truth, traits: of.traits & DERIVED, field: of.field, check: of.check && opposite(of.check) });
  if (of.promiseOf) return changed(base, { promiseOf: of.promiseOf });
  if (of.holds) return changed(base, { holds: of.holds });
  if (of.verdict) {
    const accepts = (of.verdict.accepts & TRUE ? FALSE : 0) | (of.verdict.accepts & FALSY ? TRUE : 0);
    return accepts === ANY ? base : changed(base, { verdict: { attempt: of.verdict.attempt, accepts: accepts === FALSE ? FALSY : accepts } });
  }
  if (of.test) return changed(base, { test: { ...of.test, negated: !of.test.negated } });
  return changed(base, { test: { kind: 'presence', of, negated: true } });
}

function readBinary(reading: Reading, expr: BinaryExpr, left: Value, right: Value, frame: Frame, state: State | null): Value {
  switch (expr.op) {
    case '+': {
      if (typeof left.literal === 'number' && typeof right.literal === 'number') return literalValue(left.literal + right.literal, placeOf(frame, expr.range));
      const sum = concatenated([left, right], expr.range, frame);
      return sum.traits & CLOCK ? changed(sum, { shape: shapeOfArithmetic('+', left, right) }) : sum;
    }
    case '==':
    case '!=': {
      const claim = left.verdict ? claimCompared(expr.op, left, right) : null;
      if (claim) return claim;
      const isNegated = expr.op === '!=';
      const verdict = state ? (reading.onComparison?.(expr, left, right, frame, state) ?? null) : null;
      const typed =
        expr.left.kind === 'unary' && expr.left.op === 'typeof' && typeof right.literal === 'string'
          ? typeTruth(read(reading, expr.left.operand, frame, state), right.literal, isNegated)
          : null;
      const truth = typed ?? comparedTruth(left, right, isNegated);
      return value({
        truth,
        verdict: verdict === null ? null : { attempt: verdict.attempt, accepts: isNegated ? FALSY : TRUE },
        test: { kind: 'equals', left: { range: expr.left.range, value: left }, right: { range: expr.right.range, value: right }, negated: isNegated },
        traits: (left.traits | right.traits) & DERIVED,
        check:
          left.check && right.truth === NULL
            ? isNegated
              ? left.check
              : opposite(left.check)
            : left.trail || right.trail || typed !== null || isTypeOf(expr.left)
              ? equalityCheck(left, right, isNegated, isTypeOf(expr.left) ? read(reading, expr.left.operand, frame, state) : null)
              : null,
      });
    }
    case 'in':
    case 'not in': {
      if (right.traits & HEADERS && typeof left.literal === 'string') return presenceOfHeader(left.literal, expr.op === 'not in');
      const verdict = state ? (reading.onComparison?.(expr, left, right, frame, state) ?? null) : null;
      return value({
        truth: containedTruth(left, right, expr.op === 'not in'),
        lookup: state && left.traits & SENT ? containedIn(reading.world, expr, left, right, frame) : null,
        verdict: verdict === null ? null : { attempt: verdict.attempt, accepts: expr.op === 'in' ? TRUE : FALSY },
        traits: (left.traits | right.traits) & DERIVED,
        check: left.trail || right.trail ? membershipCheck(left, right, expr.op === 'not in') : null,
      });
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      if (left.verdict) {
        const claim = claimCompared(expr.op, left, right);
        if (claim) return claim;
      }
      if (state && (left.traits | right.traits) & CLOCK) reading.onOrder?.(expr, left, right, frame);
      return value({
        truth: TRUE | FALSE,
        traits: (left.traits | right.traits) & CLAIMS,
        field: left.traits & CLAIMS ? left.field : right.field,
        lookup: left.lookup || right.lookup ? orderedLookup(expr.op, left, right) : null,
      });
    case 'instanceof':
      return value({ truth: instanceTruth(left, right) });
    default: {
      if (typeof left.literal === 'number' && typeof right.literal === 'number') {
        const folded = arithmetic(expr.op, left.literal, right.literal);
        if (folded !== null) return literalValue(folded, placeOf(frame, expr.range));
      }
      const traits = (left.traits | right.traits) & (DERIVED | MAC);
      const isDifference = left.field === 'xor' || right.field === 'xor' || (expr.op === '^' && (traits & MAC) !== 0);
      return value({
        traits: isDifference ? traits & ~MAC : traits,
        shape: traits & CLOCK ? shapeOfArithmetic(expr.op, left, right) : 0,
        field: isDifference ? 'xor' : null,
        hash: left.hash ?? right.hash,
        trail: builtTrail(expr, left, right, frame),
        check: expr.op === '-' && left.trail ? remainderCheck(left, right) : null,
      });
    }
  }
}

/** `'https://%s/x' % value`, `Path(folder) / name` */
function builtTrail({ op, range }: BinaryExpr, left: Value, right: Value, frame: Frame): Trail | null {
  if (op === '%') return typeof left.literal === 'string' ? percentFormatted(left.literal, right, placeOf(frame, range)) : null;
  return op === '/' && (left.trail || right.trail) ? textTrail([left, '/', right], placeOf(frame, range)) : null;
}

function isTypeOf(expr: Expr): expr is Extract<Expr, { kind: 'unary' }> {
  return expr.kind === 'unary' && expr.op === 'typeof';
}

function arithmetic(op: BinaryExpr['op'], left: number, right: number): number | null {
  if (op === '*') return left * right;
  if (op === '-') return left - right;
  return op === '/' && right !== 0 ? left / right : null;
}

/** `'X-Signature' in request.headers`, `headers.has('x-signature')` */
export function presenceOfHeader(name: string, isNegated: boolean): Value {
  const field = name.toLowerCase();
  const header = value({ traits: HEADER | (soundsLikeProof(field) ? SIGNATURE : 0), field });
  return value({ truth: TRUE | FALSE, test: { kind: 'presence', of: header, negated: isNegated } });
}

/** `null === undefined` and literal tests are known without a run. */
function comparedTruth(left: Value, right: Value, isNegated: boolean): number {
  const flip = (truth: number): number => (isNegated ? (truth & TRUE ? FALSE : 0) | (truth & FALSE ? TRUE : 0) : truth);
  if (right.truth === NULL || left.truth === NULL) {
    const other = right.truth === NULL ? left : right;
    const equal = (other.truth & NULL ? TRUE : 0) | (other.truth & ~NULL ? FALSE : 0);
    return flip(equal);
  }
  if (left.literal !== null && right.literal !== null) return flip(left.literal === right.literal ? TRUE : FALSE);
  if (typeof right.literal === 'boolean' && (left.truth === TRUE || (left.truth & TRUE) === 0) && typeof left.literal === 'boolean')
    return flip(left.literal === right.literal ? TRUE : FALSE);
  return TRUE | FALSE;
}

/** Whether the path of the endpoint is one of a list. */
function containedTruth(left: Value, right: Value, isNegated: boolean): number {
  if (!(left.traits & ADDRESS) || left.literal === null || !right.items?.every((one) => one.literal !== null)) return TRUE | FALSE;
  return right.items.some((one) => one.literal === left.literal) === isNegated ? FALSE : TRUE;
}

/** An object that was made of the class is one; what was parsed from a body is no object of a class. */
function instanceTruth(left: Value, right: Value): number {
  if (left.instance && right.classRef)
    return left.instance.path === right.classRef.path && left.instance.classId === right.classRef.classId ? TRUE : TRUE | FALSE;
  if (left.name !== null && right.name !== null && left.name.endsWith('()')) {
    if (left.name === `${right.name}()` || (/Response/.test(left.name) && /Response$/.test(right.name))) return TRUE;
  }
  if (right.name !== null && left.traits & (PAYLOAD | PARSED) && left.name?.endsWith('()') !== true && !mayBeBody.test(right.name)) return FALSE;
  return left.truth === NULL ? FALSE : TRUE | FALSE;
}

/** What a body is before and after it was parsed, depending on who is asked to read it. */
const mayBeBody = /(^|\.)(Buffer|\w*Array|\w*ArrayBuffer|DataView|Blob|File|FormData|URLSearchParams|Readable\w*|String|Object|Map)$/;

/** `typeof x === 'string'` where it can be told. */
function typeTruth(of: Value, type: string, isNegated: boolean): number | null {
  const is =
    of.literal !== null
      ? typeof of.literal
      : of.callable
        ? 'function'
        : of.fields || of.items || of.instance
          ? 'object'
          : of.truth === NULL
            ? 'undefined'
            : null;
  if (is === null) return null;
  return (is === type) === isNegated ? FALSE : TRUE;
}

/** A template turns a setting that is not there into text, and so does `String(setting)`. */
export function templated(parts: readonly Value[], range: Range, frame: Frame): Value {
  const built = concatenated(parts, range, frame);
  const [only, ...others] = parts.filter((part) => part.literal === null);
  if (only?.setting && others.length === 0 && !only.setting.fallback && only.truth & NULL)
    return changed(built, { setting: { ...only.setting, fallback: changed(unknown, { literal: 'undefined', truth: TRUE }) }, truth: TRUE });
  return built;
}

/** Texts that double with every name would fill the memory; no address and no key is this long. */
const longestText = 10_000;

/** String building keeps what its parts are; a literal in front of a hash is its prefix. */
export function concatenated(parts: readonly Value[], range: Range, frame: Frame): Value {
  let traits = 0;
  let hash: Value['hash'] = null;
  let field: string | null = null;
  let prefix = '';
  let setting: Value['setting'] = null;
  for (const part of parts) {
    traits |= deepTraits(part) & ~(REQUEST | HEADERS);
    if (hash === null && part.hash) hash = prefix ? { ...part.hash, prefix } : part.hash;
    else if (hash === null && typeof part.literal === 'string') prefix += part.literal;
    field ??= part.field;
    setting ??= part.setting;
  }
  if (traits & PARSED && !(traits & RAW)) traits = (traits & ~PARSED) | PAYLOAD;
  const [only, ...others] = parts.filter((part) => part.name === null || part.traits !== 0 || part.literal !== null);
  if (only && others.length === 0 && only.literal !== null) return only;
  const literals = parts.map((part) => part.literal);
  if (
    literals.every((one) => typeof one === 'string' || typeof one === 'number') &&
    literals.reduce((sum: number, one) => sum + String(one).length, 0) <= longestText
  )
    return literalValue(literals.join(''), placeOf(frame, range));
  const variable = parts.filter((part) => part.literal === null && (part.traits !== 0 || part.setting));
  const shape = hash !== null || parts.length === 1 ? shapeOfText(parts) : 0;
  const trail = traits & SENT ? textTrail(parts, placeOf(frame, range)) : null;
  if (variable.length === 1 && variable[0]?.truth === TRUE) return value({ traits, shape, hash, field, setting, trail, truth: TRUE });
  return value({ traits, shape, hash, field, setting, trail, truth: literals.some((one) => typeof one === 'string' && one !== '') ? TRUE : TRUE | FALSE });
}

function readCallStatically(reading: Reading, expr: Extract<Expr, { kind: 'call' }>, frame: Frame, depth: number): Value {
  const { world } = reading;
  const callee = read(reading, expr.callee, frame, null, depth + 1);
  const args = argumentsOf(expr.args, (inner) => read(reading, inner, frame, null, depth + 1));
  if (expr.callee.kind === 'member' && expr.callee.property === 'bind') {
    const target = read(reading, expr.callee.object, frame, null, depth + 1);
    if (target.callable || target.name !== null) return withBound(target, args);
  }
  if (callee.classRef) return value({ instance: { ...callee.classRef, fields: world.classes.fieldsGiven(callee.classRef, args) }, truth: TRUE, made: args });
  if (callee.callable && callee.callable.special === null) {
    const fn = world.functionAt(callee.callable.path, callee.callable.functionId);
    const module = world.project.module(callee.callable.path);
    if (!fn || !module || depth > 6) return unknown;
    const only = onlyReturn(fn);
    if (only === null) return unknown;
    const made = read(reading, only, { path: callee.callable.path, module, self: callee.callable.self, stack: [] }, null, depth + 6);
    return enclosed(made, fn, callee.callable, args, world);
  }
  if (expr.callee.kind === 'member' && world.rows.keepsBytes(expr.callee.property)) {
    const kept = concatenated(
      [read(reading, expr.callee.object, frame, null, depth + 1), ...args.slice(0, expr.callee.property === 'from' ? 1 : 0).map((one) => one.value)],
      expr.range,
      frame,
    );
    if (kept.traits !== 0 || kept.literal !== null || kept.setting) return kept;
  }
  if (callee.name === null) return unknown;
  const row = world.rows.call(callee.name);
  if (row?.setting) return settingValue(row.setting, args, expr.range, frame, row);
  if (row?.fixes !== undefined && args[row.fixes]) return withFixed(args, row.fixes);
  const traits = bits(row?.result?.is);
  return value({
    name: row?.result?.type ?? `${callee.name}()`,
    traits: traits | (keepsMost(callee.name) ? spreadTraits(args) : 0),
    made: args,
    truth: ANY,
    setting: firstSetting(args, callee.name),
    at: placeOf(frame, expr.range),
  });
}

/** `f.bind(self, a)`: the same function with arguments in front. */
export function withBound(target: Value, args: readonly Argument[]): Value {
  if (!target.callable) return target;
  const [self, ...bound] = args;
  return changed(target, {
    callable: {
      ...target.callable,
      self: self?.value.instance ? self.value : target.callable.self,
      ...(bound.length > 0 ? { bound: [...(target.callable.bound ?? []), ...bound] } : {}),
    },
  });
}

/** `partial(check, secret)`: the function with the other arguments in front. */
export function withFixed(args: readonly Argument[], index: number): Value {
  const target = args[index]?.value ?? unknown;
  const bound = args.filter((_, at) => at !== index);
  return target.callable ? changed(target, { callable: { ...target.callable, bound: [...(target.callable.bound ?? []), ...bound] } }) : target;
}

/** Functions that a factory returns know what it was given. */
function enclosed(made: Value, fn: FunctionNode, factory: Callable, args: readonly Argument[], world: World): Value {
  if (!made.callable && !made.fields) return made;
  const given = new Map<number, Value>();
  const all = [...(factory.bound ?? []), ...args];
  fn.params.forEach(({ pattern, rest }, index) => {
    if (pattern.kind !== 'bind' || pattern.binding === null || rest !== null) return;
    const held = all.find((one) => one.name === pattern.name) ?? all[index];
    if (held && !held.spread) given.set(world.bindingKey(factory.path, pattern.binding), held.value);
  });
  if (given.size === 0) return made;
  const captured = { get: (key: number): Value | undefined => given.get(key) ?? factory.captured?.get(key) };
  const enclose = (one: Value): Value =>
    one.callable?.path === factory.path && one.callable.captured === null ? changed(one, { callable: { ...one.callable, captured } }) : one;
  return changed(enclose(made), { fields: made.fields ? new Map([...made.fields].map(([key, one]) => [key, enclose(one)])) : null });
}

/** `env('X').strip()`, `str(os.environ['X'])`: still that setting. */
function firstSetting(args: readonly Argument[], name: string): Value['setting'] {
  if (!/(^|\.)(str|String|Buffer\.from|bytes|trim|strip|encode|toString|parse)$/.test(name)) return null;
  return args[0]?.value.setting ?? null;
}

function keepsMost(name: string): boolean {
  return /(^|\.)(from|encode|str|String|bytes|trim|strip|toString)$/.test(name);
}

function spreadTraits(args: readonly Argument[]): number {
  let traits = 0;
  for (const argument of args) traits |= deepTraits(argument.value);
  return traits & DERIVED;
}

export function settingValue(
  spec: { readonly name: number | string; readonly fallback?: number | string; readonly raises?: true },
  args: readonly Argument[],
  range: Range,
  frame: Frame,
  row: { readonly result?: { readonly is?: readonly import('../knowledge/rows.js').Trait[] } },
): Value {
  const name = argumentAt(args, spec.name)?.literal;
  const fallback = spec.fallback === undefined ? null : argumentAt(args, spec.fallback);
  const spelled = typeof name === 'string' ? name : '';
  const at = placeOf(frame, range);
  const traits = bits(row.result?.is) | ENVIRONMENT | (soundsSecret(spelled) ? SECRET : 0);
  return value({
    traits,
    setting: { name: spelled, fallback: fallback && fallback.truth !== NULL ? fallback : null, at },
    at,
    truth: spec.raises ? FALSE | TRUE : ANY,
  });
}

export function argumentsOf(nodes: readonly ArgumentNode[], readOne: (expr: Expr) => Value): Argument[] {
  return nodes.map((node) => ({ name: node.name, spread: node.spread, value: readOne(node.value), range: node.value.range }));
}

/** The argument an `ArgRef` means; null when the call has none such. `receiver` is for references into its construction. */
export function argumentAt(args: readonly Argument[], ref: number | string | undefined, receiver: Value | null = null): Value | null {
  if (ref === undefined) return null;
  if (typeof ref === 'number') {
    const at = args[ref];
    return at && at.name === null && !at.spread ? at.value : null;
  }
  const { ofReceiver, index, keyword, members } = partsOfRef(ref);
  if (ofReceiver) {
    if (!receiver?.made) return null;
    args = receiver.made;
  }
  let found = index === null ? null : argumentAt(args, index);
  if (found === null && keyword !== null) found = args.find((one) => one.name === keyword)?.value ?? null;
  for (const member of members) {
    if (found === null) return null;
    found = found.fields?.get(member) ?? found.items?.[Number(member)] ?? null;
  }
  return found;
}

interface RefParts {
  readonly ofReceiver: boolean;
  readonly index: number | null;
  readonly keyword: string | null;
  readonly members: readonly string[];
}

const knownRefs = new Map<string, RefParts>();

/** `new.1:key.inner.0`; the rows have some hundred of them. */
export function partsOfRef(ref: string): RefParts {
  let parts = knownRefs.get(ref);
  if (parts === undefined) {
    const ofReceiver = ref.startsWith('new.');
    const [head = '', ...members] = (ofReceiver ? ref.slice(4) : ref).split('.');
    const [first = '', keyword = null] = head.split(':');
    parts = { ofReceiver, index: first === 'name' ? null : Number(first), keyword, members };
    knownRefs.set(ref, parts);
  }
  return parts;
}
