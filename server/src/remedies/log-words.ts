/** The loggers of a file, as far as its own code shows them: what they are called and what is handed to them. */
import type { CallExpr, Expr, Module } from '../ir/model.js';
import { partsOf } from '../ir/parts.js';
import { loggers, logMembers, printers } from '../knowledge/outlets.js';

const members = new Set(logMembers);
const printing = new Set([...printers, 'print_exc', 'captureException', 'capture_exception']);

/** The call writes to a log. */
export function isLogCall(expr: Expr): expr is CallExpr {
  if (expr.kind !== 'call') return false;
  const { callee } = expr;
  if (callee.kind === 'name') return printing.has(callee.name);
  return callee.kind === 'member' && (printing.has(callee.property) || (members.has(callee.property) && isLogger(callee.object)));
}

function isLogger(expr: Expr): boolean {
  const last = expr.kind === 'name' ? expr.name : expr.kind === 'member' ? expr.property : '';
  return soundsLikeLogger(last);
}

function soundsLikeLogger(word: string): boolean {
  return loggers.includes(word.toLowerCase()) || /(?:^|_)log(?:ger)?$|Log(?:ger)?$/.test(word);
}

/** What this file calls its logger; the language's own module of that name is none yet. */
export function loggerOf(module: Module): string | undefined {
  const isOwn = (value: Expr | null): boolean => !(value?.kind === 'module' && value.imported === null);
  return module.bindings.find(({ owner, name, kind, value }) => owner === 0 && kind === 'variable' && soundsLikeLogger(name) && isOwn(value))?.name;
}

/** One of these calls writes the exception to a log. */
export function logsException(calls: readonly Expr[], exception: string | null): boolean {
  return calls.some((one) => {
    if (!isLogCall(one)) return false;
    const last = one.callee.kind === 'member' ? one.callee.property : one.callee.kind === 'name' ? one.callee.name : '';
    if (/^(?:exception|print_exc|captureException|capture_exception)$/.test(last) || one.args.some(({ name }) => name === 'exc_info')) return true;
    return exception !== null && one.args.some(({ value }) => mentions(value, exception));
  });
}

function mentions(expr: Expr, local: string): boolean {
  return (expr.kind === 'name' && expr.name === local) || partsOf(expr).some((part) => mentions(part, local));
}
