/** Hono: the context keeps the body it was asked for, so the handler's own reads go on working. */
import { call, declare, giveBack, literal, member, name } from '../../languages/draft.js';
import type { Draft } from '../../languages/writer.js';
import { parameterDraft } from '../repair.js';
import { expressionsOf } from '../walk.js';
import { isTypeScript } from './around.js';
import type { FrameworkWriter } from './framework.js';

export const hono: FrameworkWriter = {
  ids: ['hono'],
  whole: 'c',
  answersBy: 'return',
  refuse: ({ fn }, status, message) => [giveBack(call(member(parameterDraft(fn, 0), 'text'), literal(message), literal(status)))],
  acknowledge: ({ fn }) => [giveBack(call(member(parameterDraft(fn, 0), 'body'), literal(null), literal(200)))],
  header: ({ fn }, header) => call(member(parameterDraft(fn, 0), 'req', 'header'), literal(header)),
  /** On Cloudflare the settings come with each request; a file that says so is told by its own reads. */
  environment({ editor, fn }, variable) {
    const context = parameterDraft(fn, 0);
    const module = editor.module.functions[0];
    const reads =
      module !== undefined &&
      expressionsOf(editor.module, module).some(
        ({ expr }) => expr.kind === 'member' && expr.property === 'env' && isContext(expr.object.kind === 'name' ? expr.object.name : ''),
      );
    if (!reads && !/\bBindings\s*:/.test(editor.text)) return null;
    const settings = member(context, 'env');
    const declared = new RegExp(`\\b${variable}\\??:`).test(editor.text);
    const holder: Draft = isTypeScript(editor) && !declared ? { kind: 'typed', value: settings, type: { code: `{ ${variable}?: string }` } } : settings;
    return member(holder, variable);
  },
  rawBody(_, { editor, fn }) {
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

function isContext(local: string): boolean {
  return /^(?:c|ctx|context)$/.test(local);
}
