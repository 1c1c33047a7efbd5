/** Handlers that take a web `Request` and give back a `Response`: Next's route handlers, Remix, SvelteKit, Astro, workers. */
import type { Expr, FunctionNode } from '../../ir/model.js';
import { bindsOf } from '../../ir/parts.js';
import { call, create, declare, giveBack, imported, literal, member, name, record } from '../../languages/draft.js';
import type { Draft } from '../../languages/writer.js';
import { decline } from '../decline.js';
import { type HandlerCode, isNamed, parameter } from '../repair.js';
import { expressionsOf, statementsOf } from '../walk.js';
import { isTypeScript } from './around.js';
import { adoptReads, bodyReads } from './body-reads.js';
import type { FrameworkWriter, RawBody } from './framework.js';
import { placeBeforeReads } from './place.js';

export const web: FrameworkWriter = {
  ids: ['next-app', 'remix', 'sveltekit', 'astro', 'fetch-handler', 'deno', 'bun', 'supabase', 'vercel', 'netlify'],
  fits: (fn, id) => (id === 'vercel' ? !takesResponse(fn) : id === 'netlify' ? !takesLambdaEvent(fn) : true),
  anyMethod: ['vercel', 'netlify', 'fetch-handler'],
  answersBy: 'return',
  refuse: (_, status, message) => [giveBack(create(name('Response'), literal(message), record({ status: literal(status) })))],
  acknowledge: () => [giveBack(create(name('Response'), literal(null), record({ status: literal(200) })))],
  header: (handler, header) => call(member(requestOf(handler).draft, 'headers', 'get'), literal(header)),
  environment,
  rawBody: (_, handler) => webBody(handler),
  formBody(_, handler) {
    const raw = webBody(handler);
    const url = handler.editor.local('url', 'request url');
    return {
      before: [...raw.before, declare(url, create(name('URL'), member(requestOf(handler).draft, 'url')))],
      fields: call(member(name('Object'), 'fromEntries'), create(name('URLSearchParams'), raw.value)),
      path: { kind: 'text', parts: [member(name(url), 'pathname'), member(name(url), 'search')] },
      adopt: () => raw.adopt(null),
    };
  },
};

/** The second version of a handler has the answer as its second parameter, and is of Node's kind. */
export function takesResponse(fn: FunctionNode): boolean {
  const second = fn.params[1]?.pattern;
  return second?.kind === 'bind' && /^_?(?:res|response|reply)$/.test(second.name);
}

export function takesLambdaEvent(fn: FunctionNode): boolean {
  const first = fn.params[0]?.pattern;
  return first?.kind === 'bind' ? /^_?(?:event|evt)$/.test(first.name) : first?.kind === 'fields' && first.fields.some((field) => field.key === 'body');
}

// ------------------------------------------------------------------------------------------- the request itself

interface RequestName {
  readonly draft: Draft;
  is(expr: Expr): boolean;
}

/** Frameworks that hand over a context with the request in it. */
const IN_CONTEXT = new Set(['remix', 'sveltekit', 'astro']);

function requestOf(handler: HandlerCode): RequestName {
  const { editor, fn, endpoint } = handler;
  const local = parameter(fn, 0, 'request');
  const isWhole = fn.params.some((param) => param.pattern.kind === 'bind' && param.pattern.name === local);
  const ofContext = (expr: Expr): boolean => expr.kind === 'member' && expr.property === 'request' && isNamed(expr.object, local);
  const inContext =
    isWhole && (IN_CONTEXT.has(endpoint?.framework ?? '') || expressionsOf(editor.module, fn).some(({ expr }) => ofContext(expr)) || takesApart(fn, local));
  if (!inContext) return { draft: name(local), is: (expr) => isNamed(expr, local) };
  const aliases = new Set(
    statementsOf(fn.body).flatMap((statement): string[] => {
      if (statement.kind !== 'assign' || statement.value === null) return [];
      if (ofContext(statement.value)) return bindsOf(statement.target).map((bind) => bind.name);
      if (statement.target.kind !== 'fields' || !isNamed(statement.value, local)) return [];
      return statement.target.fields.flatMap((field) => (field.key === 'request' ? bindsOf(field.target).map((bind) => bind.name) : []));
    }),
  );
  return { draft: member(name(local), 'request'), is: (expr) => ofContext(expr) || (expr.kind === 'name' && aliases.has(expr.name)) };
}

/** `const { request } = context` */
function takesApart(fn: FunctionNode, local: string): boolean {
  return statementsOf(fn.body).some(
    (statement) =>
      statement.kind === 'assign' &&
      statement.value !== null &&
      isNamed(statement.value, local) &&
      statement.target.kind === 'fields' &&
      statement.target.fields.some((field) => field.key === 'request'),
  );
}

/** Workers are handed their settings, Deno asks for permission to read them, SvelteKit has a module for them. */
function environment(handler: HandlerCode, variable: string): Draft | null {
  const { editor, fn, endpoint } = handler;
  switch (endpoint?.framework) {
    case 'deno':
    case 'supabase':
      return call(member(name('Deno'), 'env', 'get'), literal(variable));
    case 'sveltekit':
      return member(imported('$env/dynamic/private', 'env'), variable);
    case 'fetch-handler': {
      const settings = settingsOf(fn, requestOf(handler));
      if (settings === undefined) return null;
      const declared = new RegExp(`\\b${variable}\\??:`).test(editor.text);
      const holder: Draft = isTypeScript(editor) && !declared ? { kind: 'typed', value: settings, type: { code: `{ ${variable}?: string }` } } : settings;
      return member(holder, variable);
    }
    default:
      return null;
  }
}

/** `fetch(request, env)`, or what the context of a Pages function holds. */
function settingsOf(fn: FunctionNode, request: RequestName): Draft | undefined {
  const [first, second] = fn.params;
  const field = first?.pattern.kind === 'fields' ? first.pattern.fields.find((one) => one.key === 'env')?.target : undefined;
  if (field?.kind === 'bind') return name(field.name);
  if (request.draft.kind === 'member') return member(request.draft.object, 'env');
  return second?.pattern.kind === 'bind' && /env/i.test(second.pattern.name) ? name(second.pattern.name) : undefined;
}

// ------------------------------------------------------------------------------------------------- the raw body

export function webBody(handler: HandlerCode): RawBody {
  const { editor, fn } = handler;
  const request = requestOf(handler);
  if (/export\s+const\s+runtime\s*=\s*['"](?:experimental-)?edge['"]/.test(editor.text))
    decline("The route runs on the edge runtime, which has no `node:crypto`; give it `runtime = 'nodejs'` first.");
  editor.makeAsync(fn);
  const raw = editor.local('raw body', 'raw', 'payload text');
  const reads = bodyReads(handler, (expr, above) => readOf(expr, above, request, raw));
  const source = call(member(request.draft, 'text'));
  const handedOn = expressionsOf(editor.module, fn).some(
    ({ expr, above, statement }) => request.is(expr) && above.at(-1)?.kind !== 'member' && !(statement?.kind === 'assign' && statement.value === expr),
  );
  const text = handedOn ? call(member(call(member(request.draft, 'clone')), 'text')) : source;
  const parsed = reads.filter((read) => read.instead === undefined);
  const only = parsed.length === 1 ? parsed[0]?.declares : null;
  const at = placeBeforeReads(
    handler,
    reads.map((read) => read.range),
  );
  return {
    before: [declare(raw, { kind: 'await', operand: text })],
    value: name(raw),
    isBytes: false,
    missing: null,
    reads: parsed.length,
    named: only ? { local: only.local, typed: only.typed } : null,
    ...(at ? { at } : {}),
    adopt: (event) => adoptReads(handler, reads, event, () => editor.idioms.parseJson(name(raw), false)),
  };
}

/** `await request.json()` with its `await`, also on a clone; `text()` is the raw body itself. */
function readOf(expr: Expr, above: readonly Expr[], request: RequestName, raw: string): { range: Expr['range']; instead?: Draft } | undefined {
  if (expr.kind === 'member' && request.is(expr.object) && expr.property === 'body' && above.at(-1)?.kind !== 'member')
    decline('The handler reads the body as a stream.');
  if (expr.kind !== 'call' || expr.callee.kind !== 'member' || !isRequest(expr.callee.object, request)) return undefined;
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

function isRequest(expr: Expr, request: RequestName): boolean {
  if (request.is(expr)) return true;
  return expr.kind === 'call' && expr.callee.kind === 'member' && expr.callee.property === 'clone' && request.is(expr.callee.object);
}
