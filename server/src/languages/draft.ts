/** Short names for building drafts, so that a remedy reads like the code it writes. */
import type { Expr, Range } from '../ir/model.js';
import type { Draft, DraftStatement, TypeHint } from './writer.js';

export const literal = (value: string | number | boolean | null): Draft => ({ kind: 'literal', value });
export const name = (text: string): Draft => ({ kind: 'name', name: text });
export const imported = (module: string, imported: string | null, as?: string): Draft => ({ kind: 'imported', module, name: imported, as });
export const member = (object: Draft, ...properties: string[]): Draft =>
  properties.reduce<Draft>((inner, property) => ({ kind: 'member', object: inner, property }), object);
export const index = (object: Draft, at: Draft): Draft => ({ kind: 'index', object, index: at });
export const call = (callee: Draft, ...args: Draft[]): Draft => ({ kind: 'call', callee, args: args.map((value) => ({ value })) });
export const create = (callee: Draft, ...args: Draft[]): Draft => ({ kind: 'call', callee, args: args.map((value) => ({ value })), isNew: true });
export const not = (operand: Draft): Draft => ({ kind: 'unary', op: 'not', operand });
export const and = (left: Draft, right: Draft): Draft => ({ kind: 'logical', op: 'and', left, right });
export const or = (left: Draft, right: Draft): Draft => ({ kind: 'logical', op: 'or', left, right });
export const record = (entries: Record<string, Draft>): Draft => ({ kind: 'record', entries: Object.entries(entries).map(([key, value]) => ({ key, value })) });

/** Texts and values joined; a single text stays a plain string. */
export function text(...parts: Draft[]): Draft {
  const joined: Draft[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'literal' && part.value === '') continue;
    if (part.kind === 'literal' && last?.kind === 'literal') joined[joined.length - 1] = literal(`${String(last.value)}${String(part.value)}`);
    else joined.push(part);
  }
  if (joined.length === 0) return literal('');
  return joined.length === 1 && joined[0]?.kind === 'literal' ? joined[0] : { kind: 'text', parts: joined };
}

export const declare = (local: string, value: Draft): DraftStatement => ({ kind: 'assign', target: name(local), declares: true, value });
export const declareLater = (local: string, type?: TypeHint): DraftStatement => ({
  kind: 'assign',
  target: name(local),
  declares: true,
  mutable: true,
  type,
  value: null,
});
export const assign = (target: Draft, value: Draft): DraftStatement => ({ kind: 'assign', target, value });
export const evaluate = (expr: Draft): DraftStatement => ({ kind: 'evaluate', expr });
export const when = (test: Draft, then: readonly DraftStatement[], otherwise: readonly DraftStatement[] = []): DraftStatement => ({
  kind: 'if',
  test,
  then,
  otherwise,
});
export const giveBack = (value: Draft | null): DraftStatement => ({ kind: 'return', value });
export const raise = (value: Draft | null): DraftStatement => ({ kind: 'raise', value });

/** The user's own expression, kept as it is written. */
export const quote = (expr: Expr): Draft => ({ kind: 'verbatim', range: expr.range, tight: TIGHT.has(expr.kind) });
export const quoteRange = (range: Range, tight = false): Draft => ({ kind: 'verbatim', range, tight });

const TIGHT = new Set<Expr['kind']>(['name', 'this', 'member', 'index', 'call', 'literal', 'text', 'list', 'module']);
