/**
 * Routers that are handed to functions: plugins (`app.register(plugin)`), groups, `registerRoutes(app)`.
 *
 * A router is known by where it was made, or by the parameter it came in by; the calls that hand it on join the two.
 */
import type { CallExpr, Expr, FunctionNode, Module } from '../../ir/model.js';
import type { FrameworkRow, RouterRow } from '../../knowledge/rows.js';
import { onlyReturn } from '../bodies.js';
import { isSwitchedOff } from '../calls/tokens.js';
import { argumentsOf } from '../read.js';
import { type Callable, unknown, type Value } from '../value.js';
import type { Frame, World } from '../world.js';
import { autoloadAt, sharedByFolder } from './autoload.js';
import type { Finder } from './finder.js';
import { routerMakers } from './framework-names.js';
import type { Stage } from './model.js';
import { keepsExactly } from './parsers.js';
import { stagesOfCall } from './stages.js';
import { callsIn } from './walk.js';

interface Parameter {
  readonly path: string;
  readonly functionId: number;
  readonly index: number;
}

/** Which router an expression means: `path:place` of its construction, or `path#function/parameter`. */
export function routerIdentity(expr: Expr, held: Value, frame: Frame): string | null {
  const made = identityOf(held);
  if (made !== null) return made;
  const binding = expr.kind === 'name' && expr.binding !== null ? frame.module.bindings[expr.binding] : undefined;
  if (binding?.kind !== 'parameter') return null;
  const index = frame.module.functions[binding.owner]?.params.findIndex((param) => param.pattern.kind === 'bind' && param.pattern.binding === binding.id) ?? -1;
  return index < 0 ? null : parameterIdentity({ path: frame.path, functionId: binding.owner, index });
}

const attaching = new WeakMap<RouterRow, ReadonlySet<string>>();

/** Whether a call of a member of this name says something about such a router, apart from its routes. */
export function attaches(router: RouterRow, member: string): boolean {
  let members = attaching.get(router);
  if (!members) {
    members = new Set([
      ...[...(router.stages ?? []), ...(router.mounts ?? []), ...(router.rawParsers ?? [])].map((row) => row.member),
      ...(router.definitions ?? []),
      ...(router.partOf?.members ?? []),
    ]);
    attaching.set(router, members);
  }
  return members.has(member);
}

const chainable = new WeakMap<RouterRow, ReadonlySet<string>>();

/** The router at the start of a chain: `app.use(a).post(...)`. */
export function chainRoot(router: RouterRow, given: Expr): Expr {
  const members = chainMembers(router);
  let expr = given;
  for (let guard = 0; guard < 64 && expr.kind === 'call' && expr.callee.kind === 'member' && members.has(expr.callee.property); guard += 1)
    expr = expr.callee.object;
  return expr;
}

function chainMembers(router: RouterRow): ReadonlySet<string> {
  let members = chainable.get(router);
  if (!members) {
    members = new Set(
      [...router.routes, ...(router.stages ?? []), ...(router.mounts ?? [])].map((row) => row.member).concat(router.definitions ?? [], router.chains ?? []),
    );
    chainable.set(router, members);
  }
  return members;
}

/** `new Router().use()` is the router still. */
export function chainlessName(router: RouterRow, name: string): string {
  const members = chainMembers(router);
  let left = name;
  for (let last = /\.(\w+)\(\)$/.exec(left); last && members.has(last[1] ?? '') && !router.created.includes(left); last = /\.(\w+)\(\)$/.exec(left))
    left = left.slice(0, last.index);
  return left;
}

/** Where a call stands in its chain. */
export function positionOf(call: CallExpr): number {
  return call.callee.kind === 'member' ? call.callee.propertyRange.start : call.range.start;
}

/** Where a router was made. */
export function identityOf(held: Value): string | null {
  return held.name !== null && held.at ? `${held.at.path}:${held.at.range.start}` : null;
}

/** The file that a router was made in or handed to. */
export function fileOf(identity: string): string {
  return identity.split(/[:#]/)[0] ?? identity;
}

function parameterIdentity({ path, functionId, index }: Parameter): string {
  return `${path}#${functionId}/${index}`;
}

export function parameterOf(identity: string | null): Parameter | null {
  const told = identity === null ? null : /^(.*)#(\d+)\/(\d+)$/.exec(identity);
  return told ? { path: told[1] ?? '', functionId: Number(told[2]), index: Number(told[3]) } : null;
}

/** The router that a call hands to the function of `parameter`; null when it is no such call. */
export function handedBy(
  finder: Finder,
  call: CallExpr,
  router: RouterRow,
  parameter: Parameter,
  frame: Frame,
): { readonly from: Expr; readonly row: NonNullable<RouterRow['mounts']>[number] | null } | null {
  const { callee } = call;
  if (callee.kind === 'member') {
    const row = router.mounts?.find((one) => one.by === 'function' && one.member === callee.property);
    const argument = row && typeof row.router === 'number' ? call.args[row.router] : call.args[call.args.length - 1];
    if (row && argument && parameter.index === 0) {
      const plugin = pluginOf(finder.world, argument.value, frame);
      if (plugin && plugin.callable.path === parameter.path && plugin.callable.functionId === parameter.functionId) return { from: callee.object, row };
    }
  }
  const handed = call.args[parameter.index - selfOf(finder.world, parameter)]?.value;
  if (!handed || (handed.kind !== 'name' && handed.kind !== 'member')) return null;
  if (callee.kind !== 'name' && callee.kind !== 'member') return null;
  const called = calledFunction(finder.world, call, frame);
  return called?.functionId === parameter.functionId && called.path === parameter.path ? { from: handed, row: null } : null;
}

/** What a function attaches to the router that a call hands to it. */
export function attachedInside(
  finder: Finder,
  framework: FrameworkRow,
  router: RouterRow,
  call: CallExpr,
  frame: Frame,
  identity: string,
  routePath: string | null,
  depth = 3,
): { readonly stages: Stage[]; readonly keepsBytes: boolean } {
  const stages: Stage[] = [];
  let keepsBytes = false;
  for (const inner of depth === 0 ? [] : handedOnBy(finder, router, call, frame, identity)) {
    const found = attachedTo(finder, framework, router, inner, routePath, depth);
    stages.push(...found.stages);
    keepsBytes ||= found.keepsBytes;
  }
  return { stages, keepsBytes };
}

/** The parameters by which a call hands the router on. */
function handedOnBy(finder: Finder, router: RouterRow, call: CallExpr, frame: Frame, identity: string): readonly Parameter[] {
  const one = sharedPlugin(finder, router, call, frame, identity) ?? handedParameter(finder, call, frame, identity);
  if (one) return [one];
  const loaded = autoloadAt(finder, router, call, frame);
  if (!loaded || call.callee.kind !== 'member') return [];
  const { object } = call.callee;
  if (routerIdentity(object, finder.world.readStatically(object, frame), frame) !== identity) return [];
  return sharedByFolder(finder, loaded).map(({ path, functionId }) => ({ path, functionId, index: 0 }));
}

/** What a function attaches to the router that it is handed as one of its parameters. */
export function attachedTo(
  finder: Finder,
  framework: FrameworkRow,
  router: RouterRow,
  inner: Parameter,
  routePath: string | null,
  depth: number,
): { readonly stages: Stage[]; readonly keepsBytes: boolean } {
  const module = finder.world.project.module(inner.path);
  const fn = module?.functions[inner.functionId];
  if (!module || !fn) return { stages: [], keepsBytes: false };
  const inside: Frame = { path: inner.path, module, self: null, stack: [] };
  const own = parameterIdentity(inner);
  const stages: Stage[] = [];
  let keepsBytes = false;
  for (const one of callsWithin(module, fn)) {
    const member = one.callee.kind === 'member' ? one.callee : null;
    const row = member ? router.stages?.find((stage) => stage.member === member.property && stage.form !== 'decorator') : undefined;
    if (member && row && routerIdentity(member.object, finder.world.readStatically(member.object, inside), inside) === own)
      stages.push(...stagesOfCall(finder, framework, router, row, one, inside, routePath));
    else if (member && router.rawParsers?.some((parser) => parser.member === member.property))
      keepsBytes ||= router.rawParsers.some(
        (parser) =>
          parser.member === member.property &&
          keepsExactly(
            finder.world,
            parser,
            argumentsOf(one.args, (expr) => finder.world.readStatically(expr, inside)),
          ),
      );
    else if (member && router.definitions?.includes(member.property)) define(finder.world, router, one, inside);
    const further = attachedInside(finder, framework, router, one, inside, own, routePath, depth - 1);
    stages.push(...further.stages);
    keepsBytes ||= further.keepsBytes;
  }
  return { stages, keepsBytes };
}

/** `app.decorate('verify', fn)`: from here on the router has that member. */
export function define(world: World, router: RouterRow, call: CallExpr, frame: Frame): void {
  const [name, given] = call.args;
  if (name?.value.kind !== 'literal' || typeof name.value.value !== 'string' || !given) return;
  const held = world.readStatically(given.value, frame);
  if (held.callable || held.instance || held.fields) for (const created of router.created) world.defined.set(`${created}.${name.value.value}`, held);
}

/** `app.register(shared(plugin))`: what the plugin attaches stands on the router it is registered on. */
function sharedPlugin(finder: Finder, router: RouterRow, call: CallExpr, frame: Frame, identity: string): Parameter | null {
  const { callee } = call;
  if (callee.kind !== 'member') return null;
  const row = router.mounts?.find((one) => one.by === 'function' && one.member === callee.property);
  const argument = row && typeof row.router === 'number' ? call.args[row.router] : undefined;
  if (!argument || routerIdentity(callee.object, finder.world.readStatically(callee.object, frame), frame) !== identity) return null;
  const plugin = pluginOf(finder.world, argument.value, frame);
  return plugin && (plugin.isShared || row?.shares) ? { path: plugin.callable.path, functionId: plugin.callable.functionId, index: 0 } : null;
}

function handedParameter(finder: Finder, call: CallExpr, frame: Frame, identity: string): Parameter | null {
  const index = handedIn(finder, call, frame).indexOf(identity);
  if (index < 0) return null;
  const called = calledFunction(finder.world, call, frame);
  if (!called) return null;
  const parameter = { path: called.path, functionId: called.functionId, index };
  return { ...parameter, index: index + selfOf(finder.world, parameter) };
}

/** The calls of a file that may say something about a router of this kind, apart from its routes: they attach to one, or hand one on. */
export function callsAbout(finder: Finder, module: Module, router: RouterRow, frame: Frame): readonly CallExpr[] {
  let byRouter = finder.callsAbout.get(module);
  if (byRouter === undefined) {
    byRouter = new Map();
    finder.callsAbout.set(module, byRouter);
  }
  let calls = byRouter.get(router);
  if (calls === undefined) {
    calls = callsIn(module).filter(
      (call) => (call.callee.kind === 'member' && attaches(router, call.callee.property)) || handedIn(finder, call, frame).some((one) => one !== null),
    );
    byRouter.set(router, calls);
  }
  return calls;
}

/** The identities of the routers that are handed to a call by name, argument by argument. */
function handedIn(finder: Finder, call: CallExpr, frame: Frame): readonly (string | null)[] {
  let known = finder.handedIn.get(call);
  if (known === undefined) {
    known = call.args.some((one) => mayBeRouter(finder, one.value, frame))
      ? call.args.map((one) => (mayBeRouter(finder, one.value, frame) ? identityOfArgument(finder, one.value, frame) : null))
      : nobody;
    finder.handedIn.set(call, known);
  }
  return known;
}

const nobody: readonly (string | null)[] = [];

/** Most arguments are data; what they mean need not be found out to tell. */
function mayBeRouter(finder: Finder, expr: Expr, frame: Frame): boolean {
  if (expr.kind !== 'name' || expr.binding === null) return false;
  const binding = frame.module.bindings[expr.binding];
  if (binding === undefined || binding.kind === 'parameter') return binding !== undefined;
  let may = finder.mayBeRouters.get(binding);
  if (may === undefined) {
    may = binding.value !== null && mayMakeRouter(finder, binding.value, frame, 4);
    finder.mayBeRouters.set(binding, may);
  }
  return may;
}

/** Parts of a parameter are data as well. */
function mayMakeRouter(finder: Finder, expr: Expr, frame: Frame, depth: number): boolean {
  switch (expr.kind) {
    case 'module':
      return true;
    case 'name': {
      const binding = expr.binding === null ? undefined : frame.module.bindings[expr.binding];
      return depth > 0 && binding !== undefined && binding.value !== null && mayMakeRouter(finder, binding.value, frame, depth - 1);
    }
    case 'member':
      return expr.object.kind === 'this' || mayMakeRouter(finder, expr.object, frame, depth);
    case 'await':
      return mayMakeRouter(finder, expr.operand, frame, depth);
    case 'call': {
      // A function of this file gives what it returns, where that can be told without running it.
      const callee = expr.callee.kind === 'name' && expr.callee.binding !== null ? frame.module.bindings[expr.callee.binding] : undefined;
      if (callee?.functionId !== null && callee?.functionId !== undefined) {
        const only = onlyReturn(frame.module.functions[callee.functionId]);
        return depth > 0 && only !== null && mayMakeRouter(finder, only, frame, depth - 1);
      }
      return expr.callee.kind !== 'member' || expr.callee.object.kind === 'call' || routerMakers(finder.frameworks).has(expr.callee.property);
    }
    default:
      return false;
  }
}

function identityOfArgument(finder: Finder, expr: Expr, frame: Frame): string | null {
  const isParameter = expr.kind === 'name' && expr.binding !== null && frame.module.bindings[expr.binding]?.kind === 'parameter';
  return routerIdentity(expr, isParameter ? unknown : finder.world.readStatically(expr, frame), frame);
}

/** The function that is registered as a plugin, through what only marks it. */
export function pluginOf(world: World, expr: Expr, frame: Frame): { readonly callable: Callable; readonly isShared: boolean } | null {
  let held = world.readStatically(expr, frame);
  if (held.name?.startsWith('file:')) held = world.imports.exported(held.name.slice(5), 'default', new Set()) ?? held;
  let isShared = false;
  for (let guard = 0; guard < 3 && !held.callable && held.name !== null; guard += 1) {
    const row = world.rows.call(held.name.replace(/\(\)$/, ''));
    const inner = held.made?.[0]?.value;
    if (!row?.stage?.sharesScope || !inner) return null;
    isShared ||= !isSwitchedOff(row.stage.switchedOffBy, held.made ?? [], null);
    held = inner;
  }
  return held.callable ? { callable: held.callable, isShared } : null;
}

function calledFunction(world: World, call: CallExpr, frame: Frame): { readonly path: string; readonly functionId: number } | null {
  const callee = world.readStatically(call.callee, frame);
  if (callee.callable) return callee.callable;
  const module = callee.classRef && world.project.module(callee.classRef.path);
  const constructor = module?.classes[callee.classRef?.classId ?? -1]?.methods.find((id) => module.functions[id]?.form === 'constructor');
  return constructor !== undefined && callee.classRef ? { path: callee.classRef.path, functionId: constructor } : null;
}

/** Methods that take their object first count it as a parameter, and calls do not. */
function selfOf(world: World, { path, functionId }: { readonly path: string; readonly functionId: number }): number {
  const fn = world.functionAt(path, functionId);
  const first = fn?.params[0]?.pattern;
  return fn && fn.classId !== null && !fn.isStatic && first?.kind === 'bind' && (first.name === 'self' || first.name === 'cls') ? 1 : 0;
}

function callsWithin(module: Module, fn: FunctionNode): readonly CallExpr[] {
  return callsIn(module).filter((call) => call.range.start >= fn.range.start && call.range.end <= fn.range.end);
}
