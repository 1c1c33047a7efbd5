/** The project's own classes: what a member of an object is, and what its construction gives it. */
import type { ClassNode, Expr, FunctionNode, Module, Statement } from '../ir/model.js';
import { isRefusedIn } from './bodies.js';
import { type Argument, bits, type Callable, changed, type Instance, joinValues, unknown, type Value, value } from './value.js';
import type { Frame, Remembered, World } from './world.js';

export class Classes {
  private readonly fields = new Map<string, Remembered<Value | null>>();
  private readonly gettersInProgress = new Set<FunctionNode>();

  constructor(private readonly world: World) {}

  at(ref: Instance): ClassNode | undefined {
    return this.world.classNode(ref.path, ref.classId);
  }

  /** A member of an object of a project class: a method, or what its field was given. Bases are looked at too. */
  member(instance: Instance, self: Value, property: string, depth = 4): Value | null {
    const given = instance.fields?.get(property);
    if (given) return given;
    const module = this.world.project.module(instance.path);
    const node = this.at(instance);
    if (module === undefined || node === undefined) return null;
    for (const id of node.methods) {
      const fn = this.world.functionAt(instance.path, id);
      if (fn?.name !== property || fn.form === 'constructor' || fn.form === 'setter') continue;
      if (fn.form === 'getter') return this.gotten(instance.path, module, fn, self);
      const callable: Callable = { path: instance.path, functionId: id, captured: null, self: fn.isStatic ? null : self, special: null };
      return value({ callable, truth: 4 });
    }
    const field = this.world.once(
      this.fields,
      `${instance.path}#${instance.classId}.${property}`,
      null,
      () => this.fieldMeaning(instance.path, module, node, property) ?? (depth > 0 ? this.inherited(instance.path, module, node, self, property, depth) : null),
    );
    return this.boundTo(self, field, instance.path, node);
  }

  /** `receive = async (req) => ...` as a field: its `this` is the object, whichever that is. */
  private boundTo(self: Value, field: Value | null, path: string, node: ClassNode): Value | null {
    if (!field?.callable || field.callable.self !== null || field.callable.path !== path) return field;
    const fn = this.world.functionAt(path, field.callable.functionId);
    if (!fn || fn.range.start < node.range.start || fn.range.end > node.range.end) return field;
    return changed(field, { callable: { ...field.callable, self } });
  }

  /** What a construction gives the fields of its object through the constructor's parameters; null where nothing can be told. */
  fieldsGiven(ref: Instance, args: readonly Argument[]): ReadonlyMap<string, Value> | null {
    const node = this.at(ref);
    if (args.length === 0 || !node) return null;
    const fields = new Map<string, Value>();
    for (const { property, parameter, name, isRefused } of fieldsFromParameters(this.world, ref.path, node)) {
      const given = (args.find((one) => one.name === name) ?? args.filter((one) => one.name === null && !one.spread)[parameter])?.value;
      if (given && given !== unknown) fields.set(property, isRefused && given.setting ? changed(given, { truth: 4 }) : given);
    }
    return fields.size > 0 ? fields : null;
  }

  /** What a getter that does nothing but return gives. */
  gotten(path: string, module: Module, fn: FunctionNode, self: Value | null): Value {
    const [only, ...others] = fn.body.filter((statement) => !isText(statement));
    if (only?.kind !== 'return' || only.value === null || others.length > 0 || this.gettersInProgress.has(fn)) return unknown;
    this.gettersInProgress.add(fn); // `get name() { return this.name }`
    const found = this.world.readStatically(only.value, { path, module, self, stack: [] });
    this.gettersInProgress.delete(fn);
    return found;
  }

  private inherited(path: string, module: Module, node: ClassNode, self: Value, property: string, depth: number): Value | null {
    for (const base of node.bases) {
      const meant = this.world.readStatically(base, { path, module, self: null, stack: [] });
      if (meant.classRef) {
        const found = this.member(meant.classRef, self, property, depth - 1);
        if (found) return found;
      } else if (meant.name) {
        const name = `${meant.name}().${property}`;
        const row = this.world.rows.member(name);
        return value({ name: row?.type ?? name, traits: bits(row?.is) });
      }
    }
    return null;
  }

  /** `@Inject(REQUEST) private readonly request`: what a decorator names, where that is known. */
  private injected(field: ClassNode['fields'][number], frame: Frame): Value | null {
    for (const decorator of field.decorators) {
      const token = decorator.kind === 'call' && decorator.args[0] ? this.world.readStatically(decorator.args[0].value, frame) : null;
      const row = token?.name ? this.world.rows.member(token.name) : undefined;
      if (row?.type) return value({ name: row.type, traits: bits(row.is), truth: 4 });
    }
    return null;
  }

  private fieldMeaning(path: string, module: Module, node: ClassNode, property: string): Value | null {
    const frame: Frame = { path, module, self: null, stack: [] };
    let found: Value | null = null;
    for (const field of node.fields) {
      if (field.name !== property) continue;
      if (field.value) found = this.world.readStatically(field.value, frame);
      else if (field.type) found = this.world.instanceOfType(path, module, field.type);
      if (found?.traits === 0 || found === null) found = this.injected(field, frame) ?? found;
    }
    for (const id of node.methods) {
      const fn = this.world.functionAt(path, id);
      if (!fn) continue;
      for (const assigned of assignedToSelf(fn, property)) {
        const one = this.world.readStatically(assigned, frame);
        if (one === unknown) continue;
        found = found === null || found === unknown ? one : joinValues(found, one);
      }
    }
    return found;
  }
}

/** A text that stands by itself: what documents a function. */
function isText(statement: Statement): boolean {
  return statement.kind === 'evaluate' && statement.expr.kind === 'literal';
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
function fieldsFromParameters(world: World, path: string, node: ClassNode): readonly FieldFromParameter[] {
  const known = fromParameters.get(node);
  if (known) return known;
  const found: FieldFromParameter[] = [];
  const constructor = node.methods.map((id) => world.functionAt(path, id)).find((fn) => fn?.form === 'constructor' || fn?.name === '__init__');
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
