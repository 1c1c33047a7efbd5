/** Endpoints that are functions: exported by a telling name, for what they take, or handed to a server. */
import type { CallExpr, Expr, FunctionNode, Range } from '../../ir/model.js';
import type { EntryPointRow, FrameworkRow, PassedToRow } from '../../knowledge/rows.js';
import type { DeclaredHandler } from '../project.js';
import { argumentAt, argumentsOf } from '../read.js';
import { unknown, type Value, value } from '../value.js';
import { namesIn } from './by-name.js';
import { headOf, isFileRoute } from './files.js';
import { type Finder, textOf } from './finder.js';
import type { Endpoint, Stage } from './model.js';
import { pipelineOf } from './pipelines.js';
import { servedPaths } from './served-paths.js';
import { ownDecorators } from './stages.js';

export function entryPoints(finder: Finder): Endpoint[] {
  const found: Endpoint[] = [];
  const add = (row: EntryPointRow, endpoints: readonly Endpoint[]): void => {
    for (const endpoint of endpoints) {
      // Of two frameworks that know the same call, the more special one comes first.
      if (found.some((one) => one.route.range.start === endpoint.route.range.start && one.framework !== endpoint.framework)) continue;
      found.push(...(row.servesPaths && endpoint.path === null ? servedPaths(finder, endpoint) : [endpoint]));
    }
  };
  for (const framework of finder.frameworks) {
    for (const row of framework.entryPoints ?? []) {
      if (row.below !== undefined && !`/${finder.path}`.includes(`/${row.below}/`)) continue;
      const declared = row.declared ? (finder.world.project.declaredHandlers?.(finder.path) ?? []) : [];
      const silent = new Set(declared.filter((one) => !one.isHttp).map((one) => one.name));
      for (const one of declared) if (one.isHttp) add(row, exportedEntry(finder, framework, row, one.name, one));
      for (const name of row.exports ?? [])
        if (!silent.has(name) && !declared.some((one) => one.name === name)) add(row, exportedEntry(finder, framework, row, name, null));
      if (finder.module.exports.length === 0) for (const name of row.functions ?? []) add(row, exportedEntry(finder, framework, row, name, null));
      if (row.passedTo) add(row, passedEntry(finder, framework, row, row.passedTo));
    }
  }
  return found;
}

/** What a deployment file says of an exported handler. */
type Declared = DeclaredHandler | null;

function exportedEntry(finder: Finder, framework: FrameworkRow, row: EntryPointRow, name: string, declared: Declared): Endpoint[] {
  if (!row.member && isFileRoute(finder, name)) return [];
  const exported = finder.module.exports.find((one) => one.name === name) ?? (row.member ? undefined : (recordExport(finder, name) ?? topLevel(finder, name)));
  if (!exported) return [];
  const member = row.member ? finder.read(exported.value).fields?.get(row.member) : undefined;
  const pipeline = row.member ? null : pipelineOf(finder, framework, exported.value);
  const handlerExpr = row.member ? null : (pipeline?.handler ?? madeExpr(finder, exported.value));
  let held = row.member ? (member ?? unknown) : finder.read(pipeline?.handler ?? exported.value);
  const inner = held.callable ? null : handlerExpr && innerFunction(finder, handlerExpr);
  if (inner) held = inner;
  if (!held.callable) return [];
  const fn = finder.world.functionAt(held.callable.path, held.callable.functionId);
  // What is handed to a wrapper need not take the event itself.
  if (!fn || (!declared && !inner && (fn.params.length === 0 || !looksLikeEntry(row, fn))) || (inner && !declared && !isAboutHooks(finder, row, fn))) return [];
  const isHere = held.callable.path === finder.path && fn.nameRange.end > fn.nameRange.start;
  const range = isHere && !inner ? fn.nameRange : isHere && inner && fn.name !== null ? fn.nameRange : exported.value.range;
  return [
    {
      ...bare(framework, row, held, fn.name ?? name),
      methods: declared?.method ? [declared.method] : [],
      path: declared?.path ?? pathBelow(finder, row),
      isWholePath: declared?.path !== undefined && declared.path !== null,
      route: finder.place(range),
      stages: [...authorizerStages(finder, row, declared), ...(pipeline?.stages ?? []), ...ownDecorators(finder, held)],
      handlerExpr: inner && handlerExpr ? { expr: handlerExpr, path: finder.path } : null,
    },
  ];
}

/** What a gateway asks first: a function of the project, or the platform. */
function authorizerStages(finder: Finder, row: EntryPointRow, declared: Declared): Stage[] {
  const authorizer = declared?.authorizer;
  if (!authorizer) return [];
  const path = authorizer.kind === 'function' ? finder.world.project.resolve(finder.path, fromTop(finder.path, authorizer.handler.stem)) : undefined;
  const held = authorizer.kind === 'function' && path !== undefined ? finder.world.imports.exported(path, authorizer.handler.name, new Set()) : null;
  const named = value({ name: authorizer.kind === 'platform' ? 'lambda.platformAuthorizer' : `authorizer ${authorizer.name}` });
  const at = { path: path ?? finder.path, range: { start: 0, end: 0 } };
  return [{ kind: 'before', expr: null, value: held?.callable ? held : named, passes: 'returns-allowance', params: row.params, at }];
}

function fromTop(from: string, path: string): string {
  return `${'../'.repeat(from.split('/').length - 1) || './'}${path}`;
}

/** The call that an export is the result of. */
function madeExpr(finder: Finder, expr: Expr): Expr | null {
  const made = finder.world.definition(expr, finder.frame);
  return made.expr.kind === 'call' && made.frame.path === finder.path ? made.expr : null;
}

/** The function that is handed to wrappers: `signed(async (event) => ...)`, `wrap(receive)`. */
function innerFunction(finder: Finder, expr: Expr, depth = 0): Value | null {
  const { expr: meant, frame } = finder.world.definition(expr, finder.frame);
  if (meant.kind !== 'call') {
    const held = finder.world.readStatically(meant, frame);
    return held.callable ? held : null;
  }
  if (depth > 4) return null;
  for (const one of [...meant.args].reverse()) {
    if (one.value.kind === 'literal' || one.value.kind === 'record') continue;
    const found = innerFunction(finder, one.value, depth + 1);
    if (found) return found;
  }
  return null;
}

/** A wrapped function is an entry when it is handed what entries are, or its file is about hooks. */
function isAboutHooks(finder: Finder, row: EntryPointRow, fn: FunctionNode): boolean {
  return (fn.params.length > 0 && looksLikeEntry(row, fn)) || /hook/i.test(finder.path);
}

/** A function of a module that exports everything it has. */
function topLevel(finder: Finder, name: string): { name: string; value: Expr } | undefined {
  if (finder.module.exports.length > 0) return undefined;
  const binding = finder.module.bindings.find((one) => one.owner === 0 && one.name === name && one.functionId !== null);
  const fn = binding?.functionId == null ? undefined : finder.module.functions[binding.functionId];
  return binding && fn ? { name, value: { kind: 'name', name, binding: binding.id, range: fn.nameRange } } : undefined;
}

function recordExport(finder: Finder, name: string): { name: string; value: Expr } | undefined {
  const whole = finder.module.exports.find((one) => one.name === 'default' && one.value.kind === 'record');
  if (whole?.value.kind !== 'record') return undefined;
  const entry = whole.value.entries.find((one) => one.key === name);
  return entry ? { name, value: entry.value } : undefined;
}

// -------------------------------------------------------------------------------------- handed to a server

function passedEntry(finder: Finder, framework: FrameworkRow, row: EntryPointRow, passedTo: PassedToRow): Endpoint[] {
  const found: Endpoint[] = [];
  for (const call of finder.callsOf(passedTo.call)) {
    const { when } = passedTo;
    if (when && textOf(call.args[when.argument] && finder.read(call.args[when.argument]?.value as Expr)) !== when.equals) continue;
    const args = argumentsOf(call.args, (expr) => finder.read(expr));
    const textIn = (ref: number | string | undefined): string | null => textOf(argumentAt(args, ref) ?? undefined);
    const methods = argumentAt(args, passedTo.methods)?.items?.flatMap((one) => (typeof one.literal === 'string' ? [one.literal.toUpperCase()] : [])) ?? [];
    const name = exportOf(finder, call);
    const path = textIn(passedTo.path) ?? textIn(passedTo.name) ?? (passedTo.exportIsPath ? name : null) ?? pathBelow(finder, row);
    const common = (held: Value, at: Range, of: CallExpr): Endpoint => ({
      ...bare(framework, row, held, name ?? finder.functionName(held)),
      methods,
      path: path === null ? null : `/${path.replace(/^\//, '')}`,
      route: finder.place(at),
      registration: { path: finder.path, call: of.range, handlersFrom: passedTo.argument },
    });
    const table = row.routes === undefined ? undefined : argumentAt(args, `${passedTo.argument}.${row.routes}`)?.fields;
    for (const [address, entry] of table ?? [])
      for (const [method, held] of entry.callable ? [[null, entry] as const] : (entry.fields ?? []))
        if (held.callable)
          found.push({
            ...common(held, routeRange(finder, held, call), call),
            methods: method === null ? [] : [method],
            path: address,
            isWholePath: !address.includes('*'),
          });
    const handler = handedFunction(finder, call, row);
    if (handler) found.push({ ...common(handler.held, call.range, call), handlerExpr: handler.expr ? { expr: handler.expr, path: finder.path } : null });
  }
  return found;
}

/** The name under which the result of a call is exported. */
function exportOf(finder: Finder, call: CallExpr): string | null {
  return finder.module.exports.find((row) => finder.world.definition(row.value, finder.frame).expr === call)?.name ?? null;
}

function routeRange(finder: Finder, held: Value, call: CallExpr): Range {
  const fn = held.callable?.path === finder.path ? finder.module.functions[held.callable.functionId] : undefined;
  if (!fn || fn.range.start < call.range.start || fn.range.end > call.range.end) return call.range;
  return fn.nameRange.end > fn.nameRange.start ? fn.nameRange : headOf(fn);
}

/** The function among the arguments: itself, a member of options, or what is inside a wrapper's call. */
function handedFunction(finder: Finder, call: CallExpr, row: EntryPointRow): { held: Value; expr: Expr | null } | null {
  for (const argument of call.args) {
    let held = finder.read(argument.value);
    let { value: expr } = argument as { value: Expr };
    if (held.fields && !held.callable) {
      const key = [row.member ?? 'fetch', 'handler'].find((one) => held.fields?.has(one));
      if (key === undefined) continue;
      const entry = expr.kind === 'record' ? expr.entries.find((one) => one.key === key) : undefined;
      held = held.fields.get(key) ?? unknown;
      if (entry) expr = entry.value;
    }
    if (held.callable) return { held, expr: null };
    const made = expr.kind === 'call' || expr.kind === 'name' ? madeExpr(finder, expr) : null;
    const inner = made && innerFunction(finder, made);
    if (inner) return { held: inner, expr: made };
  }
  return null;
}

/** `supabase/functions/parcel-hook/index.ts` -> `/parcel-hook`. */
function pathBelow(finder: Finder, row: EntryPointRow): string | null {
  if (row.below === undefined) return null;
  const rest = `/${finder.path}`.split(`/${row.below}/`).pop() ?? '';
  return `/${rest.replace(/\.[a-z]+$/, '').replace(/\/index$/, '')}`;
}

function bare(framework: FrameworkRow, row: EntryPointRow, held: Value, name: string): Omit<Endpoint, 'route'> {
  return {
    framework,
    methods: [],
    path: null,
    name,
    handler: held,
    params: row.params,
    injected: null,
    stages: [] as Stage[],
    attachedLate: [],
    registration: null,
    siblingMethods: [],
    keepsBytes: false,
    handlerExpr: null,
  };
}

/** Handlers outside any router. What stands in front of them is not in sight. */
export function byParameters(finder: Finder): Endpoint[] {
  const found: Endpoint[] = [];
  const seen = new Set<number>();
  for (const framework of finder.frameworks) {
    const spec = framework.functionsTaking;
    if (!spec || !/hook/i.test(finder.path)) continue;
    for (const exported of finder.module.exports) {
      const held = finder.read(exported.value);
      if (held.callable?.path !== finder.path || seen.has(held.callable.functionId)) continue;
      const fn = finder.module.functions[held.callable.functionId];
      const names = fn?.params.flatMap((param) => namesIn(param.pattern)) ?? [];
      if (!fn || !names.some((name) => spec.headers.includes(name)) || !names.some((name) => spec.body.includes(name))) continue;
      if (/^(verif|valid|check|parse|is|assert|extract|get|create|build|sign)/i.test(fn.name ?? '')) continue;
      seen.add(fn.id);
      const at = fn.nameRange.end > fn.nameRange.start ? fn.nameRange : headOf(fn);
      found.push({
        framework,
        methods: [],
        path: null,
        route: finder.place(at),
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

/** A function called `handler` is an endpoint when it takes an event apart like one. */
export function looksLikeEntry(row: EntryPointRow, fn: FunctionNode): boolean {
  if (!row.takes) return true;
  const first = fn.params[0]?.pattern;
  if (fn.params.length < (row.takes.atLeast ?? 1)) return false;
  if (first?.kind === 'bind') return row.takes.named.includes(first.name);
  return first?.kind === 'fields' && first.fields.some((field) => field.key !== null && row.takes?.fields?.includes(field.key));
}
