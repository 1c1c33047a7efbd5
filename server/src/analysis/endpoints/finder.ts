/** Reads the registrations of one file: which calls and decorators are routes, and of which router. */
import type { Binding, CallExpr, Expr, FunctionNode, Module, Range, RecordExpr } from '../../ir/model.js';
import type { FrameworkRow, HandlerParams, RouteCallRow, RouterRow } from '../../knowledge/rows.js';
import type { Place } from '../finding.js';
import { argumentAt, argumentsOf } from '../read.js';
import { changed, TRUE, type Value, value } from '../value.js';
import { type Frame, movingRange, type World } from '../world.js';
import { methodOf, saidBehind } from './behind.js';
import { schemaStage } from './body-form.js';
import { entriesPassedTo, routesNamed } from './framework-names.js';
import { chainlessName, chainRoot, positionOf, routerIdentity } from './handed.js';
import type { Endpoint, Stage } from './model.js';
import { describedRoute, spreadOut } from './route-arguments.js';
import { decoratorStages, joinPaths, madeBy, ownDecorators, rewrapped, stagesBefore, stagesFrom } from './stages.js';
import { strategyStages } from './strategies.js';
import { type Meant, meantIn, type Turn, turnsOf } from './turns.js';
import { callsIn } from './walk.js';

export interface Registered {
  readonly call: CallExpr;
  readonly framework: FrameworkRow;
  readonly router: RouterRow;
  /** Tells one router from another: where it was made. */
  readonly identity: string | null;
  readonly row: RouteCallRow;
}

export class Finder {
  frame: Frame;

  constructor(
    readonly world: World,
    readonly frameworks: readonly FrameworkRow[],
    readonly path: string,
    readonly module: Module,
  ) {
    this.frame = { path, module, self: null, stack: [] };
  }

  /** The turn of a loop that a registration is read in. */
  turn: Turn | null = null;

  read(expr: Expr): Value {
    const meant = this.meant(expr);
    return this.world.readStatically(meant.expr, meant.frame);
  }

  /** In a loop over a table its names stand for parts of an entry. */
  meant(expr: Expr): Meant {
    return (this.turn && meantIn(this, this.turn, expr)) ?? { expr, frame: this.frame };
  }

  /** What a registration gives once, or in every turn of the loop that it stands in. */
  inTurns(call: CallExpr, register: () => readonly Endpoint[]): Endpoint[] {
    const turns = turnsOf(this, call);
    if (turns === null) return [...register()];
    const { frame } = this;
    return turns.flatMap((turn) => {
      this.turn = turn;
      const { entry } = turn;
      const found = register().map((endpoint) => ({ ...endpoint, route: { path: entry.frame.path, range: entry.expr.range }, registration: null }));
      this.turn = null;
      this.frame = frame;
      return found;
    });
  }

  /** Inside a class `this` is an object of it. */
  frameAt(range: Range): Frame {
    const inside = this.module.classes.filter((node) => node.range.start <= range.start && node.range.end >= range.end).pop();
    const self = inside ? value({ instance: { path: this.path, classId: inside.id, fields: null }, truth: TRUE }) : null;
    return { path: this.path, module: this.module, self, stack: [] };
  }

  place(range: Range): Place {
    return { path: this.path, range };
  }

  // ---------------------------------------------------------------------------------------- app.post(path, ...)
  routed(): Endpoint[] {
    const found: Endpoint[] = [];
    for (const call of callsIn(this.module)) {
      const mayBeRoute =
        call.callee.kind === 'member' ? routesNamed(this.frameworks, call.callee.property).length > 0 && !isQuestion(call) : call.callee.kind === 'index';
      if (!mayBeRoute) continue;
      this.frame = this.frameAt(call.range);
      found.push(...this.inTurns(call, () => this.routedBy(call)));
    }
    return found;
  }

  routedBy(call: CallExpr): Endpoint[] {
    const registered = this.routeCall(call);
    if (!registered || registered.row.form !== 'call') return [];
    const { row, framework, router } = registered;
    if (row.record) return this.recorded(call, registered, row.record);
    let path = textAt(this.read.bind(this), call, row.path);
    let handlersFrom = typeof row.handlers === 'number' ? row.handlers : 1;
    const viaRoute = routeChain(call);
    let links: readonly CallExpr[] = [];
    if (viaRoute) {
      path = textOf(this.read(viaRoute.args[0]?.value as Expr));
      handlersFrom = 0;
      links = linksBefore(call, viaRoute, router);
    } else if (typeof row.path === 'number' && path !== null && !path.startsWith('/') && call.args.length > row.path + 2) {
      // A route may have a name in front of its path.
      const behind = textAt(this.read.bind(this), call, row.path + 1);
      if (behind?.startsWith('/')) {
        path = behind;
        handlersFrom += 1;
      }
    }
    const { handler, handlerExpr, handlerPath, inline } = this.handlersOf(call, row, handlersFrom, router, framework);
    if (!handler) return [];
    const described = row.described ? describedRoute(this, call, row.described, router, framework) : null;
    path = described?.path ?? path;
    inline.unshift(...(described?.stages ?? []));
    const passes = framework.middlewarePasses ?? 'calls-next';
    inline.unshift(...links.flatMap((link) => link.args.flatMap((one) => stagesFrom(this, one.value, router.params, passes))));
    return [
      this.endpoint({
        framework,
        router,
        identity: registered.identity,
        methods: described?.methods ?? this.methodsOf(call, row),
        path,
        at: call.range,
        call,
        handlersFrom,
        handler,
        handlerExpr,
        ...(handlerPath === undefined ? {} : { handlerPath }),
        inline,
        params: router.params,
      }),
    ];
  }

  /** Routes given as records: `app.route({ method, url, handler })`, `server.route([...])`. */
  recorded(call: CallExpr, registered: Registered, spec: NonNullable<RouteCallRow['record']>): Endpoint[] {
    const { framework, router, identity } = registered;
    const given = call.args[0] && this.meant(call.args[0].value);
    if (!given) return [];
    return recordsOf(this.world, given.expr, given.frame).flatMap(({ record, frame }) => {
      const read = (expr: Expr): Value => this.world.readStatically(expr, frame);
      const handlerExpr = spec.handlers.map((member) => entryAt(record, member)).find((one) => one !== null) ?? null;
      const pathExpr = entryAt(record, spec.path);
      const handler = handlerExpr ? read(handlerExpr) : null;
      if (!handlerExpr || !handler || handler.literal !== null) return [];
      const methodExpr = entryAt(record, spec.methods);
      const method = methodExpr ? read(methodExpr) : null;
      const methods = [method, ...(method?.items ?? [])].flatMap((one) => (typeof one?.literal === 'string' ? [one.literal.toUpperCase()] : []));
      const endpoint = this.endpoint({
        framework,
        router,
        identity,
        methods: methods.includes('*') ? [] : methods,
        path: pathExpr ? textOf(read(pathExpr)) : null,
        at: call.range,
        call,
        handlersFrom: 0,
        handler,
        handlerExpr,
        inline: [...strategyStages(this, record, router, frame), ...hooksOf(this, record, router, frame)],
        params: router.params,
      });
      const keepsBytes = endpoint.keepsBytes || keepsExact(this, router, identity, record, frame);
      const at = movingRange(
        () => record.range.start,
        () => Math.max(record.range.start + 1, pathExpr?.range.end ?? record.range.start + 1),
      );
      return [{ ...endpoint, route: { path: frame.path, range: at }, handlerExpr: { expr: handlerExpr, path: frame.path }, registration: null, keepsBytes }];
    });
  }

  handlersOf(
    call: CallExpr,
    row: RouteCallRow,
    from: number,
    router: RouterRow,
    framework: FrameworkRow,
  ): { handler: Value | null; handlerExpr: Expr | null; handlerPath?: string; inline: Stage[] } {
    const inline: Stage[] = [];
    for (const options of call.args.slice(from)) {
      if (!router.routeHooks) break;
      const { expr, frame } = this.world.definition(options.value, this.frame);
      if (expr.kind === 'record') inline.push(...hooksOf(this, expr, router, frame));
    }
    if (typeof row.handlers === 'string') {
      const [index, keyword] = row.handlers.split(':');
      const argument = (keyword ? call.args.find((one) => one.name === keyword) : undefined) ?? call.args.filter((one) => one.name === null)[Number(index)];
      const method = row.controller !== undefined && argument ? methodOf(this, router, call, argument.value, row.controller) : null;
      if (method) return { handler: method, handlerExpr: null, inline };
      const meant = argument ? this.meant(argument.value) : null;
      return {
        handler: meant && this.handlerValue(meant.expr, meant.frame),
        handlerExpr: meant?.expr ?? null,
        ...(meant ? { handlerPath: meant.frame.path } : {}),
        inline,
      };
    }
    const given = call.args.slice(from).flatMap((argument) => spreadOut(this, argument));
    const { expr: last, frame } = given[given.length - 1] ?? { expr: null, frame: this.frame };
    if (!last) return { handler: null, handlerExpr: null, inline: [] };
    let handlerExpr = last;
    inline.unshift(...given.slice(0, -1).flatMap((one) => stagesFrom(this, one.expr, router.params, framework.middlewarePasses ?? 'calls-next', one.frame)));
    // `fastify.post(path, { config, preHandler, handler }, handler)`
    if (given.length >= 1 && last.kind === 'record') {
      const inside = last.entries.find((entry) => entry.key === 'handler');
      if (!inside) return { handler: null, handlerExpr: null, inline };
      handlerExpr = inside.value;
    }
    const handler = this.handlerValue(handlerExpr, frame);
    return { handler, handlerExpr, handlerPath: frame.path, inline };
  }

  /** What is registered: a function, a wrapper's call, or something that cannot be read. Text and records are no handlers. */
  handlerValue(expr: Expr, frame: Frame = this.frame): Value | null {
    if (expr.kind === 'literal' || expr.kind === 'record' || expr.kind === 'text' || expr.kind === 'list') return null;
    const held = this.world.readStatically(expr, frame);
    if (held.callable) return held;
    if (expr.kind === 'call') return changed(held, { literal: null });
    if (held.literal !== null || held.setting) return null;
    return held;
  }

  routeCall(call: CallExpr): Registered | null {
    const property = propertyOf(this, call.callee);
    if (property === null || (call.callee.kind !== 'member' && call.callee.kind !== 'index')) return null;
    let { object } = call.callee;
    const chained = routeChain(call);
    if (chained && chained.callee.kind === 'member') object = chained.callee.object;
    let held: Value | null = null;
    for (const { framework, router, row } of routesNamed(this.frameworks, property)) {
      held ??= this.read(object);
      const root = chained ? object : chainRoot(router, object);
      const start = root === object ? held : this.read(root);
      if (start.name !== null && router.created.includes(chainlessName(router, start.name)))
        return { call, framework, router, identity: routerIdentity(root, start, this.frame), row };
    }
    if (held === null || held.name !== null || held.callable || held.instance || held.fields) return null;
    return this.routeByConvention(call, object, property);
  }

  /** `app`, `router` and the like that come in as a parameter, where the framework is in sight and the call looks like a route. */
  routeByConvention(call: CallExpr, object: Expr, property: string): Registered | null {
    const name = object.kind === 'name' ? object.name : object.kind === 'member' ? object.property : null;
    if (name === null || !/^(app|server|fastify|instance|api|router|.*router|.*routes?|bp|blueprint|.*_bp)$/i.test(name)) return null;
    const [first] = call.args;
    if (!first || (first.value.kind !== 'literal' && first.value.kind !== 'text')) return null;
    const last = call.args[call.args.length - 1]?.value;
    const imports = this.importedPackages();
    for (const { framework, router, row } of routesNamed(this.frameworks, property)) {
      const isInSight = framework.packages.some((one) => imports.has(one));
      if (row.form === 'call' && typeof row.handlers !== 'string' && (!last || last === first.value || !isFunctionLike(last, this.read(last)))) continue;
      if (isInSight || (router.byConvention && /^(app|router|.*router)$/i.test(name) && row.form === 'call' && takesTwo(last, this.module)))
        return { call, framework, router, identity: routerIdentity(object, this.read(object), this.frame), row };
    }
    return null;
  }

  packages: ReadonlySet<string> | null = null;
  readonly mayBeRouters = new Map<Binding, boolean>();
  readonly handedIn = new Map<CallExpr, readonly (string | null)[]>();
  readonly callsAbout = new Map<Module, Map<RouterRow, readonly CallExpr[]>>();

  /** The calls of a function that entry points are passed to, by its canonical name. */
  callsOf(name: string): readonly CallExpr[] {
    if (this.calls === null) {
      const byName = new Map<string, CallExpr[]>();
      const { names, lastNames } = entriesPassedTo(this.frameworks);
      for (const call of callsIn(this.module)) {
        if (call.callee.kind === 'member' ? !lastNames.has(call.callee.property) : call.callee.kind !== 'name') continue;
        const called = this.read(call.callee).name;
        if (called !== null && names.has(called)) byName.set(called, [...(byName.get(called) ?? []), call]);
      }
      this.calls = byName;
    }
    return this.calls.get(name) ?? [];
  }

  calls: ReadonlyMap<string, readonly CallExpr[]> | null = null;

  importedPackages(): ReadonlySet<string> {
    if (this.packages === null) {
      const found = new Set<string>();
      for (const binding of this.module.bindings) {
        if (binding.value?.kind !== 'module') continue;
        found.add(binding.value.module);
        found.add(
          binding.value.module
            .split('/')
            .slice(0, binding.value.module.startsWith('@') ? 2 : 1)
            .join('/'),
        );
        found.add(binding.value.module.split('.')[0] ?? '');
      }
      this.packages = found;
    }
    return this.packages;
  }

  methodsOf(call: CallExpr, row: RouteCallRow): readonly string[] {
    if (Array.isArray(row.methods)) return row.methods as readonly string[];
    const spec = row.methods as { readonly argument: number | string; readonly default: readonly string[] };
    const keyword = String(spec.argument).replace(/^.*:/, '');
    const given = typeof spec.argument === 'number' ? call.args[spec.argument] : call.args.find((one) => one.name === keyword);
    if (!given) return spec.default;
    const held = this.read(given.value);
    const named = (held.items ?? [held]).flatMap((item) => (typeof item.literal === 'string' ? [item.literal.toUpperCase()] : []));
    return named.length > 0 ? named : ['POST'];
  }

  // -------------------------------------------------------------------------------------- @app.route(path)
  decorated(): Endpoint[] {
    const found: Endpoint[] = [];
    for (const fn of this.module.functions) {
      fn.decorators.forEach((decorator, index) => {
        if (decorator.kind !== 'call') return;
        const registered = this.routeCall(decorator);
        if (!registered || registered.row.form !== 'decorator') return;
        const { row, framework, router } = registered;
        // Decorators below the route wrap the handler; the innermost is applied first.
        const handler = this.functionValue(fn);
        found.push(
          this.endpoint({
            framework,
            router,
            identity: registered.identity,
            methods: this.methodsOf(decorator, row),
            path: textAt(this.read.bind(this), decorator, row.path),
            at: decorator.range,
            call: decorator,
            handlersFrom: 0,
            handler,
            inline: [],
            params: router.params,
            decorators: fn.decorators.slice(index + 1).filter((one) => !this.isRoute(one)),
            above: fn.decorators.slice(0, index).filter((one) => !this.isRoute(one)),
            name: fn.name ?? '',
          }),
        );
      });
    }
    for (const call of callsIn(this.module)) if (call.callee.kind === 'call') found.push(...this.inTurns(call, () => this.decoratedBy(call)));
    return found;
  }

  /** `app.route('/x', methods=['POST'])(handler)` */
  decoratedBy(call: CallExpr): Endpoint[] {
    if (call.callee.kind !== 'call' || call.args.length !== 1) return [];
    const registered = this.routeCall(call.callee);
    const given = call.args[0];
    if (!registered || registered.row.form !== 'decorator' || !given) return [];
    const meant = this.meant(given.value);
    const handler = this.handlerValue(meant.expr, meant.frame);
    if (!handler) return [];
    const { row, framework, router } = registered;
    return [
      this.endpoint({
        framework,
        router,
        identity: registered.identity,
        methods: this.methodsOf(call.callee, row),
        path: textAt(this.read.bind(this), call.callee, row.path),
        at: call.range,
        call: call.callee,
        handlersFrom: 0,
        handler,
        handlerExpr: meant.expr,
        handlerPath: meant.frame.path,
        inline: [],
        params: router.params,
      }),
    ];
  }

  isRoute(expr: Expr): boolean {
    return expr.kind === 'call' && this.routeCall(expr) !== null;
  }

  functionValue(fn: FunctionNode): Value {
    return value({ callable: { path: this.path, functionId: fn.id, captured: null, self: null, special: null }, truth: TRUE });
  }

  functionName(held: Value): string {
    return (held.callable && this.world.functionAt(held.callable.path, held.callable.functionId)?.name) ?? 'default';
  }

  // ------------------------------------------------------------------------------------------------ stages
  endpoint(parts: {
    framework: FrameworkRow;
    router: RouterRow;
    identity: string | null;
    methods: readonly string[];
    path: string | null;
    at: Range;
    call: CallExpr;
    handlersFrom: number;
    handler: Value;
    inline: readonly Stage[];
    params: HandlerParams;
    decorators?: readonly Expr[];
    above?: readonly Expr[];
    name?: string;
    handlerExpr?: Expr | null;
    handlerPath?: string;
  }): Endpoint {
    const around = stagesBefore(this, parts.framework, parts.router, parts.identity, positionOf(parts.call), this.path, new Set(), parts.path);
    const wraps = rewrapped(this, parts.handlerExpr ?? null, parts.call.range.end);
    const behind = saidBehind(this, parts.router, parts.call);
    return {
      framework: parts.framework,
      methods: parts.methods,
      path: joinPaths(joinPaths(around.prefix, behind.prefix), parts.path ?? ''),
      isWholePath: around.isWhole,
      route: this.place(headOf(parts.call)),
      name: parts.name ?? this.functionName(parts.handler),
      handler: parts.handler,
      handlerExpr: parts.handlerExpr ? { expr: parts.handlerExpr, path: parts.handlerPath ?? this.path } : null,
      params: parts.params,
      injected: null,
      stages: [
        ...around.before,
        ...behind.stages,
        ...parts.inline,
        ...wraps.before,
        ...(parts.decorators ? decoratorStages(this, parts.decorators) : ownDecorators(this, parts.handler)),
      ],
      attachedLate: [...around.after, ...decoratorStages(this, parts.above ?? []), ...wraps.after],
      registration: { path: this.path, call: parts.call.range, handlersFrom: parts.handlersFrom },
      siblingMethods: [],
      keepsBytes:
        around.keepsBytes || parts.call.args.some((one) => one.value.kind === 'record' && keepsExact(this, parts.router, null, one.value, this.frame)),
    };
  }
}

/** The stages that a route names in its own options. */
function hooksOf(finder: Finder, record: RecordExpr, router: RouterRow, frame: Frame): Stage[] {
  const hooks = hooksNamedIn(finder, record, router, frame);
  const [schema] = (router.bodySchemas ?? []).flatMap((member) => entryAt(record, member) ?? []);
  return schema ? [...hooks, schemaStage({ path: frame.path, range: schema.range })] : hooks;
}

function hooksNamedIn(finder: Finder, record: RecordExpr, router: RouterRow, frame: Frame): Stage[] {
  return (router.routeHooks ?? []).flatMap((row) => {
    const given = entryAt(record, row.member);
    if (!given) return [];
    const hooks = given.kind === 'list' ? given.items : [given];
    return hooks.flatMap((hook) => {
      const held = hook.kind === 'record' && row.method ? (entryAt(hook, row.method) ?? hook) : hook;
      return stagesFrom(finder, held, row.params, row.passes ?? 'no-exception', frame);
    });
  });
}

/** An option of the route, or of the router where it was made, switches the parser of the body off. */
function keepsExact(finder: Finder, router: RouterRow, identity: string | null, record: RecordExpr, frame: Frame): boolean {
  const made = madeBy(finder, identity);
  const options = made?.call.args.map((one) => ({ expr: one.value, frame: made.frame })) ?? [];
  return (router.rawRoutes ?? []).some(({ option, equals }) =>
    [{ expr: record, frame }, ...options].some((one) => {
      const given = one.expr.kind === 'record' ? entryAt(one.expr, option) : null;
      return given !== null && finder.world.readStatically(given, one.frame).literal === equals;
    }),
  );
}

/** `options.pre` of a record as it is written. */
export function entryAt(record: RecordExpr, member: string): Expr | null {
  let at: Expr = record;
  for (const key of member.split('.')) {
    if (at.kind !== 'record') return null;
    const next: Expr | undefined = at.entries.find((entry) => entry.key === key)?.value;
    if (!next) return null;
    at = next;
  }
  return at;
}

function recordsOf(world: World, given: Expr, givenFrame: Frame, depth = 4): { readonly record: RecordExpr; readonly frame: Frame }[] {
  if (depth === 0) return [];
  if (given.kind === 'spread') return recordsOf(world, given.operand, givenFrame, depth - 1);
  const { expr, frame } = world.definition(given, givenFrame);
  if (expr.kind === 'record') return [{ record: expr, frame }];
  if (expr.kind === 'list') return expr.items.flatMap((item) => recordsOf(world, item, frame, depth - 1));
  return [];
}

/** `headers.get('x-signature')`: a name alone, and nothing that would answer. */
function isQuestion(call: CallExpr): boolean {
  const [first] = call.args;
  return call.args.length === 1 && first !== undefined && (first.value.kind === 'literal' || first.value.kind === 'text') && routeChain(call) === null;
}

export function routeChain(call: CallExpr): CallExpr | null {
  let at: Expr = call.callee.kind === 'member' ? call.callee.object : call.callee;
  for (let guard = 0; guard < 8 && at.kind === 'call' && at.callee.kind === 'member'; guard += 1) {
    if (at.callee.property === 'route' && at.args.length === 1 && at.args[0]?.value.kind === 'literal') return at;
    at = at.callee.object;
  }
  return null;
}

/** `.all(check)` and `.post(check)` in front of `.post(receive)`, all of one `route('/x')`. */
function linksBefore(call: CallExpr, route: CallExpr, router: RouterRow): CallExpr[] {
  const found: CallExpr[] = [];
  const own = call.callee.kind === 'member' ? call.callee.property : null;
  let at: Expr = call.callee.kind === 'member' ? call.callee.object : call;
  while (at !== route && at.kind === 'call' && at.callee.kind === 'member') {
    const { property } = at.callee;
    if (property === own || router.stages?.some((one) => one.isWholePath && one.member === property)) found.unshift(at);
    at = at.callee.object;
  }
  return found;
}

/** `app.post`, and `app[route.method]` where a loop says what that is. */
function propertyOf(finder: Finder, callee: Expr): string | null {
  if (callee.kind === 'member') return callee.property;
  return callee.kind === 'index' && finder.turn !== null ? (textOf(finder.read(callee.index))?.toLowerCase() ?? null) : null;
}

/** The part of a registration that a reader points at: `app.post('/path'` without its functions. */
export function headOf(call: CallExpr): Range {
  const first = call.args.find((argument) => argument.value.kind === 'literal' || argument.value.kind === 'text');
  // Further down a chain it is the link that registers it.
  const isLink = call.callee.kind === 'member' && call.callee.object.kind === 'call' && routeChain(call) === null;
  const from = isLink && call.callee.kind === 'member' ? call.callee.propertyRange : call.range;
  return movingRange(
    () => from.start,
    () => (first ? Math.min(first.value.range.end, call.range.end) : call.callee.range.end),
  );
}

export function isFunctionLike(expr: Expr, held: Value): boolean {
  return held.callable !== null || expr.kind === 'function' || expr.kind === 'call' || expr.kind === 'member' || expr.kind === 'name';
}

export function takesTwo(expr: Expr | undefined, module: Module): boolean {
  if (expr?.kind !== 'function') return false;
  const fn = module.functions[expr.functionId];
  return (fn?.params.length ?? 0) >= 2;
}

export function textOf(held: Value | undefined): string | null {
  return typeof held?.literal === 'string' ? held.literal : null;
}

export function textAt(read: (expr: Expr) => Value, call: CallExpr, at: number | string): string | null {
  if (typeof at === 'number') {
    const argument = call.args[at];
    return argument && argument.name === null ? textOf(read(argument.value)) : null;
  }
  if (/^\d+\./.test(at)) return textOf(argumentAt(argumentsOf(call.args, read), at) ?? undefined);
  const [index = '', keyword] = at.split(':');
  const argument = call.args.find((one) => one.name === keyword) ?? (index === 'name' ? undefined : call.args[Number(index)]);
  return argument ? textOf(read(argument.value)) : null;
}
