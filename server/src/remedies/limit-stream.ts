/** A body that is gathered to its end: counted while it comes, and refused where it goes on. */
import type { Finding } from '../analysis/finding.js';
import type { CallExpr, Expr, FunctionNode, Range, Statement } from '../ir/model.js';
import { assign, call, create, declare, evaluate, giveBack, literal, member, name, not, or, quote, record, when } from '../languages/draft.js';
import { isBlank, lineStart } from '../languages/text-style.js';
import type { Draft, DraftStatement } from '../languages/writer.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { frameworkWriter } from './frameworks/index.js';
import { readBody } from './frameworks/stream.js';
import { bodyLimit, isTooLarge } from './limits.js';
import { calledFunction, moduleName } from './names.js';
import { type EndpointFacts, type HandlerCode, handlerOf, type Repair } from './repair.js';
import { expressionAt, expressionsOf, functionAt, statementsOf, type Visited } from './walk.js';

const TOO_LARGE = 'payload too large';

export function limitStream(repair: Repair, facts: Facts, finding: Finding): void {
  const place = facts.place('stream') ?? finding.at;
  const editor = repair.file(place.path);
  const around = functionAt(editor.module, place.range);
  const work: Work = { repair, editor, handlers: endpointsOf(facts).map((endpoint) => handlerOf(repair, endpoint)) };
  const loop = statementsOf(around.body).find((one) => one.kind === 'for-each' && sameRange(one.source.range, place.range));
  if (loop?.kind === 'for-each') return limitLoop(work, around, loop);
  const visited = expressionAt(editor.module, place.range);
  const gathering = visited?.above.at(-1);
  if (visited === undefined || gathering?.kind !== 'call' || gathering.callee !== visited.expr) decline('How the body is gathered is not in reach.');
  const { callee } = gathering;
  if (callee.kind === 'member' && callee.property === 'on') return limitListener(work, around, gathering, visited);
  limitCall(work, around, gathering, visited);
}

interface Work {
  readonly repair: Repair;
  readonly editor: FileEditor;
  /** Of every endpoint that the stream is gathered for. */
  readonly handlers: readonly HandlerCode[];
}

function endpointsOf(facts: Facts): EndpointFacts[] {
  const found = facts.list('endpoints').map((endpoint) => new Facts({ remedy: 'limit-body', facts: { endpoint } }).endpoint());
  return found.length > 0 ? found : [facts.endpoint()];
}

// ------------------------------------------------------------------------------------------------ for await

function limitLoop(work: Work, around: FunctionNode, loop: Statement & { kind: 'for-each' }): void {
  const { editor } = work;
  if (loop.target.kind !== 'bind') decline('The chunks are taken apart where they come.');
  const own = work.handlers.find(({ fn, editor: one }) => one === editor && fn === around);
  editor.writeInside(around);
  const size = editor.local('size', 'body size');
  const chunk = member(name(loop.target.name), 'length');
  const refused = own ? refusedBy(own) : [raiseTooLarge(editor)];
  const count = assign(name(size), { kind: 'binary', op: '+', left: name(size), right: chunk });
  const checks = [count, when(isTooLarge(size), refused)];
  editor.before(loop.range, [counted(size)]);
  const [first] = loop.body;
  const last = loop.body.at(-1);
  const hasLines = first !== undefined && isBlank(editor.text.slice(lineStart(editor.text, first.range.start), first.range.start));
  if (first && hasLines && standsApart(editor, loop, first)) editor.before(first.range, checks);
  else editor.atEnd(loop.range, last?.range, checks);
  if (isNodeStream(editor, around, loop.source)) {
    // Left to itself the loop would close the connection on its way out, and the refusal could not be sent.
    editor.replace(loop.source.range, call(member(quote(loop.source), 'iterator'), record({ destroyOnReturn: literal(false) })));
  }
  if (own === undefined) refuseInHandlers(work, around);
}

function standsApart(editor: FileEditor, loop: Statement, first: Statement): boolean {
  return /\{\s*(?:\/\/[^\n]*\s*)*$/.test(editor.text.slice(loop.range.start, first.range.start));
}

/** The web's streams have no such iterator, and neither has what is declared to be any iterable. */
function isNodeStream(editor: FileEditor, around: FunctionNode, source: Expr): boolean {
  if (source.kind === 'member') return source.property === 'req' || source.property === 'raw';
  if (source.kind !== 'name') return false;
  const binding = source.binding === null ? undefined : editor.module.bindings[source.binding];
  if (binding?.kind !== 'parameter') return false;
  const param = around.params.find(({ pattern }) => pattern.kind === 'bind' && pattern.name === source.name);
  return param !== undefined && !/Iterable|ReadableStream|Generator/.test(editor.text.slice(param.range.start, param.range.end));
}

// ---------------------------------------------------------------------------------------------- on('data', ...)

function limitListener(work: Work, around: FunctionNode, gathering: CallExpr, visited: Visited): void {
  const { editor } = work;
  const given = gathering.args[1]?.value;
  const listener = given?.kind === 'function' ? editor.module.functions[given.functionId] : undefined;
  const chunk = listener?.params[0]?.pattern;
  const { statement } = visited;
  if (listener === undefined || chunk?.kind !== 'bind' || statement === null) decline('The listener that gathers the body is not in reach.');
  editor.writeInside(around);
  const size = editor.local('size', 'body size');
  const count = assign(name(size), { kind: 'binary', op: '+', left: name(size), right: member(name(chunk.name), 'length') });
  editor.before(statement.range, [counted(size)]);
  const executor = promiseAround(work, around);
  if (executor) {
    const reject = rejectOf(editor, around);
    const tooLarge = create(name('Error'), literal('the body is too large'));
    editor.atStart(listener, [count, when(isTooLarge(size), [evaluate(call(name(reject), tooLarge)), giveBack(null)])]);
    const own = work.handlers.find(({ fn, editor: one }) => one === editor && fn === executor.owner);
    if (own) refuseAtPromise(own, executor.promise);
    else refuseInHandlers(work, executor.owner);
    return;
  }
  const own = work.handlers.find(({ fn, editor: one }) => one === editor && fn === around);
  if (own === undefined) decline('The body is gathered outside of the handler, which would have to be told.');
  const ends = expressionsOf(editor.module, around).flatMap(({ expr }) => endListener(editor, expr));
  if (ends.length === 0) decline('Where the body ends is not in reach.');
  const flag = writerOf(own).sentFlag;
  const refused = refusedBy(own).filter((one) => one.kind !== 'return' || one.value !== null);
  const response = responseName(own);
  if (flag === undefined || response === null) decline('Whether the answer was sent cannot be told here.');
  const answer = refused.map((one): DraftStatement => (one.kind === 'return' && one.value ? evaluate(one.value) : one));
  editor.atStart(listener, [count, when(isTooLarge(size), [when(not(member(name(response), flag)), answer), giveBack(null)])]);
  for (const end of ends) editor.atStart(end, [when(isTooLarge(size), [giveBack(null)])]);
}

function endListener(editor: FileEditor, expr: Expr): FunctionNode[] {
  if (expr.kind !== 'call' || expr.callee.kind !== 'member' || !/^(?:on|once)$/.test(expr.callee.property)) return [];
  const [event, listener] = expr.args;
  if (event?.value.kind !== 'literal' || event.value.value !== 'end') return [];
  const fn = listener?.value.kind === 'function' ? editor.module.functions[listener.value.functionId] : undefined;
  return fn ? [fn] : decline('What happens when the body has ended is not in reach.');
}

/** `new Promise((resolve, reject) => { ... })` around the listener, and the function that it stands in. */
function promiseAround({ editor }: Work, around: FunctionNode): { readonly promise: CallExpr; readonly owner: FunctionNode } | undefined {
  const owner = around.owner === null ? undefined : editor.module.functions[around.owner];
  if (owner === undefined) return undefined;
  for (const { expr, above } of expressionsOf(editor.module, owner)) {
    const promise = above.at(-1);
    if (expr.kind === 'function' && expr.functionId === around.id && promise?.kind === 'call' && promise.isNew && isPromise(promise.callee))
      return { promise, owner };
  }
  return undefined;
}

function isPromise(callee: Expr): boolean {
  return callee.kind === 'name' && callee.name === 'Promise';
}

function rejectOf(editor: FileEditor, executor: FunctionNode): string {
  return editor.parameter(executor, 1, 'reject');
}

// -------------------------------------------------------------------------------------------------- raw-body and kin

const OPTIONS: Readonly<Record<string, string>> = { 'raw-body': 'limit', 'get-stream': 'maxBuffer', 'get-stream.buffer': 'maxBuffer' };

function limitCall(work: Work, around: FunctionNode, gathering: CallExpr, visited: Visited): void {
  const { editor } = work;
  const gatherer = moduleName(editor.module, gathering.callee) ?? '';
  const [stream, options] = gathering.args;
  if (stream === undefined) decline('What is gathered is not in reach.');
  const own = work.handlers.find(({ fn, editor: one }) => one === editor && fn === around);
  const consumed = /^stream\/consumers\.(buffer|text|json)$/.exec(gatherer)?.[1];
  if (consumed) return consumeBounded(work, around, visited, stream.value, consumed);
  const option = OPTIONS[gatherer] ?? decline(`\`${gatherer || 'it'}\` has no limit of its own that we know.`);
  const limit = option === 'limit' ? literal('1mb') : bodyLimit;
  if (options === undefined) editor.insert(stream.value.range.end, ', ', record({ [option]: limit }), '');
  else if (options.value.kind === 'record') {
    const last = options.value.entries.at(-1);
    if (last) editor.insert(last.value.range.end, `, ${option}: `, limit, '');
    else editor.replace(options.value.range, record({ [option]: limit }));
  } else decline('The options of the call are not in reach.');
  if (own) refuseAtPromise(own, gathering);
  else refuseInHandlers(work, around);
}

/** Node's own have no limit: what has one takes their place. */
function consumeBounded(work: Work, around: FunctionNode, visited: Visited, stream: Expr, consumed: string): void {
  const { editor } = work;
  const own = work.handlers.find(({ fn, editor: one }) => one === editor && fn === around);
  const awaited = visited.above.at(-2);
  if (own === undefined || visited.statement === null || awaited?.kind !== 'await') decline('The body is gathered in a way that is not written by us.');
  editor.writeInside(around);
  const read = editor.helper('read body', readBody);
  const local = editor.local('raw body', 'raw', 'body bytes');
  const parts = isNodeStream(editor, around, stream) ? call(member(quote(stream), 'iterator'), record({ destroyOnReturn: literal(false) })) : quote(stream);
  editor.before(visited.statement.range, [
    declare(local, { kind: 'await', operand: call(name(read), parts) }),
    when({ kind: 'binary', op: '==', left: name(local), right: literal(null) }, refusedBy(own)),
  ]);
  const bytes = name(local);
  const instead: Draft = consumed === 'buffer' ? bytes : consumed === 'text' ? editor.idioms.decode(bytes) : editor.idioms.parseJson(bytes, true);
  editor.replace(awaited.range, instead);
}

// ------------------------------------------------------------------------------------------ told in the handler

/** The function that gathers fails where the body is too large: every handler that calls it says so. */
function refuseInHandlers(work: Work, gathers: FunctionNode): void {
  for (const handler of work.handlers) {
    const calls = expressionsOf(handler.editor.module, handler.fn).flatMap(({ expr }) =>
      expr.kind === 'call' && calledFunction(work.repair, handler.editor, expr) === gathers ? [expr] : [],
    );
    const [only] = calls;
    if (only === undefined || calls.length > 1) decline('The body is gathered further inside than the handler, which has to answer when it is too large.');
    refuseAtPromise(handler, only);
  }
}

/** `await gather(req)` becomes nothing where it fails, and nothing is refused. */
function refuseAtPromise(handler: HandlerCode, promise: CallExpr): void {
  const { editor, fn } = handler;
  const visited = expressionsOf(editor.module, fn).find(({ expr }) => expr === promise);
  const awaited = visited?.above.at(-1);
  const statement = visited?.statement;
  if (visited === undefined || awaited?.kind !== 'await' || !statement) decline('The body is not waited for where it is read.');
  const caught = '.catch(() => null)';
  const isNothing = (local: string): Draft => ({ kind: 'binary', op: '==', left: name(local), right: literal(null) });
  if (statement.kind === 'assign' && statement.target.kind === 'bind' && statement.value === awaited) {
    if (statement.target.declares === null) decline('What is read is kept in a variable that others write, too.');
    editor.change({ start: promise.range.end, end: promise.range.end }, caught);
    editor.after(statement.range, [when(isNothing(statement.target.name), refusedBy(handler))]);
    return;
  }
  editor.writeInside(fn);
  const local = editor.local('raw body', 'raw', 'body bytes');
  editor.before(statement.range, [
    declare(local, { kind: 'await', operand: call(member(quote(promise), 'catch'), { kind: 'function', params: [], body: literal(null) }) }),
    when(isNothing(local), refusedBy(handler)),
  ]);
  editor.replace(awaited.range, name(local));
}

function refusedBy(handler: HandlerCode): DraftStatement[] {
  return writerOf(handler).refuse(handler, 413, TOO_LARGE);
}

function writerOf(handler: HandlerCode): NonNullable<ReturnType<typeof frameworkWriter>> {
  const framework = frameworkWriter(handler.endpoint?.framework ?? '', { module: handler.editor.module, fn: handler.fn });
  return framework ?? decline('How this handler refuses is not written by us.');
}

function responseName({ fn }: HandlerCode): string | null {
  const pattern = fn.params[1]?.pattern;
  return pattern?.kind === 'bind' ? pattern.name : null;
}

function raiseTooLarge(editor: FileEditor): DraftStatement {
  return { kind: 'raise', value: editor.idioms.failure('the body is too large') };
}

function counted(size: string): DraftStatement {
  return { kind: 'assign', target: name(size), declares: true, mutable: true, value: literal(0) };
}

function sameRange(left: Range, right: Range): boolean {
  return left.start === right.start && left.end === right.end;
}

// -------------------------------------------------------------------------------------------- read by its own length

/** `self.rfile.read(int(self.headers["Content-Length"]))`: the length is asked first. */
export function limitReadLength(repair: Repair, facts: Facts): void {
  const { editor, fn } = handlerOf(repair, facts.endpoint());
  const reads = expressionsOf(editor.module, fn).filter(
    ({ expr }) => expr.kind === 'call' && expr.callee.kind === 'member' && expr.callee.property === 'read' && expr.args.length === 1,
  );
  const [read] = reads;
  const length = read?.expr.kind === 'call' ? read.expr.args[0]?.value : undefined;
  if (read?.expr.kind !== 'call' || length === undefined || reads.length > 1 || read.statement === null) decline('Where the body is read is not in reach.');
  const first = fn.params[0]?.pattern;
  if (first?.kind !== 'bind') decline('The handler cannot be answered from here.');
  const local = length.kind === 'name' ? length.name : editor.local('length', 'body length');
  const isOff = or({ kind: 'binary', op: '<', left: name(local), right: literal(0) }, isTooLarge(local));
  const refused = [evaluate(call(member(name(first.name), 'send_error'), literal(413))), giveBack(null)];
  editor.before(read.statement.range, [...(length.kind === 'name' ? [] : [declare(local, lengthOrNone(length))]), when(isOff, refused)]);
  if (length.kind !== 'name') editor.replace(length.range, name(local));
}

/** Without a header there is no number to make of it; what is below nothing is refused. */
function lengthOrNone(length: Expr): Draft {
  const [said] = length.kind === 'call' && length.callee.kind === 'name' && length.callee.name === 'int' ? length.args : [];
  return said && length.kind === 'call' ? call(quote(length.callee), or(quote(said.value), literal(-1))) : quote(length);
}
