/** Koa: the body parsers that are used with it keep the text they parsed beside the result. */
import { assign, call, declare, giveBack, literal, member, name } from '../../languages/draft.js';
import type { Draft } from '../../languages/writer.js';
import { decline } from '../decline.js';
import { parameterDraft } from '../repair.js';
import { callsAround } from './around.js';
import type { FrameworkWriter } from './framework.js';
import { ownStreamBody } from './stream.js';

const KEEPING = new Set(['koa-bodyparser', '@koa/bodyparser', '@koa/bodyparser.bodyParser', 'koa-bodyparser.bodyParser']);
const OTHER = new Set(['koa-body', 'koa-body.koaBody', 'koa-better-body', 'koa-multer']);

export const koa: FrameworkWriter = {
  ids: ['koa'],
  whole: 'ctx',
  answersBy: 'set',
  // Not `ctx.throw`: the compiler does not know that nothing runs after it.
  refuse: ({ fn }, status, message) => [
    assign(member(parameterDraft(fn, 0), 'status'), literal(status)),
    assign(member(parameterDraft(fn, 0), 'body'), literal(message)),
    giveBack(null),
  ],
  acknowledge: ({ fn }) => [assign(member(parameterDraft(fn, 0), 'status'), literal(200)), giveBack(null)],
  header: ({ fn }, header) => call(member(parameterDraft(fn, 0), 'get'), literal(header)),
  rawBody(repair, handler) {
    const parsers = callsAround(repair, handler, (one) => KEEPING.has(one) || OTHER.has(one));
    if (parsers.length === 0) return ownStreamBody(handler, member(parameterDraft(handler.fn, 0), 'req'));
    if (!parsers.some((one) => KEEPING.has(one.name)))
      decline(`\`${parsers[0]?.name}\` does not keep the bytes that it parses; use \`@koa/bodyparser\` on this route.`);
    const local = handler.editor.local('raw body', 'raw', 'payload text');
    const kept: Draft = { kind: 'typed', value: member(parameterDraft(handler.fn, 0), 'request'), type: { code: '{ rawBody?: string }' } };
    const isNoText: Draft = { kind: 'binary', op: '!=', left: { kind: 'unary', op: 'typeof', operand: name(local) }, right: literal('string') };
    return {
      before: [declare(local, member(kept, 'rawBody'))],
      value: name(local),
      isBytes: false,
      missing: isNoText,
      reads: 0,
      named: null,
      adopt: () => [],
    };
  },
};
