/**
 * The files around an endpoint that put its application together, and what they say in passing: settings, limiters, debug switches.
 * Asked when rules look at an endpoint, so nothing of it is kept with a conclusion; what a module says is kept as long as the module is.
 */
import type { CallExpr, Expr, Module, Statement } from '../ir/model.js';
import { eachBody } from '../ir/parts.js';
import { limiterPackages } from '../knowledge/bounds.js';
import { callsIn, expressionsIn } from './endpoints/walk.js';
import type { Frame, World } from './world.js';

export interface Surrounding {
  readonly path: string;
  readonly module: Module;
  readonly frame: Frame;
  readonly said: Said;
}

/** What can be told of a module without knowing what its names mean. */
interface Said {
  /** Packages of limiters that it imports. */
  readonly limiters: readonly string[];
  /** Words in texts, names, members and keywords that somebody asks for by name. */
  readonly words: ReadonlySet<string>;
  /** Calls by the last name of what is called. */
  readonly calls: ReadonlyMap<string, readonly CallExpr[]>;
  readonly settings: readonly Setting[];
}

/** `app.config["NAME"] = value`, `app.debug = value`, `NAME = value` in a class of settings, `update(NAME=value)`. */
export interface Setting {
  readonly name: string;
  readonly value: Expr;
  readonly owner: Expr | null;
}

/** The calls that go by this canonical name, under whatever name it was imported. */
export function callsNamed(world: World, { module, said, frame }: Surrounding, name: string): CallExpr[] {
  const plain = name.replaceAll('()', '');
  const locals = new Set([plain.split('.').pop() ?? plain]);
  for (const { name: local, value } of module.bindings) if (value?.kind === 'module' && isNamed(value, plain)) locals.add(local);
  return [...locals]
    .flatMap((local) => said.calls.get(local) ?? [])
    .filter(({ callee }) => (callee.kind === 'name' || callee.kind === 'member') && world.readStatically(callee, frame).name === name);
}

function isNamed({ module, imported }: { readonly module: string; readonly imported: string | null }, name: string): boolean {
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

function importedBy(module: Module | undefined): string[] {
  return (module?.bindings ?? []).flatMap((binding) => (binding.value?.kind === 'module' ? [binding.value.module] : []));
}

const saidByModule = new WeakMap<Module, Said>();

function saidIn(module: Module): Said {
  let said = saidByModule.get(module);
  if (said === undefined) {
    const calls = new Map<string, CallExpr[]>();
    const words = new Set<string>();
    const settings: Setting[] = [];
    const decorating = module.functions.flatMap((fn) => fn.decorators.filter((one) => one.kind === 'call'));
    for (const call of [...callsIn(module), ...decorating]) {
      const last = lastOf(call.callee);
      const known = calls.get(last);
      if (known) known.push(call);
      else calls.set(last, [call]);
      if (last === 'update' || last === 'from_mapping' || last === 'dict')
        for (const one of call.args) if (one.name !== null) settings.push({ name: one.name, value: one.value, owner: call.callee });
    }
    for (const fn of module.functions) {
      for (const expr of expressionsIn(fn)) {
        if (expr.kind === 'name') words.add(expr.name);
        else if (expr.kind === 'member') words.add(expr.property);
        else if (expr.kind === 'literal' && typeof expr.value === 'string' && expr.value.length < 40) words.add(expr.value);
        else if (expr.kind === 'record') for (const entry of expr.entries) if (entry.key !== null) noteEntry(entry.key, entry.value, words, settings);
      }
      const visit = (body: readonly Statement[]): void => {
        for (const statement of body) {
          if (statement.kind === 'assign' && statement.value !== null) {
            const { target } = statement;
            if (target.kind === 'bind') settings.push({ name: target.name, value: statement.value, owner: null });
            else if (target.kind === 'place') {
              const { expr } = target;
              if (expr.kind === 'member') settings.push({ name: expr.property, value: statement.value, owner: expr.object });
              else if (expr.index.kind === 'literal') settings.push({ name: String(expr.index.value), value: statement.value, owner: expr.object });
            }
          }
          eachBody(statement, visit);
        }
      };
      visit(fn.body);
    }
    for (const node of module.classes) for (const field of node.fields) if (field.value) settings.push({ name: field.name, value: field.value, owner: null });
    said = {
      limiters: importedBy(module).filter((one) => limiterPackages.includes(one) || limiterPackages.includes(one.split('.')[0] ?? '')),
      words,
      calls,
      settings,
    };
    saidByModule.set(module, said);
  }
  return said;
}

function noteEntry(key: string, value: Expr, words: Set<string>, settings: Setting[]): void {
  words.add(key);
  settings.push({ name: key, value, owner: null });
}

export function lastOf(callee: Expr): string {
  return callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : callee.kind === 'call' ? lastOf(callee.callee) : '';
}
