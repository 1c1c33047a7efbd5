/** Functions of the clouds that are neither Node's nor the web's kind of handler. */
import { assign, call, declare, evaluate, giveBack, imported, index, literal, member, name, not, or, record } from '../../languages/draft.js';
import type { Draft } from '../../languages/writer.js';
import { decline } from '../decline.js';
import { type HandlerCode, parameter, parameterDraft } from '../repair.js';
import { endedWith200, rawBodyOf, returnsAnswers } from './express.js';
import type { FrameworkWriter, RawBody } from './framework.js';
import { takesLambdaEvent, webBody } from './web.js';

const titled = (header: string): string => header.replace(/(^|-)\w/g, (start) => start.toUpperCase());

// The HTTP API gives header names in lower case, the REST API as they were sent.
export const lambda: FrameworkWriter = {
  ids: ['lambda', 'netlify'],
  whole: 'event',
  languages: ['typescript'],
  anyMethod: ['lambda', 'netlify'],
  fits: (fn, id) => id === 'lambda' || takesLambdaEvent(fn),
  answersBy: 'return',
  refuse: (_, status, message) => [giveBack(record({ statusCode: literal(status), body: literal(message) }))],
  header({ fn }, header) {
    const headers = member(parameterDraft(fn, 0), 'headers');
    return { kind: 'logical', op: 'nullish', left: index(headers, literal(header)), right: index(headers, literal(titled(header))) };
  },
  rawBody(_, handler) {
    refuseParsed(handler);
    const raw = handler.editor.local('raw body', 'raw', 'body bytes');
    const event = parameterDraft(handler.fn, 0);
    const text: Draft = { kind: 'logical', op: 'nullish', left: member(event, 'body'), right: literal('') };
    const encoding: Draft = { kind: 'conditional', test: member(event, 'isBase64Encoded'), then: literal('base64'), otherwise: literal('utf8') };
    return wholeBody(raw, [declare(raw, call(member(name('Buffer'), 'from'), text, encoding))]);
  },
};

export const lambdaInPython: FrameworkWriter = {
  ids: ['lambda'],
  anyMethod: ['lambda'],
  languages: ['python'],
  answersBy: 'return',
  refuse: (_, status, message) => [giveBack(record({ statusCode: literal(status), body: literal(message) }))],
  header({ fn }, header) {
    const get = member(index(parameterDraft(fn, 0), literal('headers')), 'get');
    return or(call(get, literal(header)), call(get, literal(titled(header))));
  },
  rawBody(_, handler) {
    refuseParsed(handler);
    const { editor, fn } = handler;
    const raw = editor.local('raw body', 'raw', 'body bytes');
    const sent = editor.local('sent body', 'body as sent');
    const get = member(parameterDraft(fn, 0), 'get');
    return wholeBody(raw, [
      declare(sent, or(call(get, literal('body')), literal(''))),
      declare(raw, {
        kind: 'conditional',
        test: call(get, literal('isBase64Encoded')),
        then: call(imported('base64', 'b64decode'), name(sent)),
        otherwise: call(member(name(sent), 'encode')),
      }),
    ]);
  },
};

function refuseParsed({ endpoint }: HandlerCode): void {
  if (endpoint?.isParsed)
    decline('A middleware in front of this handler parses the body, and the bytes that were signed are gone: verify before it, or take it away.');
}

function wholeBody(local: string, before: RawBody['before']): RawBody {
  return { before, value: name(local), isBytes: true, missing: null, reads: 0, named: null, adopt: () => [] };
}

// --------------------------------------------------------------------------------------------------------- Google

/** Express objects behind a parser that is always on and keeps the bytes. */
export const google: FrameworkWriter = {
  ids: ['google-functions'],
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
  rawBody: (_, { editor, fn }) => keptBytes(editor.local('raw body', 'raw', 'body bytes'), rawBodyOf(parameter(fn, 0), 'rawBody')),
};

/** Bytes that are kept beside the parsed body. */
export function keptBytes(local: string, bytes: Draft): RawBody {
  return { before: [declare(local, bytes)], value: name(local), isBytes: true, missing: not(name(local)), reads: 0, named: null, adopt: () => [] };
}

// ---------------------------------------------------------------------------------------------------------- Azure

/** Version 4 of the programming model hands over a request like the web's; version 3 a context first, and answers through it. */
export const azure: FrameworkWriter = {
  ids: ['azure-functions'],
  fits: (fn) => !takesContextFirst(fn),
  answersBy: 'return',
  refuse: (_, status, message) => [giveBack(record({ status: literal(status), body: literal(message) }))],
  header: ({ fn }, header) => call(member(parameterDraft(fn, 0), 'headers', 'get'), literal(header)),
  rawBody: (_, handler) => webBody(handler),
};

export const azureWithContext: FrameworkWriter = {
  ids: ['azure-functions'],
  fits: takesContextFirst,
  answersBy: 'set',
  refuse: ({ fn }, status, message) => [
    assign(member(parameterDraft(fn, 0), 'res'), record({ status: literal(status), body: literal(message) })),
    giveBack(null),
  ],
  header: ({ fn }, header) => index(member(parameterDraft(fn, 1), 'headers'), literal(header)),
  rawBody(_, { editor, fn }) {
    const local = editor.local('raw body', 'raw', 'payload text');
    return { ...keptBytes(local, member(parameterDraft(fn, 1), 'rawBody')), isBytes: false };
  },
};

function takesContextFirst(fn: { readonly params: HandlerCode['fn']['params'] }): boolean {
  const first = fn.params[0]?.pattern;
  return fn.params.length >= 2 && first?.kind === 'bind' && /^_?(?:context|ctx)$/.test(first.name);
}
