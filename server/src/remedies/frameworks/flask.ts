/** Flask: the request is a global, an answer is what the view returns. */
import { call, declare, giveBack, imported, literal, member, name } from '../../languages/draft.js';
import type { Draft } from '../../languages/writer.js';
import type { FrameworkWriter } from './framework.js';

const request: Draft = imported('flask', 'request');

export const flask: FrameworkWriter = {
  ids: ['flask'],
  refuse: (_, status, message) => [giveBack({ kind: 'list', tuple: true, items: [literal(message), literal(status)] })],
  header: (_, header) => call(member(request, 'headers', 'get'), literal(header.replace(/(^|-)\w/g, (start) => start.toUpperCase()))),
  rawBody(_, handler) {
    // get_data() keeps the bytes, so get_json() and form read the same ones afterwards. The other way round it finds nothing.
    const raw = handler.editor.local('raw body', 'raw', 'body bytes');
    return {
      before: [declare(raw, call(member(request, 'get_data')))],
      value: name(raw),
      isBytes: true,
      missing: null,
      reads: 0,
      named: null,
      adopt: () => [],
    };
  },
  formBody: () => ({
    before: [],
    fields: member(request, 'form'),
    path: call(member(member(request, 'full_path'), 'rstrip'), literal('?')),
    adopt: () => [],
  }),
};
