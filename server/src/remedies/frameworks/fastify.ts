/** Fastify: the bytes are what a content type parser leaves of them, or a plugin that keeps them. */
import type { CallExpr, Expr, FunctionNode, Module } from '../../ir/model.js';
import { call, declare, evaluate, giveBack, index, literal, member, name, quote, record } from '../../languages/draft.js';
import { standingOf } from '../../languages/enclosing.js';
import type { Draft } from '../../languages/writer.js';
import { decline } from '../decline.js';
import type { FileEditor } from '../file-editor.js';
import { moduleName } from '../names.js';
import { type HandlerCode, isNamed, parameter, parameterDraft, type Repair } from '../repair.js';
import { expressionAt, expressionsOf } from '../walk.js';
import { filesAround } from './around.js';
import { rawBodyOf } from './express.js';
import { keptIn } from './express-parsers.js';
import type { FrameworkWriter, RawBody } from './framework.js';
import { keptBytes } from './serverless.js';

export const fastify: FrameworkWriter = {
  ids: ['fastify'],
  whole: 'request',
  answersBy: 'call',
  sentFlag: 'sent',
  refuse({ editor, fn }, status, message) {
    const reply = name(editor.parameter(fn, 1, 'reply'));
    return [giveBack(call(member(call(member(reply, 'code'), literal(status)), 'send'), literal(message)))];
  },
  acknowledge({ editor, fn }) {
    const reply = name(editor.parameter(fn, 1, 'reply'));
    return [giveBack(call(member(call(member(reply, 'code'), literal(200)), 'send')))];
  },
  header: ({ fn }, header) => ({
    kind: 'typed',
    value: index(member(parameterDraft(fn, 0), 'headers'), literal(header)),
    type: { code: 'string | undefined' },
  }),
  rawBody(repair, handler) {
    return pluginBody(repair, handler) ?? parserBody(repair, handler);
  },
};

// ------------------------------------------------------------------------------------------ the plugin that keeps

function pluginBody(repair: Repair, handler: HandlerCode): RawBody | undefined {
  for (const path of filesAround(repair, handler.endpoint?.registration?.path ?? handler.editor.path)) {
    const module = repair.source.module(path);
    if (module === undefined) continue;
    for (const { expr } of expressionsOf(module, module.functions[0] as FunctionNode)) {
      if (expr.kind !== 'call' || expr.callee.kind !== 'member' || expr.callee.property !== 'register' || !isKeepingPlugin(expr.args[0]?.value, module))
        continue;
      return fromPlugin(repair, handler, expr.args[1]?.value);
    }
  }
  return undefined;
}

function isKeepingPlugin(value: Expr | undefined, module: Module): boolean {
  const name = value === undefined ? undefined : moduleName(module, value);
  return name !== undefined && /^(?:@fastify\/|fastify-)raw-body$/.test(name);
}

function fromPlugin(repair: Repair, handler: HandlerCode, options: Expr | undefined): RawBody {
  if (options !== undefined && options.kind !== 'record') decline('The options of the plugin that keeps the raw body are not in reach.');
  const option = (key: string): unknown => {
    const value = options?.entries.find((entry) => entry.key === key)?.value;
    return value?.kind === 'literal' ? value.value : value;
  };
  const property = option('field') ?? 'rawBody';
  if (typeof property !== 'string') decline('The options of the plugin that keeps the raw body are not in reach.');
  if (option('global') === false && option('routes') === undefined) configureRoute(repair, handler);
  const { editor, fn } = handler;
  const isBytes = option('encoding') === false;
  const local = editor.local('raw body', 'raw', isBytes ? 'body bytes' : 'payload text');
  const kept: Draft = { kind: 'typed', value: name(parameter(fn, 0)), type: { code: `{ ${property}?: ${isBytes ? 'Buffer' : 'string'} }` } };
  const isNoText: Draft = { kind: 'binary', op: '!=', left: { kind: 'unary', op: 'typeof', operand: name(local) }, right: literal('string') };
  return isBytes
    ? keptBytes(local, member(kept, property))
    : { before: [declare(local, member(kept, property))], value: name(local), isBytes: false, missing: isNoText, reads: 0, named: null, adopt: () => [] };
}

/** `config: { rawBody: true }` on the route, where the plugin keeps the bytes of those only that ask for it. */
function configureRoute(repair: Repair, handler: HandlerCode): void {
  const { editor, found } = registrationOf(repair, handler);
  const [path, options] = found.args;
  const wanted = record({ rawBody: literal(true) });
  if (path?.value.kind === 'record' || options?.value.kind === 'record') {
    const target = (path?.value.kind === 'record' ? path.value : options?.value) as Expr & { kind: 'record' };
    const config = target.entries.find((entry) => entry.key === 'config')?.value;
    if (config?.kind === 'record') {
      if (config.entries.some((entry) => entry.key === 'rawBody')) return;
      const last = config.entries.at(-1);
      if (last) editor.insert(last.value.range.end, ', rawBody: ', literal(true), '');
      else editor.replace(config.range, wanted);
    } else if (config) decline('The configuration of this route is not in reach.');
    else if (target.entries[0]) editor.insert(target.entries[0].value.range.end, ', config: ', wanted, '');
    else editor.replace(target.range, record({ config: wanted }));
    return;
  }
  if (path === undefined) decline('The registration of this route is not in reach.');
  editor.insert(path.value.range.end, ', ', record({ config: wanted }), '');
}

// --------------------------------------------------------------------------------------------- the parser for JSON

/** The default parser of JSON is put behind one that keeps the bytes; one that is there already is used. */
function parserBody(repair: Repair, handler: HandlerCode): RawBody {
  const { editor, fn } = handler;
  const present = callsTo(repair, handler, 'addContentTypeParser').filter(({ call: one }) => takesJson(one));
  const [known] = present;
  if (known) return fromParser(repair, handler, known);
  const { editor: target, found } = registrationOf(repair, handler);
  const router = found.callee.kind === 'member' ? found.callee.object : undefined;
  const standing = standingOf(target.module, found.range);
  const statement = standing?.list[standing.at];
  if (router === undefined || statement === undefined) decline('The registration of this route is not in reach, so its body parser cannot be set.');
  const parser = quote(router.kind === 'call' ? decline('The routes are registered in one chain; give the application a name first.') : router);
  target.before(
    statement.range,
    [evaluate(call(member(parser, 'addContentTypeParser'), literal('application/json'), record({ parseAs: literal('buffer') }), keeper(parser)))],
    'apart',
  );
  return keptBytes(editor.local('raw body', 'raw', 'body bytes'), rawBodyOf(parameter(fn, 0), 'rawBody'));
}

/** Keeps the bytes and hands them to the parser that would have had them. */
function keeper(router: Draft): Draft {
  const parse = call(member(router, 'getDefaultJsonParser'), literal('error'), literal('error'));
  return {
    kind: 'function',
    params: [{ name: 'request' }, { name: 'bytes', type: 'bytes' }, { name: 'done' }],
    body: [
      evaluate(call(member(name('Object'), 'assign'), name('request'), record({ rawBody: name('bytes') }))),
      evaluate(call(parse, name('request'), call(member(name('bytes'), 'toString'), literal('utf8')), name('done'))),
    ],
  };
}

interface ParserAround {
  readonly path: string;
  readonly call: CallExpr;
}

function callsTo(repair: Repair, handler: HandlerCode, property: string): ParserAround[] {
  return filesAround(repair, handler.endpoint?.registration?.path ?? handler.editor.path).flatMap((path): ParserAround[] => {
    const module = repair.source.module(path);
    if (module === undefined) return [];
    return expressionsOf(module, module.functions[0] as FunctionNode).flatMap(({ expr }) =>
      expr.kind === 'call' && expr.callee.kind === 'member' && expr.callee.property === property ? [{ path, call: expr }] : [],
    );
  });
}

function takesJson({ args }: CallExpr): boolean {
  const type = args[0]?.value;
  const named = type?.kind === 'list' ? type.items : type ? [type] : [];
  return named.some((one) => one.kind === 'literal' && (one.value === '*' || (typeof one.value === 'string' && one.value.includes('json'))));
}

function fromParser(repair: Repair, { editor, fn }: HandlerCode, { path, call: one }: ParserAround): RawBody {
  const options = one.args[1]?.value;
  const parseAs = options?.kind === 'record' ? options.entries.find((entry) => entry.key === 'parseAs')?.value : undefined;
  const kind = parseAs?.kind === 'literal' ? parseAs.value : undefined;
  const module = repair.source.module(path);
  const callback = one.args.at(-1)?.value;
  const property = module && callback ? keptIn(module, callback, 0, 1) : undefined;
  if ((kind !== 'buffer' && kind !== 'string') || module === undefined || callback === undefined)
    decline('The application has a body parser of its own, which does not keep the bytes.');
  if (property !== undefined && kind === 'buffer') return keptBytes(editor.local('raw body', 'raw', 'body bytes'), rawBodyOf(parameter(fn, 0), property));
  if (property === undefined && handsOnBytes(module, callback)) {
    const body = member(name(parameter(fn, 0)), 'body');
    const isNoText: Draft = { kind: 'binary', op: '!=', left: { kind: 'unary', op: 'typeof', operand: body }, right: literal('string') };
    const typed: Draft = { kind: 'typed', value: body, type: { code: kind === 'buffer' ? 'Buffer' : 'string' } };
    const isNone: Draft = { kind: 'unary', op: 'not', operand: call(member(name('Buffer'), 'isBuffer'), body) };
    return { before: [], value: typed, isBytes: kind === 'buffer', missing: kind === 'buffer' ? isNone : isNoText, reads: 0, named: null, adopt: () => [] };
  }
  return decline('The application has a body parser of its own, which does not keep the bytes.');
}

/** `(request, body, done) => done(null, body)`, or `async (request, body) => body`. */
function handsOnBytes(module: Module, callback: Expr): boolean {
  const fn = callback.kind === 'function' ? module.functions[callback.functionId] : undefined;
  const bytes = fn?.params[1]?.pattern;
  if (fn === undefined || bytes?.kind !== 'bind') return false;
  const done = fn.params[2]?.pattern;
  return expressionsOf(module, fn).some(({ expr, above, statement }) => {
    if (!isNamed(expr, bytes.name)) return false;
    const around = above.at(-1);
    if (around === undefined) return statement?.kind === 'return';
    return around.kind === 'call' && done?.kind === 'bind' && isNamed(around.callee, done.name) && around.args[1]?.value === expr;
  });
}

function registrationOf(repair: Repair, handler: HandlerCode): { readonly editor: FileEditor; readonly found: CallExpr } {
  const registration = handler.endpoint?.registration;
  if (!registration) decline('The registration of this route is not in reach, so its body parser cannot be set.');
  const editor = repair.file(registration.path);
  const found = expressionAt(editor.module, registration.call)?.expr;
  if (found?.kind !== 'call') decline('The registration of this route is not in reach, so its body parser cannot be set.');
  return { editor, found };
}
