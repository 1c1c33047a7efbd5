/** Express: the bytes are what a parser leaves of them, and parsers stand in the registration, on the app, or in another file. */
import type { CallExpr, Expr, FunctionNode, Range } from '../../ir/model.js';
import { assign, call, declare, evaluate, giveBack, literal, member, name, not, record } from '../../languages/draft.js';
import type { Draft, DraftStatement } from '../../languages/writer.js';
import { type HandlerCode, isNamed, parameter, type Repair } from '../repair.js';
import { expressionsOf, statementsOf } from '../walk.js';
import { adoptReads, bodyReads } from './body-reads.js';
import { keepRawBody, mountFormParser, mountRaw, parserBefore } from './express-parsers.js';
import type { FrameworkWriter, RawBody } from './framework.js';

export const express: FrameworkWriter = {
  ids: ['express'],
  whole: 'req',
  answersBy: 'call',
  sentFlag: 'headersSent',
  refuse(handler, status, message) {
    const response = parameter(handler.fn, 1);
    const answer = call(member(call(member(name(response), 'status'), literal(status)), 'send'), literal(message));
    return returnsAnswers(handler.fn, response) ? [giveBack(answer)] : [evaluate(answer), giveBack(null)];
  },
  acknowledge: ({ fn }) => endedWith200(fn, parameter(fn, 1)),
  header: (handler, header) => call(member(name(parameter(handler.fn, 0)), 'get'), literal(header)),
  rawBody(repair, handler) {
    const parser = parserBefore(repair, handler);
    return parser ? besideParsed(repair, handler, parser) : rawOnRoute(repair, handler);
  },
  formBody(repair, handler) {
    mountFormParser(repair, handler);
    const request = name(parameter(handler.fn, 0));
    return {
      before: [],
      fields: { kind: 'logical', op: 'nullish', left: member(request, 'body'), right: record({}) },
      path: member(request, 'originalUrl'),
      adopt: () => [],
    };
  },
};

export function endedWith200(fn: FunctionNode, response: string): DraftStatement[] {
  const answer = call(member(call(member(name(response), 'status'), literal(200)), 'end'));
  return returnsAnswers(fn, response) ? [giveBack(answer)] : [evaluate(answer), giveBack(null)];
}

/** Handlers that say `return res.send(...)` go on doing so; the others keep a bare `return`, which every typing accepts. */
export function returnsAnswers(fn: FunctionNode, response: string): boolean {
  return statementsOf(fn.body).some((statement) => statement.kind === 'return' && statement.value !== null && rootOf(statement.value) === response);
}

function rootOf(expr: Expr): string | undefined {
  if (expr.kind === 'name') return expr.name;
  if (expr.kind === 'call') return rootOf(expr.callee);
  if (expr.kind === 'member') return rootOf(expr.object);
  return undefined;
}

// ------------------------------------------------------------------------------------------- raw on the route

/** No parser runs before: the route gets `express.raw`, and the handler parses after the check. */
function rawOnRoute(repair: Repair, handler: HandlerCode): RawBody {
  const { editor, fn } = handler;
  const request = parameter(fn, 0);
  const mounted = mountRaw(repair, handler);
  const body = member(name(request), 'body');
  if (mounted !== 'mounted') {
    // The handler knows the body as bytes or text already, and goes on reading it so.
    const isText: Draft = { kind: 'binary', op: '!=', left: { kind: 'unary', op: 'typeof', operand: body }, right: literal('string') };
    const missing = mounted === 'raw' ? not(call(member(name('Buffer'), 'isBuffer'), body)) : isText;
    return { before: [], value: body, isBytes: mounted === 'raw', missing, reads: 0, named: null, adopt: () => [] };
  }
  const reads = bodyReads(handler, (expr) =>
    expr.kind === 'member' && expr.property === 'body' && isNamed(expr.object, request) ? { range: expr.range } : undefined,
  );
  const takenApart =
    handler.takenApart !== undefined ||
    expressionsOf(editor.module, fn).some(
      ({ expr, statement, above }) => isNamed(expr, request) && above.length === 0 && statement?.kind === 'assign' && statement.target.kind === 'fields',
    );
  const handedOn =
    takenApart ||
    expressionsOf(editor.module, fn).some(
      ({ expr, above }) => isNamed(expr, request) && above.at(-1)?.kind === 'call' && (above.at(-1) as CallExpr).callee !== expr,
    );
  const only = reads.length === 1 ? reads[0]?.declares : null;
  const parse = (): Draft => editor.idioms.parseJson(body, true);
  return {
    before: [],
    value: body,
    isBytes: true,
    missing: not(call(member(name('Buffer'), 'isBuffer'), body)),
    reads: handedOn ? reads.length + 1 : reads.length,
    named: only ? { local: only.local, typed: only.typed } : null,
    // Whoever is handed the request reads `body` from it, so there the parsed value goes back into its place.
    adopt: (event): readonly DraftStatement[] => (handedOn ? [assign(body, event ?? parse())] : adoptReads(handler, reads, event, parse)),
  };
}

// --------------------------------------------------------------------------------------- bytes beside the parsed

/** A parser runs before: it keeps the bytes on the request, and the handler's own reads stay as they are. */
function besideParsed(repair: Repair, handler: HandlerCode, parser: { readonly path: string; readonly call: Range }): RawBody {
  const { editor, fn } = handler;
  const property = keepRawBody(repair, parser);
  const local = editor.local('raw body', 'raw', 'body bytes');
  return {
    before: [declare(local, rawBodyOf(parameter(fn, 0), property))],
    value: name(local),
    isBytes: true,
    missing: not(name(local)),
    reads: 0,
    named: null,
    adopt: () => [],
  };
}

export function rawBodyOf(request: string, property: string): Draft {
  return member({ kind: 'typed', value: name(request), type: { code: `{ ${property}?: Buffer }` } }, property);
}
