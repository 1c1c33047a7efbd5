/**
 * Binds names to what declares them, by lexical scope; one pass for every language.
 *
 * A language room says on each pattern whether it declares for the nearest block or the whole function; this pass fills
 * `module.bindings` and every `binding` field. Names that nothing declares keep `null` (globals, auto-imports).
 */
import type { Binding, BindingId, BindingKind, Expr, FunctionId, FunctionNode, Module, Pattern, Statement } from './model.js';

/** Fills `module.bindings` in place. Call it once, right after lowering. Never throws. */
export function bindNames(module: Module): void {
  module.bindings.length = 0;
  new Binder(module).bindFunction(0, null);
}

interface Scope {
  readonly parent: Scope | null;
  readonly functionId: FunctionId;
  /** True for the outermost scope of a function, where `function` declarations land. */
  readonly isFunctionScope: boolean;
  /** A class body's names are seen by the body only, not by the methods inside it. */
  readonly isClassBody: boolean;
  readonly names: Map<string, BindingId>;
}

class Binder {
  constructor(private readonly module: Module) {}

  bindFunction(id: FunctionId, parent: Scope | null): void {
    const fn = this.module.functions[id];
    if (fn === undefined) return;
    const outside = parent;
    if (outside) for (const decorator of fn.decorators) this.expr(decorator, outside);
    const scope = newScope(visibleFrom(parent, fn), id, true, fn.form === 'class-body');
    for (const param of fn.params) {
      this.declarePattern(param.pattern, scope, 'parameter');
      for (const decorator of param.decorators) this.expr(decorator, scope);
      if (param.type) this.expr(param.type, scope);
      if (param.fallback) this.expr(param.fallback, scope);
      this.patternExprs(param.pattern, scope);
      this.noteParameter(param.pattern);
    }
    this.declareHoisted(fn.body, scope);
    this.statements(fn.body, scope, false);
    if (fn.form === 'module') for (const row of this.module.exports) this.expr(row.value, scope);
  }

  /** Everything that lands in the function's scope wherever it stands: `var`, Python's assignments, and nothing of inner functions. */
  private declareHoisted(body: readonly Statement[], scope: Scope): void {
    for (const statement of body) {
      for (const pattern of patternsOf(statement)) this.declarePattern(pattern, scope, 'variable', 'function');
      if (statement.kind === 'define' && statement.declares === 'function') this.declare(statement.name, scope, 'function');
      if (statement.kind === 'define-class' && statement.declares === 'function') this.declare(statement.name, scope, 'class');
      for (const inner of bodiesOf(statement)) this.declareHoisted(inner, scope);
      for (const expr of exprsOf(statement)) this.declareAssigned(expr, scope);
    }
  }

  private declareAssigned(expr: Expr, scope: Scope): void {
    if (expr.kind === 'assign') this.declarePattern(expr.target, scope, 'variable', 'function');
    for (const part of partsOf(expr)) this.declareAssigned(part, scope);
  }

  private statements(body: readonly Statement[], outer: Scope, opensBlock = true): void {
    const scope = opensBlock ? newScope(outer, outer.functionId, false, false) : outer;
    for (const statement of body) {
      for (const pattern of patternsOf(statement)) {
        if (statement.kind === 'for-each' || statement.kind === 'with') continue;
        this.declarePattern(pattern, scope, 'variable', 'block');
      }
      if (statement.kind === 'define') {
        // A function's name is known in its whole block, before its line as well.
        statement.binding = this.declare(statement.name, statement.declares === 'function' ? functionScopeOf(scope) : scope, 'function');
        const binding = this.binding(statement.binding);
        binding.functionId = statement.functionId;
        binding.writes += 1;
      } else if (statement.kind === 'define-class') {
        statement.binding = this.declare(statement.name, statement.declares === 'function' ? functionScopeOf(scope) : scope, 'class');
        const binding = this.binding(statement.binding);
        binding.classId = statement.classId;
        binding.writes += 1;
      }
    }
    for (const statement of body) this.statement(statement, scope);
  }

  private statement(statement: Statement, scope: Scope): void {
    switch (statement.kind) {
      case 'assign':
        if (statement.value) this.expr(statement.value, scope);
        this.write(statement.target, statement.augmented ? null : statement.value, scope, statement.value !== null);
        return;
      case 'if':
        this.expr(statement.test, scope);
        this.statements(statement.then, scope);
        this.statements(statement.otherwise, scope);
        return;
      case 'loop': {
        const inner = newScope(scope, scope.functionId, false, false);
        this.statements(statement.init, inner, false);
        if (statement.test) this.expr(statement.test, inner);
        this.statements(statement.update, inner);
        this.statements(statement.body, inner);
        this.statements(statement.otherwise, inner);
        return;
      }
      case 'for-each': {
        this.expr(statement.source, scope);
        const inner = newScope(scope, scope.functionId, false, false);
        this.declarePattern(statement.target, inner, 'variable', 'block');
        this.write(statement.target, null, inner, true);
        this.statements(statement.body, inner);
        this.statements(statement.otherwise, inner);
        return;
      }
      case 'switch': {
        this.expr(statement.subject, scope);
        const inner = newScope(scope, scope.functionId, false, false);
        for (const one of statement.cases) {
          for (const test of one.tests) this.expr(test, inner);
          if (one.guard) this.expr(one.guard, inner);
          this.statements(one.body, inner, false);
        }
        return;
      }
      case 'try':
        this.statements(statement.body, scope);
        for (const handler of statement.handlers) {
          const inner = newScope(scope, scope.functionId, false, false);
          for (const type of handler.types) this.expr(type, inner);
          if (handler.target) {
            this.declarePattern(handler.target, inner, 'variable', 'block');
            this.write(handler.target, null, inner, true);
          }
          this.statements(handler.body, inner, false);
        }
        this.statements(statement.otherwise, scope);
        this.statements(statement.finally, scope);
        return;
      case 'with': {
        const inner = newScope(scope, scope.functionId, false, false);
        for (const item of statement.items) {
          this.expr(item.expr, scope);
          if (!item.target) continue;
          this.declarePattern(item.target, inner, 'variable', 'block');
          this.write(item.target, item.expr, inner, true);
        }
        this.statements(statement.body, inner, false);
        return;
      }
      case 'block':
        this.statements(statement.body, scope);
        return;
      case 'define':
        this.bindFunction(statement.functionId, scope);
        return;
      case 'define-class':
        this.bindClass(statement.classId, scope);
        return;
      default:
        for (const expr of exprsOf(statement)) this.expr(expr, scope);
    }
  }

  private bindClass(id: number, scope: Scope): void {
    const node = this.module.classes[id];
    if (node === undefined) return;
    for (const expr of [...node.decorators, ...node.bases]) this.expr(expr, scope);
    const body = newScope(scope, scope.functionId, false, true);
    for (const field of node.fields) {
      for (const decorator of field.decorators) this.expr(decorator, scope);
      if (field.type) this.expr(field.type, scope);
      if (field.value) this.expr(field.value, body);
      if (field.isStatic && field.value) {
        const binding = this.binding(this.declare(field.name, body, 'variable'));
        binding.writes += 1;
        binding.value = binding.writes === 1 ? field.value : null;
      }
    }
    for (const method of node.methods) {
      const fn = this.module.functions[method];
      if (fn?.name) {
        const binding = this.binding(this.declare(fn.name, body, 'function'));
        binding.functionId = method;
        binding.writes += 1;
      }
    }
    for (const method of node.methods) this.bindFunction(method, body);
  }

  private expr(expr: Expr, scope: Scope): void {
    switch (expr.kind) {
      case 'name':
        expr.binding = lookUp(expr.name, scope);
        return;
      case 'function':
        this.bindFunction(expr.functionId, scope);
        return;
      case 'class':
        this.bindClass(expr.classId, scope);
        return;
      case 'assign':
        this.expr(expr.value, scope);
        this.write(expr.target, expr.value, scope, true);
        return;
      case 'each': {
        this.expr(expr.source, scope);
        const inner = newScope(scope, scope.functionId, false, false);
        this.declarePattern(expr.target, inner, 'variable');
        this.write(expr.target, null, inner, true);
        for (const condition of expr.conditions) this.expr(condition, inner);
        this.expr(expr.value, inner);
        return;
      }
      default:
        for (const part of partsOf(expr)) this.expr(part, scope);
    }
  }

  /** Notes that `value` is given to the pattern's names; what is taken out of it becomes a member of it. */
  private write(pattern: Pattern, value: Expr | null, scope: Scope, counts: boolean): void {
    switch (pattern.kind) {
      case 'bind': {
        pattern.binding ??= lookUp(pattern.name, scope);
        if (pattern.binding === null || !counts) return;
        const binding = this.binding(pattern.binding);
        binding.writes += 1;
        binding.value = binding.writes === 1 && binding.kind === 'variable' ? value : null;
        return;
      }
      case 'place':
        this.expr(pattern.expr, scope);
        return;
      case 'fields':
        for (const field of pattern.fields) {
          if (field.fallback) this.expr(field.fallback, scope);
          const taken = value && field.key !== null ? memberOf(value, field.key, field.target) : null;
          this.write(field.target, field.fallback ? null : taken, scope, counts);
        }
        if (pattern.rest) this.write(pattern.rest, null, scope, counts);
        return;
      case 'items':
        for (const [index, item] of pattern.items.entries()) if (item) this.write(item, value ? itemOf(value, index, item) : null, scope, counts);
        if (pattern.rest) this.write(pattern.rest, null, scope, counts);
    }
  }

  private patternExprs(pattern: Pattern, scope: Scope): void {
    if (pattern.kind === 'fields') {
      for (const field of pattern.fields) {
        if (field.fallback) this.expr(field.fallback, scope);
        this.patternExprs(field.target, scope);
      }
    } else if (pattern.kind === 'items') for (const item of pattern.items) if (item) this.patternExprs(item, scope);
  }

  private noteParameter(pattern: Pattern): void {
    for (const bind of bindsOf(pattern)) if (bind.binding !== null) this.binding(bind.binding).writes += 1;
  }

  private declarePattern(pattern: Pattern, scope: Scope, kind: BindingKind, only?: 'block' | 'function'): void {
    for (const bind of bindsOf(pattern)) {
      if (kind !== 'parameter' && bind.declares === null) continue;
      if (only !== undefined && bind.declares !== only) continue;
      bind.binding = this.declare(bind.name, scope, kind);
    }
  }

  private declare(name: string, scope: Scope, kind: BindingKind): BindingId {
    const known = scope.names.get(name);
    if (known !== undefined) return known;
    const id = this.module.bindings.length;
    this.module.bindings.push({ id, name, kind, owner: scope.functionId, writes: 0, value: null, functionId: null, classId: null });
    scope.names.set(name, id);
    return id;
  }

  private binding(id: BindingId): Binding {
    return this.module.bindings[id] as Binding;
  }
}

function newScope(parent: Scope | null, functionId: FunctionId, isFunctionScope: boolean, isClassBody: boolean): Scope {
  return { parent, functionId, isFunctionScope, isClassBody, names: new Map() };
}

function functionScopeOf(scope: Scope): Scope {
  let at = scope;
  while (!at.isFunctionScope && at.parent) at = at.parent;
  return at;
}

function visibleFrom(scope: Scope | null, fn: FunctionNode): Scope | null {
  // A field's initialiser still sees the class body; a method does not.
  return scope?.isClassBody && fn.form !== 'class-body' ? scope.parent : scope;
}

function lookUp(name: string, scope: Scope | null): BindingId | null {
  for (let at = scope; at; at = at.parent) {
    const id = at.names.get(name);
    if (id !== undefined) return id;
  }
  return null;
}

function memberOf(value: Expr, key: string, target: Pattern): Expr {
  return { kind: 'member', object: value, property: key, optional: false, propertyRange: target.range, range: target.range };
}

function itemOf(value: Expr, index: number, target: Pattern): Expr {
  return { kind: 'index', object: value, index: { kind: 'literal', value: index, range: target.range }, optional: false, range: target.range };
}

type Bind = Extract<Pattern, { kind: 'bind' }>;

/** The names a pattern gives values to, outermost first. */
export function bindsOf(pattern: Pattern): Bind[] {
  switch (pattern.kind) {
    case 'bind':
      return [pattern];
    case 'place':
      return [];
    case 'fields':
      return [...pattern.fields.flatMap((field) => bindsOf(field.target)), ...(pattern.rest ? bindsOf(pattern.rest) : [])];
    case 'items':
      return [...pattern.items.flatMap((item) => (item ? bindsOf(item) : [])), ...(pattern.rest ? bindsOf(pattern.rest) : [])];
  }
}

/** The patterns a statement itself assigns, without those of statements inside it. */
function patternsOf(statement: Statement): Pattern[] {
  switch (statement.kind) {
    case 'assign':
    case 'for-each':
      return [statement.target];
    case 'with':
      return statement.items.flatMap((item) => (item.target ? [item.target] : []));
    case 'try':
      return statement.handlers.flatMap((handler) =>
        handler.target && bindsOf(handler.target).some((bind) => bind.declares === 'function') ? [handler.target] : [],
      );
    default:
      return [];
  }
}

/** The statement lists directly inside a statement. */
export function bodiesOf(statement: Statement): Statement[][] {
  switch (statement.kind) {
    case 'if':
      return [statement.then, statement.otherwise];
    case 'loop':
      return [statement.init, statement.body, statement.update, statement.otherwise];
    case 'for-each':
      return [statement.body, statement.otherwise];
    case 'switch':
      return statement.cases.map((one) => one.body);
    case 'try':
      return [statement.body, ...statement.handlers.map((handler) => handler.body), statement.otherwise, statement.finally];
    case 'with':
    case 'block':
      return [statement.body];
    default:
      return [];
  }
}

/** The expressions a statement itself evaluates, without those of statements inside it. */
export function exprsOf(statement: Statement): Expr[] {
  switch (statement.kind) {
    case 'evaluate':
      return [statement.expr];
    case 'assign':
      return statement.value ? [statement.value] : [];
    case 'if':
      return [statement.test];
    case 'loop':
      return statement.test ? [statement.test] : [];
    case 'for-each':
      return [statement.source];
    case 'switch':
      return [statement.subject, ...statement.cases.flatMap((one) => (one.guard ? [...one.tests, one.guard] : one.tests))];
    case 'try':
      return statement.handlers.flatMap((handler) => handler.types);
    case 'with':
      return statement.items.map((item) => item.expr);
    case 'return':
    case 'raise':
      return statement.value ? [statement.value] : [];
    case 'assert':
      return statement.message ? [statement.test, statement.message] : [statement.test];
    case 'opaque':
      return statement.parts;
    default:
      return [];
  }
}

/** The direct parts of an expression, in order of evaluation; bodies of functions are no parts. */
export function partsOf(expr: Expr): Expr[] {
  switch (expr.kind) {
    case 'member':
      return [expr.object];
    case 'index':
      return [expr.object, expr.index];
    case 'call':
      return [expr.callee, ...expr.args.map((argument) => argument.value)];
    case 'binary':
    case 'logical':
      return [expr.left, expr.right];
    case 'unary':
    case 'spread':
    case 'await':
      return [expr.operand];
    case 'conditional':
      return [expr.test, expr.then, expr.otherwise];
    case 'text':
    case 'opaque':
      return expr.parts;
    case 'record':
      return expr.entries.flatMap((entry) => (entry.computed ? [entry.computed, entry.value] : [entry.value]));
    case 'list':
      return expr.items;
    case 'assign':
      return [expr.value];
    case 'each':
      return [expr.source, ...expr.conditions, expr.value];
    default:
      return [];
  }
}
