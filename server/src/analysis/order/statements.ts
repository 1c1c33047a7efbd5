/** What a database statement does, read off its text. */
import type { Expr } from '../../ir/model.js';
import type { Repetition } from '../../knowledge/rows.js';
import type { Call } from '../calls/model.js';
import { settled } from '../read.js';
import type { Value } from '../value.js';

export interface Statement {
  readonly kind: 'select' | 'insert' | 'update' | 'delete' | 'begin' | 'commit' | 'other';
  readonly repeats: Repetition | null;
  /** An insert that leaves what is there, or an update of entries in a certain state: whether it had a row says who was first. */
  readonly claims: boolean;
  readonly locks: boolean;
  readonly table: string;
}

/** Null where the call carries no statement. */
export function statementOf(call: Call): Statement | null {
  const text = textOf(call);
  return text === null ? null : statementIn(text);
}

const begins = /^\s*(select|insert|replace|update|delete|merge|upsert|begin|start transaction|commit|with)\b/i;

export function statementIn(text: string): Statement | null {
  const word = begins.exec(text)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  const locks = /\bfor\s+(no key\s+)?update\b|pg_(try_)?advisory|get_lock\s*\(|\bserializable\b/i.test(text);
  const base = { locks, claims: false, repeats: null, table: tableIn(text) };
  if (/^(begin|start)/.test(word)) return { ...base, kind: 'begin' };
  if (word === 'commit') return { ...base, kind: 'commit' };
  if (/\binsert\b/i.test(text)) {
    if (/on\s+conflict[^;]*do\s+nothing|insert\s+(or\s+)?ignore/i.test(text) || /where\s+not\s+exists/i.test(text))
      return { ...base, kind: 'insert', claims: true, repeats: 'same' };
    const changes = /on\s+conflict[^;]*do\s+update\s+set([\s\S]*)|on\s+duplicate\s+key\s+update([\s\S]*)/i.exec(text);
    if (changes) return { ...base, kind: 'insert', repeats: addsUpIn(changes[1] ?? changes[2] ?? '') ? 'counts' : 'same' };
    if (/insert\s+or\s+replace/i.test(text)) return { ...base, kind: 'insert', repeats: 'same' };
    return { ...base, kind: 'insert', repeats: 'inserts' };
  }
  if (word === 'replace' || word === 'upsert' || word === 'merge') return { ...base, kind: 'insert', repeats: 'same' };
  if (word === 'update' || (word === 'with' && /\bupdate\b/i.test(text))) {
    const conditional = isConditional(text);
    return { ...base, kind: 'update', claims: conditional, repeats: !conditional && addsUpIn(text) ? 'counts' : 'same' };
  }
  if (word === 'delete') return { ...base, kind: 'delete', repeats: 'same' };
  return { ...base, kind: 'select', repeats: null };
}

/** `SET balance = balance + ?` */
function addsUpIn(text: string): boolean {
  return /(\b[\w".]*?(\w+)"?)\s*=\s*(coalesce\s*\(\s*)?[\w".]*\b\2\b"?[^=,]{0,12}[+-]/i.test(text);
}

/** `WHERE id = ? AND status = 'open'`, `AND paid_at IS NULL`: it happens once, whoever comes first. */
function isConditional(text: string): boolean {
  const where = /\bwhere\b([\s\S]*)$/i.exec(text)?.[1] ?? '';
  return /\bis\s+null\b|(<>|!=)|=\s*(false|true|'[^']*')|\bnot\s+\w|\bnot\s+exists\b|<\s*[$:?%]/i.test(where);
}

function tableIn(text: string): string {
  return (/\b(?:into|from|update)\s+["`[]?([\w.]+)/i.exec(text)?.[1] ?? '').toLowerCase();
}

function textOf({ args, receiver, expr, run, frame }: Call): string | null {
  const first = args[0];
  if (first) {
    const held = settled(first.value);
    if (typeof held.literal === 'string') return held.literal;
    const made = madeText(held);
    if (made !== null) return made;
    const node = expr.args[0]?.value;
    if (node && (node.kind === 'text' || node.kind === 'name' || node.kind === 'binary' || node.kind === 'member')) {
      const { expr: written } = node.kind === 'text' || node.kind === 'binary' ? { expr: node } : run.world.definition(node, frame);
      const text = literalText(written);
      if (text !== null) return text;
    }
    // `{ text: 'INSERT ...', values: [...] }`
    const named = held.fields?.get('text')?.literal ?? held.fields?.get('sql')?.literal;
    if (typeof named === 'string') return named;
  }
  return receiver ? madeText(receiver) : null;
}

function madeText(held: Value): string | null {
  const text = held.made?.[0]?.value.literal;
  return typeof text === 'string' && begins.test(text) ? text : null;
}

export function literalText(expr: Expr): string | null {
  if (expr.kind === 'literal') return typeof expr.value === 'string' ? expr.value : null;
  if (expr.kind === 'text') return expr.parts.map((part) => (part.kind === 'literal' ? String(part.value) : '?')).join('');
  if (expr.kind === 'binary' && expr.op === '+') return `${literalText(expr.left) ?? '?'}${literalText(expr.right) ?? '?'}`;
  return null;
}
