/** How a test reaches an endpoint's handler: what it has to import, and what it does with it. By what the project exports. */
import type { EndpointSummary } from '../../analysis/endpoint-summary.js';
import type { CallExpr, Expr, FunctionNode, Module, Statement } from '../../ir/model.js';
import { bodiesOf, exprsOf, partsOf } from '../../ir/parts.js';
import type { Subject } from '../../languages/regression-test.js';
import { decline } from '../decline.js';
import { moduleName } from '../names.js';
import type { RemedySource } from '../repair.js';
import { expressionsOf } from '../walk.js';

export interface Reached {
  /** The file that the test imports. */
  readonly path: string;
  readonly subject: Omit<Subject, 'module'>;
  /** The path to ask for, where the endpoint's own is not what the test can reach it by. */
  readonly route?: string;
}

/** Whether there is a way at all, in a language whose files are imported like this. */
export function isReachable(framework: string, importsBy: 'path' | 'name'): boolean {
  const kind = applications[framework];
  return kind === undefined ? framework in functions && importsBy === 'path' : (kind.exportsAll === true) === (importsBy === 'name');
}

/** Throws `Decline` with what the project would have to export. */
export function reach(endpoint: EndpointSummary, source: RemedySource): Reached {
  const file = endpoint.at.path;
  const module = source.module(file) ?? decline(`${file} cannot be read.`);
  const byFile = functions[endpoint.framework];
  if (byFile !== undefined) return reachFunction(endpoint, module, byFile);
  const kind = applications[endpoint.framework];
  if (kind === undefined) return decline('Tests are not written for this framework yet.');
  return reachApplication(endpoint, module, source, kind);
}

// ------------------------------------------------------------------------------- handlers that are functions

interface FunctionKind {
  readonly way: 'function' | 'event';
  /** The exported names, best first. */
  readonly names: readonly string[];
  readonly member?: string;
  readonly takesRecord?: true;
  readonly second?: Subject['second'];
}

const functions: Readonly<Record<string, FunctionKind>> = {
  'next-app': { way: 'function', names: ['POST', 'PUT', 'PATCH', 'GET'], second: 'parameters' },
  remix: { way: 'function', names: ['action'], takesRecord: true },
  sveltekit: { way: 'function', names: ['POST', 'PUT', 'PATCH', 'fallback'], takesRecord: true },
  astro: { way: 'function', names: ['POST', 'ALL', 'PUT', 'PATCH', 'post', 'all'], takesRecord: true },
  'fetch-handler': { way: 'function', names: ['default'], member: 'fetch', second: 'settings' },
  lambda: { way: 'event', names: ['handler'] },
};

function reachFunction(endpoint: EndpointSummary, module: Module, kind: FunctionKind): Reached {
  const path = endpoint.at.path;
  const exported = new Map(module.exports.map((row) => [row.name, row.value]));
  const handler = endpoint.handler?.path === path ? module.functions[endpoint.handler.functionId] : undefined;
  const own = kind.way === 'event' && handler ? module.exports.find(({ value }) => functionOf(module, value) === handler)?.name : undefined;
  const name = own ?? [...endpoint.methods, ...kind.names].find((one) => kind.names.includes(one) && exported.has(one));
  if (name === undefined) return decline(`The test has nothing to import: export ${kind.names[0]} from ${path}.`);
  const value = exported.get(name);
  const fn = value && functionOf(module, value);
  const hasSecond = kind.second !== undefined && (kind.member !== undefined || (fn?.params.length ?? 0) > 1);
  const type = fn?.params[0]?.type;
  const requestType = type && moduleNameOfType(module, type);
  if (kind.member !== undefined && value !== undefined && !hasMember(module, value, kind.member))
    return decline(`${path} exports no object with \`${kind.member}\`.`);
  return {
    path,
    subject: {
      way: kind.way,
      name,
      ...(kind.member === undefined ? {} : { member: kind.member }),
      ...(kind.takesRecord ? { takesRecord: true } : {}),
      ...(hasSecond && kind.second ? { second: kind.second } : {}),
      ...(requestType ? { requestType } : {}),
    },
  };
}

/** Next's own request, which is more than the platform's. */
function moduleNameOfType(module: Module, type: Expr): Subject['requestType'] {
  const name = moduleName(module, type);
  return name === 'next/server.NextRequest' ? { name: 'NextRequest', module: 'next/server' } : undefined;
}

function hasMember(module: Module, value: Expr, member: string): boolean {
  const settled = value.kind === 'name' && value.binding !== null ? module.bindings[value.binding]?.value : value;
  return settled?.kind === 'record' && settled.entries.some((entry) => entry.key === member);
}

function functionOf(module: Module, value: Expr): FunctionNode | undefined {
  if (value.kind === 'function') return module.functions[value.functionId];
  if (value.kind !== 'name' || value.binding === null) return undefined;
  const binding = module.bindings[value.binding];
  if (binding?.functionId != null) return module.functions[binding.functionId];
  return binding?.value?.kind === 'function' ? module.functions[binding.value.functionId] : undefined;
}

// ------------------------------------------------------------------------------------ handlers on applications

interface ApplicationKind {
  /** What makes an application, by canonical name. */
  readonly created: readonly string[];
  readonly way: Subject['way'];
  /** The member that gives what a server is started with. */
  readonly member?: string;
  /** What makes a part of one, and how a test takes a part. */
  readonly parts?: readonly string[];
  /** The keyword under which a part says where it is mounted. */
  readonly prefix?: string;
  /** The call behind the construction that says so for a whole application. */
  readonly prefixedBy?: string;
  readonly host?: string;
  /** A function that is handed the application. */
  readonly takesPlugins?: true;
  /** `listen` in a file that is loaded starts it. */
  readonly listens?: true;
  /** Names of a module are importable without being exported. */
  readonly exportsAll?: true;
}

const applications: Readonly<Record<string, ApplicationKind>> = {
  express: {
    created: ['express()', 'express.default()'],
    way: 'server',
    parts: ['express.Router()', 'express.default.Router()'],
    host: 'express',
    takesPlugins: true,
    listens: true,
  },
  fastify: { created: ['fastify()', 'fastify.fastify()', 'fastify.default()'], way: 'inject', host: 'fastify', takesPlugins: true, listens: true },
  hono: { created: ['hono.Hono()'], way: 'request', prefixedBy: 'basePath' },
  koa: { created: ['koa()', 'koa.default()'], way: 'server', member: 'callback', listens: true },
  'node-http': { created: ['http.createServer()', 'https.createServer()'], way: 'server', listens: true },
  'http-server': { created: [], way: 'server', listens: true },
  hapi: { created: [], way: 'server', listens: true },
  nestjs: { created: [], way: 'server', listens: true },
  flask: { created: ['flask.Flask()', 'quart.Quart()'], way: 'client', parts: ['flask.Blueprint()'], prefix: 'url_prefix', exportsAll: true },
};

function reachApplication(endpoint: EndpointSummary, module: Module, source: RemedySource, kind: ApplicationKind): Reached {
  const file = endpoint.at.path;
  const above = filesAbove(file, source);
  // A file that listens as soon as it is loaded cannot be imported for its application alone.
  for (const path of above) {
    const each = source.module(path);
    if (each === undefined) continue;
    if (kind.listens && listensWhenLoaded(each)) return { path, subject: { way: 'starts', name: 'default' } };
    const found = exportedApplication(each, kind);
    if (found !== undefined && !(path !== file && isOther(endpoint, module, kind))) return { path, subject: found, ...whole(endpoint, module, kind) };
  }
  const call = registrationAround(module, endpoint.at.range.start);
  const part = exportedPart(module, call, kind);
  const route = call === undefined ? undefined : ownRoute(module, call, kind);
  if (part !== undefined) return { path: file, subject: part, ...(route === undefined ? {} : { route }) };
  if (kind.listens) {
    const starting = above.find((path) => mayListen(source.module(path)));
    if (starting !== undefined) return { path: starting, subject: { way: 'starts', name: 'default' } };
  }
  return decline(
    kind.exportsAll
      ? `The test has no application to import: make it at the top of a file, or in a function like create_app().`
      : 'The test has nothing to import: export the application, or the router, from its file.',
  );
}

/** The route behind what the application's own chain puts in front of it. */
function whole(endpoint: EndpointSummary, module: Module, kind: ApplicationKind): { readonly route?: string } {
  const receiver = receiverOf(module, registrationAround(module, endpoint.at.range.start));
  const made = receiver?.kind === 'name' && receiver.binding !== null ? module.bindings[receiver.binding]?.value : undefined;
  let prefix = '';
  for (let call = made; kind.prefixedBy !== undefined && call?.kind === 'call' && call.callee.kind === 'member'; call = call.callee.object) {
    if (call.callee.property === kind.prefixedBy) prefix = (textOf(call.args[0]?.value) ?? '') + prefix;
  }
  return prefix === '' || endpoint.path === null || endpoint.path.startsWith(prefix) ? {} : { route: prefix + endpoint.path };
}

/** The file itself, then those that import it, four steps up. */
function filesAbove(path: string, source: RemedySource): string[] {
  const found = [path];
  let edge = [path];
  for (let step = 0; step < 4 && edge.length > 0; step++) {
    edge = [...new Set(edge.flatMap((one) => source.importersOf(one)))].filter((one) => !found.includes(one)).sort();
    found.push(...edge);
  }
  return found;
}

/** The endpoint is registered on an application that its own file makes, so one in another file is another one. */
function isOther(endpoint: EndpointSummary, module: Module, kind: ApplicationKind): boolean {
  const receiver = receiverOf(module, registrationAround(module, endpoint.at.range.start));
  return receiver !== undefined && isMadeBy(module, receiver, kind.created);
}

function exportedApplication(module: Module, kind: ApplicationKind): Omit<Subject, 'module'> | undefined {
  const member = kind.member === undefined ? {} : { member: kind.member };
  for (const { name, value } of exportsOf(module, kind)) {
    if (isMadeBy(module, value, kind.created)) return { way: kind.way, name, ...member };
  }
  for (const { name, value } of exportsOf(module, kind)) {
    const fn = functionOf(module, value);
    const asks = fn?.params.some((param) => param.fallback === null && param.rest === null) ?? true;
    if (fn !== undefined && !asks && givesBack(module, fn, kind.created)) return { way: kind.way, name, isFactory: true, ...member };
  }
  return undefined;
}

function exportedPart(module: Module, call: CallExpr | undefined, kind: ApplicationKind): Omit<Subject, 'module'> | undefined {
  const receiver = receiverOf(module, call);
  if (receiver?.kind !== 'name' || receiver.binding === null) return undefined;
  const { binding } = receiver;
  const held = module.bindings[binding];
  if (kind.takesPlugins && held?.kind === 'parameter') {
    const exported = exportsOf(module, kind).find(({ value }) => functionOf(module, value)?.id === held.owner);
    const isFirst = module.functions[held.owner]?.params[0]?.pattern;
    return exported && isFirst?.kind === 'bind' && isFirst.binding === binding
      ? { way: 'plugin', name: exported.name, ...(kind.host ? { host: kind.host } : {}) }
      : undefined;
  }
  if (kind.parts === undefined || !isMadeBy(module, receiver, kind.parts)) return undefined;
  const exported = exportsOf(module, kind).find(({ value }) => value.kind === 'name' && value.binding === binding);
  return exported && { way: 'router', name: exported.name };
}

function exportsOf(module: Module, kind: ApplicationKind): { readonly name: string; readonly value: Expr }[] {
  // The whole of a CommonJS module may be a record of what it exports.
  if (!kind.exportsAll)
    return module.exports.flatMap(({ name, value }) =>
      name === 'default' && value.kind === 'record'
        ? value.entries.flatMap((entry) => (entry.key === null ? [] : [{ name: entry.key, value: entry.value }]))
        : [{ name, value }],
    );
  return module.bindings
    .filter((binding) => binding.owner === 0)
    .map((binding): { name: string; value: Expr } => ({
      name: binding.name,
      value: { kind: 'name', name: binding.name, binding: binding.id, range: { start: 0, end: 0 } },
    }));
}

/** Whether it is the result of such a call, also with calls of its methods behind it. */
function isMadeBy(module: Module, expr: Expr, created: readonly string[]): boolean {
  if (expr.kind === 'await') return isMadeBy(module, expr.operand, created);
  if (expr.kind === 'call') {
    const name = moduleName(module, expr);
    if (name !== undefined && created.includes(name)) return true;
    return expr.callee.kind === 'member' && isMadeBy(module, expr.callee.object, created);
  }
  const binding = expr.kind === 'name' && expr.binding !== null ? module.bindings[expr.binding] : undefined;
  return binding?.value != null && binding.value !== expr && isMadeBy(module, binding.value, created);
}

function givesBack(module: Module, fn: FunctionNode, created: readonly string[]): boolean {
  return fn.body.some((statement) => statement.kind === 'return' && statement.value !== null && isMadeBy(module, statement.value, created));
}

/** The call or decorator that registers a route at this place. */
function registrationAround(module: Module, at: number): CallExpr | undefined {
  let found: CallExpr | undefined;
  for (const fn of module.functions) {
    for (const { expr } of expressionsOfOne(module, fn)) {
      if (expr.kind !== 'call' || expr.callee.kind !== 'member' || expr.range.start > at || at >= expr.range.end) continue;
      const isTighter = found === undefined || expr.range.end - expr.range.start < found.range.end - found.range.start;
      if (isTighter && receiverOf(module, expr)?.kind === 'name') found = expr;
    }
  }
  return found;
}

function expressionsOfOne(module: Module, fn: FunctionNode): readonly { readonly expr: Expr }[] {
  return fn.id === 0 || fn.owner === 0 ? expressionsOf(module, fn) : [];
}

function receiverOf(module: Module, call: CallExpr | undefined): Expr | undefined {
  let object = call?.callee.kind === 'member' ? call.callee.object : undefined;
  while (object?.kind === 'call' && object.callee.kind === 'member' && moduleName(module, object) === undefined) object = object.callee.object;
  return object;
}

/** The path below whatever the part is mounted at. */
function ownRoute(module: Module, call: CallExpr, kind: ApplicationKind): string | undefined {
  const path = textOf(call.args[0]?.value);
  if (path === undefined) return undefined;
  const receiver = receiverOf(module, call);
  const made = receiver?.kind === 'name' && receiver.binding !== null ? module.bindings[receiver.binding]?.value : undefined;
  const prefix = made?.kind === 'call' ? textOf(made.args.find((arg) => arg.name !== null && arg.name === kind.prefix)?.value) : undefined;
  return (prefix ?? '') + path;
}

function textOf(expr: Expr | undefined): string | undefined {
  return expr?.kind === 'literal' && typeof expr.value === 'string' ? expr.value : undefined;
}

// ---------------------------------------------------------------------------------------------- does it listen?

/** `listen` among the statements that run whenever the file is loaded, also in a function that they call. */
function listensWhenLoaded(module: Module): boolean {
  const called = new Set<number>();
  const runs = (fn: FunctionNode): boolean =>
    fn.body.some((statement) => {
      if (statement.kind !== 'evaluate' && statement.kind !== 'assign' && statement.kind !== 'try') return false;
      const statements = statement.kind === 'try' ? statement.body : [statement];
      return statements.flatMap(exprsOf).some((expr) => calls(expr));
    });
  const calls = (expr: Expr): boolean => {
    if (expr.kind === 'function') return false;
    if (expr.kind === 'call') {
      if (expr.callee.kind === 'member' && expr.callee.property === 'listen') return true;
      const fn = functionOf(module, expr.callee);
      if (fn && !called.has(fn.id)) {
        called.add(fn.id);
        if (runs(fn)) return true;
      }
    }
    return partsOf(expr).some(calls);
  };
  const own = module.functions[0];
  return own !== undefined && runs(own);
}

/** `listen` anywhere in what runs at the top of the file, also under a condition. */
function mayListen(module: Module | undefined): boolean {
  const own = module?.functions[0];
  if (module === undefined || own === undefined) return false;
  const inside = (statements: readonly Statement[]): boolean =>
    statements.some((statement) => exprsOf(statement).some(listens) || bodiesOf(statement).some(inside));
  return inside(own.body);
}

function listens(expr: Expr): boolean {
  if (expr.kind === 'function') return false;
  return (expr.kind === 'call' && expr.callee.kind === 'member' && expr.callee.property === 'listen') || partsOf(expr).some(listens);
}
