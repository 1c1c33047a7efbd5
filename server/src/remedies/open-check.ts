/** What the parts of `close-fail-open` share: the facts at hand, how the function at hand refuses, and quoting of conditions. */
import type { Expr, Range, Statement } from '../ir/model.js';
import { giveBack, not, quote } from '../languages/draft.js';
import type { Draft, DraftStatement } from '../languages/writer.js';
import { Answers } from './answers.js';
import type { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { calledFunction } from './names.js';
import { frameworkOf, refusal } from './refusal.js';
import type { EndpointFacts, Repair } from './repair.js';
import { functionAt } from './walk.js';

export interface OpenCheck {
  readonly repair: Repair;
  readonly editor: FileEditor;
  readonly facts: Facts;
  readonly endpoint: EndpointFacts | undefined;
}

/** Where the answer was given before the check, all that is left is to stop. */
export function refuse({ repair, editor, endpoint }: OpenCheck, at: Range, status: number, message: string): DraftStatement[] {
  const fn = functionAt(editor.module, at);
  const refused = refusal(editor, fn, endpoint, status, message);
  const framework = frameworkOf(editor, endpoint, fn);
  if (framework?.answersBy !== 'call' || refused[0]?.kind === 'raise' || (refused[0]?.kind === 'return' && refused[0].value?.kind === 'literal'))
    return refused;
  const answers = new Answers(editor.module, fn, framework, (one) => calledFunction(repair, editor, one));
  return answers.before(fn.body, at) ? [giveBack(null)] : refused;
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
  if (statement.kind !== 'evaluate' || statement.expr.kind !== 'call') return false;
  const { callee, args } = statement.expr;
  return callee.kind === 'name' && callee.name === 'next' && args.every(({ value }) => value.kind === 'literal');
}
