/** Walks the neutral form of a file. */
import { bodiesOf, exprsOf, partsOf } from '../../ir/bind.js';
import type { CallExpr, Expr, FunctionNode, Module, Statement } from '../../ir/model.js';

const expressionsOf = new WeakMap<FunctionNode, readonly Expr[]>();

/** Every expression of a function's own body, without those of functions inside it; callees before their calls. */
export function expressionsIn(fn: FunctionNode): readonly Expr[] {
  let found = expressionsOf.get(fn);
  if (found === undefined) {
    const all: Expr[] = [];
    for (const param of fn.params) if (param.fallback) collect(param.fallback, all);
    collectBody(fn.body, all);
    expressionsOf.set(fn, all);
    found = all;
  }
  return found;
}

function collectBody(body: readonly Statement[], all: Expr[]): void {
  for (const statement of body) {
    for (const expr of exprsOf(statement)) collect(expr, all);
    for (const inner of bodiesOf(statement)) collectBody(inner, all);
  }
}

function collect(root: Expr, all: Expr[]): void {
  const stack: Expr[] = [root];
  while (stack.length > 0) {
    const expr = stack.pop() as Expr;
    all.push(expr);
    const parts = partsOf(expr);
    for (let index = parts.length - 1; index >= 0; index -= 1) stack.push(parts[index] as Expr);
  }
}

const callsOf = new WeakMap<Module, CallExpr[]>();

/** Every call of a file, in order of place. */
export function callsIn(module: Module): readonly CallExpr[] {
  let calls = callsOf.get(module);
  if (calls === undefined) {
    calls = [];
    for (const fn of module.functions) for (const expr of expressionsIn(fn)) if (expr.kind === 'call') calls.push(expr);
    for (const row of module.exports) for (const expr of everything(row.value)) if (expr.kind === 'call') calls.push(expr);
    calls.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
    callsOf.set(module, calls);
  }
  return calls;
}

/** Functions inside a function, itself included. */
export function functionsWithin(module: Module, root: FunctionNode): FunctionNode[] {
  return module.functions.filter((fn) => fn === root || (fn.range.start >= root.range.start && fn.range.end <= root.range.end && fn.form !== 'module'));
}

function everything(root: Expr): Expr[] {
  const all: Expr[] = [];
  collect(root, all);
  return all;
}
