/** Endpoints that are methods of classes: controllers and class-based views. */
import type { ClassNode, Expr, Module } from '../../ir/model.js';
import type { ControllerRow, FrameworkRow, RouterRow } from '../../knowledge/rows.js';
import type { Place } from '../finding.js';
import { bits, TRUE, type Value, value } from '../value.js';
import type { World } from '../world.js';
import { applicationStages, classStage, stageOf } from './application.js';
import { Finder, textAt, textOf } from './finder.js';
import { identityOf } from './handed.js';
import type { Endpoint, Stage } from './model.js';
import { servedPaths } from './served-paths.js';
import { decoratorStages, joinPaths, mountingFiles, stagesBefore } from './stages.js';
import { callsIn } from './walk.js';

export function inControllers(finder: Finder): Endpoint[] {
  const found: Endpoint[] = [];
  for (const framework of finder.frameworks) for (const row of framework.controllers ?? []) found.push(...controllersOf(finder, framework, row));
  return found;
}

export function controllersOf(finder: Finder, framework: FrameworkRow, row: ControllerRow): Endpoint[] {
  const found: Endpoint[] = [];
  for (const node of finder.module.classes) {
    const marked = node.decorators.find((one) => row.decorators?.includes(finder.read(one).name ?? ''));
    const line = row.bases ? lineOf(finder.world, finder.path, node) : [];
    const isBased = line.some((one) => one.extends.some((name) => row.bases?.includes(name)));
    const isHere = row.importing !== undefined && finder.importedPackages().has(row.importing);
    if (!marked && !isBased && !isHere) continue;
    const given = marked?.kind === 'call' && marked.args[0] ? finder.read(marked.args[0].value) : undefined;
    const prefix = textOf(given) ?? textOf(given?.fields?.get('path')) ?? '';
    const instance = value({ instance: { path: finder.path, classId: node.id, fields: null }, truth: TRUE });
    const classStages = guardStages(finder, node.decorators, row);
    const registration = isBased ? (viewRegistration(finder, node, framework, row) ?? classRoute(finder, node)) : null;
    for (const id of node.methods) {
      const fn = finder.module.functions[id];
      if (!fn) continue;
      const self = row.self === undefined ? instance : value({ name: row.self, traits: bits(finder.world.rows.member(row.self)?.is), truth: TRUE });
      const handler = value({ callable: { path: finder.path, functionId: id, captured: null, self, special: null }, truth: TRUE });
      const common = {
        framework,
        handler,
        name: `${node.name ?? ''}.${fn.name ?? ''}`,
        attachedLate: [],
        registration: null,
        siblingMethods: [],
        keepsBytes: false,
        handlerExpr: null,
      };
      const byName = fn.name === null ? undefined : row.methodNames?.[fn.name];
      if ((isBased || isHere) && byName) {
        const around = registration?.router
          ? stagesBefore(
              finder,
              registration.framework,
              registration.router,
              registration.identity,
              registration.at.range.start,
              registration.at.path,
              new Set(),
              registration.path,
            )
          : { before: [], prefix: '', isWhole: false };
        const endpoint: Endpoint = {
          ...common,
          methods: byName,
          path: registration ? joinPaths(around.prefix, registration.path) : null,
          isWholePath: around.isWhole,
          route: finder.place(fn.nameRange),
          params: row.params ?? [],
          injected: null,
          stages: [
            ...around.before,
            ...fieldStages(finder, line, row, fn.name ?? ''),
            ...dispatchStages(line, row, instance),
            ...decoratorStages(finder, fn.decorators),
          ],
        };
        found.push(...(row.servesPaths && endpoint.path === null ? servedPaths(finder, endpoint) : [endpoint]));
        continue;
      }
      for (const decorator of fn.decorators) {
        const methods = row.routeDecorators?.[finder.read(decorator).name ?? ''];
        if (!methods || decorator.kind !== 'call') continue;
        const own = decorator.args[0] ? (textOf(finder.read(decorator.args[0].value)) ?? '') : '';
        const path = joinPaths(prefix, own);
        const made: Stage[] = [];
        const injected = fn.params.map((param, index) => {
          for (const one of param.decorators) {
            const stage = factoryStage(finder, one, row, index);
            if (stage) {
              made.push(stage);
              return stage.keeps ?? null;
            }
            const type = row.paramDecorators?.[finder.read(one).name ?? ''];
            if (type) {
              const key = one.kind === 'call' && one.args[0] ? textOf(finder.read(one.args[0].value)) : null;
              const given = key === null ? type : `${type}.${key}`;
              made.push(...pipeStages(finder, one, row, given));
              return given;
            }
          }
          return null;
        });
        found.push({
          ...common,
          methods,
          path,
          route: finder.place(decorator.range),
          params: null,
          injected,
          stages: [
            ...applicationStages(finder, row, { controller: { path: finder.path, classId: node.id, fields: null }, path, methods }),
            ...classStages,
            ...guardStages(finder, fn.decorators, row),
            ...made,
          ],
          marks: marksOf(finder, [...node.decorators, ...fn.decorators], row),
        });
      }
    }
  }
  return found;
}

/** A class and those of the project that it extends, nearest first, each with the canonical names of its bases. */
interface Ancestor {
  readonly path: string;
  readonly module: Module;
  readonly node: ClassNode;
  readonly extends: readonly string[];
}

function lineOf(world: World, path: string, node: ClassNode, depth = 4): Ancestor[] {
  const module = world.project.module(path);
  if (!module) return [];
  const held = node.bases.map((base) => world.readStatically(base, { path, module, self: null, stack: [] }));
  const own: Ancestor = { path, module, node, extends: held.flatMap((one) => (one.name === null ? [] : [one.name])) };
  if (depth === 0) return [own];
  return [
    own,
    ...held.flatMap((one) => {
      const base = one.classRef && world.classes.at(one.classRef);
      return one.classRef && base ? lineOf(world, one.classRef.path, base, depth - 1) : [];
    }),
  ];
}

/** `decorators = [...]` and `method_decorators = {'post': [...]}` of the class or the nearest that it extends. */
function fieldStages(finder: Finder, line: readonly Ancestor[], row: ControllerRow, method: string): Stage[] {
  return (row.decoratorFields ?? []).flatMap((name) => {
    for (const { path, module, node } of line) {
      const field = node.fields.find((one) => one.name === name);
      if (field) return decoratorStages(finder, listedFor(field.value, method), { path, module, self: null, stack: [] });
    }
    return [];
  });
}

/** A method of the class, or of one that it extends, that hands on to the method of the request. */
function dispatchStages(line: readonly Ancestor[], row: ControllerRow, instance: Value): Stage[] {
  const { dispatchedBy } = row;
  if (dispatchedBy === undefined) return [];
  for (const { path, module, node } of line) {
    const id = node.methods.find((one) => module.functions[one]?.name === dispatchedBy);
    const fn = id === undefined ? undefined : module.functions[id];
    if (!fn) continue;
    return [
      {
        kind: 'before',
        expr: null,
        value: value({ callable: { path, functionId: fn.id, captured: null, self: instance, special: null }, truth: TRUE }),
        passes: 'returns-nothing',
        params: [],
        at: { path, range: fn.nameRange },
      },
    ];
  }
  return [];
}

interface Registration {
  readonly path: string | null;
  readonly framework: FrameworkRow;
  readonly router: RouterRow;
  readonly identity: string | null;
  readonly at: Place;
}

/** Where a class is registered as a view: `add_url_rule(path, view_func=View.as_view(...))`, `api.add_resource(View, path)`; here or in a file that imports this one. */
export function viewRegistration(finder: Finder, node: ClassNode, framework: FrameworkRow, row: ControllerRow): Registration | null {
  if (node.name === null) return null;
  for (const path of [finder.path, ...mountingFiles(finder, finder.path, null)]) {
    const module = finder.world.project.module(path);
    if (!module) continue;
    const there = path === finder.path ? finder : new Finder(finder.world, finder.frameworks, path, module);
    const isClass = (expr: Expr): boolean => {
      if (expr.kind !== 'name' && expr.kind !== 'member') return false;
      if ((expr.kind === 'name' ? expr.name : expr.property) !== node.name && path === finder.path) return false;
      const ref = there.read(expr).classRef;
      return ref?.path === finder.path && ref.classId === node.id;
    };
    const mentions = (expr: Expr): boolean =>
      expr.kind === 'call' &&
      ((expr.callee.kind === 'member' && expr.callee.property === 'as_view' && isClass(expr.callee.object)) || expr.args.some((one) => mentions(one.value)));
    // `view = View.as_view('x')`, registered by its name.
    const named = (expr: Expr): Expr => (expr.kind === 'name' && expr.binding !== null ? (module.bindings[expr.binding]?.value ?? expr) : expr);
    for (const call of callsIn(module)) {
      if (call.callee.kind !== 'member') continue;
      if (call.args.some((argument) => mentions(named(argument.value)))) {
        const registered = there.routeCall(call);
        if (registered)
          return {
            path: textAt(there.read.bind(there), call, 0),
            framework: registered.framework,
            router: registered.router,
            identity: registered.identity,
            at: { path, range: call.range },
          };
      }
      if (row.registeredBy?.includes(call.callee.property) && call.args[0] && isClass(call.args[0].value)) {
        const held = there.read(call.callee.object);
        const router = framework.routers?.find((one) => held.name !== null && one.created.includes(held.name)) ?? framework.routers?.[0];
        if (router) return { path: textAt(there.read.bind(there), call, 1), framework, router, identity: identityOf(held), at: { path, range: call.range } };
      }
    }
  }
  return null;
}

/** `@namespace.route('/x')` on the class. */
function classRoute(finder: Finder, node: ClassNode): Registration | null {
  for (const decorator of node.decorators) {
    const registered = decorator.kind === 'call' ? finder.routeCall(decorator) : null;
    if (!registered) continue;
    return {
      path: textAt(finder.read.bind(finder), registered.call, registered.row.path),
      framework: registered.framework,
      router: registered.router,
      identity: registered.identity,
      at: finder.place(registered.call.range),
    };
  }
  return null;
}

function guardStages(finder: Finder, decorators: readonly Expr[], row: ControllerRow): Stage[] {
  return decorators.flatMap((decorator) => {
    if (decorator.kind !== 'call') return [];
    const spec = row.guardDecorators?.[finder.read(decorator).name ?? ''];
    return spec
      ? decorator.args.flatMap((argument) => classStage(finder, argument.value, finder.frame, spec))
      : unbundled(finder.read(decorator), row).flatMap((held) => {
          const inner = row.guardDecorators?.[held.name ?? ''];
          return inner ? (held.made ?? []).map((one) => stageOf(finder, one.value, decorator, finder.frame, inner)) : [];
        });
  });
}

/** A decorator of the project may bundle others: `applyDecorators(UseGuards(X))`. */
function unbundled(held: Value, row: ControllerRow, depth = 3): readonly Value[] {
  if (depth === 0 || held.name === null || !row.bundlers?.includes(held.name)) return [held];
  return (held.made ?? []).flatMap((one) => unbundled(one.value, row, depth - 1));
}

/** A parameter decorator that a function of the project computes: it runs before the handler, and what it returns is handed in. */
function factoryStage(finder: Finder, decorator: Expr, row: ControllerRow, index: number): Stage | null {
  if (decorator.kind !== 'call') return null;
  const factory = finder.read(decorator.callee);
  const params = row.paramFactories?.[factory.name ?? ''];
  const made = factory.made?.[0]?.value;
  if (!params || !made?.callable) return null;
  return { kind: 'before', expr: null, value: made, passes: 'no-exception', params, at: finder.place(decorator.range), keeps: `injected ${index}` };
}

/** `@Headers('x-signature', SignaturePipe)`: a class of the project that is handed what is injected, and may refuse it. */
function pipeStages(finder: Finder, decorator: Expr, row: ControllerRow, type: string): Stage[] {
  const { pipes } = row;
  if (!pipes || decorator.kind !== 'call') return [];
  return decorator.args.flatMap(({ value: expr }): Stage[] => {
    const held = finder.read(expr);
    if (!held.classRef && !held.instance) return [];
    return [{ ...stageOf(finder, held, expr, finder.frame, { method: pipes.method, params: [type, null], passes: 'no-exception' }), isInjected: true }];
  });
}

/** Marks that decorators give a route, by key. */
function marksOf(finder: Finder, decorators: readonly Expr[], row: ControllerRow): ReadonlyMap<string, Value> {
  const marks = new Map<string, Value>();
  for (const decorator of row.marks ? decorators : []) {
    for (const held of unbundled(finder.read(decorator), row)) {
      const [key, given] = held.made ?? [];
      if (row.marks?.includes(held.name ?? '') && typeof key?.value.literal === 'string' && given) marks.set(key.value.literal, given.value);
    }
  }
  return marks;
}

function listedFor(expr: Expr | null, method: string): readonly Expr[] {
  if (expr?.kind === 'record') return listedFor(expr.entries.find((entry) => entry.key === method)?.value ?? null, method);
  return expr?.kind === 'list' ? expr.items : [];
}
