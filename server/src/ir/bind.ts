/**
 * Binds names to what declares them, by lexical scope; one pass for every language.
 *
 * A language room says on each pattern whether it declares for the nearest block or the whole function; this pass fills
 * `module.bindings` and every `binding` field. Names that nothing declares keep `null` (globals, auto-imports).
 *
 * A module's top level may be given in parts (one a statement, say). A part that was lowered anew can then be bound again alone,
 * as long as what it declares and writes outside itself stays the same.
 */
import type { Binding, BindingId, BindingKind, ExportRow, Expr, FunctionId, FunctionNode, Module, Pattern, Statement } from './model.js';
import { bindsOf, eachBind, eachBody, eachExpr, eachPart } from './parts.js';

/** Some of the module's top-level statements, in order, and the export rows that come with them. */
export interface Part {
  readonly statements: readonly Statement[];
  readonly exports: readonly ExportRow[];
}

/** What binding one part gave. */
export interface BoundPart {
  /** The part's own bindings are `module.bindings` from here on, for its statements and for its export rows. */
  readonly inStatements: Slots;
  readonly inExports: Slots;
  readonly outside: Outside;
}

export interface BoundParts {
  readonly top: Scope;
  readonly parts: readonly BoundPart[];
}

interface Slots {
  first: BindingId;
  count: number;
}

/** What a part does to the names of the module. */
interface Outside {
  readonly declares: string[];
  readonly writes: Write[];
}

interface Write {
  readonly binding: BindingId;
  /** A function's or class's definition gives no value. */
  readonly isDefinition: boolean;
  readonly value: Expr | null;
}

/** Fills `module.bindings` in place, right after lowering. Together the parts are the module's whole top level, in order. Never throws. */
export function bindParts(module: Module, parts: readonly Part[]): BoundParts {
  module.bindings.length = 0;
  const binder = new Binder(module, newScope(null, 0, true, false));
  const bound = parts.map(
    (): BoundPart => ({ inStatements: { first: 0, count: 0 }, inExports: { first: 0, count: 0 }, outside: { declares: [], writes: [] } }),
  );
  const each = (action: (part: Part, of: BoundPart) => void): void => {
    for (let index = 0; index < parts.length; index += 1) {
      const of = bound[index] as BoundPart;
      binder.outside = of.outside;
      action(parts[index] as Part, of);
    }
  };
  const counted = (slots: Slots, action: () => void): void => {
    slots.first = module.bindings.length;
    action();
    slots.count = module.bindings.length - slots.first;
  };
  each(({ statements }) => binder.declareTop(statements));
  each(({ statements }) => binder.defineTop(statements));
  each(({ statements }, of) => counted(of.inStatements, () => binder.bindTop(statements)));
  each(({ exports }, of) => counted(of.inExports, () => binder.bindExports(exports)));
  return { top: binder.top, parts: bound };
}

/**
 * Binds one part that was lowered anew in place of another, with the same functions and classes. False when the part now means
 * something else to the rest of the module, or has other names: everything must be lowered and bound again then.
 */
export function bindPartAgain(module: Module, { top, parts }: BoundParts, index: number, part: Part): boolean {
  const before = parts[index];
  if (before === undefined) return false;
  const outside: Outside = { declares: [], writes: [] };
  const binder = new Binder(module, top);
  const names = top.names.size;
  binder.outside = outside;
  binder.isAgain = true;
  const fits = (slots: Slots, action: () => void): boolean => {
    binder.next = slots.first;
    binder.end = slots.first + slots.count;
    action();
    return binder.next === binder.end;
  };
  binder.next = binder.end = 0;
  binder.declareTop(part.statements);
  binder.defineTop(part.statements);
  if (binder.next > 0 || top.names.size !== names) return false;
  if (!fits(before.inStatements, () => binder.bindTop(part.statements)) || !fits(before.inExports, () => binder.bindExports(part.exports))) return false;
  if (!isSameOutside(before.outside, outside)) return false;
  for (const { binding, isDefinition, value } of outside.writes) {
    const of = module.bindings[binding];
    if (of !== undefined && !isDefinition) of.value = of.writes === 1 && of.kind === 'variable' ? value : null;
  }
  before.outside.writes.splice(0, before.outside.writes.length, ...outside.writes);
  return true;
}

function isSameOutside(before: Outside, now: Outside): boolean {
  return (
    before.declares.length === now.declares.length &&
    before.writes.length === now.writes.length &&
    before.declares.every((name, index) => name === now.declares[index]) &&
    before.writes.every(({ binding, isDefinition }, index) => binding === now.writes[index]?.binding && isDefinition === now.writes[index]?.isDefinition)
  );
}

export interface Scope {
  readonly parent: Scope | null;
  readonly functionId: FunctionId;
  /** True for the outermost scope of a function, where `function` declarations land. */
  readonly isFunctionScope: boolean;
  /** A class body's names are seen by the body only, not by the methods inside it. */
  readonly isClassBody: boolean;
  readonly names: Map<string, BindingId>;
}

class Binder {
  /** What the part at hand does to the module's own names. */
  outside: Outside = { declares: [], writes: [] };
  /** Set while one part is bound again: its names take the places of those it had, from `next` to `end`. */
  isAgain = false;
  next = 0;
  end = 0;

  constructor(
    private readonly module: Module,
    readonly top: Scope,
  ) {}

  declareTop(body: readonly Statement[]): void {
    this.declareHoisted(body, this.top);
  }

  defineTop(body: readonly Statement[]): void {
    this.declareIn(body, this.top);
  }

  bindTop(body: readonly Statement[]): void {
    for (const statement of body) this.statement(statement, this.top);
  }

  bindExports(rows: readonly ExportRow[]): void {
    for (const row of rows) this.expr(row.value, this.top);
  }

  bindFunction(id: FunctionId, parent: Scope | null): void {
    const fn = this.module.functions[id];
    if (fn === undefined) return;
    if (parent) for (const decorator of fn.decorators) this.expr(decorator, parent);
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
  }

  /** Everything that lands in the function's scope wherever it stands: `var`, Python's assignments, and nothing of inner functions. */
  private declareHoisted(body: readonly Statement[], scope: Scope): void {
    for (const statement of body) {
      this.declareTargets(statement, scope, 'function');
      if (statement.kind === 'define' && statement.declares === 'function') this.declare(statement.name, scope, 'function');
      if (statement.kind === 'define-class' && statement.declares === 'function') this.declare(statement.name, scope, 'class');
      eachBody(statement, (inner) => this.declareHoisted(inner, scope));
      eachExpr(statement, (expr) => this.declareAssigned(expr, scope));
    }
  }

  private declareAssigned(expr: Expr, scope: Scope): void {
    if (expr.kind === 'name' || expr.kind === 'literal') return;
    if (expr.kind === 'assign') this.declarePattern(expr.target, scope, 'variable', 'function');
    eachPart(expr, (part) => this.declareAssigned(part, scope));
  }

  /** The patterns a statement itself assigns, without those of statements inside it. */
  private declareTargets(statement: Statement, scope: Scope, only: 'block' | 'function'): void {
    switch (statement.kind) {
      case 'assign':
        this.declarePattern(statement.target, scope, 'variable', only);
        return;
      case 'for-each':
        if (only === 'function') this.declarePattern(statement.target, scope, 'variable', only);
        return;
      case 'with':
        if (only === 'function') for (const { target } of statement.items) if (target) this.declarePattern(target, scope, 'variable', only);
        return;
      case 'try':
        for (const { target } of statement.handlers)
          if (target && bindsOf(target).some((bind) => bind.declares === 'function')) this.declarePattern(target, scope, 'variable', only);
    }
  }

  private statements(body: readonly Statement[], outer: Scope, opensBlock = true): void {
    if (body.length === 0) return;
    const scope = opensBlock ? newScope(outer, outer.functionId, false, false) : outer;
    this.declareIn(body, scope);
    for (const statement of body) this.statement(statement, scope);
  }

  private declareIn(body: readonly Statement[], scope: Scope): void {
    for (const statement of body) {
      this.declareTargets(statement, scope, 'block');
      if (statement.kind === 'define') {
        // A function's name is known in its whole block, before its line as well.
        statement.binding = this.declare(statement.name, statement.declares === 'function' ? functionScopeOf(scope) : scope, 'function');
        const binding = this.writtenBinding(statement.binding, true, null);
        if (binding) binding.functionId = statement.functionId;
      } else if (statement.kind === 'define-class') {
        statement.binding = this.declare(statement.name, statement.declares === 'function' ? functionScopeOf(scope) : scope, 'class');
        const binding = this.writtenBinding(statement.binding, true, null);
        if (binding) binding.classId = statement.classId;
      }
    }
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
        eachExpr(statement, (expr) => this.expr(expr, scope));
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
      case 'literal':
        return;
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
        eachPart(expr, (part) => this.expr(part, scope));
    }
  }

  /** Notes that `value` is given to the pattern's names; what is taken out of it becomes a member of it. */
  private write(pattern: Pattern, value: Expr | null, scope: Scope, counts: boolean): void {
    switch (pattern.kind) {
      case 'bind': {
        pattern.binding ??= lookUp(pattern.name, scope);
        if (pattern.binding === null || !counts) return;
        const binding = this.writtenBinding(pattern.binding, false, value);
        if (binding) binding.value = binding.writes === 1 && binding.kind === 'variable' ? value : null;
        return;
      }
      case 'place':
        this.expr(pattern.expr, scope);
        return;
      case 'fields':
        for (const field of pattern.fields) {
          if (field.fallback) this.expr(field.fallback, scope);
          const taken = value && field.key !== null ? memberOf(value, field.key, field.target) : null;
          this.write(field.target, taken && field.fallback ? orElse(taken, field.fallback) : taken, scope, counts);
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
    eachBind(pattern, (bind) => {
      if (bind.binding !== null) this.binding(bind.binding).writes += 1;
    });
  }

  private declarePattern(pattern: Pattern, scope: Scope, kind: BindingKind, only?: 'block' | 'function'): void {
    eachBind(pattern, (bind) => {
      if (kind !== 'parameter' && bind.declares === null) return;
      if (only !== undefined && bind.declares !== only) return;
      bind.binding = this.declare(bind.name, scope, kind);
    });
  }

  private declare(name: string, scope: Scope, kind: BindingKind): BindingId {
    if (scope === this.top) this.outside.declares.push(`${kind} ${name}`);
    const known = scope.names.get(name);
    if (known !== undefined) return known;
    const id = this.isAgain ? this.next : this.module.bindings.length;
    scope.names.set(name, id);
    this.next += 1;
    // Beyond its end a part would overwrite another's; the count tells the caller that it no longer fits.
    if (!this.isAgain || id < this.end)
      this.module.bindings[id] = { id, name, kind, owner: scope.functionId, writes: 0, value: null, functionId: null, classId: null };
    return id;
  }

  /** Counts a write. The module's own names keep what they have while a part is bound again; null for them then. */
  private writtenBinding(id: BindingId, isDefinition: boolean, value: Expr | null): Binding | null {
    const binding = this.binding(id);
    if (binding.owner === 0 && this.isOfTop(binding)) {
      this.outside.writes.push({ binding: id, isDefinition, value });
      if (this.isAgain) return null;
    }
    binding.writes += 1;
    return binding;
  }

  private isOfTop({ id, name }: Binding): boolean {
    return this.top.names.get(name) === id;
  }

  private binding(id: BindingId): Binding {
    return this.module.bindings[id] ?? (lost as Binding);
  }
}

/** Stands in for the names of a part that turns out not to fit. */
const lost: Binding = { id: 0, name: '', kind: 'variable', owner: -1, writes: 0, value: null, functionId: null, classId: null };

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

/** `{ a = b }` of something: its `a`, or `b` where it has none. */
function orElse(taken: Expr, fallback: Expr): Expr {
  return { kind: 'logical', op: 'nullish', left: taken, right: fallback, range: fallback.range };
}

function memberOf(value: Expr, key: string, target: Pattern): Expr {
  return { kind: 'member', object: value, property: key, optional: false, propertyRange: target.range, range: target.range };
}

function itemOf(value: Expr, index: number, target: Pattern): Expr {
  return { kind: 'index', object: value, index: { kind: 'literal', value: index, range: target.range }, optional: false, range: target.range };
}
