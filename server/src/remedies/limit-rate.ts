/**
 * An endpoint that nothing limits: a limiter of the library that its framework has, by the address of the connection. Where the project
 * has the library this is written out; where it has not, it shows what it would be like.
 */
import type { CallExpr, Module, Range } from '../ir/model.js';
import { call, evaluate, imported, literal, member, name, quote, record } from '../languages/draft.js';
import { standingOf } from '../languages/enclosing.js';
import { indentAt, lineStart } from '../languages/text-style.js';
import type { Draft } from '../languages/writer.js';
import { declarePackage, isDeclared, type Needed } from './declarations.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { filesAround } from './frameworks/around.js';
import { importsPackage, moduleName } from './names.js';
import type { Remedy } from './remedy.js';
import { type EndpointFacts, handlerOf, type RemedySource, type Repair } from './repair.js';
import { expressionAt } from './walk.js';

interface Limiter extends Needed {
  readonly frameworks: readonly string[];
  /** The package's name where it is imported, if that is another. */
  readonly module?: string;
  write(repair: Repair, endpoint: EndpointFacts): void;
}

const limiters: readonly Limiter[] = [
  { frameworks: ['express'], package: 'express-rate-limit', version: '^7.5.0', write: onExpressRoute },
  { frameworks: ['hono'], package: 'hono-rate-limiter', version: '^0.4.2', write: onHonoRoute },
  { frameworks: ['fastify'], package: '@fastify/rate-limit', version: '^10.3.0', write: onFastifyRoute },
  { frameworks: ['flask'], package: 'flask-limiter', module: 'flask_limiter', version: null, write: onFlaskView },
];

export const limitRate: Remedy = {
  id: 'limit-rate',
  offers(request, _, source) {
    const endpoint = new Facts(request).optionalEndpoint();
    const limiter = endpoint && limiterFor(endpoint, source);
    if (endpoint === undefined || limiter === undefined) return [];
    return isAtHand(limiter, endpoint, source)
      ? [{ id: 'limit-rate', title: `Let 60 a minute through (${limiter.package})`, safety: 'review' }]
      : [{ id: 'limit-rate', title: `Let 60 a minute through, with ${limiter.package} to be installed`, safety: 'sketch', later: true }];
  },
  write(request, _, __, repair) {
    const endpoint = new Facts(request).endpoint();
    const limiter = limiterFor(endpoint, repair.source) ?? decline('No limiter for this framework is known to us.');
    limiter.write(repair, endpoint);
    declarePackage(repair, pathOf(endpoint), limiter);
  },
};

function limiterFor(endpoint: EndpointFacts, source: RemedySource): Limiter | undefined {
  const module = source.module(pathOf(endpoint));
  // Quart calls itself Flask and has a limiter of its own.
  if (module === undefined || importsPackage(module, 'quart')) return undefined;
  return limiters.find((one) => one.frameworks.includes(endpoint.framework));
}

/** Declared, or imported by this file, by one that imports it, or by one that these import. */
function isAtHand(limiter: Limiter, endpoint: EndpointFacts, source: RemedySource): boolean {
  const path = pathOf(endpoint);
  if (isDeclared(limiter.package, path, source)) return true;
  const users = new Set([path, ...source.importersOf(path)]);
  for (const user of [...users])
    for (const { value } of source.module(user)?.bindings ?? []) {
      const target = value?.kind === 'module' ? source.resolve(user, value.module) : undefined;
      if (target !== undefined) users.add(target);
    }
  return [...users].some((user) => {
    const module = source.module(user);
    return module !== undefined && importsPackage(module, limiter.module ?? limiter.package);
  });
}

function pathOf(endpoint: EndpointFacts): string {
  return endpoint.registration?.path ?? endpoint.handler?.path ?? endpoint.route.path;
}

function registrationOf(repair: Repair, endpoint: EndpointFacts): { readonly editor: FileEditor; readonly found: CallExpr } {
  const registration = endpoint.registration ?? decline('The registration of this route is not in reach.');
  const editor = repair.file(registration.path);
  const found = expressionAt(editor.module, registration.call)?.expr;
  if (found?.kind !== 'call') decline('The registration of this route is not in reach.');
  return { editor, found };
}

// ------------------------------------------------------------------------------------------------------- middlewares

function onExpressRoute(repair: Repair, endpoint: EndpointFacts): void {
  const limiter = call(imported('express-rate-limit', 'rateLimit'), record({ windowMs: literal(60_000), limit: literal(60) }));
  inFront(repair, endpoint, limiter);
}

function onHonoRoute(repair: Repair, endpoint: EndpointFacts): void {
  const forAll: Draft = { kind: 'function', params: [], body: literal('all') };
  const limiter = call(imported('hono-rate-limiter', 'rateLimiter'), record({ windowMs: literal(60_000), limit: literal(60), keyGenerator: forAll }));
  inFront(repair, endpoint, limiter);
}

/** In front of the first of the route's own functions. */
function inFront(repair: Repair, endpoint: EndpointFacts, limiter: Draft): void {
  const { editor, found } = registrationOf(repair, endpoint);
  const first = found.args[endpoint.registration?.handlersFrom ?? 1];
  const isRoute = found.callee.kind === 'member' && /^(?:get|post|put|patch|delete|all|use|on)$/.test(found.callee.property);
  if (!isRoute || first === undefined || first.spread !== null || first.value.kind === 'record' || found.args[0] === first)
    decline('The route has no place for a limiter in front of its handler.');
  const [path] = found.args;
  const standing = standingOf(editor.module, found.range);
  const statement = standing?.list[standing.at];
  // A stage of another type between them would take away what the compiler knows of the parameters in the path.
  if (path && statement && /:/.test(editor.text.slice(path.value.range.start, path.value.range.end)) && found.callee.kind === 'member') {
    editor.before(statement.range, [evaluate(call(member(quote(found.callee.object), 'use'), quote(path.value), limiter))]);
    return;
  }
  editor.insert(first.value.range.start, '', limiter, ', ');
}

// ----------------------------------------------------------------------------------------------------------- Fastify

function onFastifyRoute(repair: Repair, endpoint: EndpointFacts): void {
  const { editor, found } = registrationOf(repair, endpoint);
  if (!isRegistered(repair, endpoint)) return registerPlugin(editor, found);
  const wanted = record({ rateLimit: record({ max: literal(60), timeWindow: literal('1 minute') }) });
  const options = found.args.map(({ value }) => value).find((value) => value.kind === 'record');
  if (options?.kind === 'record') {
    const config = options.entries.find((entry) => entry.key === 'config')?.value;
    const last = config?.kind === 'record' ? config.entries.at(-1) : options.entries.at(-1);
    if (config !== undefined && config.kind !== 'record') decline('The configuration of this route is not in reach.');
    if (config && last) editor.insert(last.value.range.end, ', rateLimit: ', record({ max: literal(60), timeWindow: literal('1 minute') }), '');
    else if (config) editor.replace(config.range, wanted);
    else if (last) editor.insert(last.value.range.end, ', config: ', wanted, '');
    else editor.replace(options.range, record({ config: wanted }));
    return;
  }
  const [path] = found.args;
  if (path === undefined || found.args.length !== 2) decline('The registration of this route is not in reach.');
  editor.insert(path.value.range.end, ', ', record({ config: wanted }), '');
}

/** A file around brings the plugin already, for those routes that ask for it. */
function isRegistered(repair: Repair, endpoint: EndpointFacts): boolean {
  return filesAround(repair, pathOf(endpoint)).some((path) => {
    const module = repair.source.module(path);
    return module !== undefined && importsPackage(module, '@fastify/rate-limit');
  });
}

/** A plugin sees those routes only that are registered once it has loaded, so it is waited for. */
function registerPlugin(editor: FileEditor, found: CallExpr): void {
  const router = found.callee.kind === 'member' ? found.callee.object : undefined;
  const standing = standingOf(editor.module, found.range);
  const statement = standing?.list[standing.at];
  if (router === undefined || router.kind === 'call' || standing === undefined || statement === undefined)
    decline('Where the limiter would be registered is not in reach.');
  const { fn } = standing;
  const mayWait = fn.form === 'module' ? isScriptModule(editor) : fn.isAsync;
  if (!mayWait) decline('The limiter has to be waited for before this route is registered, and nothing can be waited for here.');
  const options = record({ max: literal(60), timeWindow: literal('1 minute') });
  const register: Draft = { kind: 'call', callee: { kind: 'member', object: quote(router), property: 'register' }, args: [] };
  const registering: Draft = { ...register, args: [{ value: imported('@fastify/rate-limit', 'default', 'rateLimit') }, { value: options }] };
  editor.before(statement.range, [evaluate({ kind: 'await', operand: registering })], 'apart');
}

function isScriptModule(editor: FileEditor): boolean {
  return /^(?:import|export)\b/m.test(editor.text) && !/\.c[jt]s$/.test(editor.path);
}

// ------------------------------------------------------------------------------------------------------------- Flask

function onFlaskView(repair: Repair, endpoint: EndpointFacts): void {
  const { editor, fn } = handlerOf(repair, endpoint);
  const isRegistered = (at: Range): boolean => fn.decorators.some(({ range }) => range.start <= at.start && at.end <= range.end);
  if (fn.form !== 'function' || !endpoint.registration || !isRegistered(endpoint.registration.call))
    decline('The limiter belongs on the view that is registered; what answers here is something around it.');
  const limiter = limiterIn(editor) ?? limiterElsewhere(repair, editor) ?? makeLimiter(editor);
  const line = lineStart(editor.text, fn.nameRange.start);
  const indent = indentAt(editor.text, fn.nameRange.start);
  if (!/^\s*(?:async\s+)?def\s+$/.test(editor.text.slice(line, fn.nameRange.start)))
    decline('The view is not registered by a decorator here, so the limiter has no place above it.');
  const rate = `${editor.style.quote}60/minute${editor.style.quote}`;
  limiter(`${indent}@%s.limit(${rate})${editor.style.newline}`, line);
}

type Decorate = (written: string, line: number) => void;

/** A limiter that this file has under a name of its own. */
function limiterIn(editor: FileEditor): Decorate | undefined {
  const local = editor.module.bindings.find(({ owner, value }) => owner === 0 && value !== null && isLimiter(editor.module, value))?.name;
  return local === undefined ? undefined : (written, at) => editor.change({ start: at, end: at }, written.replace('%s', local));
}

function isLimiter(module: Module, value: NonNullable<Module['bindings'][number]['value']>): boolean {
  return value.kind === 'call' && moduleName(module, value.callee) === 'flask_limiter.Limiter';
}

/** A file that this one imports from already makes it, or holds one under that name. */
function limiterElsewhere(repair: Repair, editor: FileEditor): Decorate | undefined {
  for (const { value, name: local } of editor.module.bindings) {
    if (value?.kind !== 'module') continue;
    const path = repair.source.resolve(editor.path, value.module);
    const module = path === undefined ? undefined : repair.source.module(path);
    const made = module?.bindings.find(({ owner, value: held }) => owner === 0 && held !== null && isLimiter(module, held))?.name;
    if (made === undefined) continue;
    if (value.imported === made) return (written, at) => editor.change({ start: at, end: at }, written.replace('%s', local));
    return (written, at) => {
      editor.change({ start: at, end: at }, written.replace('%s', made));
      editor.bring({ module: value.module, name: made });
    };
  }
  return undefined;
}

/** Behind the application, counted by the address of the connection. */
function makeLimiter(editor: FileEditor): Decorate {
  const application = editor.module.bindings.find(
    ({ owner, value }) => owner === 0 && value?.kind === 'call' && moduleName(editor.module, value.callee) === 'flask.Flask',
  );
  const standing = application?.value ? standingOf(editor.module, application.value.range) : undefined;
  const statement = standing?.list[standing.at];
  if (application === undefined || statement === undefined) decline('The application is made in another file; make the limiter beside it and import it here.');
  const local = editor.local('limiter', 'rate limiter');
  const made: Draft = {
    kind: 'call',
    callee: imported('flask_limiter', 'Limiter'),
    args: [{ value: imported('flask_limiter.util', 'get_remote_address') }, { name: 'app', value: name(application.name) }],
  };
  editor.after(statement.range, [{ kind: 'assign', target: name(local), declares: true, value: made }]);
  return (written, at) => editor.change({ start: at, end: at }, written.replace('%s', local));
}
