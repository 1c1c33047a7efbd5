/**
 * What an application puts in front of its controllers: guards for all of them, guards that modules provide, middlewares that
 * modules bind to routes. None of it stands in the controller's file.
 */
import type { CallExpr, Expr, Module } from '../../ir/model.js';
import type { ApplicationRow, ClassStageRow, ControllerRow } from '../../knowledge/rows.js';
import { changed, type Instance, TRUE, type Value, value } from '../value.js';
import type { Frame } from '../world.js';
import { type Finder, textOf } from './finder.js';
import type { Stage } from './model.js';
import { covers } from './stages.js';
import { callsIn } from './walk.js';

/** In the order in which they run: middlewares first, then what guards everything. */
export function applicationStages(finder: Finder, row: ControllerRow, route: Route): Stage[] {
  const spec = row.application;
  if (!spec) return [];
  const { calls, guards } = assembled(finder, spec);
  const middlewares = calls.flatMap(({ call, frame }) =>
    call.callee.kind !== 'member'
      ? []
      : spec.use && call.callee.property === spec.use.member
        ? used(finder, call, frame, spec.use, route.path)
        : spec.bound
          ? bound(finder, call, frame, spec.bound, route)
          : [],
  );
  return [...middlewares, ...guards];
}

export interface Route {
  readonly controller: Instance;
  readonly path: string | null;
  readonly methods: readonly string[];
}

interface Assembled {
  /** Calls that bind middlewares to some routes. */
  readonly calls: readonly { readonly call: CallExpr; readonly frame: Frame }[];
  readonly guards: readonly Stage[];
}

const assemblies = new WeakMap<Finder, Map<ApplicationRow, Assembled>>();

/** What the files that put the application together say; the same for every controller of a file. */
function assembled(finder: Finder, spec: ApplicationRow): Assembled {
  const known = assemblies.get(finder)?.get(spec);
  if (known) return known;
  const calls: Assembled['calls'][number][] = [];
  const guards: Stage[] = [];
  for (const path of assembly(finder, finder.path, spec)) {
    const module = finder.world.project.module(path);
    if (!module) continue;
    const frame: Frame = { path, module, self: null, stack: [] };
    for (const call of callsIn(module)) {
      if (call.callee.kind !== 'member') continue;
      const { property, object } = call.callee;
      const global = Object.hasOwn(spec.globalCalls, property) ? spec.globalCalls[property] : undefined;
      if (global) guards.push(...call.args.flatMap((one) => classStage(finder, one.value, frame, global)));
      else if (property === spec.bound?.to) calls.push({ call, frame });
      else if (property === spec.use?.member && spec.created.includes(finder.world.readStatically(object, frame).name ?? '')) calls.push({ call, frame });
    }
    guards.push(...provided(finder, module, frame, spec));
  }
  const found = { calls, guards };
  assemblies.set(finder, (assemblies.get(finder) ?? new Map()).set(spec, found));
  return found;
}

/** The files that take part in putting an application together around `path`: its importers, theirs, and the modules that these name. */
function assembly(finder: Finder, path: string, spec: ApplicationRow): string[] {
  const found = new Set([path]);
  const spread = (from: readonly string[], next: (path: string) => readonly string[]): void => {
    let level = from;
    for (let depth = 0; depth < 6 && level.length > 0 && found.size < mostFiles; depth += 1) {
      const further = new Set(level.flatMap((one) => next(one)).filter((one) => !found.has(one)));
      for (const one of further) if (found.size < mostFiles) found.add(one);
      level = [...further];
    }
  };
  spread([path], (one) => finder.world.project.importersOf(one));
  const { imports } = spec;
  if (imports !== undefined) spread([...found], (one) => modulesNamedIn(finder, one, imports));
  return [...found];
}

/** The files of the modules that those of a file are made of: `@Module({ imports: [ProofModule, StoreModule.forRoot()] })`. */
function modulesNamedIn(finder: Finder, path: string, member: string): readonly string[] {
  const module = finder.world.project.module(path);
  if (!module) return [];
  const frame: Frame = { path, module, self: null, stack: [] };
  return module.classes.flatMap((node) =>
    node.decorators.flatMap((decorator) => {
      const record = decorator.kind === 'call' ? decorator.args[0]?.value : undefined;
      const listed = record?.kind === 'record' ? record.entries.find((entry) => entry.key === member)?.value : undefined;
      if (listed?.kind !== 'list') return [];
      return listed.items.flatMap((item) => {
        const named = item.kind === 'call' && item.callee.kind === 'member' ? item.callee.object : item;
        return finder.world.readStatically(named, frame).classRef?.path ?? [];
      });
    }),
  );
}

const mostFiles = 60;

/** A class or object whose method decides, or a plain function. */
export function classStage(finder: Finder, expr: Expr, frame: Frame, spec: ClassStageRow): Stage[] {
  const held = finder.world.readStatically(expr, frame);
  return [stageOf(finder, held, expr, frame, spec)];
}

export function stageOf(finder: Finder, held: Value, expr: Expr, frame: Frame, spec: ClassStageRow): Stage {
  const ref = held.classRef ?? held.instance ?? held.made?.[0]?.value.classRef ?? null;
  const self = ref ? value({ instance: ref, truth: TRUE }) : null;
  const method = ref && self ? finder.world.classes.member(ref, self, spec.method) : null;
  const at = { path: frame.path, range: expr.range };
  return { kind: 'before', expr: null, value: method ?? changed(held, { at }), passes: spec.passes, params: spec.params, at };
}

/** `app.use(fn)`, `app.use('/path', fn)`. */
function used(finder: Finder, call: CallExpr, frame: Frame, spec: ClassStageRow, routePath: string | null): Stage[] {
  const [first, ...others] = call.args.map((one) => one.value);
  if (!first) return [];
  const prefix = textOf(finder.world.readStatically(first, frame));
  if (prefix !== null && routePath !== null && !covers(slashed(prefix), slashed(routePath))) return [];
  return (prefix === null ? [first, ...others] : others).map((expr) => ({
    kind: 'before' as const,
    expr,
    value: finder.world.readStatically(expr, frame),
    passes: spec.passes,
    params: spec.params,
    at: { path: frame.path, range: expr.range },
  }));
}

/** `consumer.apply(A, B).exclude(...).forRoutes(Controller, '/path', { path })`. */
function bound(
  finder: Finder,
  call: CallExpr,
  frame: Frame,
  spec: NonNullable<ApplicationRow['bound']>,
  { controller, path: routePath, methods }: Route,
): Stage[] {
  let at: Expr = call.callee;
  let applied: CallExpr | null = null;
  let isExcepted = false;
  const isHere = (held: Value): boolean => {
    const method = methodIn(held.fields?.get('method'), spec.methods);
    if (method !== null && methods.length > 0 && !methods.includes(method)) return false;
    const prefix = textOf(held) ?? textOf(held.fields?.get('path'));
    return prefix === null || routePath === null || covers(slashed(prefix), slashed(routePath));
  };
  for (let guard = 0; guard < 4 && at.kind === 'member'; guard += 1) {
    const inner: Expr = at.object;
    if (inner.kind !== 'call' || inner.callee.kind !== 'member') break;
    if (inner.callee.property === spec.apply) applied = inner;
    if (inner.callee.property === spec.except) isExcepted ||= inner.args.some((one) => isHere(finder.world.readStatically(one.value, frame)));
    at = inner.callee;
  }
  if (!applied || isExcepted) return [];
  const targets = call.args.flatMap(({ value: expr }) => {
    const held = finder.world.readStatically(expr, frame);
    return held.items ?? [held];
  });
  const concerns = targets.some((held) => {
    if (held.classRef) return held.classRef.path === controller.path && held.classRef.classId === controller.classId;
    return isHere(held);
  });
  return concerns ? applied.args.flatMap((one) => classStage(finder, one.value, frame, spec)) : [];
}

/** `RequestMethod.POST` is POST; null for all of them, or what cannot be told. */
function methodIn(held: Value | undefined, names: string): string | null {
  const method = held?.name?.startsWith(`${names}.`) ? held.name.slice(names.length + 1).toUpperCase() : null;
  return method === 'ALL' ? null : method;
}

/** `{ provide: GUARD_OF_ALL, useClass: Guard }` in the providers of a module. */
function provided(finder: Finder, module: Module, frame: Frame, spec: ApplicationRow): Stage[] {
  const stages: Stage[] = [];
  for (const node of module.classes) {
    for (const decorator of node.decorators) {
      const providers = decorator.kind === 'call' && decorator.args[0]?.value.kind === 'record' ? decorator.args[0].value : null;
      const listed = providers?.entries.find((entry) => entry.key === 'providers')?.value;
      if (!listed) continue;
      const { expr, frame: inside } = finder.world.definition(listed, frame);
      for (const item of expr.kind === 'list' ? expr.items : []) {
        const record = finder.world.definition(item, inside).expr;
        if (record.kind !== 'record') continue;
        const token = record.entries.find((entry) => entry.key === 'provide')?.value;
        const global = token ? spec.globalProviders[finder.world.readStatically(token, inside).name ?? ''] : undefined;
        const given = record.entries.find((entry) => entry.key === 'useClass' || entry.key === 'useExisting' || entry.key === 'useValue')?.value;
        if (global && given) stages.push(...classStage(finder, given, inside, global));
      }
    }
  }
  return stages;
}

function slashed(path: string): string {
  const plain = path.replace(/\(\.\*\)|\{?\*\w*\}?$/, '*');
  return plain.startsWith('/') ? plain : `/${plain}`;
}
