/** What statements, expressions and patterns consist of, for everyone who walks the neutral form. The visitors make no lists. */
import type { Expr, Pattern, Statement } from './model.js';

type Bind = Extract<Pattern, { kind: 'bind' }>;

/** The names a pattern gives values to, outermost first. */
export function bindsOf(pattern: Pattern): Bind[] {
  const found: Bind[] = [];
  eachBind(pattern, (bind) => found.push(bind));
  return found;
}

export function eachBind(pattern: Pattern, visit: (bind: Bind) => void): void {
  switch (pattern.kind) {
    case 'bind':
      visit(pattern);
      return;
    case 'place':
      return;
    case 'fields':
      for (const field of pattern.fields) eachBind(field.target, visit);
      if (pattern.rest) eachBind(pattern.rest, visit);
      return;
    case 'items':
      for (const item of pattern.items) if (item) eachBind(item, visit);
      if (pattern.rest) eachBind(pattern.rest, visit);
  }
}

/** The statement lists directly inside a statement, in order. */
export function eachBody(statement: Statement, visit: (body: Statement[]) => void): void {
  switch (statement.kind) {
    case 'if':
      visit(statement.then);
      visit(statement.otherwise);
      return;
    case 'loop':
      visit(statement.init);
      visit(statement.body);
      visit(statement.update);
      visit(statement.otherwise);
      return;
    case 'for-each':
      visit(statement.body);
      visit(statement.otherwise);
      return;
    case 'switch':
      for (const one of statement.cases) visit(one.body);
      return;
    case 'try':
      visit(statement.body);
      for (const handler of statement.handlers) visit(handler.body);
      visit(statement.otherwise);
      visit(statement.finally);
      return;
    case 'with':
    case 'block':
      visit(statement.body);
  }
}

export function bodiesOf(statement: Statement): Statement[][] {
  const found: Statement[][] = [];
  eachBody(statement, (body) => found.push(body));
  return found;
}

/** The expressions a statement itself evaluates, without those of statements inside it. */
export function eachExpr(statement: Statement, visit: (expr: Expr) => void): void {
  switch (statement.kind) {
    case 'evaluate':
      visit(statement.expr);
      return;
    case 'assign':
      if (statement.value) visit(statement.value);
      return;
    case 'if':
      visit(statement.test);
      return;
    case 'loop':
      if (statement.test) visit(statement.test);
      return;
    case 'for-each':
      visit(statement.source);
      return;
    case 'switch':
      visit(statement.subject);
      for (const one of statement.cases) {
        for (const test of one.tests) visit(test);
        if (one.guard) visit(one.guard);
      }
      return;
    case 'try':
      for (const handler of statement.handlers) for (const type of handler.types) visit(type);
      return;
    case 'with':
      for (const item of statement.items) visit(item.expr);
      return;
    case 'return':
    case 'raise':
      if (statement.value) visit(statement.value);
      return;
    case 'assert':
      visit(statement.test);
      if (statement.message) visit(statement.message);
      return;
    case 'opaque':
      for (const part of statement.parts) visit(part);
  }
}

export function exprsOf(statement: Statement): Expr[] {
  const found: Expr[] = [];
  eachExpr(statement, (expr) => found.push(expr));
  return found;
}

/** The direct parts of an expression, in order of evaluation; bodies of functions are no parts. */
export function eachPart(expr: Expr, visit: (part: Expr) => void): void {
  switch (expr.kind) {
    case 'member':
      visit(expr.object);
      return;
    case 'index':
      visit(expr.object);
      visit(expr.index);
      return;
    case 'call':
      visit(expr.callee);
      for (const argument of expr.args) visit(argument.value);
      return;
    case 'binary':
    case 'logical':
      visit(expr.left);
      visit(expr.right);
      return;
    case 'unary':
    case 'spread':
    case 'await':
      visit(expr.operand);
      return;
    case 'conditional':
      visit(expr.test);
      visit(expr.then);
      visit(expr.otherwise);
      return;
    case 'text':
    case 'opaque':
      for (const part of expr.parts) visit(part);
      return;
    case 'record':
      for (const entry of expr.entries) {
        if (entry.computed) visit(entry.computed);
        visit(entry.value);
      }
      return;
    case 'list':
      for (const item of expr.items) visit(item);
      return;
    case 'assign':
      visit(expr.value);
      return;
    case 'each':
      visit(expr.source);
      for (const condition of expr.conditions) visit(condition);
      visit(expr.value);
  }
}

export function partsOf(expr: Expr): Expr[] {
  const found: Expr[] = [];
  eachPart(expr, (part) => found.push(part));
  return found;
}

/** The name that a callee ends in: `post` of `app.post`, `fetch`; empty where it has none. */
export function calledName(callee: Expr): string {
  return callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
}
