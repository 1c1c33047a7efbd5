/** Frameworks whose raw body is reached without changing the handler, or not by us yet. */
import { assign, call, create, declare, evaluate, giveBack, imported, index, literal, member, name, raise, record } from '../../languages/draft.js';
import type { Draft } from '../../languages/writer.js';
import { decline } from '../decline.js';
import { parameter, parameterDraft } from '../repair.js';
import type { FrameworkWriter } from './framework.js';

const headerOf = (request: Draft, header: string): Draft => index(member(request, 'headers'), literal(header));

export const hono: FrameworkWriter = {
  ids: ['hono'],
  answersBy: 'return',
  refuse: ({ fn }, status, message) => [giveBack(call(member(parameterDraft(fn, 0), 'text'), literal(message), literal(status)))],
  header: ({ fn }, header) => call(member(parameterDraft(fn, 0), 'req', 'header'), literal(header)),
  rawBody(_, { editor, fn }) {
    // The context keeps the body, so `c.req.json()` still works afterwards.
    editor.makeAsync(fn);
    const raw = editor.local('raw body', 'raw', 'payload text');
    const text = call(member(parameterDraft(fn, 0), 'req', 'text'));
    return {
      before: [declare(raw, { kind: 'await', operand: text })],
      value: name(raw),
      isBytes: false,
      missing: null,
      reads: 0,
      named: null,
      adopt: () => [],
    };
  },
};

export const lambda: FrameworkWriter = {
  ids: ['lambda'],
  languages: ['typescript'],
  answersBy: 'return',
  refuse: (_, status, message) => [giveBack(record({ statusCode: literal(status), body: literal(message) }))],
  // The HTTP API gives header names in lower case, the REST API as they were sent.
  header: ({ fn }, header) =>
    ({
      kind: 'logical',
      op: 'nullish',
      left: headerOf(parameterDraft(fn, 0), header),
      right: headerOf(
        parameterDraft(fn, 0),
        header.replace(/(^|-)\w/g, (start) => start.toUpperCase()),
      ),
    }) satisfies Draft,
  rawBody(_, { editor, fn, endpoint }) {
    if (endpoint?.isParsed)
      decline('A middleware in front of this handler parses the body, and the bytes that were signed are gone: verify before it, or take it away.');
    const raw = editor.local('raw body', 'raw', 'body bytes');
    const event = parameterDraft(fn, 0);
    const text: Draft = { kind: 'logical', op: 'nullish', left: member(event, 'body'), right: literal('') };
    const encoding: Draft = { kind: 'conditional', test: member(event, 'isBase64Encoded'), then: literal('base64'), otherwise: literal('utf8') };
    return {
      before: [declare(raw, call(member(name('Buffer'), 'from'), text, encoding))],
      value: name(raw),
      isBytes: true,
      missing: null,
      reads: 0,
      named: null,
      adopt: () => [],
    };
  },
};

export const fastify: FrameworkWriter = {
  ids: ['fastify'],
  answersBy: 'call',
  sentFlag: 'sent',
  refuse: ({ fn }, status, message) => [giveBack(call(member(call(member(parameterDraft(fn, 1), 'code'), literal(status)), 'send'), literal(message)))],
  header: ({ fn }, header) => headerOf(parameterDraft(fn, 0), header),
};

export const koa: FrameworkWriter = {
  ids: ['koa'],
  answersBy: 'set',
  // Not `ctx.throw`: the compiler does not know that nothing runs after it.
  refuse: ({ fn }, status, message) => [
    assign(member(parameterDraft(fn, 0), 'status'), literal(status)),
    assign(member(parameterDraft(fn, 0), 'body'), literal(message)),
    giveBack(null),
  ],
  header: ({ fn }, header) => call(member(parameterDraft(fn, 0), 'get'), literal(header)),
};

export const nest: FrameworkWriter = {
  ids: ['nestjs'],
  answersBy: 'call',
  sentFlag: 'headersSent',
  refuse: (_, status, message) => {
    const error = status >= 500 ? 'InternalServerErrorException' : status === 400 ? 'BadRequestException' : 'UnauthorizedException';
    return [raise(create(imported('@nestjs/common', error), literal(message)))];
  },
  header: ({ fn }, header) => headerOf(parameterDraft(fn, 0), header),
};

export const nodeHttp: FrameworkWriter = {
  ids: ['node-http'],
  answersBy: 'call',
  sentFlag: 'headersSent',
  refuse: ({ fn }, status, message) => [
    evaluate(call(member(call(member(name(parameter(fn, 1)), 'writeHead'), literal(status)), 'end'), literal(message))),
    giveBack(null),
  ],
  header: ({ fn }, header) => headerOf(parameterDraft(fn, 0), header),
};
