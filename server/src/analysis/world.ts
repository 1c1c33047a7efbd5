/**
 * Everything a run reads that does not change while it runs: modules, control flow, rows, and what module-level names mean.
 *
 * Names are matched here, once: an import, an alias, an instance or a re-export all end in one canonical name, or in the
 * project's own function or class. Nothing is executed.
 */
import { type ControlFlow, controlFlowOf } from '../ir/control-flow.js';
import type { Binding, CallExpr, ClassNode, Expr, FunctionNode, Module, Range, Statement } from '../ir/model.js';
import { bodiesOf } from '../ir/parts.js';
import type { TextOperation } from '../knowledge/libraries/keeps-bytes.js';
import type { NumberOperation } from '../knowledge/libraries/keeps-numbers.js';
import type { CallRow, EffectName, MemberRow } from '../knowledge/rows.js';
import type { Declared } from './declared.js';
import type { Place } from './finding.js';
import { Interest } from './interest.js';
import type { Project } from './project.js';
import { nothingNoted, Reads } from './reads.js';
import { type Argument, bits, type Callable, type Instance, joinValues, unknown, type Value, value } from './value.js';

/** The rows a run looks up; `knowledge` provides them. */
export interface Rows {
  call(name: string): CallRow | undefined;
  anyReceiver(lastNames: string): CallRow | undefined;
  member(name: string): MemberRow | undefined;
  /** By convention; `receiver` is the last name of what the call is made on, in lower case. */
  effect(lastName: string, receiver: string): EffectName | undefined;
  /** Function names whose result is the argument in another form. */
  keepsBytes(lastName: string): boolean;
  /** Whether some row's name begins with this one. */
  begins(name: string): boolean;
  /** What such a function does to a text or to bytes, where that can be said. */
  textOperation(lastName: string): TextOperation | undefined;
  /** What such a function does to a number or a moment. */
  numberOperation(lastName: string): NumberOperation | undefined;
  /** What the user says of code that cannot be read; null without a configuration. */
  readonly declared: Declared | null;
  /** Folders whose exports are known without an import. */
  readonly autoImports: readonly { readonly root: string; readonly folders: readonly string[] }[];
}

export interface Frame {
  readonly path: string;
  readonly module: Module;
  readonly self: Value | null;
  /** Functions being run, innermost last, as `path#id`. */
  readonly stack: readonly string[];
  /** The calls that led here, outermost first. */
  readonly calls?: readonly Place[];
}

/** What was concluded, and from what. */
export interface Remembered<Conclusion> {
  readonly conclusion: Conclusion;
  readonly reads: Reads;
}

export type Reader = (expr: Expr, frame: Frame) => Value;

/** Control flow depends on the function alone, so it is kept as long as the function is. */
const flows = new WeakMap<FunctionNode, ControlFlow>();

export class World {
  private readonly moduleNumbers = new Map<string, number>();
  private readonly modulePaths: string[] = [];
  private readonly globals = new Map<number, Remembered<Value>>();
  private readonly inProgress = new Set<number>();
  private readonly gettersInProgress = new Set<FunctionNode>();
  private readonly fieldMemo = new Map<string, Remembered<Value | null>>();
  private readonly wholes = new Map<string, Remembered<Value>>();
  private readonly stars = new Map<string, Remembered<readonly string[]>>();
  private reads: Reads;
  private readonly exporters = new Map<string, Remembered<ReadonlyMap<string, string>>>();
  /** What calls were found to be, for this look only: tables of nodes that outlive it cost more in collecting than they save. */
  readonly rowsByLastNames = new Map<CallExpr, CallRow | null>();
  readonly receiverNames = new Map<CallExpr, string>();
  /** Imports that could not be found inside the project, by specifier; for coverage. */
  readonly external = new Set<string>();
  /** Members that calls have given to routers, by canonical name. */
  readonly defined = new Map<string, Value>();
  /** Reads an expression without a state; set by the reader to avoid a cycle of modules. */
  readStatically: Reader = () => unknown;
  readonly interest: Interest = new Interest(this);

  /** `takesNotes`: somebody keeps the conclusions and wants to know what they rest on. */
  constructor(
    readonly project: Project,
    readonly rows: Rows,
    private readonly takesNotes = false,
  ) {
    this.reads = this.newReads();
  }

  newReads(): Reads {
    return this.takesNotes ? new Reads() : nothingNoted;
  }

  flow(fn: FunctionNode): ControlFlow {
    let flow = flows.get(fn);
    if (flow === undefined) {
      flow = controlFlowOf(fn);
      flows.set(fn, flow);
    }
    return flow;
  }

  /** One number per binding of the whole project, as the key of an environment. */
  bindingKey(path: string, binding: number): number {
    let number = this.moduleNumbers.get(path);
    if (number === undefined) {
      number = this.moduleNumbers.size;
      this.moduleNumbers.set(path, number);
      this.modulePaths.push(path);
    }
    return number * 1_000_000 + binding;
  }

  /** Names of a module are seen by all its functions. */
  isModuleLevel(key: number): boolean {
    const path = this.modulePaths[Math.floor(key / 1_000_000)];
    return path !== undefined && this.project.module(path)?.bindings[key % 1_000_000]?.owner === 0;
  }

  functionAt(path: string, id: number): FunctionNode | undefined {
    const node = this.project.module(path)?.functions[id];
    if (node !== undefined) this.reads.function(path, node);
    return node;
  }

  classNode(path: string, id: number): ClassNode | undefined {
    const node = this.project.module(path)?.classes[id];
    if (node !== undefined) this.reads.class(path, node);
    return node;
  }

  bindingAt(path: string, id: number): Binding | undefined {
    const binding = this.project.module(path)?.bindings[id];
    if (binding !== undefined) this.reads.binding(path, binding);
    return binding;
  }

  /** The expression behind an export row of exactly this name. */
  exportedExpr(path: string, name: string): Expr | undefined {
    const found = this.project.module(path)?.exports.find((row) => row.name === name)?.value;
    this.reads.export(path, name, found);
    return found;
  }

  /** Takes note of everything that `conclude` looks at. */
  concluding<Conclusion>(conclude: () => Conclusion): Remembered<Conclusion> {
    const outer = this.reads;
    const reads = this.newReads();
    this.reads = reads;
    try {
      return { conclusion: conclude(), reads };
    } finally {
      this.reads = outer;
      outer.include(reads);
    }
  }

  /** A conclusion of this or an earlier look is used. */
  drawOn<Conclusion>({ conclusion, reads }: Remembered<Conclusion>): Conclusion {
    this.reads.include(reads);
    return conclusion;
  }

  /** What a name means when no run has given it a value: by its single assignment, wherever that stands. */
  meaning(path: string, bindingId: number): Value {
    const key = this.bindingKey(path, bindingId);
    const known = this.globals.get(key);
    if (known !== undefined) return this.drawOn(known);
    if (this.inProgress.has(key)) return unknown;
    const module = this.project.module(path);
    const found = this.concluding(() => {
      const binding = this.bindingAt(path, bindingId);
      if (module === undefined || binding === undefined) return unknown;
      this.inProgress.add(key);
      const meant = this.bindingMeaning(path, module, binding);
      this.inProgress.delete(key);
      return meant;
    });
    this.globals.set(key, found);
    return found.conclusion;
  }

  private bindingMeaning(path: string, module: Module, binding: Binding): Value {
    if (binding.functionId !== null) return this.functionValue(path, module, binding.functionId);
    if (binding.classId !== null) return value({ classRef: { path, classId: binding.classId, fields: null }, truth: 4 });
    if (binding.kind === 'parameter') {
      const owner = this.functionAt(path, binding.owner);
      if (owner?.classId !== null && owner?.classId !== undefined && !owner.isStatic && binding.name === 'self')
        return value({ instance: { path, classId: owner.classId, fields: null }, truth: 4 });
      const typed = this.parameterType(path, module, binding);
      return typed ?? unknown;
    }
    if (binding.value === null) return unknown;
    const held = this.readStatically(binding.value, { path, module, self: null, stack: [] });
    return held.setting && this.isRefusedAtStart(path, binding.id) ? { ...held, truth: 4 } : held;
  }

  /** A named function; a decorated one is what its decorators make of it, which only a run can tell, so the bare one. */
  private functionValue(path: string, _module: Module, functionId: number): Value {
    return value({ callable: { path, functionId, captured: null, self: null, special: null }, truth: 4 });
  }

  private parameterType(path: string, module: Module, binding: Binding): Value | null {
    const fn = this.functionAt(path, binding.owner);
    const param = fn?.params.find((one) => one.pattern.kind === 'bind' && one.pattern.binding === binding.id);
    return param?.type ? this.instanceOfType(path, module, param.type) : null;
  }

  /** An object of the annotated type: an instance of a project class, or a name to look rows up by. */
  instanceOfType(path: string, module: Module, type: Expr): Value | null {
    const meant = this.readStatically(type, { path, module, self: null, stack: [] });
    if (meant.classRef) return value({ instance: meant.classRef, truth: 4 });
    if (meant.name === null) return null;
    const row = this.rows.member(meant.name);
    if (row) return value({ name: row.type ?? row.name, traits: bits(row.is), truth: 4 });
    // A type that is declared here, or nowhere, names nothing.
    if (type.kind === 'name' && type.binding === null) return null;
    return value({ name: `${meant.name}()`, truth: 4 });
  }

  /** What `module.imported` is, seen from `from`. */
  imported(from: string, specifier: string, imported: string | null): Value {
    const path = this.project.resolve(from, specifier);
    if (path === undefined) {
      if (imported !== null && imported !== 'default') {
        const submodule = this.project.resolve(from, specifier.endsWith('.') ? `${specifier}${imported}` : `${specifier}.${imported}`);
        if (submodule !== undefined) return this.namespace(submodule);
      }
      this.external.add(specifier);
      const row = imported === null ? undefined : this.rows.member(specifier);
      // `import { SECRET } from '$env/static/private'`: the module is the environment.
      if (row?.is?.includes('environment') && imported !== null)
        return value({
          name: `${specifier}.${imported}`,
          traits: bits(row.is),
          setting: { name: imported, fallback: null, at: { path: from, range: { start: 0, end: 0 } } },
        });
      return value({ name: imported === null || imported === 'default' ? specifier : `${specifier}.${imported}`, truth: 4 });
    }
    if (imported === null) return this.whole(path);
    const found = this.exported(path, imported, new Set());
    if (found !== null) return found;
    const submodule = this.project.resolve(from, specifier.endsWith('.') ? `${specifier}${imported}` : `${specifier}.${imported}`);
    if (submodule !== undefined && submodule !== path) return this.namespace(submodule);
    return unknown;
  }

  /** What a function of the project returns, where it returns in one place only. */
  returnedBy(of: Value): Value | null {
    const module = of.callable && this.project.module(of.callable.path);
    const fn = module?.functions[of.callable?.functionId ?? -1];
    if (!of.callable || !module || !fn) return null;
    const returned = returnsIn(fn.body);
    const only = returned[0];
    if (returned.length !== 1 || only?.kind !== 'return' || only.value === null) return null;
    return this.readStatically(only.value, { path: of.callable.path, module, self: of.callable.self, stack: [] });
  }

  /** A name that nothing declares, where the framework makes the exports of some folders known to every file. */
  autoImported(from: string, name: string): Value | null {
    for (const { root, folders } of this.rows.autoImports) {
      const at = `/${from}`.lastIndexOf(`/${root}/`);
      if (at < 0) continue;
      const path = this.exportersBelow(from.slice(0, at), from.slice(0, at + root.length + 1), folders).get(name);
      if (path !== undefined && path !== from) return this.exported(path, name, new Set());
    }
    return null;
  }

  private exportersBelow(top: string, base: string, folders: readonly string[]): ReadonlyMap<string, string> {
    const known = this.exporters.get(base);
    if (known !== undefined) return this.drawOn(known);
    const found = this.concluding(() => {
      const exporters = new Map<string, string>();
      for (const folder of folders)
        for (const path of this.project.filesIn?.(folder.startsWith('/') ? `${top}${top === '' ? folder.slice(1) : folder}` : `${base}${folder}`) ?? [])
          for (const name of this.exportedNames(path)) if (!exporters.has(name)) exporters.set(name, path);
      return exporters;
    });
    this.exporters.set(base, found);
    return found.conclusion;
  }

  /** Follows names and imports to the expression that says what a thing is. */
  definition(given: Expr, givenFrame: Frame): { readonly expr: Expr; readonly frame: Frame } {
    let expr = given;
    let frame = givenFrame;
    for (let guard = 0; guard < 8; guard += 1) {
      if (expr.kind === 'name' && expr.binding !== null) {
        const next = this.bindingAt(frame.path, expr.binding)?.value;
        if (!next) break;
        expr = next;
      } else if (expr.kind === 'module') {
        const imported = expr.imported ?? 'default';
        const path = this.project.resolve(frame.path, expr.module);
        const module = path === undefined ? undefined : this.project.module(path);
        const next = path === undefined ? undefined : (this.exportedExpr(path, imported) ?? this.importable(path, imported)?.value);
        if (path === undefined || !module || !next) break;
        expr = next;
        frame = { path, module, self: null, stack: [] };
      } else if (expr.kind === 'member') {
        const { property } = expr;
        const owner = this.definition(expr.object, frame);
        const entry = owner.expr.kind === 'record' ? owner.expr.entries.find((one) => one.key === property) : undefined;
        if (!entry) break;
        expr = entry.value;
        frame = owner.frame;
      } else break;
    }
    return { expr, frame };
  }

  private namespace(path: string): Value {
    return value({ name: `file:${path}`, truth: 4 });
  }

  /** A file imported whole: what `module.exports = ...` gives it, where that is one thing, else its names. */
  private whole(path: string): Value {
    const known = this.wholes.get(path);
    if (known !== undefined) return this.drawOn(known);
    const names = this.namespace(path);
    const own = this.exportedExpr(path, 'default');
    if (own === undefined || own.kind === 'record') return names;
    this.wholes.set(path, { conclusion: names, reads: this.newReads() }); // for files that import each other
    const found = this.concluding(() => {
      const held = this.exported(path, 'default', new Set()) ?? unknown;
      if (!held.callable && !held.classRef && !held.instance && (held.name === null || held.name.startsWith('file:'))) return names;
      const all = this.exportedNames(path);
      const beside = all.filter((name) => name !== '*').map((name) => [name, this.exported(path, name, new Set()) ?? unknown] as const);
      return all.length > 1 ? { ...held, fields: new Map(beside) } : held;
    });
    this.wholes.set(path, found);
    return found.conclusion;
  }

  /** An exported name of a project file; null when it has none of that name. */
  exported(path: string, name: string, seen: Set<string>): Value | null {
    const key = `${path}|${name}`;
    if (seen.has(key)) return null;
    seen.add(key);
    const module = this.project.module(path);
    if (module === undefined) return null;
    const frame: Frame = { path, module, self: null, stack: [] };
    const own = this.exportedExpr(path, name);
    if (own?.kind === 'module') return this.reExported(path, own.module, own.imported, seen);
    if (own !== undefined) return this.readStatically(own, frame);
    if (name !== 'default') {
      for (const specifier of this.wholeReExports(path)) {
        const target = this.project.resolve(path, specifier);
        const found = target === undefined ? null : this.exported(target, name, seen);
        if (found !== null) return found;
      }
      const whole = this.exportedExpr(path, 'default');
      const entry = whole?.kind === 'record' ? whole.entries.find((one) => one.key === name) : undefined;
      if (entry) return this.readStatically(entry.value, frame);
    }
    const binding = this.importable(path, name);
    return binding ? this.meaning(path, binding.id) : this.starred(path, name, seen);
  }

  private exportedNames(path: string): readonly string[] {
    const names = exportedNamesOf(this.project, path);
    this.reads.answer(`names ${path}`, names.join('\n'), (project) => exportedNamesOf(project, path).join('\n'));
    return names;
  }

  /** `export * from`. */
  private wholeReExports(path: string): readonly string[] {
    const specifiers = wholeReExportsOf(this.project, path);
    this.reads.answer(`* ${path}`, specifiers.join('\n'), (project) => wholeReExportsOf(project, path).join('\n'));
    return specifiers;
  }

  /** A name of the module's top level, where a language exports all of them. */
  private importable(path: string, name: string): Binding | undefined {
    const id = importableIn(this.project, path, name);
    this.reads.answer(`top ${path} ${name}`, id, (project) => importableIn(project, path, name));
    return id === undefined ? undefined : this.bindingAt(path, id);
  }

  /** `if (!SECRET) throw ...` at module level: nothing runs without it. */
  private isRefusedAtStart(path: string, binding: number): boolean {
    const isRefused = isRefusedIn(this.project.module(path)?.functions[0]?.body ?? [], binding);
    this.reads.answer(`refused ${path} ${binding}`, isRefused, (project) => isRefusedIn(project.module(path)?.functions[0]?.body ?? [], binding));
    return isRefused;
  }

  /** A name that nothing in the file declares: `from flask import *`, `from .checks import *`. */
  undeclared(path: string, name: string): Value | null {
    return this.starsOf(path).length === 0 ? null : this.starred(path, name, new Set([`${path}|${name}`]));
  }

  private starred(path: string, name: string, seen: Set<string>): Value | null {
    for (const specifier of this.starsOf(path)) {
      const target = this.project.resolve(path, specifier);
      if (target === undefined ? this.rows.begins(`${specifier}.${name}`) : this.exported(target, name, seen) !== null)
        return this.imported(path, specifier, name);
    }
    return null;
  }

  /** The modules that a file imports everything of. */
  private starsOf(path: string): readonly string[] {
    let known = this.stars.get(path);
    if (known === undefined) {
      known = this.concluding(() => {
        const found = starsIn(this.project, path);
        this.reads.answer(`stars ${path}`, found.join('\n'), (project) => starsIn(project, path).join('\n'));
        return found;
      });
      this.stars.set(path, known);
    }
    return this.drawOn(known);
  }

  private reExported(path: string, specifier: string, imported: string | null, seen: Set<string>): Value {
    const target = this.project.resolve(path, specifier);
    if (target === undefined || imported === null) return this.imported(path, specifier, imported);
    return this.exported(target, imported, seen) ?? unknown;
  }

  classAt(ref: Instance): ClassNode | undefined {
    return this.classNode(ref.path, ref.classId);
  }

  /** A member of an object of a project class: a method, or what its field was given. Bases are looked at too. */
  instanceMember(instance: Instance, self: Value, property: string, depth = 4): Value | null {
    const given = instance.fields?.get(property);
    if (given) return given;
    const module = this.project.module(instance.path);
    const node = this.classAt(instance);
    if (module === undefined || node === undefined) return null;
    for (const id of node.methods) {
      const fn = this.functionAt(instance.path, id);
      if (fn?.name !== property || fn.form === 'constructor' || fn.form === 'setter') continue;
      if (fn.form === 'getter') return this.gotten(instance.path, module, fn, self);
      const callable: Callable = { path: instance.path, functionId: id, captured: null, self: fn.isStatic ? null : self, special: null };
      return value({ callable, truth: 4 });
    }
    const memo = `${instance.path}#${instance.classId}.${property}`;
    let known = this.fieldMemo.get(memo);
    if (known === undefined) {
      this.fieldMemo.set(memo, { conclusion: null, reads: this.newReads() });
      known = this.concluding(
        () =>
          this.fieldMeaning(instance.path, module, node, property) ?? (depth > 0 ? this.inherited(instance.path, module, node, self, property, depth) : null),
      );
      this.fieldMemo.set(memo, known);
    }
    return boundTo(self, this.drawOn(known), instance.path, module, node);
  }

  /** What a construction gives the fields of its object through the constructor's parameters; null where nothing can be told. */
  fieldsGiven(ref: Instance, args: readonly Argument[]): ReadonlyMap<string, Value> | null {
    const module = this.project.module(ref.path);
    const node = this.classAt(ref);
    if (args.length === 0 || !module || !node) return null;
    const fields = new Map<string, Value>();
    for (const { property, parameter, name, isRefused } of fieldsFromParameters(module, node)) {
      const given = (args.find((one) => one.name === name) ?? args.filter((one) => one.name === null && !one.spread)[parameter])?.value;
      if (given && given !== unknown) fields.set(property, isRefused && given.setting ? { ...given, truth: 4 } : given);
    }
    return fields.size > 0 ? fields : null;
  }

  /** What a getter that does nothing but return gives. */
  gotten(path: string, module: Module, fn: FunctionNode, self: Value | null): Value {
    const [only, ...others] = fn.body.filter((statement) => !isText(statement));
    if (only?.kind !== 'return' || only.value === null || others.length > 0 || this.gettersInProgress.has(fn)) return unknown;
    this.gettersInProgress.add(fn); // `get name() { return this.name }`
    const found = this.readStatically(only.value, { path, module, self, stack: [] });
    this.gettersInProgress.delete(fn);
    return found;
  }

  private inherited(path: string, module: Module, node: ClassNode, self: Value, property: string, depth: number): Value | null {
    for (const base of node.bases) {
      const meant = this.readStatically(base, { path, module, self: null, stack: [] });
      if (meant.classRef) {
        const found = this.instanceMember(meant.classRef, self, property, depth - 1);
        if (found) return found;
      } else if (meant.name) {
        const name = `${meant.name}().${property}`;
        const row = this.rows.member(name);
        return value({ name: row?.type ?? name, traits: bits(row?.is) });
      }
    }
    return null;
  }

  private fieldMeaning(path: string, module: Module, node: ClassNode, property: string): Value | null {
    const frame: Frame = { path, module, self: null, stack: [] };
    let found: Value | null = null;
    for (const field of node.fields) {
      if (field.name !== property) continue;
      if (field.value) found = this.readStatically(field.value, frame);
      else if (field.type) found = this.instanceOfType(path, module, field.type);
    }
    for (const id of node.methods) {
      const fn = this.functionAt(path, id);
      if (!fn) continue;
      for (const assigned of assignedToSelf(fn, property)) {
        const one = this.readStatically(assigned, frame);
        if (one === unknown) continue;
        found = found === null || found === unknown ? one : joinValues(found, one);
      }
    }
    return found;
  }
}

/** `receive = async (req) => ...` as a field: its `this` is the object, whichever that is. */
function boundTo(self: Value, field: Value | null, path: string, module: Module, node: ClassNode): Value | null {
  if (!field?.callable || field.callable.self !== null || field.callable.path !== path) return field;
  const fn = module.functions[field.callable.functionId];
  if (!fn || fn.range.start < node.range.start || fn.range.end > node.range.end) return field;
  return { ...field, callable: { ...field.callable, self } };
}

const stars = new WeakMap<Module, readonly string[]>();

function starsIn(project: Project, path: string): readonly string[] {
  const module = project.module(path);
  let found = module && stars.get(module);
  if (module && found === undefined) {
    found = (module.functions[0]?.body ?? []).flatMap((statement) =>
      statement.kind === 'opaque' && statement.syntax === 'star-import' ? statement.parts.flatMap((part) => (part.kind === 'module' ? [part.module] : [])) : [],
    );
    stars.set(module, found);
  }
  return found ?? [];
}

/** A text that stands by itself: what documents a function. */
function isText(statement: Statement): boolean {
  return statement.kind === 'evaluate' && statement.expr.kind === 'literal';
}

function returnsIn(body: readonly Statement[]): Statement[] {
  return body.flatMap((statement) => (statement.kind === 'return' ? [statement] : bodiesOf(statement).flatMap(returnsIn)));
}

function exportedNamesOf(project: Project, path: string): string[] {
  return (project.module(path)?.exports ?? []).map(({ name }) => name);
}

function wholeReExportsOf(project: Project, path: string): string[] {
  return (project.module(path)?.exports ?? []).flatMap(({ name, value: of }) => (name === '*' && of.kind === 'module' ? [of.module] : []));
}

function importableIn(project: Project, path: string, name: string): number | undefined {
  const module = project.module(path);
  return module?.exports.length === 0 ? module.bindings.find((one) => one.owner === 0 && one.name === name)?.id : undefined;
}

/** `if (!SECRET) throw ...` among these statements. */
function isRefusedIn(body: readonly Statement[], binding: number): boolean {
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

interface FieldFromParameter {
  readonly property: string;
  readonly parameter: number;
  readonly name: string;
  /** The constructor throws where it is missing. */
  readonly isRefused: boolean;
}

const fromParameters = new WeakMap<ClassNode, readonly FieldFromParameter[]>();

/** Parameter properties, and `this.x = x` at the top of a constructor. */
function fieldsFromParameters(module: Module, node: ClassNode): readonly FieldFromParameter[] {
  const known = fromParameters.get(node);
  if (known) return known;
  const found: FieldFromParameter[] = [];
  const constructor = node.methods.map((id) => module.functions[id]).find((fn) => fn?.form === 'constructor' || fn?.name === '__init__');
  const params = (constructor?.params ?? []).filter((param, index) => index > 0 || constructor?.form === 'constructor' || param.pattern.kind !== 'bind');
  params.forEach((param, parameter) => {
    if (param.pattern.kind !== 'bind' || param.rest) return;
    const { name, binding } = param.pattern;
    const isRefused = binding !== null && isRefusedIn(constructor?.body ?? [], binding);
    if (node.fields.some((field) => field.name === name && field.range.start >= param.range.start && field.range.end <= param.range.end))
      found.push({ property: name, parameter, name, isRefused });
    for (const statement of constructor?.body ?? []) {
      if (statement.kind !== 'assign' || statement.target.kind !== 'place' || statement.target.expr.kind !== 'member') continue;
      if (statement.value?.kind === 'name' && statement.value.binding === binding && binding !== null)
        found.push({ property: statement.target.expr.property, parameter, name, isRefused });
    }
  });
  fromParameters.set(node, found);
  return found;
}

/** The expressions a method gives to `this.property` (or `self.property`) at its top level. */
function assignedToSelf(fn: FunctionNode, property: string): Expr[] {
  const self = fn.params[0]?.pattern.kind === 'bind' ? fn.params[0].pattern.name : null;
  const found: Expr[] = [];
  const visit = (body: readonly Statement[]): void => {
    for (const statement of body) {
      if (statement.kind === 'if') {
        visit(statement.then);
        visit(statement.otherwise);
      }
      if (statement.kind === 'try') visit(statement.body);
      if (statement.kind !== 'assign' || statement.value === null || statement.target.kind !== 'place') continue;
      const place = statement.target.expr;
      if (place.kind !== 'member' || place.property !== property) continue;
      if (place.object.kind === 'this' || (place.object.kind === 'name' && place.object.name === self && self === 'self')) found.push(statement.value);
    }
  };
  visit(fn.body);
  return found;
}

/** The place moves along with the node, see reads.ts: keep ranges of the neutral form as they are, don't copy their numbers. */
export function placeOf(frame: Frame, range: Range): Place {
  return { path: frame.path, range };
}

/** A range between places of several nodes, which moves along with them. */
export function movingRange(start: () => number, end: () => number): Range {
  return {
    get start() {
      return start();
    },
    get end() {
      return end();
    },
  };
}
