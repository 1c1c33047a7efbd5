/**
 * What a question knows of a value at one moment: an abstract value.
 *
 * Nothing here is executed. A value says where it comes from (`traits`), by which canonical name it goes, which truth values
 * it may have, and, when a guard produced it, what it would mean to accept it.
 */
import type { Range } from '../ir/model.js';
import type { Proof, Trait } from '../knowledge/rows.js';
import type { Place } from './finding.js';
import { type Check, joinChecks } from './flow/knows.js';
import { joinTrails, type Trail } from './flow/trail.js';
import type { Lookup } from './order/state.js';
import { joinShapes } from './shape.js';

/** Which outcomes of a test are possible: null-like, false-like, true-like. */
export const NULL = 1;
export const FALSE = 2;
export const TRUE = 4;
export const FALSY = NULL | FALSE;
export const ANY = NULL | FALSE | TRUE;

const traitNames = [
  'request',
  'raw-body',
  'parsed-body',
  're-encoded',
  'payload',
  'headers',
  'header',
  'query',
  'route-parameter',
  'cookie',
  'signature',
  'method',
  'secret',
  'environment',
  'mac',
  'digest',
  'claims',
  'clock',
  'random',
  'promise',
  'call-back',
  'decoded',
  'post-back',
  'vouched',
  'address',
  'timestamp',
  'caught',
  'sender-hosted',
] as const satisfies readonly Trait[];

const traitBits = new Map<Trait, number>(traitNames.map((name, index) => [name, 1 << index]));

export function bit(trait: Trait): number {
  return traitBits.get(trait) ?? 0;
}

export function bits(traits: readonly Trait[] | undefined): number {
  let all = 0;
  for (const trait of traits ?? []) all |= bit(trait);
  return all;
}

export const REQUEST = bit('request');
export const RAW = bit('raw-body');
export const PARSED = bit('parsed-body');
export const RE_ENCODED = bit('re-encoded');
export const PAYLOAD = bit('payload');
export const HEADER = bit('header');
export const HEADERS = bit('headers');
export const QUERY = bit('query');
export const ROUTE = bit('route-parameter');
export const COOKIE = bit('cookie');
export const SIGNATURE = bit('signature');
export const METHOD = bit('method');
export const SECRET = bit('secret');
export const ENVIRONMENT = bit('environment');
export const MAC = bit('mac');
export const DIGEST = bit('digest');
export const CALL_BACK = bit('call-back');
export const POST_BACK = bit('post-back');
export const DECODED = bit('decoded');
export const PROMISE = bit('promise');
export const CLAIMS = bit('claims');
export const VOUCHED = bit('vouched');
export const ADDRESS = bit('address');
export const CLOCK = bit('clock');
export const TIMESTAMP = bit('timestamp');
export const CAUGHT = bit('caught');
export const SENDER_HOSTED = bit('sender-hosted');
/** Anything the sender chooses. */
export const SENT = PAYLOAD | RAW | PARSED | RE_ENCODED | HEADER | HEADERS | QUERY | ROUTE | COOKIE | SIGNATURE;
/** What is left of a value's traits after a call that we know nothing of. */
export const DERIVED =
  PAYLOAD | HEADER | QUERY | ROUTE | COOKIE | SIGNATURE | SECRET | ENVIRONMENT | CALL_BACK | POST_BACK | ADDRESS | CLAIMS | CLOCK | TIMESTAMP | SENDER_HOSTED;

/** One attempt of the code to prove something, at one place; shared by all states of a run. */
export interface Attempt {
  readonly id: number;
  /** `digest`: a hash of the body without any secret, which proves nothing of the sender. `session`: of a cookie, which people send. */
  readonly kind: 'call' | 'claim' | 'comparison' | 'digest' | 'token' | 'stage' | 'lookup' | 'session' | 'challenge' | 'unreadable' | 'stub' | 'skipped';
  readonly at: Place;
  /** How the code spells it. */
  readonly spelling: string;
  readonly proofs: readonly Proof[];
  readonly provider: string | null;
  readonly constantTime: boolean;
  readonly isAsync: boolean;
  readonly left: Operand | null;
  readonly right: Operand | null;
  readonly throwsOn: string | null;
  readonly hash: HashState | null;
  /** The bytes that the guard judges, where they can be told. */
  readonly body: Value | null;
  readonly needsRaw: boolean;
  /** How far a verifier that looks at the age lets it be, in seconds; null where that is left to it or cannot be told. */
  readonly tolerance: number | null;
  /** The verifier looks at the age only when it is given a tolerance. */
  readonly asksForTolerance: boolean;
  /** The proof that was sent, where a verifier names it. */
  readonly sent: Operand | null;
  readonly key: Value | null;
  readonly member: string | null;
  /** Set when some branch, return or raise depended on the outcome. */
  decided: boolean;
  /** The option that switches it off, as it is called. */
  readonly off: string | null;
  /** Its key comes from an address that the sender chose, and is asked for there. */
  readonly keyFrom?: Place;
  /** It makes a MAC with an empty key as with any other. */
  readonly takesEmptyKey?: true;
  /** The calls that led to it. */
  readonly via?: readonly Place[];
  /** What it does with a token, where the proof is one. */
  readonly token: TokenCheck | null;
  /** It may throw on what the sender sends, and nothing in front of it or around it is prepared for that. */
  throwsUnprepared: boolean;
  /** It was come by again with operands that are written in another way. */
  varies: boolean;
  /** How a wrong result was met. */
  ignored: 'discarded' | 'object-as-boolean' | 'not-awaited' | 'optional' | null;
  ignoredAt: Place | null;
  /** Where the user's configuration says that this verifies. */
  declaredAt?: Place;
  /** What the code has found in front of the digest that was sent, wherever it compares all of it; null where it has not. */
  mark?: string | null;
  /** A claim that may be none, or one of something else than the delivery. */
  readonly isUnsure?: true;
}

/** How a token (JWT) is looked at. */
export interface TokenCheck {
  /** Why its signature proves nothing, or less than it seems to. */
  readonly flaw: 'decoded' | 'switched-off' | 'no-key' | 'none' | 'any-algorithm' | null;
  /** The options tie it to this place, or to something about its holder. */
  readonly isBound: boolean;
  readonly issuer: boolean;
  readonly expiry: 'checked' | 'switched-off' | 'never';
  /** Options that cannot be read, or that stand elsewhere: what is not seen may be there. */
  readonly isOpen: boolean;
  /** A call on the result that looks at the claims; until then nobody has. */
  readonly claimsCheckedBy: string | null;
}

export interface Operand {
  readonly range: Range;
  readonly value: Value;
}

export interface Verdict {
  readonly attempt: Attempt;
  /** The truth values that mean acceptance. */
  readonly accepts: number;
}

/** A hash in the making or made. */
export interface HashState {
  readonly keyed: boolean;
  readonly algorithm: string | null;
  readonly key: Value | null;
  /** Traits of everything absorbed. */
  readonly message: number;
  /** Everything absorbed is the exact body. */
  readonly onlyBody: boolean;
  /** The header or field whose text it was made of. */
  readonly of: string | null;
  /** Where a re-encoded or parsed body was absorbed. */
  readonly reEncodedAt: Place | null;
  readonly encoding: string | null;
  readonly prefix: string | null;
  readonly at: Place;
}

export interface Setting {
  readonly name: string;
  /** A table of settings was asked for it and has no such entry: nothing ever sets it. */
  readonly isNowhere?: true;
  readonly fallback: Value | null;
  readonly at: Place;
}

/** The value of a test: what was compared, so that a branch can refine it. */
export type Test =
  | { readonly kind: 'equals'; readonly left: Operand; readonly right: Operand; readonly negated: boolean }
  | { readonly kind: 'presence'; readonly of: Value; readonly negated: boolean };

export interface Callable {
  readonly path: string;
  readonly functionId: number;
  readonly captured: { get(key: number): Value | undefined } | null;
  readonly self: Value | null;
  readonly special: 'next' | 'resolve' | 'reject' | 'answer' | null;
  /** Arguments fixed in front: `check.bind(null, secret)`, `partial(check, secret)`. */
  readonly bound?: readonly Argument[];
}

export interface Instance {
  readonly path: string;
  readonly classId: number;
  readonly fields: ReadonlyMap<string, Value> | null;
}

export interface Value {
  readonly name: string | null;
  readonly traits: number;
  /** How it is written, see `shape.ts`; 0 when that cannot be told. */
  readonly shape: number;
  readonly truth: number;
  readonly literal: string | number | boolean | null;
  readonly at: Place | null;
  readonly callable: Callable | null;
  readonly fields: ReadonlyMap<string, Value> | null;
  readonly items: readonly Value[] | null;
  readonly verdict: Verdict | null;
  /** An object whose member carries the verdict. */
  readonly holds: Verdict | null;
  readonly promiseOf: Pending | null;
  readonly hash: HashState | null;
  readonly setting: Setting | null;
  readonly test: Test | null;
  /** Lower-case name of the header, query or payload field it was read from. */
  readonly field: string | null;
  readonly instance: Instance | null;
  /** A project class itself. */
  readonly classRef: Instance | null;
  /** The call of the project's own function that returned it, as a place key. */
  readonly origin: string | null;
  /** The arguments of the construction or call that made it. */
  readonly made: readonly Argument[] | null;
  /** It is one of these, and which one cannot be told: an entry of a table that was looked up by what was sent. */
  readonly oneOf: readonly Value[] | null;
  /** How it came to carry the sender's data; null where it does not, or where that cannot be told. */
  readonly trail: Trail | null;
  /** What is known of the sender's data once this is found to be true, or false. */
  readonly check: Check | null;
  /** It is what a question for something kept gave, or a part of it. */
  readonly lookup: Lookup | null;
}

/** An argument as a call received it. */
export interface Argument {
  readonly name: string | null;
  readonly spread: 'list' | 'record' | null;
  readonly value: Value;
  readonly range: Range;
}

export interface Pending {
  readonly value: Value;
  /** An attempt whose outcome is decided when the promise is awaited. */
  readonly attempt: Attempt | null;
}

/** The name of a body that is taken for the exact bytes only for what its parameter is called. */
export const assumedBody = 'a body by its name';

/** All values are made here, so that they share one hidden class: reading a value costs the same wherever it comes from. */
class AbstractValue {
  name: Value['name'];
  traits: Value['traits'];
  shape: Value['shape'];
  truth: Value['truth'];
  literal: Value['literal'];
  at: Value['at'];
  callable: Value['callable'];
  fields: Value['fields'];
  items: Value['items'];
  verdict: Value['verdict'];
  holds: Value['holds'];
  promiseOf: Value['promiseOf'];
  hash: Value['hash'];
  setting: Value['setting'];
  test: Value['test'];
  field: Value['field'];
  instance: Value['instance'];
  classRef: Value['classRef'];
  origin: Value['origin'];
  made: Value['made'];
  oneOf: Value['oneOf'];
  trail: Value['trail'];
  check: Value['check'];
  lookup: Value['lookup'];

  constructor(of: Value) {
    this.name = of.name;
    this.traits = of.traits;
    this.shape = of.shape;
    this.truth = of.truth;
    this.literal = of.literal;
    this.at = of.at;
    this.callable = of.callable;
    this.fields = of.fields;
    this.items = of.items;
    this.verdict = of.verdict;
    this.holds = of.holds;
    this.promiseOf = of.promiseOf;
    this.hash = of.hash;
    this.setting = of.setting;
    this.test = of.test;
    this.field = of.field;
    this.instance = of.instance;
    this.classRef = of.classRef;
    this.origin = of.origin;
    this.made = of.made;
    this.oneOf = of.oneOf;
    this.trail = of.trail;
    this.check = of.check;
    this.lookup = of.lookup;
  }
}

export const unknown: Value = new AbstractValue({
  name: null,
  traits: 0,
  shape: 0,
  truth: ANY,
  literal: null,
  at: null,
  callable: null,
  fields: null,
  items: null,
  verdict: null,
  holds: null,
  promiseOf: null,
  hash: null,
  setting: null,
  test: null,
  field: null,
  instance: null,
  classRef: null,
  origin: null,
  made: null,
  oneOf: null,
  trail: null,
  check: null,
  lookup: null,
});

export const nothing: Value = changed(unknown, { truth: NULL });

export function value(parts: Partial<Value>): Value {
  return changed(unknown, parts);
}

export function isValue(one: object): one is Value {
  return one instanceof AbstractValue;
}

/** The same value but for these parts. */
export function changed(of: Value, parts: Partial<Value>): Value {
  const made = new AbstractValue(of);
  for (const part in parts) (made as unknown as Record<string, unknown>)[part] = parts[part as keyof Value];
  return made;
}

export function literalValue(literal: string | number | boolean | null, at: Place | null): Value {
  if (literal === null) return at === null ? nothing : changed(nothing, { at });
  return changed(unknown, { literal, truth: literal ? TRUE : FALSE, at });
}

/** `received.length === expected.length` */
export function isAboutLength(test: Test | null): boolean {
  return test?.kind === 'equals' && (test.left.value.field === 'length' || test.right.value.field === 'length');
}

/** The traits of a value and of everything inside it. */
export function deepTraits(of: Value, depth = 3): number {
  let all = of.traits;
  if (depth === 0) return all;
  if (of.fields) for (const field of of.fields.values()) all |= deepTraits(field, depth - 1);
  if (of.items) for (const item of of.items) all |= deepTraits(item, depth - 1);
  if (of.promiseOf) all |= deepTraits(of.promiseOf.value, depth - 1);
  return all;
}

/** The value seen where two paths meet. */
export function joinValues(a: Value, b: Value): Value {
  if (a === b) return a;
  const fields = a.fields && b.fields ? joinFields(a.fields, b.fields) : (a.fields ?? b.fields);
  const met = new AbstractValue(a);
  met.name = a.name === b.name ? a.name : (nullable(a, b)?.name ?? null);
  met.traits = a.traits | b.traits;
  met.shape = joinShapes(a, b);
  met.truth = a.truth | b.truth;
  met.literal = a.literal === b.literal ? a.literal : null;
  met.at = a.at ?? b.at;
  met.callable = a.callable && b.callable ? (sameCallable(a.callable, b.callable) ? a.callable : null) : (a.callable ?? b.callable);
  met.fields = fields;
  met.items =
    a.items && b.items && a.items.length === b.items.length
      ? a.items.map((item, index) => joinValues(item, b.items?.[index] ?? unknown))
      : a.truth === NULL
        ? b.items
        : b.truth === NULL
          ? a.items
          : a.items && b.items
            ? grownItems(a.items, b.items)
            : null;
  met.verdict = joinVerdicts(a, b);
  met.holds = a.holds ?? b.holds;
  met.promiseOf =
    a.promiseOf && b.promiseOf
      ? { value: joinValues(a.promiseOf.value, b.promiseOf.value), attempt: a.promiseOf.attempt ?? b.promiseOf.attempt }
      : (a.promiseOf ?? b.promiseOf);
  met.hash = a.hash ?? b.hash;
  met.setting = a.setting && b.setting ? (a.setting.fallback ? a.setting : b.setting) : (a.setting ?? b.setting);
  met.test = a.test === b.test ? a.test : null;
  met.field = a.field === b.field ? a.field : (a.field ?? b.field);
  met.instance = a.instance ?? b.instance;
  met.classRef = a.classRef ?? b.classRef;
  met.origin = a.origin ?? b.origin;
  met.made = a.made ?? b.made;
  met.oneOf = joinChoices(a, b);
  met.trail = joinTrails(a, b);
  met.check = joinChecks(a, b);
  met.lookup = a.lookup ?? b.lookup;
  return met;
}

export const mostChoices = 8;

/** A list that was added to on one of the ways holds what was added, where that is the sender's: as data, never as code that runs. */
function grownItems(a: readonly Value[], b: readonly Value[]): readonly Value[] | null {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (!short.every((one, index) => one === long[index])) return null;
  const added = long.slice(short.length);
  return added.some((one) => one.trail !== null) && added.every((one) => one.callable === null && one.verdict === null) ? long : null;
}

/** Of functions that differ, either may be meant. */
function joinChoices(a: Value, b: Value): readonly Value[] | null {
  if (a.oneOf === b.oneOf && a.oneOf) return a.oneOf;
  const left = a.oneOf ?? (a.callable ? [a] : null);
  const right = b.oneOf ?? (b.callable ? [b] : null);
  if (!left || !right) return a.oneOf ?? b.oneOf;
  const all = [...left];
  for (const one of right)
    if (!all.some((other) => other === one || (one.callable && other.callable && sameCallable(one.callable, other.callable)))) all.push(one);
  return all.length > 1 && all.length <= mostChoices ? all : null;
}

function nullable(a: Value, b: Value): Value | null {
  if (a.truth === NULL) return b;
  if (b.truth === NULL) return a;
  return null;
}

function sameCallable(a: Callable, b: Callable): boolean {
  return a.path === b.path && a.functionId === b.functionId && a.special === b.special && a.bound === b.bound;
}

/** A verdict survives where the other path's value cannot be mistaken for acceptance. */
function joinVerdicts(a: Value, b: Value): Verdict | null {
  if (a.verdict && b.verdict) return a.verdict.accepts === b.verdict.accepts ? a.verdict : null;
  if (a.verdict) return (b.truth & a.verdict.accepts) === 0 ? a.verdict : null;
  if (b.verdict) return (a.truth & b.verdict.accepts) === 0 ? b.verdict : null;
  return null;
}

function joinFields(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): Map<string, Value> {
  const all = new Map(a);
  for (const [key, one] of b) {
    const other = all.get(key);
    all.set(key, other ? joinValues(other, one) : joinValues(one, nothing));
  }
  for (const [key, one] of a) if (!b.has(key)) all.set(key, joinValues(one, nothing));
  return all;
}
