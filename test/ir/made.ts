import type { Expr, FunctionNode, LiteralExpr, Module, NameExpr, Range, Statement } from '../../server/src/ir/model.js';

export const range: Range = { start: 0, end: 1 };

export function name(spelled: string): NameExpr {
  return { kind: 'name', name: spelled, binding: null, range };
}

export function literal(value: LiteralExpr['value']): LiteralExpr {
  return { kind: 'literal', value, range };
}

export function evaluate(expr: Expr): Statement {
  return { kind: 'evaluate', expr, range };
}

export function functionOf(id: number, body: Statement[], more: Partial<FunctionNode> = {}): FunctionNode {
  return {
    id,
    form: id === 0 ? 'module' : 'function',
    name: null,
    params: [],
    body,
    decorators: [],
    isAsync: false,
    isGenerator: false,
    owner: id === 0 ? null : 0,
    classId: null,
    isStatic: false,
    range,
    nameRange: range,
    bodyRange: range,
    isExpressionBody: false,
    ...more,
  };
}

export function moduleOf(body: Statement[], more: Partial<Module> = {}): Module {
  return { language: 'made', functions: [functionOf(0, body)], classes: [], bindings: [], exports: [], unreadable: [], comments: [], ...more };
}
