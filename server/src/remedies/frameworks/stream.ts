/** Handlers whose request is a stream of Node's: node:http, Next's API routes, Vercel's functions in Node's style. */
import type { Expr, FunctionNode, Range } from '../../ir/model.js';
import { assign, call, declare, evaluate, giveBack, index, literal, member, name, not, record, when } from '../../languages/draft.js';
import { standingOf } from '../../languages/enclosing.js';
import type { Draft, DraftFunction, DraftStatement } from '../../languages/writer.js';
import { decline } from '../decline.js';
import { type HandlerCode, isNamed, parameter } from '../repair.js';
import { expressionsOf, statementsOf, type Visited } from '../walk.js';
import { adoptReads, bodyReads } from './body-reads.js';
import { endedWith200, returnsAnswers } from './express.js';
import type { FrameworkWriter, RawBody } from './framework.js';
import { switchOffParser } from './next-parser.js';
import { placeBeforeReads, tellsRequestsApart } from './place.js';
import { takesResponse } from './web.js';

/** More than any sender delivers. */
const MOST_BYTES = 1_000_000;

const headerOf = ({ fn }: HandlerCode, header: string): Draft => ({
  kind: 'typed',
  value: index(member(name(parameter(fn, 0)), 'headers'), literal(header)),
  type: { code: 'string | undefined' },
});

export const nodeHttp: FrameworkWriter = {
  ids: ['node-http'],
  answersBy: 'call',
  sentFlag: 'headersSent',
  refuse: ({ fn }, status, message) => [
    evaluate(call(member(call(member(name(parameter(fn, 1)), 'writeHead'), literal(status)), 'end'), literal(message))),
    giveBack(null),
  ],
  acknowledge: ({ fn }) => [evaluate(call(member(call(member(name(parameter(fn, 1)), 'writeHead'), literal(200)), 'end'))), giveBack(null)],
  header: headerOf,
  rawBody: (_, handler) => streamBody(handler),
};

/** Answers as Express does; the body is parsed before the handler unless its file says otherwise. */
export const nodeApi: FrameworkWriter = {
  ids: ['next-pages', 'vercel'],
  whole: 'req',
  anyMethod: ['next-pages', 'vercel'],
  fits: (fn, id) => id !== 'vercel' || takesResponse(fn),
  answersBy: 'call',
  sentFlag: 'headersSent',
  refuse(handler, status, message) {
    const response = parameter(handler.fn, 1);
    const answer = call(member(call(member(name(response), 'status'), literal(status)), 'send'), literal(message));
    return returnsAnswers(handler.fn, response) ? [giveBack(answer)] : [evaluate(answer), giveBack(null)];
  },
  acknowledge: ({ fn }) => endedWith200(fn, parameter(fn, 1)),
  header: headerOf,
  rawBody(_, handler) {
    switchOffParser(handler.editor);
    return streamBody(handler);
  },
};

/** What the handler has collected of the stream, or the stream read here when it has not touched it. */
function streamBody(handler: HandlerCode): RawBody {
  const { editor, fn } = handler;
  const request = parameter(fn, 0);
  const collected = collectedBody(handler, request);
  if (collected) return collected;
  const reads = bodyReads(handler, (expr) =>
    expr.kind === 'member' && expr.property === 'body' && isNamed(expr.object, request) ? { range: expr.range } : undefined,
  );
  const own = ownStreamBody(
    handler,
    name(request),
    reads.map((read) => read.range),
  );
  const handedOn =
    handler.takenApart !== undefined ||
    expressionsOf(editor.module, fn).some(
      ({ expr, above, statement }) =>
        isNamed(expr, request) &&
        ((above.at(-1)?.kind === 'call' && (above.at(-1) as Expr & { kind: 'call' }).callee !== expr) ||
          (above.length === 0 && statement?.kind === 'assign' && statement.target.kind === 'fields')),
    );
  const only = reads.length === 1 ? reads[0]?.declares : null;
  const parse = (): Draft => editor.idioms.parseJson(own.value, true);
  return {
    ...own,
    reads: handedOn ? reads.length + 1 : reads.length,
    named: only ? { local: only.local, typed: only.typed } : null,
    adopt: (event) => (handedOn ? [assign(member(name(request), 'body'), event ?? parse())] : adoptReads(handler, reads, event, parse)),
  };
}

/** Reads the stream in front of everything else, up to a bound. */
export function ownStreamBody(handler: HandlerCode, stream: Draft, reads: readonly Range[] = []): RawBody {
  const { editor, fn } = handler;
  if (readsStream(handler)) decline('The handler reads the body in a way that is not followed by us; verify where the bytes are whole.');
  const at = placeBeforeReads(handler, reads);
  if (at === undefined && handler.endpoint?.framework === 'node-http' && tellsRequestsApart(handler))
    decline('This function serves several requests, and which of them the check belongs to cannot be told.');
  editor.makeAsync(fn);
  const read = editor.helper('read body', readBody);
  const raw = editor.local('raw body', 'raw', 'body bytes');
  // Left to itself the loop would close the connection on its way out, and the refusal could not be sent.
  const parts = call(member(stream, 'iterator'), record({ destroyOnReturn: literal(false) }));
  return {
    before: [declare(raw, { kind: 'await', operand: call(name(read), parts) })],
    value: name(raw),
    isBytes: true,
    missing: not(name(raw)),
    reads: 0,
    named: null,
    ...(at ? { at } : {}),
    adopt: () => [],
  };
}

function readsStream({ editor, fn, endpoint }: HandlerCode): boolean {
  const [first] = fn.params;
  const local = first?.pattern.kind === 'bind' ? first.pattern.name : '';
  const isStream = (expr: Expr): boolean =>
    isNamed(expr, local) || (expr.kind === 'member' && (expr.property === 'req' || expr.property === 'raw') && isNamed(expr.object, local));
  return (
    statementsOf(fn.body).some((statement) => statement.kind === 'for-each' && isStream(statement.source)) ||
    expressionsOf(editor.module, fn).some(
      ({ expr }) =>
        expr.kind === 'call' &&
        ((expr.callee.kind === 'member' && /^(?:on|once|pipe|setEncoding)$/.test(expr.callee.property) && isStream(expr.callee.object)) ||
          // Only Node's own request gives nothing but its stream to those it is handed to.
          (expr.callee.kind === 'name' &&
            (endpoint?.framework === 'node-http' || /body|buffer|raw|text|json/i.test(expr.callee.name)) &&
            expr.args.some(({ value }) => isStream(value)))),
    )
  );
}

export function readBody(helper: string): DraftFunction {
  const sum: Draft = { kind: 'binary', op: '+', left: name('size'), right: member(name('chunk'), 'length') };
  const tooLong: Draft = { kind: 'binary', op: '>', left: name('size'), right: literal(MOST_BYTES) };
  const begin = (local: string, value: Draft, more: { type?: { code: string }; mutable?: true }): DraftStatement => ({
    kind: 'assign',
    target: name(local),
    declares: true,
    value,
    ...more,
  });
  return {
    name: helper,
    isAsync: true,
    params: [{ name: 'stream', type: { code: 'AsyncIterable<Uint8Array>' } }],
    result: { code: 'Buffer | null' },
    body: [
      begin('chunks', { kind: 'list', items: [] }, { type: { code: 'Uint8Array[]' } }),
      begin('size', literal(0), { mutable: true }),
      {
        kind: 'for-each',
        isAwait: true,
        target: 'chunk',
        source: name('stream'),
        body: [assign(name('size'), sum), when(tooLong, [giveBack(literal(null))]), evaluate(call(member(name('chunks'), 'push'), name('chunk')))],
      },
      giveBack(call(member(name('Buffer'), 'concat'), name('chunks'))),
    ],
  };
}

// ------------------------------------------------------------------------------------- what the handler collected

/** The handler parses what it has collected in one place: the check stands in front of that, over the same bytes. */
function collectedBody(handler: HandlerCode, request: string): RawBody | undefined {
  const { editor, fn } = handler;
  if (!readsStream(handler)) return undefined;
  const parses = expressionsOf(editor.module, fn).filter(({ expr }) => isParse(expr));
  const [parse] = parses;
  if (parse === undefined || parses.length > 1) decline('The body is not parsed in one place; verify where the bytes are whole.');
  const argument = (parse.expr as Expr & { kind: 'call' }).args[0]?.value as Expr;
  const standing = standingOf(editor.module, parse.expr.range);
  const statement = standing?.list[standing.at];
  if (statement === undefined) return decline('The body is not parsed in one place; verify where the bytes are whole.');
  const bytes = bytesIn(argument);
  const common = { missing: null, reads: 0, named: null, at: statement.range, adopt: () => [] };
  if (bytes && !isAccumulated(handler, bytes)) {
    if (bytes.kind === 'name') return { ...common, before: [], value: name(bytes.name), isBytes: true };
    const local = editor.local('raw body', 'raw', 'body bytes');
    const whole: Draft = { kind: 'verbatim', range: bytes.range, tight: true };
    editor.replace(bytes.range, name(local));
    return { ...common, before: [declare(local, whole)], value: name(local), isBytes: true };
  }
  const text = bytes ?? argument;
  if (text.kind !== 'name') return decline('What is parsed is no variable; verify where the bytes are whole.');
  // A letter of several bytes may be cut in two by the chunks; decoded one by one they would no longer be what was signed.
  if (isAccumulated(handler, text) && !/\.setEncoding\(/.test(editor.text.slice(fn.range.start, fn.range.end)))
    editor.atStart(fn, [evaluate(call(member(name(request), 'setEncoding'), literal('utf8')))]);
  return { ...common, before: [], value: name(text.name), isBytes: false };
}

function isParse(expr: Visited['expr']): boolean {
  return (
    expr.kind === 'call' &&
    expr.args.length > 0 &&
    ((expr.callee.kind === 'member' &&
      expr.callee.property === 'parse' &&
      expr.callee.object.kind === 'name' &&
      /^(?:JSON|querystring|qs)$/.test(expr.callee.object.name)) ||
      (expr.isNew && expr.callee.kind === 'name' && expr.callee.name === 'URLSearchParams'))
  );
}

/** `x` of `x.toString()` and `String(x)`; a `Buffer.concat(...)` by itself. */
function bytesIn(expr: Expr): Expr | undefined {
  if (expr.kind !== 'call') return undefined;
  if (expr.callee.kind === 'member' && expr.callee.property === 'toString') return expr.callee.object;
  if (expr.callee.kind === 'name' && expr.callee.name === 'String') return expr.args[0]?.value;
  return expr.callee.kind === 'member' && expr.callee.property === 'concat' ? expr : undefined;
}

/** `text += chunk` */
function isAccumulated({ editor, fn }: HandlerCode, expr: Expr): boolean {
  if (expr.kind !== 'name') return false;
  const all = (one: FunctionNode): boolean =>
    statementsOf(one.body).some(
      (statement) => statement.kind === 'assign' && statement.augmented && statement.target.kind === 'bind' && statement.target.name === expr.name,
    );
  return (
    editor.module.functions.some((one) => fn.range.start <= one.range.start && one.range.end <= fn.range.end && all(one)) ||
    new RegExp(`\\b${expr.name}\\s*\\+=`).test(editor.text.slice(fn.range.start, fn.range.end))
  );
}
