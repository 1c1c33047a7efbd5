/** Walks over the neutral form: expressions with what encloses them, inner functions included. */

import type { Expr, FunctionNode, Module, Range, Statement } from '../ir/model.js';
import { bodiesOf, exprsOf, partsOf } from '../ir/parts.js';

export interface Visited {
  readonly expr: Expr;
  /** Outermost first, without the expression itself. */
  readonly above: readonly Expr[];
  readonly statement: Statement | null;
  readonly fn: FunctionNode;
}

/** Every expression of a function and of the functions inside it. */
export function expressionsOf(module: Module, fn: FunctionNode): Visited[] {
  const found: Visited[] = [];
  const visitExpr = (expr: Expr, above: readonly Expr[], statement: Statement | null, owner: FunctionNode): void => {
    found.push({ expr, above, statement, fn: owner });
    if (expr.kind === 'function') {
      const inner = module.functions[expr.functionId];
      if (inner) visitFunction(inner);
      return;
    }
    for (const part of partsOf(expr)) visitExpr(part, [...above, expr], statement, owner);
  };
  const visitStatements = (statements: readonly Statement[], owner: FunctionNode): void => {
    for (const statement of statements) {
      if (statement.kind === 'assign' && statement.target.kind === 'place') visitExpr(statement.target.expr, [], statement, owner);
      for (const expr of exprsOf(statement)) visitExpr(expr, [], statement, owner);
      for (const body of bodiesOf(statement)) visitStatements(body, owner);
      if (statement.kind === 'define') {
        const inner = module.functions[statement.functionId];
        if (inner) visitFunction(inner);
      }
      if (statement.kind === 'define-class')
        for (const method of module.classes[statement.classId]?.methods ?? []) {
          const inner = module.functions[method];
          if (inner) visitFunction(inner);
        }
    }
  };
  const visited = new Set<number>();
  const visitFunction = (one: FunctionNode): void => {
    if (visited.has(one.id)) return;
    visited.add(one.id);
    for (const decorator of one.decorators) visitExpr(decorator, [], null, one);
    for (const param of one.params) if (param.fallback) visitExpr(param.fallback, [], null, one);
    visitStatements(one.body, one);
  };
  visitFunction(fn);
  return found;
}

/** The innermost function around a place. */
export function functionAt(module: Module, range: Range): FunctionNode {
  let found = module.functions[0] as FunctionNode;
  for (const fn of module.functions) {
    if (fn.form !== 'module' && fn.range.start <= range.start && range.end <= fn.range.end && fn.range.end - fn.range.start <= widthOf(found)) found = fn;
  }
  return found;
}

function widthOf(fn: FunctionNode): number {
  return fn.form === 'module' ? Number.POSITIVE_INFINITY : fn.range.end - fn.range.start;
}

/** The expression that has exactly this range; the outermost of several (an `await` and nothing else has another range). */
export function expressionAt(module: Module, range: Range): Visited | undefined {
  for (const visited of expressionsOf(module, functionAt(module, range))) {
    if (visited.expr.range.start === range.start && visited.expr.range.end === range.end) return visited;
  }
  for (const visited of expressionsOf(module, module.functions[0] as FunctionNode)) {
    if (visited.expr.range.start === range.start && visited.expr.range.end === range.end) return visited;
  }
  return undefined;
}

/** True when control cannot run off the end of these statements. */
export function leaves(statements: readonly Statement[]): boolean {
  const last = statements.at(-1);
  switch (last?.kind) {
    case 'return':
    case 'raise':
    case 'break':
    case 'continue':
      return true;
    case 'if':
      return leaves(last.then) && leaves(last.otherwise);
    case 'block':
    case 'with':
      return leaves(last.body);
    case 'try':
      return leaves(last.finally) || (leaves(last.body) && last.handlers.every((handler) => leaves(handler.body)));
    default:
      return false;
  }
}

/** Every statement of a function, those inside others after them; functions inside it keep theirs. */
export function statementsOf(body: readonly Statement[]): Statement[] {
  return body.flatMap((statement) => [statement, ...bodiesOf(statement).flatMap((inner) => statementsOf(inner))]);
}
