/** Finds the endpoints that a file registers, and what stands in front of them in this and other files. */

import picomatch from 'picomatch';
import { bodiesOf } from '../../ir/bind.js';
import type { CallExpr, Expr, FunctionNode, Module, Range, Statement } from '../../ir/model.js';
import type { ControllerRow, EntryPointRow, FileRouteRow, FrameworkRow, HandlerParams, RouteCallRow, RouterRow, StageCallRow } from '../../knowledge/rows.js';
import type { Place } from '../finding.js';
import { argumentAt, argumentsOf } from '../read.js';
import { spell } from '../refine.js';
import { TRUE, unknown, type Value, value } from '../value.js';
import type { Frame, World } from '../world.js';
import { namesIn } from './by-name.js';
import type { Endpoint, Stage } from './model.js';
import { callsIn } from './walk.js';

export function discoverEndpoints(world: World, frameworks: readonly FrameworkRow[], path: string): Endpoint[] {
  const module = world.project.module(path);
  if (!module) return [];
  const finder = new Finder(world, frameworks, path, module);
  const found = [...finder.routed(), ...finder.decorated(), ...finder.inFiles(), ...finder.inControllers(), ...finder.entryPoints()];
  return withSiblings(found.length > 0 ? found : finder.byParameters());
}

function withSiblings(found: readonly Endpoint[]): Endpoint[] {
  return found.map((endpoint) => ({
    ...endpoint,
    siblingMethods: [
      ...new Set(
        found
          .filter((other) => other !== endpoint && other.path === endpoint.path && other.route.path === endpoint.route.path)
          .flatMap((other) => other.methods),
      ),
    ],
  }));
}

interface Registered {
  readonly call: CallExpr;
  readonly framework: FrameworkRow;
  readonly router: RouterRow;
  /** Tells one router from another: where it was made. */
  readonly identity: string | null;
  readonly row: RouteCallRow;
}

class Finder {
  private frame: Frame;

  constructor(
    private readonly world: World,
    private readonly frameworks: readonly FrameworkRow[],
    private readonly path: string,
    private readonly module: Module,
  ) {
    this.frame = { path, module, self: null, stack: [] };
  }

  private read(expr: Expr): Value {
    return this.world.readStatically(expr, this.frame);
  }

  /** Inside a class `this` is an object of it. */
  private frameAt(range: Range): Frame {
    const inside = this.module.classes.filter((node) => node.range.start <= range.start && node.range.end >= range.end).pop();
    const self = inside ? value({ instance: { path: this.path, classId: inside.id, fields: null }, truth: TRUE }) : null;
    return { path: this.path, module: this.module, self, stack: [] };
  }

  private place(range: Range): Place {
    return { path: this.path, range };
  }

  // ---------------------------------------------------------------------------------------- app.post(path, ...)

  routed(): Endpoint[] {
    const found: Endpoint[] = [];
    for (const call of callsIn(this.module)) {
      this.frame = this.frameAt(call.range);
      const registered = this.routeCall(call);
      if (!registered || registered.row.form !== 'call') continue;
      const { row, framework, router } = registered;
      let path = textAt(this.read.bind(this), call, row.path);
      let handlersFrom = typeof row.handlers === 'number' ? row.handlers : 1;
      const viaRoute = routeChain(call);
      if (viaRoute) {
        path = textOf(this.read(viaRoute.args[0]?.value as Expr));
        handlersFrom = 0;
      }
      const { handler, handlerExpr, inline } = this.handlersOf(call, row, handlersFrom, router, framework);
      if (!handler) continue;
      found.push(
        this.endpoint({
          framework,
          router,
          identity: registered.identity,
          methods: this.methodsOf(call, row),
          path,
          at: call.range,
          call,
          handlersFrom,
          handler,
          handlerExpr,
          inline,
          params: router.params,
        }),
      );
    }
    return found;
  }

  private handlersOf(
    call: CallExpr,
    row: RouteCallRow,
    from: number,
    router: RouterRow,
    framework: FrameworkRow,
  ): { handler: Value | null; handlerExpr: Expr | null; inline: Stage[] } {
    if (typeof row.handlers === 'string') {
      const [index, keyword] = row.handlers.split(':');
      const argument = call.args.find((one) => one.name === keyword) ?? call.args.filter((one) => one.name === null)[Number(index)];
      return { handler: argument ? this.handlerValue(argument.value) : null, handlerExpr: argument?.value ?? null, inline: [] };
    }
    const given = call.args.slice(from).flatMap((argument) => (argument.value.kind === 'list' ? argument.value.items : [argument.value]));
    const last = given[given.length - 1];
    if (!last) return { handler: null, handlerExpr: null, inline: [] };
    let handlerExpr = last;
    const inline: Stage[] = given.slice(0, -1).flatMap((expr) => this.stagesFrom(expr, router.params, framework.middlewarePasses ?? 'calls-next'));
    // `fastify.post(path, { config, preHandler, handler }, handler)`
    if (given.length >= 1 && last.kind === 'record') {
      const inside = last.entries.find((entry) => entry.key === 'handler');
      if (!inside) return { handler: null, handlerExpr: null, inline };
      handlerExpr = inside.value;
    }
    for (const options of given) {
      if (options.kind !== 'record') continue;
      for (const entry of options.entries) {
        if (entry.key === null || !/^(preHandler|onRequest|preValidation|preParsing)$/.test(entry.key)) continue;
        const hooks = entry.value.kind === 'list' ? entry.value.items : [entry.value];
        for (const hook of hooks) inline.push(...this.stagesFrom(hook, router.params, 'no-exception'));
      }
    }
    const handler = this.handlerValue(handlerExpr);
    return { handler, handlerExpr, inline };
  }

  /** What is registered: a function, a wrapper's call, or something that cannot be read. Text and records are no handlers. */
  private handlerValue(expr: Expr): Value | null {
    if (expr.kind === 'literal' || expr.kind === 'record' || expr.kind === 'text' || expr.kind === 'list') return null;
    const held = this.read(expr);
    if (held.callable) return held;
    if (expr.kind === 'call') return { ...held, literal: null };
    if (held.literal !== null || held.setting) return null;
    return held;
  }

  private routeCall(call: CallExpr): Registered | null {
    if (call.callee.kind !== 'member') return null;
    const { property } = call.callee;
    let object = call.callee.object;
    const chained = routeChain(call);
    if (chained && chained.callee.kind === 'member') object = chained.callee.object;
    let held: Value | null = null;
    for (const framework of this.frameworks) {
      for (const router of framework.routers ?? []) {
        const row = router.routes.find((one) => one.member === property);
        if (!row) continue;
        held ??= this.read(object);
        if (held.name !== null && router.created.includes(held.name)) return { call, framework, router, identity: identityOf(held), row };
      }
    }
    if (held === null || held.name !== null || held.callable || held.instance || held.fields) return null;
    return this.routeByConvention(call, object, property);
  }

  /** `app`, `router` and the like that come in as a parameter, where the framework is in sight and the call looks like a route. */
  private routeByConvention(call: CallExpr, object: Expr, property: string): Registered | null {
    const name = object.kind === 'name' ? object.name : object.kind === 'member' ? object.property : null;
    if (name === null || !/^(app|server|fastify|instance|api|router|.*router|.*routes?|bp|blueprint|.*_bp)$/i.test(name)) return null;
    const [first] = call.args;
    if (!first || (first.value.kind !== 'literal' && first.value.kind !== 'text')) return null;
    const last = call.args[call.args.length - 1]?.value;
    const imports = this.importedPackages();
    for (const framework of this.frameworks) {
      const isInSight = framework.packages.some((one) => imports.has(one));
      for (const router of framework.routers ?? []) {
        const row = router.routes.find((one) => one.member === property);
        if (!row) continue;
        if (row.form === 'call' && typeof row.handlers !== 'string' && (!last || last === first.value || !isFunctionLike(last, this.read(last)))) continue;
        if (isInSight || (router.byConvention && /^(app|router|.*router)$/i.test(name) && row.form === 'call' && takesTwo(last, this.module)))
          return { call, framework, router, identity: null, row };
      }
    }
    return null;
  }

  private packages: ReadonlySet<string> | null = null;
  private importedPackages(): ReadonlySet<string> {
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

  private methodsOf(call: CallExpr, row: RouteCallRow): readonly string[] {
    if (Array.isArray(row.methods)) return row.methods as readonly string[];
    const spec = row.methods as { readonly argument: number | string; readonly default: readonly string[] };
    const keyword = String(spec.argument).replace(/^.*:/, '');
    const given = call.args.find((one) => one.name === keyword);
    if (!given) return spec.default;
    const held = this.read(given.value);
    const named = (held.items ?? []).flatMap((item) => (typeof item.literal === 'string' ? [item.literal.toUpperCase()] : []));
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
    for (const call of callsIn(this.module)) {
      // `app.route('/x', methods=['POST'])(handler)`
      if (call.callee.kind !== 'call' || call.args.length !== 1) continue;
      const registered = this.routeCall(call.callee);
      if (!registered || registered.row.form !== 'decorator') continue;
      const handler = this.handlerValue(call.args[0]?.value as Expr);
      if (!handler) continue;
      const { row, framework, router } = registered;
      found.push(
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
          handlerExpr: call.args[0]?.value ?? null,
          inline: [],
          params: router.params,
        }),
      );
    }
    return found;
  }

  private isRoute(expr: Expr): boolean {
    return expr.kind === 'call' && this.routeCall(expr) !== null;
  }

  private functionValue(fn: FunctionNode): Value {
    return value({ callable: { path: this.path, functionId: fn.id, captured: null, self: null, special: null }, truth: TRUE });
  }

  // ------------------------------------------------------------------------------------- files and classes

  inFiles(): Endpoint[] {
    const found: Endpoint[] = [];
    for (const framework of this.frameworks) {
      for (const row of framework.fileRoutes ?? []) {
        if (!matcher(row)(this.path)) continue;
        for (const name of row.exports) {
          const exported = this.module.exports.find((one) => one.name === name);
          if (!exported) continue;
          const held =
            exported.value.kind === 'module' ? this.world.imported(this.path, exported.value.module, exported.value.imported) : this.read(exported.value);
          const at = this.exportRange(exported.value, name);
          if (!held.callable && exported.value.kind !== 'call' && exported.value.kind !== 'name' && exported.value.kind !== 'module') continue;
          const handlerExpr = exported.value.kind === 'name' ? this.initialValue(exported.value) : exported.value;
          found.push({
            framework,
            methods: row.methods ?? (name === name.toUpperCase() ? [name] : []),
            path: routePath(this.path),
            route: this.place(at),
            name: name === 'default' ? this.functionName(held) : name,
            handler: held,
            params: row.params,
            injected: null,
            stages: [],
            attachedLate: [],
            registration: null,
            siblingMethods: [],
            keepsBytes: false,
            handlerExpr: { expr: handlerExpr, path: this.path },
          });
        }
        break;
      }
    }
    return found;
  }

  private functionName(held: Value): string {
    return (held.callable && this.world.functionAt(held.callable.path, held.callable.functionId)?.name) ?? 'default';
  }

  private initialValue(expr: Extract<Expr, { kind: 'name' }>): Expr {
    const binding = expr.binding === null ? undefined : this.module.bindings[expr.binding];
    return binding?.value ?? expr;
  }

  /** Where a reader looks for an exported handler: the function's head, or the export itself. */
  private exportRange(expr: Expr, name: string): Range {
    const binding = expr.kind === 'name' && expr.binding !== null ? this.module.bindings[expr.binding] : undefined;
    const functionId =
      binding?.functionId ?? (expr.kind === 'function' ? expr.functionId : binding?.value?.kind === 'function' ? binding.value.functionId : null);
    if (functionId !== null && functionId !== undefined) {
      const fn = this.module.functions[functionId];
      if (fn) return fn.nameRange.end > fn.nameRange.start ? fn.nameRange : { start: fn.range.start, end: Math.min(fn.range.end, fn.bodyRange.start) };
    }
    void name;
    return binding?.value?.range ?? expr.range;
  }

  inControllers(): Endpoint[] {
    const found: Endpoint[] = [];
    for (const framework of this.frameworks) for (const row of framework.controllers ?? []) found.push(...this.controllersOf(framework, row));
    return found;
  }

  private controllersOf(framework: FrameworkRow, row: ControllerRow): Endpoint[] {
    const found: Endpoint[] = [];
    for (const node of this.module.classes) {
      const marked = node.decorators.find((one) => row.decorators?.includes(this.read(one).name ?? ''));
      const isBased = node.bases.some((one) => row.bases?.includes(this.read(one).name ?? ''));
      if (!marked && !isBased) continue;
      const prefix = marked?.kind === 'call' && marked.args[0] ? (textOf(this.read(marked.args[0].value)) ?? '') : '';
      const instance = value({ instance: { path: this.path, classId: node.id, fields: null }, truth: TRUE });
      const classStages = this.guardStages(node.decorators, row);
      for (const id of node.methods) {
        const fn = this.module.functions[id];
        if (!fn) continue;
        const handler = value({ callable: { path: this.path, functionId: id, captured: null, self: instance, special: null }, truth: TRUE });
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
        if (isBased && byName) {
          const registration = this.viewRegistration(node.name, framework, row);
          const stages = registration?.router
            ? this.stagesBefore(registration.framework, registration.router, registration.identity, registration.at.start, this.path, new Set(), null).before
            : [];
          found.push({
            ...common,
            methods: byName,
            path: registration?.path ?? null,
            route: this.place(fn.nameRange),
            params: [],
            injected: null,
            stages: [
              ...stages,
              ...this.decoratorStages([
                ...listed(node.fields.find((field) => field.name === row.decoratorField || field.name === 'method_decorators')?.value),
                ...fn.decorators,
              ]),
            ],
          });
          continue;
        }
        for (const decorator of fn.decorators) {
          const methods = row.routeDecorators?.[this.read(decorator).name ?? ''];
          if (!methods || decorator.kind !== 'call') continue;
          const own = decorator.args[0] ? (textOf(this.read(decorator.args[0].value)) ?? '') : '';
          const injected = fn.params.map((param) => {
            for (const one of param.decorators) {
              const type = row.paramDecorators?.[this.read(one).name ?? ''];
              if (type) {
                const key = one.kind === 'call' && one.args[0] ? textOf(this.read(one.args[0].value)) : null;
                return key === null ? type : `${type}.${key}`;
              }
            }
            return null;
          });
          found.push({
            ...common,
            methods,
            path: joinPaths(prefix, own),
            route: this.place(decorator.range),
            params: null,
            injected,
            stages: [...classStages, ...this.guardStages(fn.decorators, row)],
          });
        }
      }
    }
    return found;
  }

  private viewRegistration(
    className: string | null,
    framework: FrameworkRow,
    row: ControllerRow,
  ): { path: string | null; framework: FrameworkRow; router: RouterRow; identity: string | null; at: Range } | null {
    if (className === null) return null;
    for (const call of callsIn(this.module)) {
      const mentions = call.args.some(
        (argument) =>
          argument.value.kind === 'call' &&
          argument.value.callee.kind === 'member' &&
          argument.value.callee.property === 'as_view' &&
          argument.value.callee.object.kind === 'name' &&
          argument.value.callee.object.name === className,
      );
      if (mentions) {
        const registered = this.routeCall(call);
        if (registered)
          return {
            path: textAt(this.read.bind(this), call, 0),
            framework: registered.framework,
            router: registered.router,
            identity: registered.identity,
            at: call.range,
          };
      }
      if (
        call.callee.kind === 'member' &&
        row.registeredBy?.includes(call.callee.property) &&
        call.args[0]?.value.kind === 'name' &&
        call.args[0].value.name === className
      ) {
        const router = framework.routers?.[0];
        if (router) return { path: textAt(this.read.bind(this), call, 1), framework, router, identity: null, at: call.range };
      }
    }
    return null;
  }

  private guardStages(decorators: readonly Expr[], row: ControllerRow): Stage[] {
    const stages: Stage[] = [];
    for (const decorator of decorators) {
      if (decorator.kind !== 'call') continue;
      const spec = row.guardDecorators?.[this.read(decorator).name ?? ''];
      if (!spec) {
        // A decorator of the project may bundle others: `applyDecorators(UseGuards(X))`.
        continue;
      }
      for (const argument of decorator.args) {
        const held = this.read(argument.value);
        const ref = held.classRef ?? held.instance;
        const self = value({ instance: ref, truth: TRUE });
        const method = ref ? this.world.instanceMember(ref, self, spec.method) : null;
        stages.push({
          kind: 'before',
          expr: null,
          value: method ?? { ...held, at: this.place(argument.value.range) },
          passes: spec.passes,
          params: spec.params,
          at: this.place(argument.value.range),
        });
      }
    }
    return stages;
  }

  private decoratorStages(decorators: readonly Expr[]): Stage[] {
    return decorators.map((decorator) => ({
      kind: 'wraps',
      expr: decorator,
      value: this.read(decorator),
      passes: 'no-exception',
      params: [],
      at: this.place(decorator.range),
    }));
  }

  // ------------------------------------------------------------------------------------------- entry points

  entryPoints(): Endpoint[] {
    const found: Endpoint[] = [];
    for (const framework of this.frameworks) {
      for (const row of framework.entryPoints ?? []) {
        for (const name of row.exports ?? []) found.push(...this.exportedEntry(framework, row, name));
        if (row.passedTo) found.push(...this.passedEntry(framework, row, row.passedTo));
      }
    }
    return found;
  }

  private exportedEntry(framework: FrameworkRow, row: EntryPointRow, name: string): Endpoint[] {
    if (this.frameworks.some((one) => one.fileRoutes?.some((route) => matcher(route)(this.path)))) return [];
    const exported = this.module.exports.find((one) => one.name === name) ?? (row.member ? undefined : this.recordExport(name));
    if (!exported) return [];
    let held = this.read(exported.value);
    if (row.member) held = held.fields?.get(row.member) ?? unknown;
    if (!held.callable) return [];
    const fn = this.world.functionAt(held.callable.path, held.callable.functionId);
    if (!fn || fn.params.length === 0 || !looksLikeEntry(row, fn)) return [];
    const range = held.callable.path === this.path ? fn.nameRange : exported.value.range;
    return [
      {
        framework,
        methods: [],
        path: null,
        route: this.place(range),
        name: fn.name ?? name,
        handler: held,
        params: row.params,
        injected: null,
        stages: [],
        attachedLate: [],
        registration: null,
        siblingMethods: [],
        keepsBytes: false,
        handlerExpr: null,
      },
    ];
  }

  private recordExport(name: string): { name: string; value: Expr } | undefined {
    const whole = this.module.exports.find((one) => one.name === 'default' && one.value.kind === 'record');
    if (whole?.value.kind !== 'record') return undefined;
    const entry = whole.value.entries.find((one) => one.key === name);
    return entry ? { name, value: entry.value } : undefined;
  }

  private passedEntry(framework: FrameworkRow, row: EntryPointRow, passedTo: { readonly call: string; readonly argument: number }): Endpoint[] {
    const found: Endpoint[] = [];
    for (const call of callsIn(this.module)) {
      const last = passedTo.call.split('.').pop() as string;
      if (call.callee.kind === 'member' ? call.callee.property !== last : call.callee.kind !== 'name') continue;
      if (this.read(call.callee).name !== passedTo.call) continue;
      for (const argument of call.args) {
        let held = this.read(argument.value);
        if (held.fields) held = held.fields.get(row.member ?? 'fetch') ?? held.fields.get('handler') ?? unknown;
        if (!held.callable) continue;
        found.push({
          framework,
          methods: [],
          path: null,
          route: this.place(call.range),
          name: this.functionName(held),
          handler: held,
          params: row.params,
          injected: null,
          stages: [],
          attachedLate: [],
          registration: { path: this.path, call: call.range, handlersFrom: passedTo.argument },
          siblingMethods: [],
          keepsBytes: false,
          handlerExpr: null,
        });
        break;
      }
    }
    return found;
  }

  /** Handlers outside any router. What stands in front of them is not in sight. */
  byParameters(): Endpoint[] {
    const found: Endpoint[] = [];
    const seen = new Set<number>();
    for (const framework of this.frameworks) {
      const spec = framework.functionsTaking;
      if (!spec || !/hook/i.test(this.path)) continue;
      for (const exported of this.module.exports) {
        const held = this.read(exported.value);
        if (held.callable?.path !== this.path || seen.has(held.callable.functionId)) continue;
        const fn = this.module.functions[held.callable.functionId];
        const names = fn?.params.flatMap((param) => namesIn(param.pattern)) ?? [];
        if (!fn || !names.some((name) => spec.headers.includes(name)) || !names.some((name) => spec.body.includes(name))) continue;
        if (/^(verif|valid|check|parse|is|assert|extract|get|create|build|sign)/i.test(fn.name ?? '')) continue;
        seen.add(fn.id);
        const at = fn.nameRange.end > fn.nameRange.start ? fn.nameRange : { start: fn.range.start, end: fn.bodyRange.start };
        found.push({
          framework,
          methods: [],
          path: null,
          route: this.place(at),
          name: fn.name ?? exported.name,
          handler: held,
          params: null,
          injected: null,
          stages: [],
          attachedLate: [],
          registration: null,
          siblingMethods: [],
          keepsBytes: false,
          handlerExpr: null,
        });
      }
    }
    return found;
  }

  // ------------------------------------------------------------------------------------------------ stages

  private endpoint(parts: {
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
  }): Endpoint {
    const around = this.stagesBefore(parts.framework, parts.router, parts.identity, parts.at.start, this.path, new Set(), parts.path);
    return {
      framework: parts.framework,
      methods: parts.methods,
      path: joinPaths(around.prefix, parts.path ?? ''),
      route: this.place(headOf(parts.call)),
      name: parts.name ?? this.functionName(parts.handler),
      handler: parts.handler,
      handlerExpr: parts.handlerExpr ? { expr: parts.handlerExpr, path: this.path } : null,
      params: parts.params,
      injected: null,
      stages: [...around.before, ...parts.inline, ...this.decoratorStages(parts.decorators ?? [])],
      attachedLate: [...around.after, ...this.decoratorStages(parts.above ?? []), ...this.wrappedLater(parts.handlerExpr ?? null, parts.call.range.end)],
      registration: { path: this.path, call: parts.call.range, handlersFrom: parts.handlersFrom },
      siblingMethods: [],
      keepsBytes: around.keepsBytes,
    };
  }

  /** The stages that run before a place on a router: its own, and those of the routers and apps it is mounted on. */
  private stagesBefore(
    framework: FrameworkRow,
    router: RouterRow,
    identity: string | null,
    position: number,
    inPath: string,
    seen: Set<string>,
    routePath: string | null,
  ): { before: Stage[]; after: Stage[]; prefix: string; keepsBytes: boolean } {
    const key = identity ?? `${inPath}?`;
    if (seen.has(key) || seen.size > 6) return { before: [], after: [], prefix: '', keepsBytes: false };
    seen.add(key);
    const before: Stage[] = [];
    const after: Stage[] = [];
    let prefix = this.ownPrefix(router, identity);
    let keepsBytes = false;
    const candidates = [inPath, ...(identity ? [identity.split(':')[0] as string] : []), ...this.mountingFiles(inPath, identity)];
    if (framework.middlewarePasses === 'returns-nothing') candidates.push(...this.initialisers(candidates, router));
    for (const path of new Set(candidates)) {
      const module = this.world.project.module(path);
      if (!module) continue;
      const frame: Frame = { path, module, self: null, stack: [] };
      for (const call of callsIn(module)) {
        if (call.callee.kind !== 'member') continue;
        const { property } = call.callee;
        const stageRow = router.stages?.find((one) => one.member === property && one.form !== 'decorator');
        const mountRow = router.mounts?.find((one) => one.member === property);
        const parser = router.rawParsers?.find((one) => one.member === property);
        if (parser)
          keepsBytes ||= parser.values.includes(
            String(
              argumentAt(
                argumentsOf(call.args, (expr) => this.world.readStatically(expr, frame)),
                parser.option,
              )?.literal,
            ),
          );
        if (!stageRow && !mountRow) continue;
        const receiver = this.world.readStatically(call.callee.object, frame);
        const isHandedIn =
          framework.middlewarePasses === 'returns-nothing' &&
          receiver.name === null &&
          call.callee.object.kind === 'name' &&
          /^(app|application|flask_app)$/.test(call.callee.object.name);
        const isSame = sameRouter(receiver, identity, call.callee.object, path === inPath) || (isHandedIn && stageRow !== undefined);
        if (stageRow && (isSame || stageRow.reach === 'app')) {
          const stages = stagesOfCall(this, framework, router, stageRow, call, frame, routePath);
          const isEarlier = path !== inPath || call.range.start < position || framework.middlewarePasses === 'returns-nothing';
          (isEarlier ? before : after).push(...stages);
        }
        if (mountRow && !isSame) {
          const mounted = mountedIn(this.world, call, mountRow, frame, identity);
          if (!mounted) continue;
          prefix = joinPaths(mounted.prefix, prefix) ?? prefix;
          const parent = this.stagesBefore(
            framework,
            this.routerRowOf(framework, receiver) ?? router,
            identityOf(receiver),
            call.range.start,
            path,
            seen,
            joinPaths(mounted.prefix, routePath),
          );
          before.unshift(
            ...parent.before,
            ...mounted.inline.flatMap((expr) => this.stagesFrom(expr, router.params, framework.middlewarePasses ?? 'calls-next', frame)),
          );
          prefix = joinPaths(parent.prefix, prefix) ?? prefix;
        }
      }
      for (const fn of module.functions) {
        for (const decorator of fn.decorators) {
          const member = decorator.kind === 'member' ? decorator : decorator.kind === 'call' && decorator.callee.kind === 'member' ? decorator.callee : null;
          const stageRow = member ? router.stages?.find((one) => one.member === member.property && one.form !== 'call') : undefined;
          if (!member || !stageRow) continue;
          const receiver = this.world.readStatically(member.object, frame);
          if (stageRow.reach !== 'app' && !sameRouter(receiver, identity, member.object, path === inPath)) continue;
          before.push({
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
    return { before, after, prefix: prefix ?? '', keepsBytes };
  }

  /** Files that the application's files import and that attach stages to an application handed to them. */
  private initialisers(paths: readonly string[], router: RouterRow): string[] {
    const found: string[] = [];
    for (const path of new Set(paths)) {
      const module = this.world.project.module(path);
      for (const binding of module?.bindings ?? []) {
        if (binding.value?.kind !== 'module' || binding.owner !== 0) continue;
        const { module: specifier, imported } = binding.value;
        const target =
          (imported ? this.world.project.resolve(path, specifier.endsWith('.') ? `${specifier}${imported}` : `${specifier}.${imported}`) : undefined) ??
          this.world.project.resolve(path, specifier);
        const other = target === undefined ? undefined : this.world.project.module(target);
        if (
          target &&
          other &&
          callsIn(other).some(
            (call) => call.callee.kind === 'member' && router.stages?.some((row) => call.callee.kind === 'member' && row.member === call.callee.property),
          )
        )
          found.push(target);
      }
    }
    return found;
  }

  /** `self.receive = signed(self.receive)` behind the registration of `self.receive`. */
  private wrappedLater(handler: Expr | null, position: number): Stage[] {
    if (handler?.kind !== 'member') return [];
    const isHandler = (expr: Expr): boolean => expr.kind === 'member' && expr.property === handler.property && spell(expr.object) === spell(handler.object);
    const stages: Stage[] = [];
    const visit = (body: readonly Statement[]): void => {
      for (const statement of body) {
        if (
          statement.kind === 'assign' &&
          statement.range.start > position &&
          statement.target.kind === 'place' &&
          isHandler(statement.target.expr) &&
          statement.value?.kind === 'call' &&
          statement.value.args.some((one) => isHandler(one.value))
        ) {
          stages.push(...this.decoratorStages([statement.value.callee]).map((stage) => ({ ...stage, at: this.place(statement.range) })));
        }
        for (const inner of bodiesOf(statement)) visit(inner);
      }
    };
    for (const fn of this.module.functions) visit(fn.body);
    return stages;
  }

  private routerRowOf(framework: FrameworkRow, held: Value): RouterRow | undefined {
    return framework.routers?.find((one) => held.name !== null && one.created.includes(held.name));
  }

  private ownPrefix(router: RouterRow, identity: string | null): string {
    if (router.prefix === undefined || identity === null) return '';
    const [path = '', start] = identity.split(':');
    const module = this.world.project.module(path);
    const made = module && callsIn(module).find((call) => call.range.start === Number(start));
    if (!module || !made) return '';
    const keyword = String(router.prefix).replace(/^.*:/, '');
    const argument = made.args.find((one) => one.name === keyword);
    return argument ? (textOf(this.world.readStatically(argument.value, { path, module, self: null, stack: [] })) ?? '') : '';
  }

  private mountingFiles(path: string, identity: string | null): string[] {
    const direct = this.world.project.importersOf(identity?.split(':')[0] ?? path).slice(0, 12);
    const further = direct.flatMap((one) => this.world.project.importersOf(one).slice(0, 6));
    return [...new Set([...direct, ...further])].slice(0, 24);
  }

  stagesFrom(expr: Expr, params: HandlerParams, passes: Stage['passes'], frame: Frame = this.frame): Stage[] {
    if (expr.kind === 'list') return expr.items.flatMap((item) => this.stagesFrom(item, params, passes, frame));
    if (expr.kind === 'spread') return this.stagesFrom(expr.operand, params, passes, frame);
    if (expr.kind === 'literal' || expr.kind === 'record' || expr.kind === 'text') return [];
    const held = this.world.readStatically(expr, frame);
    if (held.items)
      return held.items
        .filter((item) => item.callable || item.name)
        .map((item) => ({ kind: 'before' as const, expr: null, value: item, passes, params, at: { path: frame.path, range: expr.range } }));
    if (held.literal !== null) return [];
    return [{ kind: 'before', expr, value: held, passes, params, at: { path: frame.path, range: expr.range } }];
  }
}

function stagesOfCall(
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
  if (row.path !== undefined && (args[row.path]?.kind === 'literal' || args[row.path]?.kind === 'text' || args[row.path]?.kind === 'list')) {
    const given = args[row.path] as Expr;
    const prefixes =
      given.kind === 'literal' ? [given.value] : given.kind === 'list' ? given.items.flatMap((item) => (item.kind === 'literal' ? [item.value] : [])) : [];
    const isHook = router.stages?.some((one) => one.passes === 'no-exception' && one.member === 'addHook');
    const concerns = isHook
      ? prefixes.some((one) => one === 'preHandler' || one === 'onRequest' || one === 'preValidation')
      : routePath === null || prefixes.some((one) => typeof one === 'string' && covers(one, routePath));
    if (prefixes.length > 0 && !concerns) return [];
    args = args.slice(row.path + 1);
  }
  return args
    .flatMap((expr) => finder.stagesFrom(expr, router.params, passes, frame))
    .filter((stage) => !(stage.value.name !== null && router.created.includes(stage.value.name)));
}

function covers(prefix: string, path: string): boolean {
  const plain = prefix.replace(/\/?\*.*$/, '').replace(/\/$/, '');
  return plain === '' || path === plain || path.startsWith(`${plain}/`);
}

/** A function called `handler` is an endpoint when it takes an event apart like one. */
function looksLikeEntry(row: EntryPointRow, fn: FunctionNode): boolean {
  if (!row.takes) return true;
  const first = fn.params[0]?.pattern;
  if (fn.params.length < (row.takes.atLeast ?? 1)) return false;
  if (first?.kind === 'bind') return row.takes.named.includes(first.name);
  return first?.kind === 'fields' && first.fields.some((field) => field.key !== null && row.takes?.fields?.includes(field.key));
}

function listed(expr: Expr | null | undefined): readonly Expr[] {
  return expr?.kind === 'list' ? expr.items : [];
}

function mountedIn(
  world: World,
  call: CallExpr,
  row: { readonly path: number | string; readonly router: number | 'last' },
  frame: Frame,
  identity: string | null,
): { prefix: string | null; inline: Expr[] } | null {
  const read = (expr: Expr): Value => world.readStatically(expr, frame);
  const index = row.router === 'last' ? call.args.length - 1 : row.router;
  const argument = call.args[index]?.value;
  if (!argument || identity === null || identityOf(read(argument)) !== identity) return null;
  const prefix = typeof row.path === 'number' ? (row.path === index ? null : textOf(read(call.args[row.path]?.value as Expr))) : textAt(read, call, row.path);
  const inline = call.args
    .slice(0, index)
    .map((one) => one.value)
    .filter((expr) => expr.kind !== 'literal');
  return { prefix, inline: typeof row.path === 'number' ? inline : [] };
}

function sameRouter(receiver: Value, identity: string | null, expr: Expr, isSameFile: boolean): boolean {
  const own = identityOf(receiver);
  if (own !== null && identity !== null) return own === identity;
  // A router that came in as a parameter: by name, in its own file only.
  return identity === null && own === null && isSameFile && expr.kind === 'name';
}

/** Where a router was made. */
export function identityOf(held: Value): string | null {
  return held.name !== null && held.at ? `${held.at.path}:${held.at.range.start}` : null;
}

function routeChain(call: CallExpr): CallExpr | null {
  let at: Expr = call.callee.kind === 'member' ? call.callee.object : call.callee;
  for (let guard = 0; guard < 8 && at.kind === 'call' && at.callee.kind === 'member'; guard += 1) {
    if (at.callee.property === 'route' && at.args.length === 1 && at.args[0]?.value.kind === 'literal') return at;
    at = at.callee.object;
  }
  return null;
}

/** The part of a registration that a reader points at: `app.post('/path'` without its functions. */
function headOf(call: CallExpr): Range {
  const first = call.args.find((argument) => argument.value.kind === 'literal' || argument.value.kind === 'text');
  return { start: call.range.start, end: first ? Math.min(first.value.range.end, call.range.end) : call.callee.range.end };
}

function isFunctionLike(expr: Expr, held: Value): boolean {
  return held.callable !== null || expr.kind === 'function' || expr.kind === 'call' || expr.kind === 'member' || expr.kind === 'name';
}

function takesTwo(expr: Expr | undefined, module: Module): boolean {
  if (expr?.kind !== 'function') return false;
  const fn = module.functions[expr.functionId];
  return (fn?.params.length ?? 0) >= 2;
}

function textOf(held: Value | undefined): string | null {
  return typeof held?.literal === 'string' ? held.literal : null;
}

function textAt(read: (expr: Expr) => Value, call: CallExpr, at: number | string): string | null {
  if (typeof at === 'number') {
    const argument = call.args[at];
    return argument && argument.name === null ? textOf(read(argument.value)) : null;
  }
  const keyword = at.replace(/^.*:/, '');
  const argument = call.args.find((one) => one.name === keyword);
  return argument ? textOf(read(argument.value)) : null;
}

export function joinPaths(prefix: string | null, path: string | null): string | null {
  if (!prefix) return path;
  if (!path) return prefix;
  return `${prefix.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}

const matchers = new WeakMap<FileRouteRow, (path: string) => boolean>();

function matcher(row: FileRouteRow): (path: string) => boolean {
  let match = matchers.get(row);
  if (match === undefined) {
    match = picomatch([...row.files], { dot: true });
    matchers.set(row, match);
  }
  return match;
}

/** `app/api/hooks/route.ts` -> `/api/hooks`. */
function routePath(path: string): string {
  return `/${path
    .replace(/\.[a-z]+$/, '')
    .replace(/^(.*\/)?(app|pages|routes)\//, '')
    .replace(/\/(route|index|\+server)$/, '')}`;
}
