/** Walks the neutral form of a file. */

import type { CallExpr, Expr, FunctionNode, Module, Statement } from '../../ir/model.js';
import { eachBody, eachExpr, eachPart } from '../../ir/parts.js';

const expressionsOf = new WeakMap<FunctionNode, readonly Expr[]>();

/** Every expression of a function's own body, without those of functions inside it; callees before their calls. */
export function expressionsIn(fn: FunctionNode): readonly Expr[] {
  let found = expressionsOf.get(fn);
  if (found === undefined) {
    const all: Expr[] = [];
    const { ofBody, ofExpr } = collecting(all);
    for (const param of fn.params) if (param.fallback) ofExpr(param.fallback);
    ofBody(fn.body);
    expressionsOf.set(fn, all);
    found = all;
  }
  return found;
}

/** A question about a function that its own text answers: asked once as long as the function stays as it is. */
export function askedOnce<Answer>(ask: (fn: FunctionNode) => Answer): (fn: FunctionNode) => Answer {
  const answers = new WeakMap<FunctionNode, { readonly answer: Answer }>();
  return (fn) => {
    let known = answers.get(fn);
    if (known === undefined) {
      known = { answer: ask(fn) };
      answers.set(fn, known);
    }
    return known.answer;
  };
}

/** One visitor for a whole function: there are a thousand expressions in a file. */
function collecting(all: Expr[]): { readonly ofExpr: (expr: Expr) => void; readonly ofBody: (body: readonly Statement[]) => void } {
  const ofExpr = (expr: Expr): void => {
    all.push(expr);
    eachPart(expr, ofExpr);
  };
  const ofBody = (body: readonly Statement[]): void => {
    for (const statement of body) {
      eachExpr(statement, ofExpr);
      eachBody(statement, ofBody);
    }
  };
  return { ofExpr, ofBody };
}

const callsOf = new WeakMap<Module, CallExpr[]>();
const callsOfFunction = new WeakMap<FunctionNode, readonly CallExpr[]>();

export function callsInFunction(fn: FunctionNode): readonly CallExpr[] {
  let calls = callsOfFunction.get(fn);
  if (calls === undefined) {
    calls = expressionsIn(fn).filter((expr) => expr.kind === 'call');
    callsOfFunction.set(fn, calls);
  }
  return calls;
}

/** Every call of a file, in order of place. */
export function callsIn(module: Module): readonly CallExpr[] {
  let calls = callsOf.get(module);
  if (calls === undefined) {
    calls = [];
    for (const fn of module.functions) for (const call of callsInFunction(fn)) calls.push(call);
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
  collecting(all).ofExpr(root);
  return all;
}
