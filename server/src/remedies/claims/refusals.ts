/** Answers that send the delivery back, so that the sender tries again: told by their status, never by what they say. */
import type { Expr, Statement } from '../../ir/model.js';
import { chainOf } from '../answers.js';

export function isRefusal(statement: Statement): boolean {
  switch (statement.kind) {
    case 'return':
      return statement.value !== null && hasRefusingStatus(statement.value);
    case 'assign':
      return (
        statement.target.kind === 'place' &&
        statement.target.expr.kind === 'member' &&
        STATUS.test(statement.target.expr.property) &&
        isRefusing(statement.value)
      );
    case 'evaluate': {
      const expr = bare(statement.expr);
      if (expr.kind !== 'call') return false;
      const { root, words } = chainOf(expr);
      // `next(error)`
      if (root === 'next' && words.length === 0) return expr.args.length > 0;
      return root !== null && /^(?:res|response|reply)$/.test(root) && hasRefusingStatus(expr);
    }
    default:
      return false;
  }
}

const STATUS = /^(?:status|statusCode|status_code)$/;
const SETS_STATUS = /^(?:status|sendStatus|code|writeHead|abort)$/;
/** What takes the status behind what is said. */
const SAYS = /^(?:json|text|body|html|newResponse|make_response|Response)$/;

export function hasRefusingStatus(value: Expr): boolean {
  const expr = bare(value);
  switch (expr.kind) {
    case 'list':
      return expr.items.length > 1 && isRefusing(expr.items[1] ?? null);
    case 'record':
      return expr.entries.some((entry) => entry.key !== null && STATUS.test(entry.key) && isRefusing(entry.value));
    case 'member':
      return hasRefusingStatus(expr.object);
    case 'call': {
      const { root, words } = chainOf(expr.callee);
      const last = words.at(-1) ?? root ?? '';
      const [one, two] = expr.args;
      if (SETS_STATUS.test(last) && isRefusing(one?.value ?? null)) return true;
      if (SAYS.test(last) && two && (two.name === null ? isRefusing(two.value) || (two.value.kind === 'record' && hasRefusingStatus(two.value)) : false))
        return true;
      if (expr.args.some((argument) => argument.name !== null && STATUS.test(argument.name) && isRefusing(argument.value))) return true;
      return expr.callee.kind === 'member' && hasRefusingStatus(expr.callee.object);
    }
    default:
      return false;
  }
}

function isRefusing(value: Expr | null): boolean {
  return value?.kind === 'literal' && typeof value.value === 'number' && value.value >= 400 && value.value < 600;
}

function bare(expr: Expr): Expr {
  return expr.kind === 'await' || (expr.kind === 'unary' && expr.op === 'void') ? bare(expr.operand) : expr;
}
