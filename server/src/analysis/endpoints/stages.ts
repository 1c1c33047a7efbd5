/** What stands in front of an endpoint: middleware, hooks and decorators of this and of mounting files. */

import type { CallExpr, Expr, Module, Pattern, Statement } from '../../ir/model.js';
import { bodiesOf } from '../../ir/parts.js';
import type { FrameworkRow, HandlerParams, MountRow, RouterRow, StageCallRow } from '../../knowledge/rows.js';
import { submoduleOf } from '../imports.js';
import { argumentAt, argumentsOf } from '../read.js';
import { spell } from '../refine.js';
import { TRUE, type Value, value } from '../value.js';
import { type Frame, placeOf, type World } from '../world.js';
import { autoloadsAround, hooksInFolder, prefixInFolder } from './autoload.js';
import { type Finder, textAt, textOf } from './finder.js';
import {
  attachedInside,
  attachedTo,
  attaches,
  callsAbout,
  chainRoot,
  define,
  fileOf,
  handedBy,
  identityOf,
  parameterOf,
  positionOf,
  routerIdentity,
} from './handed.js';
import type { Stage } from './model.js';
import { keepsExactly } from './parsers.js';
import { callsIn } from './walk.js';

export function decoratorStages(finder: Finder, decorators: readonly Expr[], frame: Frame = finder.frame): Stage[] {
  return decorators.map((decorator) => ({
    kind: 'wraps',
    expr: decorator,
    value: finder.world.readStatically(decorator, frame),
    passes: 'no-exception',
    params: [],
    at: placeOf(frame, decorator.range),
  }));
}

/** The decorators of a function that is registered somewhere else than where it is written. */
export function ownDecorators(finder: Finder, handler: Value): Stage[] {
  const { callable } = handler;
  const module = callable === null ? undefined : finder.world.project.module(callable.path);
  const decorators = callable === null ? undefined : module?.functions[callable.functionId]?.decorators;
  if (callable === null || !module || !decorators || decorators.length === 0) return [];
  return decoratorStages(finder, decorators, { path: callable.path, module, self: callable.self, stack: [] });
}

/** The stages that run before a place on a router: its own, and those of the routers and apps it is mounted on. */
export function stagesBefore(
  finder: Finder,
  framework: FrameworkRow,
  router: RouterRow,
  identity: string | null,
  position: number,
  inPath: string,
  seen: Set<string>,
  routePath: string | null,
): { before: Stage[]; after: Stage[]; prefix: string; keepsBytes: boolean; isWhole: boolean } {
  const key = identity ?? `${inPath}?`;
  if (seen.has(key) || seen.size > 6) return { before: [], after: [], prefix: '', keepsBytes: false, isWhole: false };
  seen.add(key);
  const before: Stage[] = [];
  const after: Stage[] = [];
  const ofApplications: Stage[] = [];
  let prefix = ownPrefix(finder, router, identity);
  let keepsBytes = false;
  let isMounted = false;
  let isWhole = false;
  const under = (parent: Value, parentIdentity: string | null, path: string, position: number, mountPrefix: string | null): void => {
    isMounted ||= parentIdentity !== null;
    const row = routerRowOf(framework, parent) ?? router;
    const above = stagesBefore(finder, framework, row, parentIdentity, position, path, seen, joinPaths(mountPrefix, routePath));
    before.unshift(...above.before);
    after.push(...above.after);
    keepsBytes ||= above.keepsBytes;
    isWhole ||= above.isWhole;
    prefix = joinPaths(joinPaths(above.prefix, mountPrefix), prefix) ?? prefix;
  };
  const made = madeBy(finder, identity);
  const around = router.wrappedBy === undefined ? undefined : made?.call.args.find((one) => one.name === router.wrappedBy);
  if (made && around?.value.kind === 'list') before.push(...decoratorStages(finder, around.value.items, made.frame));
  if (made && isApplication(finder, router, made)) isMounted = isWhole = true;
  if (made && router.partOf?.created.includes(finder.world.readStatically(made.call, made.frame).name ?? '')) {
    const parent = made.call.args.find((one) => one.name === null || one.name === 'app');
    const held = parent && finder.world.readStatically(parent.value, made.frame);
    if (held && identityOf(held) !== null) under(held, identityOf(held), made.frame.path, made.call.range.start, null);
  }
  const parameter = parameterOf(identity);
  for (const { call, frame, loaded } of parameter?.index === 0 ? autoloadsAround(finder, router, parameter.path) : []) {
    const own = parameter && prefixInFolder(finder, loaded, parameter.path, parameter.functionId);
    if (own === null || call.callee.kind !== 'member') continue;
    const held = finder.world.readStatically(call.callee.object, frame);
    under(held, routerIdentity(call.callee.object, held, frame), frame.path, positionOf(call), own);
    for (const { path, functionId } of parameter ? hooksInFolder(finder, loaded, parameter.path) : []) {
      const inside = attachedTo(finder, framework, router, { path, functionId, index: 0 }, routePath, 2);
      before.push(...inside.stages);
      keepsBytes ||= inside.keepsBytes;
    }
  }
  const candidates = [inPath, ...(identity ? [fileOf(identity)] : []), ...mountingFiles(finder, inPath, identity)];
  if (framework.middlewarePasses === 'returns-nothing') candidates.push(...initialisers(finder, candidates, router));
  for (const path of new Set(candidates)) {
    const module = finder.world.project.module(path);
    if (!module) continue;
    const frame: Frame = { path, module, self: null, stack: [] };
    for (const call of parameter ? callsIn(module) : callsAbout(finder, module, router, frame)) {
      const isEarlier = path !== inPath || positionOf(call) < position || router.stagesReachBack === true || framework.middlewarePasses === 'returns-nothing';
      const handed = parameter ? handedBy(finder, call, router, parameter, frame) : null;
      if (handed) {
        const held = finder.world.readStatically(handed.from, frame);
        const own = handed.row ? textAt((expr) => finder.world.readStatically(expr, frame), call, handed.row.path) : null;
        if (handed.row?.options) before.push(...optionStages(finder, handed.row.options, call, router, frame));
        under(held, routerIdentity(handed.from, held, frame), path, positionOf(call), own);
        continue;
      }
      if (identity !== null && call.args.length > 0) {
        const inside = attachedInside(finder, framework, router, call, frame, identity, routePath);
        (isEarlier ? before : after).push(...inside.stages);
        keepsBytes ||= inside.keepsBytes;
      }
      if (call.callee.kind !== 'member') continue;
      const { property } = call.callee;
      if (!attaches(router, property)) continue;
      if (router.definitions?.includes(property)) define(finder.world, router, call, frame);
      const stageRow = router.stages?.find((one) => one.member === property && one.form !== 'decorator');
      const mountRow = router.mounts?.find((one) => one.member === property && one.by !== 'function');
      const parser = router.rawParsers?.find((one) => one.member === property);
      if (parser)
        keepsBytes ||= keepsExactly(
          finder.world,
          parser,
          argumentsOf(call.args, (expr) => finder.world.readStatically(expr, frame)),
        );
      const joins = router.partOf?.members.includes(property) === true;
      if (!stageRow && !mountRow && !joins) continue;
      const root = chainRoot(router, call.callee.object);
      const receiver = finder.world.readStatically(root, frame);
      const isSame =
        sameRouter(router, receiver, identity, root, frame, inPath) || (stageRow !== undefined && isHandedIn(framework, receiver, call.callee.object));
      if (joins && isSame && identity !== null && call.args[0]) {
        const held = finder.world.readStatically(call.args[0].value, frame);
        if (identityOf(held) !== null) under(held, identityOf(held), path, call.range.start, null);
      }
      if (stageRow && !isSame && stageRow.reach !== 'app' && router.applications?.includes(receiver.name ?? ''))
        ofApplications.push(...stagesOfCall(finder, framework, router, stageRow, call, frame, routePath));
      if (stageRow && (isSame || stageRow.reach === 'app')) {
        const stages = stagesOfCall(finder, framework, router, stageRow, call, frame, routePath);
        if (isEarlier) before.push(...stages);
        // What is registered for the whole path of a request, like a route, is another route when it comes later.
        else if (!stageRow.isWholePath) after.push(...stages);
      }
      if (mountRow?.sharedBy && isSame)
        (isEarlier ? before : after).push(...sharedStages(finder, framework, router, mountRow.sharedBy, call, frame, routePath));
      if (mountRow && !isSame) {
        const mounted = mountedIn(finder.world, call, mountRow, frame, identity);
        if (!mounted) continue;
        const parentIdentity = routerIdentity(root, receiver, frame);
        isMounted ||= parentIdentity !== null;
        prefix = joinPaths(mounted.prefix, prefix) ?? prefix;
        const parent = stagesBefore(
          finder,
          framework,
          routerRowOf(framework, receiver) ?? router,
          parentIdentity,
          positionOf(call),
          path,
          seen,
          joinPaths(mounted.prefix, routePath),
        );
        before.unshift(
          ...parent.before,
          ...mounted.inline.flatMap((expr) => stagesFrom(finder, expr, router.params, framework.middlewarePasses ?? 'calls-next', frame)),
        );
        after.push(...parent.after);
        prefix = joinPaths(parent.prefix, prefix) ?? prefix;
        isWhole ||= parent.isWhole;
      }
    }
    for (const fn of module.functions) {
      for (const decorator of fn.decorators) {
        const member = decorator.kind === 'member' ? decorator : decorator.kind === 'call' && decorator.callee.kind === 'member' ? decorator.callee : null;
        const stageRow = member ? router.stages?.find((one) => one.member === member.property && one.form !== 'call') : undefined;
        if (!member || !stageRow) continue;
        const receiver = finder.world.readStatically(member.object, frame);
        const isSame = sameRouter(router, receiver, identity, member.object, frame, inPath) || isHandedIn(framework, receiver, member.object);
        const isOfApplication = router.applications?.includes(receiver.name ?? '') === true;
        if (stageRow.reach !== 'app' && !isSame && !isOfApplication) continue;
        (stageRow.reach === 'app' || isSame ? before : ofApplications).push({
          kind: 'before',
          expr: null,
          value: value({ callable: { path, functionId: fn.id, captured: null, self: null, special: null }, truth: TRUE }),
          passes: stageRow.passes ?? 'no-exception',
          params: router.params,
          at: { path, range: decorator.range },
        });
      }
    }
  }
  // Registered in a loop, or by a function that is handed it: the application is out of sight, and what stands in front of it is not.
  if (!isMounted) before.unshift(...ofApplications);
  return { before, after, prefix: prefix ?? '', keepsBytes, isWhole };
}

/** `app` as the parameter of a function that sets an application up. */
function isHandedIn(framework: FrameworkRow, receiver: Value, expr: Expr): boolean {
  return framework.middlewarePasses === 'returns-nothing' && receiver.name === null && expr.kind === 'name' && /^(app|application|flask_app)$/.test(expr.name);
}

/** Files that the application's files import and that attach stages to an application handed to them. */
export function initialisers(finder: Finder, paths: readonly string[], router: RouterRow): string[] {
  const found: string[] = [];
  for (const path of new Set(paths)) {
    const module = finder.world.project.module(path);
    for (const binding of module?.bindings ?? []) {
      if (binding.value?.kind !== 'module') continue;
      const { module: specifier, imported } = binding.value;
      const target =
        (imported ? finder.world.project.resolve(path, submoduleOf(specifier, imported)) : undefined) ?? finder.world.project.resolve(path, specifier);
      const other = target === undefined ? undefined : finder.world.project.module(target);
      if (target && other && attachesStages(other, router)) found.push(target);
    }
  }
  return found;
}

function attachesStages(module: Module, router: RouterRow): boolean {
  const isStage = (expr: Expr): boolean => expr.kind === 'member' && router.stages?.some((row) => row.member === expr.property) === true;
  return (
    callsIn(module).some((call) => isStage(call.callee)) ||
    module.functions.some((fn) => fn.decorators.some((one) => isStage(one.kind === 'call' ? one.callee : one)))
  );
}

/**
 * `self.receive = signed(self.receive)`, `receive = signed(receive)`: what wraps a handler where it stands, in front of its
 * registration and behind it.
 */
export function rewrapped(finder: Finder, handler: Expr | null, position: number): { readonly before: Stage[]; readonly after: Stage[] } {
  const before: Stage[] = [];
  const after: Stage[] = [];
  if (handler?.kind !== 'member' && (handler?.kind !== 'name' || handler.binding === null)) return { before, after };
  const isHandler = (expr: Expr): boolean =>
    handler.kind === 'name'
      ? expr.kind === 'name' && expr.binding === handler.binding
      : expr.kind === 'member' && expr.property === handler.property && spell(expr.object) === spell(handler.object);
  const isTarget = (target: Pattern): boolean =>
    target.kind === 'bind' ? handler.kind === 'name' && target.binding === handler.binding : target.kind === 'place' && isHandler(target.expr);
  const visit = (body: readonly Statement[]): void => {
    for (const statement of body) {
      if (
        statement.kind === 'assign' &&
        isTarget(statement.target) &&
        statement.value?.kind === 'call' &&
        statement.value.args.some((one) => isHandler(one.value))
      ) {
        const stages = decoratorStages(finder, [statement.value.callee]);
        if (statement.range.start > position) after.push(...stages.map((stage) => ({ ...stage, at: finder.place(statement.range) })));
        // The method of an object is looked up with what was given to it in front.
        else if (handler.kind === 'name') before.unshift(...stages);
      }
      for (const inner of bodiesOf(statement)) visit(inner);
    }
  };
  for (const fn of finder.module.functions) visit(fn.body);
  return { before, after };
}

export function routerRowOf(framework: FrameworkRow, held: Value): RouterRow | undefined {
  return framework.routers?.find((one) => held.name !== null && one.created.includes(held.name));
}

export function ownPrefix(finder: Finder, router: RouterRow, identity: string | null): string {
  if (router.prefix === undefined) return '';
  const made = madeBy(finder, identity);
  if (!made) return '';
  for (const at of typeof router.prefix === 'string' ? [router.prefix] : router.prefix) {
    const found = textAt((expr) => finder.world.readStatically(expr, made.frame), made.call, at);
    if (found !== null) return found;
  }
  return '';
}

/** The call that made a router. */
export function madeBy(finder: Finder, identity: string | null): { readonly call: CallExpr; readonly frame: Frame } | null {
  if (identity === null) return null;
  const [path = '', start] = identity.split(':');
  const module = finder.world.project.module(path);
  // A chain begins where its construction does, which is the shortest of them.
  const call = module && callsIn(module).findLast((one) => one.range.start === Number(start));
  return module && call ? { call, frame: { path, module, self: null, stack: [] } } : null;
}

function isApplication(finder: Finder, router: RouterRow, made: { readonly call: CallExpr; readonly frame: Frame }): boolean {
  return router.applications?.includes(finder.world.readStatically(made.call, made.frame).name ?? '') === true;
}

export function mountingFiles(finder: Finder, path: string, identity: string | null): string[] {
  const direct = finder.world.project.importersOf(identity ? fileOf(identity) : path).slice(0, 12);
  const further = direct.flatMap((one) => finder.world.project.importersOf(one).slice(0, 6));
  return [...new Set([...direct, ...further])].slice(0, 24);
}

export function stagesFrom(finder: Finder, expr: Expr, params: HandlerParams, passes: Stage['passes'], frame: Frame = finder.frame): Stage[] {
  if (expr.kind === 'list') return expr.items.flatMap((item) => stagesFrom(finder, item, params, passes, frame));
  if (expr.kind === 'spread') return stagesFrom(finder, expr.operand, params, passes, frame);
  if (expr.kind === 'literal' || expr.kind === 'record' || expr.kind === 'text') return [];
  const made = finder.world.definition(expr, frame);
  if (made.expr.kind === 'call' && finder.world.rows.call(finder.world.readStatically(made.expr.callee, made.frame).name ?? '')?.stage?.sequence)
    return made.expr.args.flatMap((one) => stagesFrom(finder, one.value, params, passes, made.frame));
  const held = finder.world.readStatically(expr, frame);
  const known = held.name === null ? undefined : finder.world.rows.call(held.name.replace(/\(\)$/, ''))?.stage;
  const composes = known?.composes;
  if (known?.anyOf && made.expr.kind === 'call') {
    const { list, all } = known.anyOf;
    const given = made.expr.args[Number(list)]?.value;
    const isAll = argumentAt(held.made ?? [], all.option)?.literal === all.equals;
    return given?.kind === 'list' ? related(finder, given.items, isAll, params, passes, made.frame) : [];
  }
  if (composes !== undefined && expr.kind === 'call')
    return expr.args.slice(Number(composes)).flatMap((one) => stagesFrom(finder, one.value, params, passes, frame));
  if (held.items)
    return held.items
      .filter((item) => item.callable || item.name)
      .map((item) => ({ kind: 'before' as const, expr: null, value: item, passes, params, at: { path: frame.path, range: expr.range } }));
  if (held.literal !== null) return [];
  return [{ kind: 'before', expr, value: held, passes, params, at: { path: frame.path, range: expr.range } }];
}

/** Stages all of which are passed, or one; what stands in a list of its own is the other way round. */
function related(finder: Finder, items: readonly Expr[], isAll: boolean, params: HandlerParams, passes: Stage['passes'], frame: Frame): Stage[] {
  const each = items.map((item) =>
    item.kind === 'list' ? related(finder, item.items, !isAll, params, passes, frame) : stagesFrom(finder, item, params, passes, frame),
  );
  const [first] = each.flat();
  return isAll || each.length < 2 || !first ? each.flat() : [{ ...first, anyOf: each }];
}

export function stagesOfCall(
  finder: Finder,
  framework: FrameworkRow,
  router: RouterRow,
  row: StageCallRow,
  call: CallExpr,
  frame: Frame,
  routePath: string | null,
): Stage[] {
  const passes = row.passes ?? framework.middlewarePasses ?? 'calls-next';
  let args = call.args.map((argument) => argument.value);
  let params = row.params ?? router.params;
  if (row.options) return call.args.length > 1 ? [] : optionStages(finder, row.options, call, router, frame, passes);
  if (row.events) {
    const moment = args[0]?.kind === 'literal' ? row.events[String(args[0].value)] : undefined;
    if (!moment) return [];
    params = moment;
    args = args.slice(1);
  } else if (row.parameter !== undefined) {
    const name = args[row.parameter] && textOf(finder.world.readStatically(args[row.parameter] as Expr, frame));
    if (routePath !== null && name && !hasParameter(routePath, name)) return [];
    args = args.slice(row.parameter + 1);
  } else if (row.path !== undefined && (args[row.path]?.kind === 'literal' || args[row.path]?.kind === 'text' || args[row.path]?.kind === 'list')) {
    const given = args[row.path] as Expr;
    const prefixes =
      given.kind === 'literal' ? [given.value] : given.kind === 'list' ? given.items.flatMap((item) => (item.kind === 'literal' ? [item.value] : [])) : [];
    const concerns =
      routePath === null || prefixes.some((one) => typeof one === 'string' && (row.isWholePath ? matches(one, routePath) : covers(one, routePath)));
    if (prefixes.length > 0 && !concerns) return [];
    args = args.slice(row.path + 1);
  }
  return args
    .flatMap((expr) => stagesFrom(finder, expr, params, passes, frame))
    .filter((stage) => !(stage.value.name !== null && router.created.includes(stage.value.name)))
    .map((stage) => (row.keeps === undefined ? stage : { ...stage, keeps: `${row.keeps}.*` }));
}

/** Stages in the members of a record: `guard({ beforeHandle: [a, b] })`. */
function optionStages(
  finder: Finder,
  members: readonly string[],
  call: CallExpr,
  router: RouterRow,
  frame: Frame,
  passes: Stage['passes'] = 'returns-nothing',
): Stage[] {
  return call.args.flatMap(({ value: given }) => {
    const { expr, frame: inside } = finder.world.definition(given, frame);
    if (expr.kind !== 'record') return [];
    return expr.entries
      .filter((entry) => entry.key !== null && members.includes(entry.key))
      .flatMap((entry) => stagesFrom(finder, entry.value, router.params, passes, inside));
  });
}

/** Stages of a mounted router that act on the one it is mounted on. */
function sharedStages(
  finder: Finder,
  framework: FrameworkRow,
  router: RouterRow,
  shared: NonNullable<MountRow['sharedBy']>,
  mount: CallExpr,
  frame: Frame,
  routePath: string | null,
): Stage[] {
  const given = mount.args[0]?.value;
  const identity = given ? routerIdentity(given, finder.world.readStatically(given, frame), frame) : null;
  const path = identity === null ? null : fileOf(identity);
  const module = path === null ? undefined : finder.world.project.module(path);
  if (identity === null || path === null || !module) return [];
  const inside: Frame = { path, module, self: null, stack: [] };
  const own = callsIn(module).filter((call) => {
    if (call.callee.kind !== 'member') return false;
    const root = chainRoot(router, call.callee.object);
    return routerIdentity(root, finder.world.readStatically(root, inside), inside) === identity;
  });
  const says = (call: CallExpr, option: string): boolean =>
    shared.values.includes(
      String(
        argumentAt(
          argumentsOf(call.args, (expr) => finder.world.readStatically(expr, inside)),
          option,
        )?.literal,
      ),
    );
  const isWholeShared = own.some((call) => call.callee.kind === 'member' && call.callee.property === shared.member && says(call, '0'));
  return own.flatMap((call) => {
    const row = call.callee.kind === 'member' ? router.stages?.find((one) => call.callee.kind === 'member' && one.member === call.callee.property) : undefined;
    return row && (isWholeShared || says(call, shared.option)) ? stagesOfCall(finder, framework, router, row, call, inside, routePath) : [];
  });
}

export function covers(prefix: string, path: string): boolean {
  const plain = prefix.replace(/\/?\*.*$/, '').replace(/\/$/, '');
  return plain === '' || path === plain || path.startsWith(`${plain}/`);
}

/** `/hooks/*` for `/hooks/parcels`, `/:kind/parcels` for `/hooks/parcels`. */
function matches(pattern: string, path: string): boolean {
  const parts = pattern.replace(/\/$/, '').split('/');
  const given = path.replace(/\/$/, '').split('/');
  for (const [index, part] of parts.entries()) {
    if (/^(\(\.\*\)|\{?\*\w*\}?)$/.test(part)) return true;
    if (given[index] !== part && (given[index] === undefined || !part.startsWith(':'))) return false;
  }
  return parts.length === given.length;
}

function hasParameter(path: string, name: string): boolean {
  return path.split('/').some((part) => part.replace(/[?(*].*$/, '') === `:${name}`);
}

export function mountedIn(
  world: World,
  call: CallExpr,
  row: MountRow,
  frame: Frame,
  identity: string | null,
): { prefix: string | null; inline: Expr[] } | null {
  if (identity === null) return null;
  const read = (expr: Expr): Value => world.readStatically(expr, frame);
  const isRouter = (expr: Expr): boolean => {
    const itself = expr.kind === 'call' && expr.callee.kind === 'member' && row.through?.includes(expr.callee.property) ? expr.callee.object : expr;
    return routerIdentity(itself, read(itself), frame) === identity;
  };
  const args = call.args.map((one) => one.value);
  const index = row.router !== 'last' ? row.router : row.through ? args.findIndex(isRouter) : args.length - 1;
  const argument = args[index];
  if (!argument || !isRouter(argument)) return null;
  const prefix = typeof row.path === 'number' ? (row.path === index ? null : textOf(read(args[row.path] as Expr))) : textAt(read, call, row.path);
  const inline = args.slice(0, index).filter((expr) => expr.kind !== 'literal');
  return { prefix, inline: typeof row.path === 'number' ? inline : [] };
}

function sameRouter(router: RouterRow, receiver: Value, identity: string | null, expr: Expr, frame: Frame, inPath: string): boolean {
  const own = routerIdentity(expr, receiver, frame);
  if (own !== null && own === identity) return true;
  // Routers that came in as parameters of different functions of one file: one router, unless every function has a scope of its own.
  const isHandedIn = (one: string | null): boolean => one === null || parameterOf(one) !== null;
  return isHandedIn(own) && isHandedIn(identity) && frame.path === inPath && expr.kind === 'name' && !router.mounts?.some((one) => one.by === 'function');
}

export function joinPaths(prefix: string | null, path: string | null): string | null {
  if (!prefix) return path;
  if (!path) return prefix;
  return `${prefix.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}
