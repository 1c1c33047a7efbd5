/** Handlers that take a web `Request` and give back a `Response`: Next's route handlers, Remix, SvelteKit, workers. */
import type { Expr } from '../../ir/model.js';
import { call, create, declare, giveBack, literal, member, name, record } from '../../languages/draft.js';
import type { Draft } from '../../languages/writer.js';
import { decline } from '../decline.js';
import { type HandlerCode, isNamed, parameter } from '../repair.js';
import { expressionsOf } from '../walk.js';
import { adoptReads, bodyReads } from './body-reads.js';
import type { FrameworkWriter, RawBody } from './framework.js';

export const web: FrameworkWriter = {
  ids: ['next-app', 'remix', 'sveltekit', 'fetch-handler', 'deno', 'bun', 'supabase'],
  answersBy: 'return',
  refuse: (_, status, message) => [giveBack(create(name('Response'), literal(message), record({ status: literal(status) })))],
  header: (handler, header) => call(member(name(request(handler)), 'headers', 'get'), literal(header)),
  rawBody: (_, handler) => rawBody(handler),
  formBody(_, handler) {
    const raw = rawBody(handler);
    const url = handler.editor.local('url', 'request url');
    return {
      before: [...raw.before, declare(url, create(name('URL'), member(name(request(handler)), 'url')))],
      fields: call(member(name('Object'), 'fromEntries'), create(name('URLSearchParams'), raw.value)),
      path: { kind: 'text', parts: [member(name(url), 'pathname'), member(name(url), 'search')] },
      adopt: () => raw.adopt(null),
    };
  },
};

function request(handler: HandlerCode): string {
  return parameter(handler.fn, 0, 'request');
}

function rawBody(handler: HandlerCode): RawBody {
  const { editor, fn } = handler;
  const local = request(handler);
  if (/export\s+const\s+runtime\s*=\s*['"](?:experimental-)?edge['"]/.test(editor.text))
    decline("The route runs on the edge runtime, which has no `node:crypto`; give it `runtime = 'nodejs'` first.");
  editor.makeAsync(fn);
  const raw = editor.local('raw body', 'raw', 'payload text');
  const reads = bodyReads(handler, (expr, above) => readOf(expr, above, local, raw));
  const source = call(member(name(local), 'text'));
  const handedOn = expressionsOf(editor.module, fn).some(({ expr, above }) => isNamed(expr, local) && !(above.at(-1)?.kind === 'member'));
  const text = handedOn ? call(member(call(member(name(local), 'clone')), 'text')) : source;
  const parsed = reads.filter((read) => read.instead === undefined);
  const only = parsed.length === 1 ? parsed[0]?.declares : null;
  return {
    before: [declare(raw, { kind: 'await', operand: text })],
    value: name(raw),
    isBytes: false,
    missing: null,
    reads: parsed.length,
    named: only ? { local: only.local, typed: only.typed } : null,
    adopt: (event) => adoptReads(handler, reads, event, () => editor.idioms.parseJson(name(raw), false)),
  };
}

/** `await request.json()` with its `await`, also on a clone; `text()` is the raw body itself. */
function readOf(expr: Expr, above: readonly Expr[], local: string, raw: string): { range: Expr['range']; instead?: Draft } | undefined {
  if (expr.kind === 'member' && isNamed(expr.object, local) && expr.property === 'body' && above.at(-1)?.kind !== 'member')
    decline('The handler reads the body as a stream.');
  if (expr.kind !== 'call' || expr.callee.kind !== 'member' || !isRequest(expr.callee.object, local)) return undefined;
  const method = expr.callee.property;
  if (!['json', 'text', 'formData', 'arrayBuffer', 'blob'].includes(method)) return undefined;
  const waiting = above.at(-1);
  if (waiting?.kind !== 'await') decline(`\`${method}()\` is not awaited where it is read.`);
  if (method === 'json') return { range: waiting.range };
  if (method === 'text') {
    const parsing = above.at(-2);
    const parses = parsing?.kind === 'call' && parsing.callee.kind === 'member' && parsing.callee.property === 'parse' && parsing.args[0]?.value === waiting;
    return parses ? { range: parsing.range } : { range: waiting.range, instead: name(raw) };
  }
  if (method === 'formData') return { range: waiting.range, instead: create(name('URLSearchParams'), name(raw)) };
  return decline(`The handler reads the body with \`${method}()\`.`);
}

function isRequest(expr: Expr, local: string): boolean {
  if (isNamed(expr, local)) return true;
  return expr.kind === 'call' && expr.callee.kind === 'member' && expr.callee.property === 'clone' && isNamed(expr.callee.object, local);
}
