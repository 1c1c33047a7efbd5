/** A delivery with the fields that a handler reads, with what it compares them to, so that a genuine one is taken. */
import type { EndpointSummary } from '../../analysis/endpoint-summary.js';
import type { Expr, FunctionNode, Module, Statement } from '../../ir/model.js';
import { bodiesOf } from '../../ir/parts.js';
import type { ProviderRow } from '../../knowledge/rows.js';
import type { Json } from '../../languages/regression-test.js';
import type { RemedySource } from '../repair.js';
import { expressionsOf } from '../walk.js';
import { idOf } from './signing.js';

export interface Sample {
  readonly payload: Json;
  /** Headers of the sender's that the handler compares. */
  readonly headers: Readonly<Record<string, string>>;
}

export function sampleFor(endpoint: EndpointSummary, provider: ProviderRow, source: RemedySource): Sample {
  const fields = new Fields();
  const id = idOf(provider);
  if (id?.in === 'body') fields.put(id.keys, 'evt_1');
  for (const [keys, value] of commonFields[provider.id] ?? []) fields.put(keys, value);
  const headers: Record<string, string> = {};
  const module = endpoint.handler && source.module(endpoint.handler.path);
  const fn = endpoint.handler && module?.functions[endpoint.handler.functionId];
  if (module && fn) read(module, fn, provider, fields, headers);
  if (fields.isEmpty) fields.put(['id'], 'evt_1');
  return { payload: fields.record(), headers };
}

/** Fields without which a sender's own package takes no delivery. */
const commonFields: Readonly<Record<string, readonly (readonly [readonly string[], Json])[]>> = {
  stripe: [
    [['object'], 'event'],
    [['type'], 'checkout.session.completed'],
    [['data', 'object', 'id'], 'cs_1'],
  ],
};

function read(module: Module, fn: FunctionNode, provider: ProviderRow, fields: Fields, headers: Record<string, string>): void {
  for (const { expr, above } of expressionsOf(module, fn)) {
    const outer = above.at(-1);
    const isReceiver = outer?.kind === 'call' && outer.callee === expr;
    const isInner = (outer?.kind === 'member' || outer?.kind === 'index') && outer.object === expr;
    const header = headerRead(expr);
    const compared = comparedWith(expr, outer);
    if (header !== undefined && provider.headers.includes(header) && typeof compared === 'string') headers[header] = compared;
    if (isInner) continue;
    // What a method is called on is read, the method is not.
    const method = isReceiver && expr.kind === 'member' ? expr : undefined;
    const keys = keysOf(module, method?.object ?? expr, 0);
    if (keys === undefined || keys.length === 0) continue;
    const key = keys.at(-1) ?? '';
    fields.put(keys, compared ?? (method === undefined || method.property === 'get' ? guess(key) : NUMBERS.has(method.property) ? 1 : textLike(key)));
  }
  eachSwitch(fn.body, ({ subject, cases }) => {
    const first = cases.flatMap((one) => one.tests).find((test) => test.kind === 'literal');
    const value = first?.kind === 'literal' ? first.value : null;
    const header = headerRead(subject);
    if (header !== undefined && typeof value === 'string' && provider.headers.includes(header)) headers[header] = value;
    const keys = keysOf(module, subject, 0);
    if (keys !== undefined && keys.length > 0 && value !== null) fields.put(keys, value);
  });
}

function eachSwitch(statements: readonly Statement[], visit: (found: Extract<Statement, { kind: 'switch' }>) => void): void {
  for (const statement of statements) {
    if (statement.kind === 'switch') visit(statement);
    for (const body of bodiesOf(statement)) eachSwitch(body, visit);
  }
}

/** The way from the payload to what is read; undefined where it is not read from the payload. */
function keysOf(module: Module, expr: Expr, depth: number): readonly string[] | undefined {
  if (depth > 8) return undefined;
  if (isPayload(expr)) return [];
  switch (expr.kind) {
    case 'await':
      return keysOf(module, expr.operand, depth + 1);
    case 'logical':
      return keysOf(module, expr.left, depth + 1);
    case 'name': {
      const value = expr.binding === null ? null : module.bindings[expr.binding]?.value;
      return value && value !== expr ? keysOf(module, value, depth + 1) : undefined;
    }
    case 'member':
      return behind(keysOf(module, expr.object, depth + 1), expr.property);
    case 'index':
      return expr.index.kind === 'literal' && typeof expr.index.value === 'string'
        ? behind(keysOf(module, expr.object, depth + 1), expr.index.value)
        : undefined;
    case 'call': {
      const key = expr.args[0]?.value;
      const isGet = expr.callee.kind === 'member' && expr.callee.property === 'get' && key?.kind === 'literal' && typeof key.value === 'string';
      return isGet && expr.callee.kind === 'member' ? behind(keysOf(module, expr.callee.object, depth + 1), String(key.value)) : undefined;
    }
    default:
      return undefined;
  }
}

function behind(keys: readonly string[] | undefined, key: string): readonly string[] | undefined {
  return keys === undefined || NO_FIELDS.has(key) ? undefined : [...keys, key];
}

const NO_FIELDS = new Set(['length', 'get', 'toString', 'encode', 'items', 'keys', 'values', 'map', 'filter', 'forEach', 'headers']);

/** What a body parser, or a check that parses, gives back. */
function isPayload(expr: Expr): boolean {
  if (expr.kind === 'member') return (expr.property === 'body' || expr.property === 'json') && (expr.object.kind === 'name' || expr.object.kind === 'member');
  if (expr.kind !== 'call') return false;
  const called = expr.callee.kind === 'member' ? expr.callee.property : expr.callee.kind === 'name' ? expr.callee.name : '';
  return PARSERS.has(called);
}

const PARSERS = new Set(['parse', 'loads', 'get_json', 'json', 'constructEvent', 'constructEventAsync', 'construct_event', 'unwrap']);

/** `headers.get("x")`, `req.get("x")`, `headers["x"]`. */
function headerRead(expr: Expr): string | undefined {
  if (expr.kind === 'index' && expr.index.kind === 'literal' && typeof expr.index.value === 'string') return expr.index.value.toLowerCase();
  if (expr.kind !== 'call' || expr.callee.kind !== 'member' || !['get', 'header'].includes(expr.callee.property)) return undefined;
  const [first] = expr.args;
  return first?.value.kind === 'literal' && typeof first.value.value === 'string' ? first.value.value.toLowerCase() : undefined;
}

function comparedWith(expr: Expr, outer: Expr | undefined): string | number | boolean | undefined {
  if (outer?.kind !== 'binary' || !['==', '!='].includes(outer.op)) return undefined;
  const other = outer.left === expr ? outer.right : outer.left;
  return other.kind === 'literal' && other.value !== null ? other.value : undefined;
}

const NUMBERS = new Set(['toFixed', 'toPrecision', 'as_integer_ratio', 'bit_length']);

function textLike(key: string): Json {
  const guessed = guess(key);
  return typeof guessed === 'string' ? guessed : 'example';
}

function guess(key: string): Json {
  const name = key.toLowerCase();
  if (/(?:amount|count|quantity|number|total|price|size|cents)$/.test(name)) return 1;
  if (/(?:url|uri|link|href)$/.test(name)) return 'https://example.com/';
  if (/e?mail$/.test(name)) return 'someone@example.com';
  if (/(?:^|_)(?:created|updated|timestamp|time)$/.test(name)) return 1_700_000_000;
  return /id$/.test(name) ? `${name.replace(/[^a-z]/g, '')}_1` : 'example';
}

class Fields {
  readonly #root: Record<string, unknown> = {};

  get isEmpty(): boolean {
    return Object.keys(this.#root).length === 0;
  }

  /** What was put first stays, unless something more is now known to be inside it, or what it is compared to. */
  put(keys: readonly string[], value: Json): void {
    let record = this.#root;
    for (const key of keys.slice(0, -1)) {
      const inner = record[key];
      const next: Record<string, unknown> = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
      record[key] = next;
      record = next;
    }
    const last = keys.at(-1);
    if (last === undefined || last === '__proto__') return;
    const known = record[last];
    if (known === undefined || known === 'example' || (typeof known !== 'object' && typeof value === typeof known && value !== guess(last)))
      record[last] = value;
  }

  record(): Json {
    return this.#root as Json;
  }
}
