/** How much, and how often, may somebody send to an endpoint before anything stops them? */
import type { CallExpr, Expr, FunctionNode, Statement } from '../ir/model.js';
import { bodiesOf, eachBody } from '../ir/parts.js';
import { believingKeys, gatherers, largestDelivery, limiterKeys, limiterPlugins, platformHeaders, sizeOptions } from '../knowledge/bounds.js';
import type { BoundsRow } from '../knowledge/rows.js';
import type { AnalysedEndpoint } from './analyse.js';
import { gatewayOf } from './declared.js';
import { askedOnce, callsInFunction, expressionsIn } from './endpoints/walk.js';
import type { Place } from './finding.js';
import { argumentAt, argumentsOf } from './read.js';
import { Run } from './run.js';
import { freshState } from './state.js';
import { callsNamed, lastOf, type Surrounding, surroundingsOf } from './surroundings.js';
import { bits, COOKIE, deepTraits, HEADER, PARSED, PAYLOAD, QUERY, REQUEST, TRUE, type Value, value } from './value.js';
import { placeOf, type World } from './world.js';

// ------------------------------------------------------------------------------------------------------- size

export type Unbounded =
  /** The framework has no limit and nobody sets one. */
  | { readonly kind: 'no-limit'; readonly at: Place; readonly setting: string; readonly created: Place | null }
  /** A stream is gathered to its end. */
  | { readonly kind: 'stream'; readonly at: Place; readonly spelling: string }
  /** A limit far above what anybody delivers. */
  | { readonly kind: 'far-above'; readonly at: Place; readonly bytes: number; readonly option: string };

export function unboundedIn(analysed: AnalysedEndpoint): Unbounded[] {
  const { endpoint, evaluated } = analysed;
  const { world } = evaluated.run;
  const { bounds } = endpoint.framework;
  if (bounds === undefined || bounds.body === 'platform' || isBehindGateway(world, endpoint)) return [];
  const around = surroundingsOf(world, endpoint.route.path);
  const large = largeLimits(analysed, bounds, around);
  if (large.length > 0) return large;
  const functions = functionsRun(world, evaluated.run.entered);
  if (functions.some(({ node }) => looksAtLength(node))) return [];
  const gathered = functions.flatMap(({ path, node }) => gatheredIn(world, path, node));
  if (gathered.length > 0) return gathered;
  // Where nothing is done with a delivery it may be no webhook at all.
  if (bounds.body !== null || bounds.settings === undefined || analysed.guards.verdict === 'idle') return [];
  const [setting] = bounds.settings;
  const isRead = functions.some(({ node }) => expressionsIn(node).some((one) => one.kind === 'member' && bounds.reads?.includes(one.property) === true));
  if (!isRead || around.some(({ said }) => bounds.settings?.some((name) => said.says(name) || said.settings(name).length > 0))) return [];
  if (setting === undefined)
    return functions.some(({ node }) => readsLengthAsSent(node)) ? [{ kind: 'no-limit', at: endpoint.route, setting: 'Content-Length', created: null }] : [];
  const created = around.flatMap((one) => (bounds.created ?? []).flatMap((name) => callsNamed(world, one, name).map((call) => placeOf(one.frame, call.range))));
  const isElsewhere = around.some(
    ({ said }) => bounds.settingsElsewhere?.some((name) => said.calls(name).length > 0) || hasUnreadableObject(said.calls('from_object')),
  );
  return created[0] && !isElsewhere ? [{ kind: 'no-limit', at: endpoint.route, setting, created: created.length === 1 ? created[0] : null }] : [];
}

/** `app.config.from_object("settings.Production")` */
function hasUnreadableObject(calls: readonly CallExpr[]): boolean {
  return calls.some((call) => call.args[0]?.value.kind !== 'name' && call.args[0]?.value.kind !== 'member');
}

function functionsRun(world: World, entered: ReadonlySet<string>): { readonly path: string; readonly node: FunctionNode }[] {
  return [...entered].flatMap((key) => {
    const [path = '', id] = key.split('#');
    const node = world.functionAt(path, Number(id));
    return node === undefined ? [] : [{ path, node }];
  });
}

/** The length is held against something before or while the body is read. */
const looksAtLength = askedOnce((fn) =>
  expressionsIn(fn).some(
    (expr) =>
      expr.kind === 'binary' &&
      /^[<>]=?$/.test(expr.op) &&
      [expr.left, expr.right].some((side) => speaksOfSize(side, 4)) &&
      ![expr.left, expr.right].some((side) => side.kind === 'literal' && (side.value === 0 || side.value === 1)),
  ),
);

function speaksOfSize(expr: Expr, depth: number): boolean {
  if (depth === 0) return false;
  switch (expr.kind) {
    case 'name':
      return /size|length|bytes|total|received|^len$|max|limit/i.test(expr.name);
    case 'member':
      return /size|length|bytes|max|limit/i.test(expr.property);
    case 'call':
      return /^(len|Number|parseInt|int|byteLength)$/.test(lastOf(expr.callee)) || expr.args.some((one) => speaksOfSize(one.value, depth - 1));
    case 'binary':
    case 'logical':
      return speaksOfSize(expr.left, depth - 1) || speaksOfSize(expr.right, depth - 1);
    case 'index':
      return expr.index.kind === 'literal' && /content-length/i.test(String(expr.index.value));
    default:
      return false;
  }
}

/** `self.rfile.read(int(self.headers["Content-Length"]))`: as much as the sender says. */
function readsLengthAsSent(fn: FunctionNode): boolean {
  return expressionsIn(fn).some(
    (expr) => expr.kind === 'call' && expr.callee.kind === 'member' && expr.callee.property === 'read' && expr.args[0]?.value.kind !== 'literal',
  );
}

const requestName = /^_?(req|request|rq|stream|readable|incoming|message|body|raw)$/i;

/** A stream that is gathered chunk by chunk, or by a call, with nothing that ends it. */
function gatheredIn(world: World, path: string, fn: FunctionNode): Unbounded[] {
  const module = world.project.module(path);
  if (module === undefined) return [];
  const frame = { path, module, self: null, stack: [] };
  const found: Unbounded[] = [];
  for (const statement of streamLoops(fn))
    found.push({ kind: 'stream', at: placeOf(frame, statement.source.range), spelling: `for await (… of ${spelled(statement.source)})` });
  for (const expr of callsInFunction(fn)) {
    const last = lastOf(expr.callee);
    const [event, listener] = expr.args;
    if (
      last === 'on' &&
      event?.value.kind === 'literal' &&
      event.value.value === 'data' &&
      listener &&
      expr.callee.kind === 'member' &&
      isStream(chainStart(expr.callee.object))
    ) {
      const gathers = listener.value.kind === 'function' ? world.functionAt(path, listener.value.functionId) : undefined;
      if (gathers && grows(gathers.body) && !looksAtLength(gathers))
        found.push({ kind: 'stream', at: placeOf(frame, expr.callee.range), spelling: `${spelled(chainStart(expr.callee.object))}.on('data', …)` });
      continue;
    }
    const name = isOfImport(world, path, expr.callee) ? world.readStatically(expr.callee, frame).name : null;
    const row = name === null ? undefined : gatherers.find((one) => one.call === name);
    if (!row) continue;
    const args = argumentsOf(expr.args, (one) => world.readStatically(one, frame));
    if (row.option !== null && (argumentAt(args, row.option) !== null || (expr.args[1] && expr.args[1].value.kind !== 'record'))) continue;
    found.push({ kind: 'stream', at: placeOf(frame, expr.callee.range), spelling: last });
  }
  return found;
}

type ForEach = Extract<Statement, { kind: 'for-each' }>;

const streamLoops = askedOnce((fn): readonly ForEach[] => {
  const found: ForEach[] = [];
  const visit = (body: readonly Statement[]): void => {
    for (const statement of body) {
      if (statement.kind === 'for-each' && statement.isAwait && isStream(statement.source) && grows(statement.body)) found.push(statement);
      eachBody(statement, visit);
    }
  };
  visit(fn.body);
  return found;
});

/** `gather(…)` and `body.gather(…)`, where the first name is an import. */
function isOfImport(world: World, path: string, callee: Expr): boolean {
  const root = callee.kind === 'member' ? callee.object : callee;
  return root.kind === 'name' && root.binding !== null && world.bindingAt(path, root.binding)?.value?.kind === 'module';
}

function isStream(expr: Expr): boolean {
  if (expr.kind === 'name') return requestName.test(expr.name);
  return expr.kind === 'member' && /^(req|raw|request|body|stream)$/.test(expr.property);
}

/** `req.on(...).on(...)` begins with `req`. */
function chainStart(expr: Expr): Expr {
  return expr.kind === 'call' && expr.callee.kind === 'member' ? chainStart(expr.callee.object) : expr;
}

function spelled(expr: Expr): string {
  return expr.kind === 'name' ? expr.name : expr.kind === 'member' ? `${spelled(expr.object)}.${expr.property}` : '…';
}

/** Something is added to what is kept. */
function grows(body: readonly Statement[]): boolean {
  return body.some(
    (statement) =>
      (statement.kind === 'assign' && statement.augmented) ||
      (statement.kind === 'assign' && statement.value?.kind === 'call' && lastOf(statement.value.callee) === 'concat') ||
      ((statement.kind === 'evaluate' || statement.kind === 'return') && pushes(statement.kind === 'evaluate' ? statement.expr : statement.value)) ||
      bodiesOf(statement).some(grows),
  );
}

function pushes(expr: Expr | null): boolean {
  if (expr?.kind === 'assign') return true;
  return expr?.kind === 'call' && expr.callee.kind === 'member' && /^(push|append|extend|write)$/.test(expr.callee.property);
}

/** Limits in the options of parsers, routes, servers and settings that are none. */
function largeLimits({ endpoint, evaluated }: AnalysedEndpoint, bounds: BoundsRow, around: readonly Surrounding[]): Unbounded[] {
  const { world } = evaluated.run;
  const found: Unbounded[] = [];
  const judge = (option: string, held: Value | undefined, at: Place): void => {
    const bytes = bytesOf(held);
    if (bytes !== null && bytes > largestDelivery) found.push({ kind: 'far-above', at: held?.at ?? at, bytes, option });
  };
  for (const stage of endpoint.stages) {
    const fields = stage.value.made?.[0]?.value.fields;
    if (fields && stage.value.name !== null && world.rows.call(stage.value.name.replace(/\(\)$/, ''))?.stage?.body !== undefined)
      for (const option of sizeOptions) judge(option, fields.get(option), stage.at);
  }
  const { registration } = endpoint;
  const own = around.find((one) => one.path === registration?.path);
  if (registration && own)
    for (const { value: given } of own.said.callAt(registration.call)?.args ?? [])
      if (given.kind === 'record')
        for (const entry of given.entries)
          if (entry.key !== null && sizeOptions.includes(entry.key))
            judge(entry.key, world.readStatically(entry.value, own.frame), placeOf(own.frame, entry.value.range));
  for (const surrounding of around) {
    const { said, frame } = surrounding;
    for (const name of bounds.settings ?? [])
      for (const one of said.settings(name)) judge(name, world.readStatically(one.value, frame), placeOf(frame, one.value.range));
    for (const name of bounds.created ?? [])
      for (const call of callsNamed(world, surrounding, name))
        if (call.args[0]?.value.kind === 'record')
          for (const entry of call.args[0].value.entries)
            if (entry.key !== null && sizeOptions.includes(entry.key))
              judge(entry.key, world.readStatically(entry.value, frame), placeOf(frame, entry.value.range));
  }
  return found;
}

const units: Readonly<Record<string, number>> = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3, tb: 1024 ** 4 };

/** `50000000`, `'50mb'`, `Infinity`. */
function bytesOf(held: Value | undefined): number | null {
  if (held === undefined) return null;
  if (held.name === 'Infinity' || held.name === 'Number.MAX_SAFE_INTEGER') return Number.POSITIVE_INFINITY;
  if (typeof held.literal === 'number') return held.literal;
  if (typeof held.literal !== 'string') return null;
  const [, count, unit = 'b'] = /^\s*(\d+(?:\.\d+)?)\s*([kmgt]?b)?\s*$/i.exec(held.literal) ?? [];
  return count === undefined ? null : Number(count) * (units[unit.toLowerCase()] ?? 1);
}

// ------------------------------------------------------------------------------------------------------- rate

const limiterWord = /rate[-_]?limit|throttl|limiter|slow[-_]?down|too[-_]?many|leaky[-_]?bucket|token[-_]?bucket/i;

/** Something counts deliveries and refuses, or its name says so. */
export function hasLimiter(analysed: AnalysedEndpoint): boolean {
  const { endpoint, evaluated } = analysed;
  const { world } = evaluated.run;
  if (endpoint.framework.bounds?.rate === 'platform' || isBehindGateway(world, endpoint)) return true;
  for (const stage of [...endpoint.stages, ...endpoint.attachedLate]) {
    const name = stage.value.name;
    if (name !== null && (world.rows.call(name.replace(/\(\)$/, ''))?.stage?.proves?.includes('rate') || limiterWord.test(name))) return true;
    if (stage.expr && limiterWord.test(spelledWhole(stage.expr))) return true;
    if (stage.expr?.kind === 'call' && /^limit$/.test(lastOf(stage.expr.callee))) return true;
    const fn = stage.value.callable && world.functionAt(stage.value.callable.path, stage.value.callable.functionId);
    if (fn && limits(fn)) return true;
  }
  if (functionsRun(world, evaluated.run.entered).some(({ node }) => limits(node))) return true;
  const around = surroundingsOf(world, endpoint.route.path);
  const packages = new Set(around.flatMap((one) => one.said.limiters.map((name) => name.split('.')[0] ?? name)));
  return around.some((one) => limitsAll(world, one, endpoint.route.path, packages));
}

/** It answers 429, or calls something that is named after limiting. */
const limits = askedOnce(
  (fn) =>
    (fn.name !== null && limiterWord.test(fn.name)) ||
    expressionsIn(fn).some(
      (expr) =>
        (expr.kind === 'literal' && (expr.value === 429 || (typeof expr.value === 'string' && /too many requests/i.test(expr.value)))) ||
        (expr.kind === 'name' && limiterWord.test(expr.name)) ||
        (expr.kind === 'member' && limiterWord.test(expr.property)),
    ),
);

/** A limiter for the whole application, or one of which it cannot be told what it is for. */
function limitsAll(world: World, { said, path, frame }: Surrounding, own: string, packages: ReadonlySet<string>): boolean {
  if (packages.size === 0) return path !== own && /(^|\/)middleware\.[cm]?[jt]s$/.test(path) && said.saysLike(limiterWord);
  if (packages.has('flask_limiter'))
    return (
      said.settingsLike('limits of Flask-Limiter', (one) => /^RATELIMIT_(DEFAULT|APPLICATION)/.test(one)).length > 0 ||
      said.calls('Limiter').some((call) => call.args.some((one) => one.name !== null && /^(default_limits|application_limits)/.test(one.name))) ||
      // `limiter.limit("60/minute")(blueprint)`
      said.calls('limit').some((call) => call.callee.kind === 'call')
    );
  if (limiterPlugins.some((one) => packages.has(one)))
    return said.says('rateLimit') && path === own
      ? true
      : said.calls('register').some((call) => {
          const plugin = call.args[0] && world.readStatically(call.args[0].value, frame).name;
          if (plugin === null || plugin === undefined || !limiterPlugins.includes(plugin)) return false;
          const options = call.args[1]?.value;
          return (
            options?.kind !== 'record' ||
            !options.entries.some((entry) => entry.key === 'global' && entry.value.kind === 'literal' && entry.value.value === false)
          );
        });
  if (packages.has('@nestjs/throttler')) return said.says('APP_GUARD') || said.says('useGlobalGuards');
  // Middlewares are stages; a limiter that is asked by hand is found where it is asked.
  return false;
}

function spelledWhole(expr: Expr): string {
  if (expr.kind === 'name') return expr.name;
  if (expr.kind === 'member') return `${spelledWhole(expr.object)}.${expr.property}`;
  if (expr.kind === 'call') return spelledWhole(expr.callee);
  return '';
}

// ------------------------------------------------------------------------------------------------------- keys

export interface ChosenKey {
  readonly at: Place;
  /** The header or field that the sender fills in; null where every proxy is believed. */
  readonly field: string | null;
  readonly from: 'header' | 'body' | 'query' | 'cookie' | 'proxies';
  readonly spelling: string;
}

/** Keys of limiters, around an endpoint, that the sender chooses. */
export function chosenKeys(analysed: AnalysedEndpoint): ChosenKey[] {
  const { endpoint, evaluated } = analysed;
  const { world } = evaluated.run;
  const found = [...evaluated.run.limiterKeys.values()];
  for (const surrounding of surroundingsOf(world, endpoint.route.path))
    if (surrounding.said.limiters.length > 0) found.push(...keysIn(world, analysed, surrounding));
  return found;
}

function keysIn(world: World, { endpoint }: AnalysedEndpoint, surrounding: Surrounding): ChosenKey[] {
  const { said, frame } = surrounding;
  const found: ChosenKey[] = [];
  const judge = (held: Value | null, expr: Expr, spelling: string): void => {
    if (held === null) return;
    if (held.name !== null && believingKeys.includes(held.name)) {
      found.push({ at: placeOf(frame, expr.range), field: 'x-forwarded-for', from: 'header', spelling });
      return;
    }
    if (!held.callable) return;
    const type = endpoint.framework.bounds?.keyOf;
    const request =
      type === undefined
        ? []
        : [{ name: null, spread: null, value: value({ name: type, traits: bits(world.rows.member(type)?.is) | REQUEST, truth: TRUE }), range: expr.range }];
    for (const outcome of new Run(world, 800).call(held.callable, request, null, freshState())) {
      const chosen = outcome.kind === 'return' ? chosenBySender(outcome.value) : null;
      if (chosen === null) continue;
      found.push({ at: placeOf(frame, expr.range), ...chosen, spelling });
      return;
    }
  };
  for (const row of limiterKeys) {
    for (const call of callsNamed(world, surrounding, row.call)) {
      const args = argumentsOf(call.args, (one) => world.readStatically(one, frame));
      for (const ref of row.key) {
        const held = argumentAt(args, ref);
        const written = writtenAt(call, ref);
        if (held && written) judge(held, written, lastOf(call.callee));
      }
    }
  }
  for (const call of said.calls('register')) {
    const [plugin, options] = call.args;
    if (!plugin || options?.value.kind !== 'record' || !limiterPlugins.includes(world.readStatically(plugin.value, frame).name ?? '')) continue;
    const key = options.value.entries.find((entry) => entry.key === 'keyGenerator');
    if (key) judge(world.readStatically(key.value, frame), key.value, 'register');
  }
  // Who believes every proxy believes whoever says it is one.
  for (const member of ['set', 'enable'])
    for (const call of said.calls(member)) {
      const [name, on] = call.args;
      if (name?.value.kind !== 'literal' || name.value.value !== 'trust proxy') continue;
      if (member === 'set' && !(on?.value.kind === 'literal' && on.value.value === true)) continue;
      found.push({ at: placeOf(frame, call.range), field: 'x-forwarded-for', from: 'proxies', spelling: 'trust proxy' });
    }
  return found;
}

function writtenAt(call: CallExpr, ref: number | string): Expr | null {
  if (typeof ref === 'number') return call.args[ref]?.name === null ? (call.args[ref]?.value ?? null) : null;
  if (ref.startsWith('name:')) return call.args.find((one) => one.name === ref.slice(5))?.value ?? null;
  const [index, member] = ref.split('.');
  const record = call.args[Number(index)]?.value;
  return record?.kind === 'record' ? (record.entries.find((entry) => entry.key === member)?.value ?? null) : null;
}

/** What of a key the sender decides. */
export function chosenBySender(held: Value): Pick<ChosenKey, 'field' | 'from'> | null {
  const traits = deepTraits(held);
  const { field } = held;
  if (traits & HEADER) return field !== null && platformHeaders.includes(field) ? null : { field, from: 'header' };
  if (traits & (PAYLOAD | PARSED)) return { field, from: 'body' };
  if (traits & QUERY) return { field, from: 'query' };
  return traits & COOKIE ? { field, from: 'cookie' } : null;
}

/** What is in front is declared; whether it bounds, too, cannot be told from here. */
function isBehindGateway(world: World, endpoint: AnalysedEndpoint['endpoint']): boolean {
  return Boolean(gatewayOf(world, endpoint));
}
