/**
 * Everything a run reads that does not change while it runs: modules, control flow, rows, and what module-level names mean.
 *
 * Names are matched here, once: an import, an alias, an instance or a re-export all end in one canonical name, or in the
 * project's own function or class. Nothing is executed.
 */
import { type ControlFlow, controlFlowOf } from '../ir/control-flow.js';
import type { Binding, CallExpr, ClassNode, Expr, FunctionNode, Module, Range } from '../ir/model.js';
import type { TextOperation } from '../knowledge/libraries/keeps-bytes.js';
import type { NumberOperation } from '../knowledge/libraries/keeps-numbers.js';
import type { CallRow, CleanerRow, EffectName, MemberRow, ReferenceRow, SinkRow } from '../knowledge/rows.js';
import { isRefusedIn, onlyReturn } from './bodies.js';
import { Classes } from './classes.js';
import type { Meanings } from './conclusions.js';
import type { Declared } from './declared.js';
import type { Place } from './finding.js';
import { Imports } from './imports.js';
import { Interest } from './interest.js';
import type { Project } from './project.js';
import { nothingNoted, Reads } from './reads.js';
import { bits, changed, unknown, type Value, value } from './value.js';

/** The rows a run looks up; `knowledge` provides them. */
export interface Rows {
  call(name: string): CallRow | undefined;
  anyReceiver(lastNames: string): CallRow | undefined;
  member(name: string): MemberRow | undefined;
  /** By convention; `receiver` is the last name of what the call is made on, in lower case. */
  effect(lastName: string, receiver: string): EffectName | undefined;
  sinksNamed(name: string): readonly SinkRow[];
  /** By last name: they may be about other receivers. */
  sinksCalled(lastName: string): readonly SinkRow[];
  cleaner(name: string | null, lastName: string): CleanerRow | undefined;
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
  /** What a parameter of this name is, where nothing says so. */
  parameterNamed(name: string): string | undefined;
  /** How a member of this name calls what its first argument refers to. */
  reference(member: string): ReferenceRow | undefined;
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
  /** Nobody waits for what runs here: a thread, a task, what goes on after the answer. */
  readonly isBackground?: true;
}

/** What was concluded, and from what. */
export interface Remembered<Conclusion> {
  readonly conclusion: Conclusion;
  readonly reads: Reads;
}

export type Reader = (expr: Expr, frame: Frame) => Value;

/** The notes of a conclusion that is still being drawn. */
const unfinished: Reads = new Reads(false);

/** Control flow depends on the function alone, so it is kept as long as the function is. */
const flows = new WeakMap<FunctionNode, ControlFlow>();

export class World {
  private readonly moduleNumbers = new Map<string, number>();
  private readonly modulePaths: string[] = [];
  private readonly globals = new Map<number, Remembered<Value>>();
  private readonly topLevel = new Map<number, boolean>();
  private reads: Reads;
  /** What calls were found to be, for this look only: tables of nodes that outlive it cost more in collecting than they save. */
  readonly rowsByLastNames = new Map<CallExpr, CallRow | null>();
  readonly receiverNames = new Map<CallExpr, string>();
  /** Members that calls have given to routers, by canonical name. */
  readonly defined = new Map<string, Value>();
  /** Reads an expression without a state; set by the reader to avoid a cycle of modules. */
  readStatically: Reader = () => unknown;
  readonly imports: Imports = new Imports(this);
  readonly classes: Classes = new Classes(this);
  readonly interest: Interest = new Interest(this);

  /** Conclusions that were asked for while they were being drawn. */
  private circles = 0;

  /** With `meanings` somebody keeps the conclusions and wants to know what they rest on. */
  constructor(
    readonly project: Project,
    readonly rows: Rows,
    private readonly meanings: Meanings | null = null,
  ) {
    this.reads = this.newReads();
  }

  private newReads(): Reads {
    return this.meanings === null ? nothingNoted : new Reads();
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
    let isTop = this.topLevel.get(key);
    if (isTop === undefined) {
      const path = this.modulePaths[Math.floor(key / 1_000_000)];
      isTop = path !== undefined && this.project.module(path)?.bindings[key % 1_000_000]?.owner === 0;
      this.topLevel.set(key, isTop);
    }
    return isTop;
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

  /** Concludes once a key; `meanwhile` is the answer to a conclusion that asks for itself. */
  once<Key, Conclusion>(memo: Map<Key, Remembered<Conclusion>>, key: Key, meanwhile: Conclusion, conclude: () => Conclusion): Conclusion {
    const known = memo.get(key);
    if (known !== undefined) {
      if (known.reads === unfinished) this.circles += 1;
      this.reads.include(known.reads);
      return known.conclusion;
    }
    memo.set(key, { conclusion: meanwhile, reads: unfinished });
    const found = this.concluding(conclude);
    memo.set(key, found);
    return found.conclusion;
  }

  /** Anything else that is asked of a project's modules: `ask` must give the same primitive as long as nothing changed. */
  asked<Answer extends string | number | boolean | undefined>(key: string, ask: (project: Project) => Answer): Answer {
    const answer = ask(this.project);
    this.reads.answer(key, answer, ask);
    return answer;
  }

  /** What a name means when no run has given it a value: by its single assignment, wherever that stands. */
  meaning(path: string, bindingId: number): Value {
    const key = this.bindingKey(path, bindingId);
    const binding = this.meanings === null || this.globals.has(key) || this.defined.size > 0 ? undefined : this.project.module(path)?.bindings[bindingId];
    if (this.meanings === null || binding === undefined) return this.once(this.globals, key, unknown, () => this.meant(path, bindingId));
    const kept = this.meanings.of(binding, this.project);
    if (kept !== undefined) {
      this.globals.set(key, kept);
      this.reads.include(kept.reads);
      return kept.conclusion;
    }
    const circlesBefore = this.circles;
    const held = this.once(this.globals, key, unknown, () => this.meant(path, bindingId));
    const found = this.globals.get(key);
    // What was asked for on the way to itself depends on who asked first.
    if (found !== undefined && this.circles === circlesBefore && this.defined.size === 0) this.meanings.keep(binding, found);
    return held;
  }

  private meant(path: string, bindingId: number): Value {
    const module = this.project.module(path);
    const binding = this.bindingAt(path, bindingId);
    return module === undefined || binding === undefined ? unknown : this.bindingMeaning(path, module, binding);
  }

  private bindingMeaning(path: string, module: Module, binding: Binding): Value {
    // A decorated function is what its decorators make of it, which only a run can tell, so this is the bare one.
    if (binding.functionId !== null) return value({ callable: { path, functionId: binding.functionId, captured: null, self: null, special: null }, truth: 4 });
    if (binding.classId !== null) return value({ classRef: { path, classId: binding.classId, fields: null }, truth: 4 });
    if (binding.kind === 'parameter') {
      const owner = this.functionAt(path, binding.owner);
      if (owner?.classId !== null && owner?.classId !== undefined && !owner.isStatic && binding.name === 'self')
        return value({ instance: { path, classId: owner.classId, fields: null }, truth: 4 });
      const name = this.rows.parameterNamed(binding.name);
      return this.parameterType(path, module, binding) ?? (name === undefined ? unknown : value({ name, truth: 4 }));
    }
    if (binding.value === null) return unknown;
    const held = this.readStatically(binding.value, { path, module, self: null, stack: [] });
    return held.setting && this.isRefusedAtStart(path, binding.id) ? changed(held, { truth: 4 }) : held;
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

  /** What a function of the project returns, where it returns in one place only. */
  returnedBy(of: Value): Value | null {
    const { callable } = of;
    const module = callable && this.project.module(callable.path);
    const only = callable && onlyReturn(this.functionAt(callable.path, callable.functionId));
    return callable && module && only ? this.readStatically(only, { path: callable.path, module, self: callable.self, stack: [] }) : null;
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
        const next = path === undefined ? undefined : (this.exportedExpr(path, imported) ?? this.imports.importable(path, imported)?.value);
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

  /** `if (!SECRET) throw ...` at module level: nothing runs without it. */
  private isRefusedAtStart(path: string, binding: number): boolean {
    return this.asked(`refused ${path} ${binding}`, (project) => isRefusedIn(project.module(path)?.functions[0]?.body ?? [], binding));
  }
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
