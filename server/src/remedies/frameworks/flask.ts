/** Flask, and Quart which is Flask with await: the request is a global, an answer is what the view returns. */
import { call, declare, giveBack, imported, literal, member, name } from '../../languages/draft.js';
import type { Draft } from '../../languages/writer.js';
import { decline } from '../decline.js';
import { importsPackage } from '../names.js';
import type { HandlerCode } from '../repair.js';
import type { FrameworkWriter } from './framework.js';

const isQuart = ({ editor }: HandlerCode): boolean => importsPackage(editor.module, 'quart');

const requestOf = (handler: HandlerCode): Draft => imported(isQuart(handler) ? 'quart' : 'flask', 'request');

export const flask: FrameworkWriter = {
  ids: ['flask'],
  answersBy: 'return',
  refuse: (_, status, message) => [giveBack({ kind: 'list', tuple: true, items: [literal(message), literal(status)] })],
  header: (handler, header) => call(member(requestOf(handler), 'headers', 'get'), literal(header.replace(/(^|-)\w/g, (start) => start.toUpperCase()))),
  rawBody(_, handler) {
    // get_data() keeps the bytes, so get_json() and form read the same ones afterwards. The other way round it finds nothing.
    const raw = handler.editor.local('raw body', 'raw', 'body bytes');
    if (isQuart(handler) && !handler.fn.isAsync) decline('A view of Quart that is no coroutine cannot read the body.');
    const read = call(member(requestOf(handler), 'get_data'));
    return {
      before: [declare(raw, isQuart(handler) ? { kind: 'await', operand: read } : read)],
      value: name(raw),
      isBytes: true,
      missing: null,
      reads: 0,
      named: null,
      adopt: () => [],
    };
  },
  formBody(_, handler) {
    if (isQuart(handler)) decline('The fields of a form are read with await in Quart, which is not written by us.');
    const request = requestOf(handler);
    return { before: [], fields: member(request, 'form'), path: call(member(member(request, 'full_path'), 'rstrip'), literal('?')), adopt: () => [] };
  },
};
