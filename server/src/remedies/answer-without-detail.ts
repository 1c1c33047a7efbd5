/** The text of an exception in an answer: a fixed text in its place, and the exception in the log, where it was not there yet. */
import type { Expr, FunctionNode, Range } from '../ir/model.js';
import { partsOf } from '../ir/parts.js';
import { call, evaluate, imported, literal, member, name } from '../languages/draft.js';
import { standingOf } from '../languages/enclosing.js';
import { isBlank, lineStart } from '../languages/text-style.js';
import type { Draft } from '../languages/writer.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { replaceValue } from './listed.js';
import { loggerOf, logsException } from './log-words.js';
import { importsPackage } from './names.js';
import type { Remedy } from './remedy.js';
import type { EndpointFacts } from './repair.js';
import { expressionAt, expressionsOf, functionAt, statementsOf, type Visited } from './walk.js';

export const answerWithoutDetail: Remedy = {
  id: 'answer-without-detail',
  offers: () => [{ id: 'answer-without-detail', title: 'Answer with a fixed text, and log the exception', safety: 'review' }],
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const part = facts.place('part') ?? finding.at;
    const editor = repair.file(part.path);
    const visited = expressionAt(editor.module, part.range) ?? decline('The text of the exception is not in reach.');
    const { whole, holder } = wholeText(visited);
    const shown = madeFor(editor, whole) ?? whole;
    const fixed = literal(ownWords(editor, shown) ?? (facts.flag('refuses') ? 'bad request' : 'internal error'));
    if (shown === whole) replaceValue(editor, whole, holder, fixed);
    else editor.replace(shown.range, fixed);
    logFirst(editor, visited, facts.optionalEndpoint());
  },
};

/** The largest expression that is nothing but text made with the exception. */
function wholeText({ expr, above }: Visited): { readonly whole: Expr; readonly holder: Expr | undefined } {
  let whole = expr;
  let at = above.length;
  for (; at > 0; at--) {
    const outer = above[at - 1] as Expr;
    const isText =
      outer.kind === 'text' ||
      (outer.kind === 'binary' && (outer.op === '+' || outer.op === '%')) ||
      (outer.kind === 'conditional' && outer.test !== whole) ||
      outer.kind === 'logical' ||
      (outer.kind === 'member' && outer.object === whole) ||
      (outer.kind === 'call' && isConversion(outer, whole));
    if (!isText) break;
    whole = outer;
  }
  return { whole, holder: above[at - 1] };
}

/** What a variable was given that is there for the answer alone. */
function madeFor({ module }: FileEditor, shown: Expr): Expr | null {
  const binding = shown.kind === 'name' && shown.binding !== null ? module.bindings[shown.binding] : undefined;
  const { value } = binding ?? {};
  if (!binding || !value || (value.kind !== 'text' && value.kind !== 'binary')) return null;
  const owner = module.functions[binding.owner];
  const uses = owner ? expressionsOf(module, owner).filter(({ expr }) => expr.kind === 'name' && expr.binding === binding.id) : [];
  return uses.length === 1 ? value : null;
}

function isConversion({ callee, args }: Expr & { kind: 'call' }, inner: Expr): boolean {
  if (callee === inner) return true;
  const last = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  return /^(?:str|repr|String|format|format_exc|format_exception|inspect|join)$/.test(last) && args.some(({ value }) => value === inner);
}

/** What the text says in front of the exception, where that says something: `could not store: ${error}`. */
function ownWords(editor: FileEditor, shown: Expr): string | undefined {
  const meant = shown.kind === 'name' && shown.binding !== null ? editor.module.bindings[shown.binding]?.value : shown;
  const lead = meant?.kind === 'text' ? meant.parts[0] : meant?.kind === 'binary' ? meant.left : undefined;
  if (lead?.kind !== 'literal' || typeof lead.value !== 'string') return undefined;
  const words = lead.value.replace(/%[srd].*$/s, '').replace(/[\s:;,.([{'"-]+$/, '');
  return /\S\s+\S/.test(words) ? words : undefined;
}

// ------------------------------------------------------------------------------------------------------- the log

/** What was caught around a place: the range of the clause that catches, and the name that the exception has there. */
interface Caught {
  readonly range: Range;
  readonly exception: string | null;
}

function caughtAround(around: FunctionNode, part: Visited): Caught {
  let inner: Caught | undefined;
  for (const statement of statementsOf(around.body))
    for (const handler of statement.kind === 'try' ? statement.handlers : [])
      if (contains(handler.range, part.expr.range)) inner = { range: handler.range, exception: handler.target?.kind === 'bind' ? handler.target.name : null };
  if (inner) return inner;
  const params = new Set(around.params.flatMap(({ pattern }) => (pattern.kind === 'bind' ? [pattern.name] : [])));
  return { range: around.range, exception: namesIn(part.expr).find((one) => params.has(one)) ?? null };
}

function namesIn(expr: Expr): string[] {
  return [...(expr.kind === 'name' ? [expr.name] : []), ...partsOf(expr).flatMap(namesIn)];
}

function logFirst(editor: FileEditor, part: Visited, endpoint: EndpointFacts | undefined): void {
  const { module } = editor;
  const around = functionAt(module, part.expr.range);
  const caught = caughtAround(around, part);
  const said = expressionsOf(module, around).flatMap(({ expr }) => (contains(caught.range, expr.range) ? [expr] : []));
  if (logsException(said, caught.exception)) return;
  const log = [evaluate(logged(editor, around, caught.exception, endpoint))];
  if (around.isExpressionBody) return editor.atStart(around, log);
  const standing = standingOf(module, part.expr.range);
  const statement = standing?.list[standing.at] ?? decline('Where the exception is answered is not in reach.');
  const alone = standing?.parent?.kind === 'if' && !isBlank(editor.text.slice(lineStart(editor.text, statement.range.start), statement.range.start));
  editor.before(alone && standing.parent ? standing.parent.range : statement.range, log);
}

function logged(editor: FileEditor, around: FunctionNode, exception: string | null, endpoint: EndpointFacts | undefined): Draft {
  const problem: Draft = exception === null ? literal('the delivery was not handled') : name(exception);
  const { logsExceptionsBy } = editor.idioms;
  const logger = loggerOf(editor.module);
  if (logger !== undefined) return call(member(name(logger), logsExceptionsBy), problem);
  const request = around.params[0]?.pattern;
  const isHandler = endpoint?.handler?.path === editor.path && endpoint.handler.functionId === around.id;
  if (endpoint?.framework === 'fastify' && isHandler && request?.kind === 'bind') return call(member(name(request.name), 'log', logsExceptionsBy), problem);
  if (importsPackage(editor.module, 'flask')) return call(member(imported('flask', 'current_app'), 'logger', logsExceptionsBy), problem);
  return editor.idioms.logged(problem);
}

function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
