/** A signature over re-encoded or parsed data is taken over the bytes that were sent. */
import type { Expr, Range } from '../ir/model.js';
import { call, declare, imported, literal, member, name } from '../languages/draft.js';
import { standingOf } from '../languages/enclosing.js';
import type { Draft } from '../languages/writer.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { rawBodyOf } from './frameworks/express.js';
import { keepRawBody, mountKeepingParser, type ParserCall, parserBefore, parserName } from './frameworks/express-parsers.js';
import { importsPackage } from './names.js';
import type { Remedy } from './remedy.js';
import { type HandlerCode, handlerOf, isNamed, parameter, type Repair } from './repair.js';
import { expressionAt, expressionsOf, functionAt, type Visited } from './walk.js';

const WRITTEN = new Set(['express', 'next-app', 'remix', 'sveltekit', 'fetch-handler', 'flask', 'hono']);

export const readRawBody: Remedy = {
  id: 'read-raw-body',
  offers(request) {
    const endpoint = new Facts(request).optionalEndpoint();
    return endpoint && WRITTEN.has(endpoint.framework) ? [{ id: 'read-raw-body', title: 'Sign the bytes as they were sent', safety: 'review' }] : [];
  },
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const endpoint = facts.endpoint();
    const used = facts.range('use');
    if (endpoint.framework === 'flask') {
      if (importsPackage(repair.file(facts.place('place')?.path ?? finding.at.path).module, 'quart'))
        decline('The body is read with await in Quart, which is not written by us here.');
      fromFlask(repair.file(facts.place('place')?.path ?? finding.at.path), used);
      return;
    }
    const handler = handlerOf(repair, endpoint);
    if ((facts.place('place')?.path ?? finding.at.path) !== handler.editor.path || !contains(handler.fn.range, used))
      decline('The signature is computed in a helper that is handed the parsed body; hand it the raw body instead.');
    const visited = wholeUse(handler.editor, used);
    const parser = facts.place('parser');
    const isParser =
      parser !== undefined && parserName(repair.file(parser.path).module, expressionAt(repair.file(parser.path).module, parser.range)?.expr) !== undefined;
    if (endpoint.framework === 'express') fromExpress(repair, handler, visited, isParser ? { path: parser.path, call: parser.range } : undefined);
    else if (endpoint.framework === 'hono') fromHono(handler, visited);
    else fromWebRequest(handler, visited);
  },
};

function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

interface Use {
  readonly range: Range;
  /** The use with `.encode()` or `Buffer.from(...)` around it is bytes. */
  readonly visited: Visited;
}

/** The re-encoding with what turns its text into bytes. */
function wholeUse(editor: FileEditor, range: Range): Use {
  const told = expressionAt(editor.module, range);
  if (told === undefined) decline('The re-encoded body is not in reach.');
  const inner = told.expr.kind === 'call' && told.expr.callee.kind === 'member' && told.expr.callee.property === 'encode' ? told.expr.callee.object : told.expr;
  if (inner !== told.expr && isEncoding(inner)) return { range: told.expr.range, visited: told };
  const visited = isEncoding(told.expr) ? told : (bodyArgument(editor, told) ?? told);
  let outer: Expr = visited.expr;
  for (const above of [...visited.above].reverse()) {
    const encodes = above.kind === 'member' && above.object === outer && above.property === 'encode';
    const called = above.kind === 'call' && above.callee === outer && outer.kind === 'member' && outer.property === 'encode';
    const buffer =
      above.kind === 'call' &&
      above.args[0]?.value === outer &&
      above.callee.kind === 'member' &&
      above.callee.property === 'from' &&
      above.callee.object.kind === 'name' &&
      above.callee.object.name === 'Buffer';
    if (!encodes && !called && !buffer) break;
    outer = above;
  }
  return { range: outer.kind === 'member' ? visited.expr.range : outer.range, visited };
}

function isEncoding(expr: Expr): boolean {
  if (expr.kind !== 'call') return false;
  const called = expr.callee.kind === 'member' ? expr.callee.property : expr.callee.kind === 'name' ? expr.callee.name : '';
  return called === 'stringify' || called === 'dumps';
}

/** Pointed at is the check itself: its argument that is the re-encoded or parsed body. */
function bodyArgument(editor: FileEditor, check: Visited): Visited | undefined {
  if (check.expr.kind !== 'call') return undefined;
  for (const { value } of check.expr.args) {
    const settled = value.kind === 'name' && value.binding !== null ? (editor.module.bindings[value.binding]?.value ?? value) : value;
    const core = settled.kind === 'call' && settled.callee.kind === 'member' && settled.callee.property === 'encode' ? settled.callee.object : settled;
    const isBody = core.kind === 'member' && (core.property === 'body' || core.property === 'json' || core.property === 'form');
    if (isEncoding(core) || isBody || (core.kind === 'call' && core.callee.kind === 'member' && core.callee.property === 'get_json')) {
      return expressionAt(editor.module, value === settled ? core.range : value.range);
    }
  }
  return decline('Which argument of the check is the body cannot be told.');
}

/** The parser keeps the bytes beside what it parses, so the handler's other reads stay as they are. */
function fromExpress(repair: Repair, handler: HandlerCode, use: Use, known: ParserCall | undefined): void {
  const { editor, fn } = handler;
  const parser = known ?? parserBefore(repair, handler);
  const property = parser ? keepRawBody(repair, parser) : mountKeepingParser(repair, handler);
  const raw = rawBodyOf(parameter(fn, 0), property);
  editor.replace(use.range, { kind: 'logical', op: 'nullish', left: raw, right: literal('') });
}

/** Flask's request is a global, so the bytes are in reach of decorators and hooks as well. */
function fromFlask(editor: FileEditor, used: Range): void {
  if (!importsPackage(editor.module, 'flask')) decline('The signature is computed in a helper that is handed the parsed body; hand it the raw body instead.');
  const use = wholeUse(editor, used);
  const fn = functionAt(editor.module, used);
  const read = call(member(imported('flask', 'request'), 'get_data'));
  const formFirst = expressionsOf(editor.module, fn).some(
    ({ expr }) =>
      expr.kind === 'member' && (expr.property === 'form' || expr.property === 'files' || expr.property === 'values') && expr.range.start < use.range.start,
  );
  if (!formFirst) {
    editor.replace(use.range, read);
    return;
  }
  // The form parser empties the stream: the bytes are read first.
  const raw = editor.local('raw body', 'raw', 'body bytes');
  editor.atStart(fn, [declare(raw, read)]);
  editor.replace(use.range, name(raw));
}

function fromHono({ editor, fn }: HandlerCode, use: Use): void {
  editor.makeAsync(fn);
  editor.replace(use.range, { kind: 'await', operand: call(member(name(parameter(fn, 0)), 'req', 'text')) });
}

/** The body can be read once: it is read as text where it was read as JSON, and parsed from that. */
function fromWebRequest(handler: HandlerCode, use: Use): void {
  const { editor, fn } = handler;
  const request = parameter(fn, 0, 'request');
  const reads = expressionsOf(editor.module, fn).filter(
    ({ expr }) => expr.kind === 'call' && expr.callee.kind === 'member' && expr.callee.property === 'json' && isNamed(expr.callee.object, request),
  );
  const [read] = reads;
  const waiting = read?.above.at(-1);
  if (read === undefined || reads.length > 1 || waiting?.kind !== 'await') decline('The body is not read by one `await request.json()`.');
  const raw = editor.local('raw body', 'raw', 'payload text');
  const text: Draft = { kind: 'await', operand: call(member(name(request), 'text')) };
  const holder = standingOf(editor.module, waiting.range);
  const statement = holder?.list[holder.at];
  if (statement === undefined || functionAt(editor.module, waiting.range) !== fn) decline('The body is read in a function inside the handler.');
  editor.before(statement.range, [declare(raw, text)]);
  if (contains(use.range, waiting.range)) {
    editor.replace(use.range, name(raw));
    return;
  }
  editor.replace(waiting.range, editor.idioms.parseJson(name(raw), false));
  editor.replace(use.range, name(raw));
}
