/** What must hold of every module that a language room hands out. For tests: a question may trust what it is given. */

import type { Expr, FunctionNode, Module, Pattern, Range, Statement } from './model.js';
import { bodiesOf, exprsOf, partsOf } from './parts.js';

/** One line for each thing that is wrong; none when the module is sound. Never throws on the values of a module. */
export function validateModule(module: Module, textLength: number): string[] {
  const checks = new Checks(module, textLength);
  checks.module();
  return checks.problems;
}

/** Complete by type: a kind added to the model must be added here. */
const exprKinds: Record<Expr['kind'], true> = {
  literal: true,
  name: true,
  this: true,
  member: true,
  index: true,
  call: true,
  binary: true,
  logical: true,
  unary: true,
  conditional: true,
  text: true,
  record: true,
  list: true,
  spread: true,
  function: true,
  class: true,
  await: true,
  assign: true,
  each: true,
  module: true,
  opaque: true,
};
const statementKinds: Record<Statement['kind'], true> = {
  evaluate: true,
  assign: true,
  if: true,
  loop: true,
  'for-each': true,
  switch: true,
  try: true,
  with: true,
  return: true,
  raise: true,
  break: true,
  continue: true,
  block: true,
  define: true,
  'define-class': true,
  assert: true,
  opaque: true,
};
const patternKinds: Record<Pattern['kind'], true> = { bind: true, place: true, fields: true, items: true };

class Checks {
  readonly problems: string[] = [];
  private readonly functionPlaces = new Map<number, number>();
  private readonly classPlaces = new Map<number, number>();

  constructor(
    private readonly of: Module,
    private readonly textLength: number,
  ) {}

  module(): void {
    const { functions, classes, bindings, exports, unreadable, comments } = this.of;
    for (const [position, fn] of functions.entries()) this.function(fn, position);
    classes.forEach((node, position) => {
      if (node.id !== position) this.report(`class ${position} calls itself ${node.id}`);
      if (!functions[node.owner]) this.report(`class ${position} is in no function`);
      this.range(node.range, `class ${position}`);
      this.range(node.nameRange, `class ${position}'s name`);
      this.exprs([...node.bases, ...node.decorators], node.range);
      for (const field of node.fields) {
        this.range(field.range, `field ${field.name}`, node.range);
        this.exprs([...field.decorators, ...(field.value ? [field.value] : []), ...(field.type ? [field.type] : [])], field.range);
      }
      for (const method of node.methods) {
        this.placeFunction(method);
        if (functions[method]?.classId !== position) this.report(`function ${method} does not know that it is a method of class ${position}`);
      }
    });
    bindings.forEach((binding, position) => {
      if (binding.id !== position) this.report(`binding ${position} calls itself ${binding.id}`);
      if (!functions[binding.owner]) this.report(`binding ${binding.name} is in no function`);
      if (binding.functionId !== null && !functions[binding.functionId]) this.report(`binding ${binding.name} means no function`);
      if (binding.classId !== null && !classes[binding.classId]) this.report(`binding ${binding.name} means no class`);
    });
    for (const row of exports) this.expr(row.value, this.whole);
    for (const range of unreadable) this.range(range, 'an unreadable region');
    for (const comment of comments) {
      this.range(comment.range, 'a comment');
      if (comment.text.length !== comment.range.end - comment.range.start) this.report(`the comment ${comment.text} is not as long as its range`);
    }
    functions.forEach((fn, position) => {
      const places = this.functionPlaces.get(position) ?? 0;
      if (places !== (position === 0 ? 0 : 1)) this.report(`function ${fn.name ?? position} stands in ${places} places`);
    });
    classes.forEach((node, position) => {
      const places = this.classPlaces.get(position) ?? 0;
      if (places !== 1) this.report(`class ${node.name ?? position} stands in ${places} places`);
    });
    this.plain(this.of, 'module', 0);
  }

  private get whole(): Range {
    return { start: 0, end: this.textLength };
  }

  private function(fn: FunctionNode, position: number): void {
    const name = `function ${fn.name ?? position}`;
    if (fn.id !== position) this.report(`${name} calls itself ${fn.id}`);
    if ((fn.form === 'module') !== (position === 0)) this.report(`${name} is a ${fn.form}`);
    if (position === 0 ? fn.owner !== null : !this.reachesModule(fn)) this.report(`${name} is in no function of the module`);
    if (fn.classId !== null && !this.of.classes[fn.classId]) this.report(`${name} belongs to no class`);
    this.range(fn.range, name, this.whole);
    this.range(fn.nameRange, `${name}'s name`);
    this.range(fn.bodyRange, `${name}'s body`, fn.range);
    this.exprs(fn.decorators, fn.range);
    for (const param of fn.params) {
      this.range(param.range, `a parameter of ${name}`, fn.range);
      this.pattern(param.pattern, param.range);
      this.exprs([...param.decorators, ...(param.fallback ? [param.fallback] : []), ...(param.type ? [param.type] : [])], param.range);
    }
    this.statements(fn.body, fn.range);
  }

  private reachesModule(fn: FunctionNode): boolean {
    let owner = fn.owner;
    for (let steps = 0; owner !== null && owner !== 0 && steps <= this.of.functions.length; steps += 1) owner = this.of.functions[owner]?.owner ?? null;
    return owner === 0;
  }

  private statements(body: readonly Statement[], within: Range): void {
    for (const statement of body) {
      if (!statementKinds[statement.kind]) {
        this.report(`there is no statement '${statement.kind}'`);
        continue;
      }
      this.range(statement.range, statement.kind, within);
      this.exprs(exprsOf(statement), statement.range);
      for (const inner of bodiesOf(statement)) this.statements(inner, statement.range);
      this.ofStatement(statement);
    }
  }

  private ofStatement(statement: Statement): void {
    switch (statement.kind) {
      case 'assign':
      case 'for-each':
        this.pattern(statement.target, statement.range);
        return;
      case 'with':
        for (const item of statement.items) if (item.target) this.pattern(item.target, statement.range);
        return;
      case 'try':
        for (const handler of statement.handlers) {
          this.range(handler.range, 'a handler', statement.range);
          if (handler.target) this.pattern(handler.target, handler.range);
        }
        return;
      case 'switch':
        for (const one of statement.cases) this.range(one.range, 'a case', statement.range);
        return;
      case 'define':
        this.placeFunction(statement.functionId);
        this.binding(statement.name, statement.binding, true);
        return;
      case 'define-class':
        this.placeClass(statement.classId);
        this.binding(statement.name, statement.binding, true);
    }
  }

  private exprs(exprs: readonly Expr[], within: Range): void {
    for (const expr of exprs) this.expr(expr, within);
  }

  private expr(expr: Expr, within: Range): void {
    if (!exprKinds[expr.kind]) {
      this.report(`there is no expression '${expr.kind}'`);
      return;
    }
    this.range(expr.range, expr.kind, within);
    if (expr.kind === 'name') this.binding(expr.name, expr.binding, false);
    else if (expr.kind === 'function') this.placeFunction(expr.functionId);
    else if (expr.kind === 'class') this.placeClass(expr.classId);
    else if (expr.kind === 'assign' || expr.kind === 'each') this.pattern(expr.target, expr.range);
    else if (expr.kind === 'member') this.range(expr.propertyRange, `the property ${expr.property}`, expr.range);
    this.exprs(partsOf(expr), expr.range);
  }

  private pattern(pattern: Pattern, within: Range): void {
    if (!patternKinds[pattern.kind]) {
      this.report(`there is no pattern '${pattern.kind}'`);
      return;
    }
    this.range(pattern.range, pattern.kind, within);
    switch (pattern.kind) {
      case 'bind':
        this.binding(pattern.name, pattern.binding, pattern.declares !== null);
        return;
      case 'place':
        this.expr(pattern.expr, pattern.range);
        return;
      case 'fields':
        for (const field of pattern.fields) {
          this.pattern(field.target, pattern.range);
          if (field.fallback) this.expr(field.fallback, pattern.range);
        }
        break;
      case 'items':
        for (const item of pattern.items) if (item) this.pattern(item, pattern.range);
    }
    if (pattern.rest) this.pattern(pattern.rest, pattern.range);
  }

  private binding(name: string, id: number | null, isDeclared: boolean): void {
    if (id === null) {
      if (isDeclared) this.report(`${name} is declared but has no binding`);
      return;
    }
    const binding = this.of.bindings[id];
    if (!binding) this.report(`${name} means binding ${id}, which there is not`);
    else if (binding.name !== name) this.report(`${name} means the binding of ${binding.name}`);
  }

  private placeFunction(id: number): void {
    if (!this.of.functions[id]) this.report(`there is no function ${id}`);
    this.functionPlaces.set(id, (this.functionPlaces.get(id) ?? 0) + 1);
  }

  private placeClass(id: number): void {
    if (!this.of.classes[id]) this.report(`there is no class ${id}`);
    this.classPlaces.set(id, (this.classPlaces.get(id) ?? 0) + 1);
  }

  private range(range: Range, what: string, within: Range = this.whole): void {
    const { start, end } = range;
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > this.textLength)
      this.report(`${what} lies at ${start}-${end} of ${this.textLength}`);
    else if (start < within.start || end > within.end) this.report(`${what} at ${start}-${end} is outside of ${within.start}-${within.end}`);
  }

  /** Nothing that JSON would lose: `undefined`, infinities, functions, instances. */
  private plain(value: unknown, path: string, depth: number): void {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
    if (typeof value === 'number') {
      if (!Number.isFinite(value) || Object.is(value, -0)) this.report(`${path} is ${value}`);
    } else if (Array.isArray(value)) {
      if (Object.keys(value).length !== value.length) this.report(`${path} has holes`);
      for (let at = 0; at < value.length; at += 1) this.plain(value[at], path, depth + 1);
    } else if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      for (const [key, inner] of Object.entries(value)) this.plain(inner, depth < 3 ? `${path}.${key}` : path, depth + 1);
    } else this.report(`${path} holds ${typeof value}`);
  }

  private report(problem: string): void {
    this.problems.push(problem);
  }
}
