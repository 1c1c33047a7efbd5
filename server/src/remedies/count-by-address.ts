/** A limiter whose key the sender chooses: the address of the connection instead, or one count for all where that is not at hand. */
import type { CallExpr, Expr, Range } from '../ir/model.js';
import { limiterPlugins } from '../knowledge/bounds.js';
import { call, imported, literal, member, name, or } from '../languages/draft.js';
import type { Draft } from '../languages/writer.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { importedAlone } from './imported-alone.js';
import { removeEntry } from './listed.js';
import { importsPackage, moduleName } from './names.js';
import type { Remedy } from './remedy.js';
import { expressionAt, expressionsOf, functionAt, type Visited } from './walk.js';

export const countByAddress: Remedy = {
  id: 'count-by-address',
  offers(request, _, source) {
    const facts = new Facts(request);
    if (facts.text('from') === 'proxies') return [{ id: 'count-by-address', title: 'Believe one proxy of your own', safety: 'sketch' }];
    const key = facts.place('key');
    const module = key && source.module(key.path);
    if (module === undefined) return [];
    const forAll = importsPackage(module, 'hono-rate-limiter') || (importsPackage(module, '@upstash/ratelimit') && !importsPackage(module, 'express'));
    return [{ id: 'count-by-address', title: forAll ? 'Count for all senders together' : 'Count by the address of the connection', safety: 'review' }];
  },
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const place = facts.place('key') ?? finding.at;
    const editor = repair.file(place.path);
    const visited = expressionAt(editor.module, place.range) ?? decline('The key is not in reach.');
    if (facts.text('from') === 'proxies') return oneProxy(editor, visited.expr);
    const { expr, above } = visited;
    const holder = above.at(-1);
    const limiter = above.at(-2);
    if (holder?.kind === 'record' && limiter?.kind === 'call') return inOptions(editor, limiter, holder, expr);
    const asked = askedAbout(visited);
    if (asked) return byHand(editor, asked, facts);
    if (importsPackage(editor.module, 'flask_limiter')) return addressOfFlask(editor, expr);
    decline('How this limiter is told its key is not written by us.');
  },
};

/** Left out, these limiters count by the address of the connection. */
const BY_ADDRESS = /^(?:express-rate-limit|express-slow-down|koa-ratelimit)(?:\.(?:default|rateLimit|slowDown))?$/;

function inOptions(editor: FileEditor, limiter: CallExpr, options: Expr & { kind: 'record' }, key: Expr): void {
  const made = moduleName(editor.module, limiter.callee) ?? '';
  const plugin = limiter.args[0] ? (moduleName(editor.module, limiter.args[0].value) ?? '') : '';
  if (BY_ADDRESS.test(made) || limiterPlugins.includes(plugin)) {
    removeEntry(editor, options, key);
    removeUnused(editor, key);
    return;
  }
  if (made !== 'hono-rate-limiter.rateLimiter') decline('How this limiter is told its key is not written by us.');
  editor.replace(key.range, { kind: 'function', params: [], body: literal('all') });
  removeUnused(editor, key);
}

/** A function that was there for the key alone. */
function removeUnused(editor: FileEditor, key: Expr): void {
  if (key.kind !== 'name' || key.binding === null) return;
  const binding = editor.module.bindings[key.binding];
  const top = editor.module.functions[0];
  const fn = binding?.functionId == null ? undefined : editor.module.functions[binding.functionId];
  if (binding === undefined || top === undefined || fn === undefined || binding.owner !== 0) return;
  const uses = expressionsOf(editor.module, top).filter(({ expr }) => expr.kind === 'name' && expr.binding === binding.id);
  const isExported = /\bexport\b/.test(editor.text.slice(Math.max(0, fn.range.start - 16), fn.nameRange.start));
  if (uses.length === 1 && !isExported) takeOut(editor, fn.range);
}

/** With its line breaks and one of the empty lines around it. */
function takeOut(editor: FileEditor, range: Range): void {
  const before = /(?:\r?\n)*$/.exec(editor.text.slice(0, range.start))?.[0] ?? '';
  editor.change({ start: range.start - before.length, end: range.end }, '');
}

// --------------------------------------------------------------------------------------------------------- by hand

interface Asked {
  readonly call: CallExpr;
  readonly key: Expr;
}

/** `limiter.consume(key)`: the argument around the key. */
function askedAbout({ expr, above }: Visited): Asked | undefined {
  if (expr.kind === 'call' && expr.callee.kind === 'member' && /^(?:limit|consume|hit|test)$/.test(expr.callee.property) && expr.args[0])
    return { call: expr, key: expr.args[0].value };
  for (const outer of [...above].reverse()) {
    if (outer.kind !== 'call' || outer.callee.kind !== 'member' || !/^(?:limit|consume|hit|test)$/.test(outer.callee.property)) continue;
    const key = outer.args[0]?.value;
    return key && key.range.start <= expr.range.start && expr.range.end <= key.range.end ? { call: outer, key } : undefined;
  }
  return undefined;
}

const ADDRESS: Readonly<Record<string, string>> = { express: 'ip', 'google-functions': 'ip', fastify: 'ip', koa: 'ip' };

function byHand(editor: FileEditor, { call: asked, key }: Asked, facts: Facts): void {
  const endpoint = facts.optionalEndpoint();
  const fn = functionAt(editor.module, asked.range);
  const request = fn.params[0]?.pattern;
  const property = endpoint === undefined ? undefined : ADDRESS[endpoint.framework];
  const isHandler = endpoint?.handler?.path === editor.path && endpoint.handler.functionId === fn.id;
  if (property && isHandler && request?.kind === 'bind') return editor.replace(key.range, call(name('String'), member(name(request.name), property)));
  if (importsPackage(editor.module, 'flask')) return editor.replace(key.range, or(member(imported('flask', 'request'), 'remote_addr'), literal('')));
  editor.replace(key.range, literal('all'));
}

// ----------------------------------------------------------------------------------------------------------- Flask

const UTIL = 'flask_limiter.util';

function addressOfFlask(editor: FileEditor, key: Expr): void {
  const helper = 'get_remote_address';
  const brought = key.kind === 'name' ? importedAlone(editor, key, UTIL) : undefined;
  if (brought) {
    // The import of the helper that believes becomes the import of the one that does not.
    editor.change(brought, helper);
    editor.replace(key.range, name(helper));
    return;
  }
  editor.replace(key.range, imported(UTIL, helper));
  removeUnused(editor, key);
}

// --------------------------------------------------------------------------------------------------------- proxies

function oneProxy(editor: FileEditor, expr: Expr): void {
  if (expr.kind !== 'call' || expr.callee.kind !== 'member') decline('The setting is not in reach.');
  const [setting, on] = expr.args;
  if (setting === undefined) decline('The setting is not in reach.');
  if (on) return editor.replace(on.value.range, literal(1));
  editor.change(expr.callee.propertyRange, 'set');
  const one: Draft = literal(1);
  editor.insert(setting.value.range.end, ', ', one, '');
}
