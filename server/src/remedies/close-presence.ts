/** A check that is skipped when the secret or the header is missing: their absence refuses. */
import type { Expr, Statement } from '../ir/model.js';
import { and, not, or, quote, when } from '../languages/draft.js';
import { standingOf } from '../languages/enclosing.js';
import type { Draft } from '../languages/writer.js';
import { closeBlock } from './close-block.js';
import { decline } from './decline.js';
import type { FileEditor } from './file-editor.js';
import { contains, type OpenCheck, partsOf, quotePart, refuse } from './open-check.js';
import { canUnwrap, unwrap } from './statements.js';
import { functionAt, leaves } from './walk.js';

type If = Extract<Statement, { kind: 'if' }>;

export function closePresence(work: OpenCheck, status: number, message: string): void {
  const { editor, facts } = work;
  const condition = facts.range('condition');
  const holder = standingOf(editor.module, condition);
  const statement = holder?.list[holder.at];
  const tested = statement?.kind === 'if' ? statement.test : statement?.kind === 'return' ? statement.value : null;
  if (tested && standsForTest(editor, tested)) decline('The condition is a name for another condition; repair it where that is written.');
  if (statement?.kind === 'if' && contains(statement.test.range, condition)) closeIf(work, statement, status, message);
  else if (statement?.kind === 'return' && statement.value) closeReturn(work, statement.value);
  else decline('The condition does not stand in an `if` or a `return`.');
}

function closeIf(work: OpenCheck, statement: If, status: number, message: string): void {
  const { editor } = work;
  const parts = partsOf(statement.test, 'and');
  const present = parts.filter(isPresence);
  const rest = parts.filter((part) => !isPresence(part));
  if (present.length > 0 && rest.length > 0 && leaves(statement.then)) {
    // `if (secret && !verify()) refuse` becomes `if (!secret || !verify()) refuse`.
    editor.replace(statement.test.range, [...present.map((part) => absence(part)), ...rest.map((part) => quotePart(part))].reduce(or));
    return;
  }
  if (rest.length === 0) {
    // `if (secret) { check }`: refuse in front of it, or in the branch that goes on without a check.
    const [first] = statement.otherwise;
    if (first && first.kind !== 'if' && present.length === 1) {
      closeBlock(work, { range: statement.range, list: statement.otherwise }, status, message);
      return;
    }
    editor.before(
      statement.range,
      present.map((part) => when(absence(part), refuse(work, statement.range, ...verdict(part, status, message)))),
    );
    // What stood under the condition is no longer conditional.
    if (statement.otherwise.length === 0 && canUnwrap(editor, statement, functionAt(editor.module, statement.range))) unwrap(editor, statement);
    return;
  }
  const missing = partsOf(statement.test, 'or');
  if (missing.every(isAbsence)) {
    // `if (!secret) return true`: the same branch, refusing.
    const range = { start: statement.test.range.end, end: statement.otherwise.length > 0 ? statement.test.range.end : statement.range.end };
    closeBlock(work, { range, list: statement.then }, status, message);
    return;
  }
  decline('The condition asks for more than the presence of one value.');
}

/** `return !secret || verify()` becomes `return !!secret && verify()`; `secret ? verify() : true` likewise. */
function closeReturn({ editor }: OpenCheck, value: Expr): void {
  const { present: isThere } = editor.idioms;
  const parts = partsOf(value, 'or');
  const present = parts.filter(isAbsence).map((part) => presence(part));
  const rest = parts.filter((part) => !isAbsence(part)).map((part) => quotePart(part));
  if (present.length > 0 && rest.length > 0) editor.replace(value.range, and(isThere(present.reduce(and)), rest.reduce(or)));
  else if (value.kind === 'conditional' && isPresence(value.test)) editor.replace(value.range, and(isThere(presence(value.test)), quotePart(value.then)));
  else if (value.kind === 'conditional' && isAbsence(value.test)) editor.replace(value.range, and(isThere(presence(value.test)), quotePart(value.otherwise)));
  else decline('The condition asks for more than the presence of one value.');
}

/** `const unsigned = !signature; if (unsigned)`: what the name says of the value is not seen from here. */
function standsForTest(editor: FileEditor, tested: Expr): boolean {
  return [...partsOf(tested, 'and'), ...partsOf(tested, 'or')].some((part) => {
    const named = part.kind === 'unary' && part.op === 'not' ? part.operand : part;
    const value = named.kind === 'name' && named.binding !== null ? editor.module.bindings[named.binding]?.value : null;
    return value?.kind === 'unary' || value?.kind === 'binary';
  });
}

/** A value taken for true when it is there: `secret`, `req.headers.x`, `sig is not None`. */
function isPresence(expr: Expr): boolean {
  if (expr.kind === 'name' || expr.kind === 'member' || expr.kind === 'index') return true;
  if (expr.kind === 'call')
    return /^(?:get|has|header|getenv|Boolean|bool)$/.test(
      expr.callee.kind === 'member' ? expr.callee.property : expr.callee.kind === 'name' ? expr.callee.name : '',
    );
  if (expr.kind === 'unary' && expr.op === 'not') return isAbsence(expr.operand);
  return expr.kind === 'binary' && (expr.op === 'in' || (expr.op === '!=' && isNothing(expr.right)) || (expr.op === '==' && isTypeTest(expr)));
}

/** `typeof signature === 'string'` */
function isTypeTest(expr: Extract<Expr, { kind: 'binary' }>): boolean {
  return expr.left.kind === 'unary' && expr.left.op === 'typeof' && expr.right.kind === 'literal' && expr.right.value === 'string';
}

function isAbsence(expr: Expr): boolean {
  if (expr.kind === 'unary' && expr.op === 'not') return isPresence(expr.operand);
  return expr.kind === 'binary' && (expr.op === 'not in' || (expr.op === '==' && isNothing(expr.right)) || (expr.op === '!=' && isTypeTest(expr)));
}

function isNothing(expr: Expr): boolean {
  return (expr.kind === 'literal' && (expr.value === null || expr.value === '')) || (expr.kind === 'name' && expr.name === 'undefined');
}

/** True when the value is missing; an empty one is missing too. */
function absence(expr: Expr): Draft {
  if (expr.kind === 'binary' && (expr.op === 'in' || expr.op === 'not in')) return expr.op === 'in' ? not(quotePart(expr)) : quotePart(expr);
  if (expr.kind === 'binary')
    return expr.op === '==' && isTypeTest(expr) ? { kind: 'binary', op: '!=', left: quote(expr.left), right: quote(expr.right) } : not(quote(expr.left));
  if (expr.kind === 'unary' && expr.op === 'not') return quotePart(expr.operand);
  return not(quotePart(expr));
}

function presence(expr: Expr): Draft {
  if (expr.kind === 'binary' && (expr.op === 'in' || expr.op === 'not in')) return expr.op === 'not in' ? not(quotePart(expr)) : quotePart(expr);
  if (expr.kind === 'binary') return isTypeTest(expr) ? { kind: 'binary', op: '==', left: quote(expr.left), right: quote(expr.right) } : quote(expr.left);
  return expr.kind === 'unary' ? quotePart(expr.operand) : quotePart(expr);
}

/** A header is the sender's fault, a secret is ours. */
function verdict(expr: Expr, status: number, message: string): [number, string] {
  const words = JSON.stringify(expr).toLowerCase();
  if (/"(?:name|property)":"[^"]*(?:secret|key)/.test(words)) return [500, 'Webhook secret is not configured.'];
  if (/"(?:name|property)":"[^"]*(?:sig|header|hmac|digest)/.test(words)) return [401, 'Missing signature.'];
  return [status, message];
}
