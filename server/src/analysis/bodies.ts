/** What can be read off a function's body without running it. */
import type { CallExpr, Expr, FunctionNode, Statement } from '../ir/model.js';
import { eachBody, eachExpr, eachPart } from '../ir/parts.js';
import { askedOnce } from './endpoints/walk.js';

/** What a function returns, where it returns in one place only. */
export function onlyReturn(fn: FunctionNode | undefined): Expr | null {
  return fn === undefined ? null : onlyReturned(fn);
}

const onlyReturned = askedOnce((fn): Expr | null => {
  let only: Expr | null = null;
  let count = 0;
  const visit = (body: readonly Statement[]): void => {
    for (const statement of body) {
      if (statement.kind === 'return') {
        only = statement.value;
        count += 1;
      } else eachBody(statement, visit);
    }
  };
  visit(fn.body);
  return count === 1 ? only : null;
});

/** `if (!SECRET) throw ...` among these statements. */
export function isRefusedIn(body: readonly Statement[], binding: number): boolean {
  const isAbout = (expr: Expr): boolean =>
    expr.kind === 'name'
      ? expr.binding === binding
      : expr.kind === 'unary'
        ? isAbout(expr.operand)
        : expr.kind === 'member'
          ? isAbout(expr.object)
          : expr.kind === 'logical' || expr.kind === 'binary'
            ? isAbout(expr.left) || isAbout(expr.right)
            : false;
  return body.some((statement) => {
    if (statement.kind !== 'if' || !isAbout(statement.test)) return false;
    const last = statement.then[statement.then.length - 1];
    return (
      last?.kind === 'raise' ||
      (last?.kind === 'evaluate' && last.expr.kind === 'call' && last.expr.callee.kind === 'member' && last.expr.callee.property === 'exit')
    );
  });
}

const awaitedCalls = new WeakMap<FunctionNode, Set<Expr>>();

/** Calls whose promise the function waits for, hands on or returns. */
export function isWaitedFor(call: CallExpr, fn: FunctionNode): boolean {
  let known = awaitedCalls.get(fn);
  if (!known) {
    known = new Set();
    const names = new Set<number>();
    collectAwaited(fn.body, known, names);
    // `const p = verify(); await p;`
    collectAssigned(fn.body, known, names);
    awaitedCalls.set(fn, known);
  }
  return known.has(call);
}

function collectAwaited(body: readonly Statement[], found: Set<Expr>, names: Set<number>): void {
  const waits = (expr: Expr): void => {
    found.add(expr);
    if (expr.kind === 'name' && expr.binding !== null) names.add(expr.binding);
    if (expr.kind === 'call') {
      for (const argument of expr.args) waits(argument.value);
      if (expr.callee.kind === 'member') waits(expr.callee.object);
    } else if (expr.kind === 'list') for (const item of expr.items) waits(item);
    else if (expr.kind === 'logical') {
      waits(expr.left);
      waits(expr.right);
    } else if (expr.kind === 'conditional') {
      waits(expr.then);
      waits(expr.otherwise);
    } else if (expr.kind === 'spread') waits(expr.operand);
  };
  const visit = (expr: Expr): void => {
    if (expr.kind === 'await') waits(expr.operand);
    if (expr.kind === 'opaque' && expr.syntax === 'yield') for (const part of expr.parts) waits(part);
    if (expr.kind === 'call' && expr.callee.kind === 'member' && /^(then|catch|finally)$/.test(expr.callee.property)) waits(expr.callee.object);
    if (expr.kind === 'call') for (const argument of expr.args) if (argument.value.kind === 'call') found.add(argument.value);
    eachPart(expr, visit);
  };
  for (const statement of body) {
    if (statement.kind === 'return' && statement.value) waits(statement.value);
    eachExpr(statement, visit);
    eachBody(statement, (inner) => collectAwaited(inner, found, names));
  }
}

function collectAssigned(body: readonly Statement[], found: Set<Expr>, names: ReadonlySet<number>): void {
  for (const statement of body) {
    if (
      statement.kind === 'assign' &&
      statement.value &&
      statement.target.kind === 'bind' &&
      statement.target.binding !== null &&
      names.has(statement.target.binding)
    )
      found.add(statement.value);
    eachBody(statement, (inner) => collectAssigned(inner, found, names));
  }
}
