/** What the parts of `close-fail-open` share: the facts at hand, how the function at hand refuses, and quoting of conditions. */
import type { Expr, Range, Statement } from '../ir/model.js';
import { not, quote } from '../languages/draft.js';
import type { Draft, DraftStatement } from '../languages/writer.js';
import type { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { refusal } from './refusal.js';
import type { EndpointFacts } from './repair.js';
import { functionAt } from './walk.js';

export interface OpenCheck {
  readonly editor: FileEditor;
  readonly facts: Facts;
  readonly endpoint: EndpointFacts | undefined;
}

export function refuse({ editor, endpoint }: OpenCheck, at: Range, status: number, message: string): DraftStatement[] {
  return refusal(editor, functionAt(editor.module, at), endpoint, status, message);
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function partsOf(expr: Expr, op: 'and' | 'or'): Expr[] {
  return expr.kind === 'logical' && expr.op === op ? [...partsOf(expr.left, op), ...partsOf(expr.right, op)] : [expr];
}

/** `!x` and comparisons keep their text without gaining parentheses. */
export function quotePart(expr: Expr): Draft {
  if (expr.kind === 'unary' && expr.op === 'not') return not(quotePart(expr.operand));
  if (expr.kind === 'await') return { kind: 'await', operand: quotePart(expr.operand) };
  return quote(expr);
}

/** What lets a request through: `return true`, `next()`, a bare return. */
export function isPassing(statement: Statement): boolean {
  if (statement.kind === 'return') return true;
  return statement.kind === 'evaluate' && statement.expr.kind === 'call' && statement.expr.callee.kind === 'name' && statement.expr.callee.name === 'next';
}
