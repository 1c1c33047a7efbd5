/**
 * The files around an endpoint that put its application together, and what they say in passing: settings, limiters, debug switches.
 * Asked when rules look at an endpoint, so nothing of it is kept with a conclusion; what a module says is kept as long as the module is.
 */
import type { CallExpr, Expr, Module, Range, Statement } from '../ir/model.js';
import { calledName, eachBody } from '../ir/parts.js';
import { limiterPackages } from '../knowledge/bounds.js';
import { askedOnce, callsIn, expressionsIn } from './endpoints/walk.js';
import type { Frame, World } from './world.js';

export interface Surrounding {
  readonly path: string;
  readonly module: Module;
  readonly frame: Frame;
  readonly said: Said;
}

/** `app.config["NAME"] = value`, `app.debug = value`, `NAME = value` in a class of settings, `update(NAME=value)`. */
export interface Setting {
  readonly name: string;
  readonly value: Expr;
  readonly owner: Expr | null;
}

/** The calls that go by this canonical name, under whatever name it was imported. */
export function callsNamed(world: World, { said, frame }: Surrounding, name: string): CallExpr[] {
  const plain = name.replaceAll('()', '');
  const locals = new Set([plain.split('.').pop() ?? plain]);
  for (const { name: local, value } of said.imports) if (isNamed(value, plain)) locals.add(local);
  return [...locals]
    .flatMap((local) => said.calls(local))
    .filter(({ callee }) => (callee.kind === 'name' || callee.kind === 'member') && world.readStatically(callee, frame).name === name);
}

function isNamed({ module, imported }: Import['value'], name: string): boolean {
  return imported === null || imported === 'default' ? name === module : name === `${module}.${imported}`;
}

const mostFiles = 60;
const perWorld = new WeakMap<World, Map<string, readonly Surrounding[]>>();

/** The file itself, those that import it, however far up, and what they import of the project. */
export function surroundingsOf(world: World, path: string): readonly Surrounding[] {
  let known = perWorld.get(world);
  if (known === undefined) perWorld.set(world, (known = new Map()));
  let found = known.get(path);
  if (found === undefined) known.set(path, (found = gathered(world, path)));
  return found;
}

function gathered(world: World, path: string): Surrounding[] {
  const users = new Set([path]);
  let level = [path];
  for (let depth = 0; depth < 5 && level.length > 0 && users.size < mostFiles; depth += 1) {
    const next: string[] = [];
    for (const one of level)
      for (const importer of world.project.importersOf(one))
        if (!users.has(importer) && users.size < mostFiles) {
          users.add(importer);
          next.push(importer);
        }
    level = next;
  }
  const all = new Set(users);
  for (const user of users)
    for (const specifier of importedBy(world.project.module(user))) {
      if (all.size >= 2 * mostFiles) break;
      const target = world.project.resolve(user, specifier);
      if (target !== undefined) all.add(target);
    }
  return [...all].flatMap((one) => {
    const module = world.project.module(one);
    return module === undefined ? [] : [{ path: one, module, frame: { path: one, module, self: null, stack: [] }, said: saidIn(module) }];
  });
}

function importedBy(module: Module | undefined): ReadonlySet<string> {
  return new Set(module === undefined ? [] : saidIn(module).imports.map(({ value }) => value.module));
}

interface Import {
  readonly name: string;
  readonly value: { readonly module: string; readonly imported: string | null };
}

/** What can be told of a module without knowing what its names mean; each answer is found when it is asked for. */
class Said {
  /** Names that stand for what other modules export. */
  readonly imports: readonly Import[];
  /** Packages of limiters that it imports. */
  readonly limiters: readonly string[];
  #decorating: readonly CallExpr[] | undefined;
  readonly #calls = new Map<string, readonly CallExpr[]>();
  readonly #settings = new Map<string, readonly Setting[]>();

  constructor(private readonly module: Module) {
    const imports: Import[] = [];
    for (const { name, value } of module.bindings) if (value?.kind === 'module') imports.push({ name, value });
    this.imports = imports;
    this.limiters = imports
      .map(({ value }) => value.module)
      .filter((one) => limiterPackages.includes(one) || limiterPackages.includes(one.split('.')[0] ?? ''));
  }

  /** Calls by the last name of what is called. */
  calls(last: string): readonly CallExpr[] {
    let found = this.#calls.get(last);
    if (found === undefined) {
      this.#decorating ??= this.module.functions.flatMap((fn) => fn.decorators.filter((one) => one.kind === 'call'));
      found = [...callsIn(this.module), ...this.#decorating].filter((call) => lastOf(call.callee) === last);
      this.#calls.set(last, found);
    }
    return found;
  }

  callAt({ start, end }: Range): CallExpr | undefined {
    return callsIn(this.module).find(({ range }) => range.start === start && range.end === end);
  }

  /** Is it in a text, a name, a member or a keyword that somebody asks for by name? */
  says(word: string): boolean {
    return this.module.functions.some((fn) => wordsIn(fn).has(word));
  }

  saysLike(pattern: RegExp): boolean {
    return this.module.functions.some((fn) => [...wordsIn(fn)].some((one) => pattern.test(one)));
  }

  settings(name: string): readonly Setting[] {
    return this.settingsLike(name, (one) => one === name);
  }

  /** Those whose name passes `isOne`; `key` is the question's own. */
  settingsLike(key: string, isOne: (name: string) => boolean): readonly Setting[] {
    let found = this.#settings.get(key);
    if (found === undefined) {
      const all: Setting[] = [];
      for (const fn of this.module.functions) for (const one of settingsIn(fn)) if (isOne(one.name)) all.push(one);
      for (const node of this.module.classes)
        for (const field of node.fields) if (field.value && isOne(field.name)) all.push({ name: field.name, value: field.value, owner: null });
      found = all;
      this.#settings.set(key, found);
    }
    return found;
  }
}

const saidByModule = new WeakMap<Module, Said>();

function saidIn(module: Module): Said {
  let said = saidByModule.get(module);
  if (said === undefined) saidByModule.set(module, (said = new Said(module)));
  return said;
}

const wordsIn = askedOnce((fn): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const expr of expressionsIn(fn)) {
    if (expr.kind === 'name') words.add(expr.name);
    else if (expr.kind === 'member') words.add(expr.property);
    else if (expr.kind === 'literal' && typeof expr.value === 'string' && expr.value.length < 40) words.add(expr.value);
    else if (expr.kind === 'record') for (const { key } of expr.entries) if (key !== null) words.add(key);
  }
  return words;
});

const settingsIn = askedOnce((fn): readonly Setting[] => {
  const settings: Setting[] = [];
  for (const expr of expressionsIn(fn)) {
    if (expr.kind === 'call') noteCall(expr, settings);
    else if (expr.kind === 'record') for (const { key, value } of expr.entries) if (key !== null) settings.push({ name: key, value, owner: null });
  }
  for (const one of fn.decorators) if (one.kind === 'call') noteCall(one, settings);
  noteAssignments(fn.body, settings);
  return settings;
});

function noteCall({ callee, args }: CallExpr, settings: Setting[]): void {
  const last = lastOf(callee);
  if (last !== 'update' && last !== 'from_mapping' && last !== 'dict') return;
  for (const { name, value } of args) if (name !== null) settings.push({ name, value, owner: callee });
}

function noteAssignments(body: readonly Statement[], settings: Setting[]): void {
  for (const statement of body) {
    if (statement.kind === 'assign' && statement.value !== null) {
      const { target, value } = statement;
      if (target.kind === 'bind') settings.push({ name: target.name, value, owner: null });
      else if (target.kind === 'place') {
        const { expr } = target;
        if (expr.kind === 'member') settings.push({ name: expr.property, value, owner: expr.object });
        else if (expr.index.kind === 'literal') settings.push({ name: String(expr.index.value), value, owner: expr.object });
      }
    }
    eachBody(statement, (inner) => noteAssignments(inner, settings));
  }
}

export function lastOf(callee: Expr): string {
  return callee.kind === 'call' ? lastOf(callee.callee) : calledName(callee);
}
