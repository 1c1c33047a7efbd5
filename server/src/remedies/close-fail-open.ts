/** A check whose answer does not decide is made to decide. One function a shape; the rule names the shape. */

import type { Expr, FunctionNode, Range, Statement } from '../ir/model.js';
import { partsOf as partsOfExpr } from '../ir/parts.js';
import { and, member, name, not, or, quote, when } from '../languages/draft.js';
import { standingOf } from '../languages/enclosing.js';
import type { Draft } from '../languages/writer.js';
import { closeBlock } from './close-block.js';
import { closePresence } from './close-presence.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import { type FileEditor, withParentheses } from './file-editor.js';
import { moveBefore } from './move-check-first.js';
import { calledFunction, moduleName } from './names.js';
import { contains, isPassing, type OpenCheck, partsOf, quotePart, refuse } from './open-check.js';
import { answersYesOrNo } from './refusal.js';
import type { Remedy } from './remedy.js';
import type { Repair } from './repair.js';
import { unwrap } from './statements.js';
import { expressionAt, functionAt, leaves, statementsOf, type Visited } from './walk.js';

const TITLES: Readonly<Record<string, string>> = {
  'secret-unset': 'Refuse when the secret is not set',
  'header-missing': 'Refuse when the header is missing',
  'result-ignored': 'Refuse when the check fails',
  'exception-swallowed': 'Refuse when the check throws',
  'not-awaited': 'Wait for the check',
  'object-as-boolean': 'Test what the check says',
  'mismatch-continues': 'Stop after a mismatch',
  'debug-flag': 'Check under every setting',
  'empty-key': 'Never use an empty key',
  'catch-parses': 'Refuse when the check throws',
  'status-only': 'Stop after a mismatch',
  asserted: 'Refuse where it only asserts',
  loopback: 'Check every delivery',
  'always-accepts': 'Compare what was computed',
  'attached-late': 'Attach the check before the route',
};

export const closeFailOpen: Remedy = {
  id: 'close-fail-open',
  offers(request) {
    const facts = new Facts(request);
    const title = TITLES[facts.text('variant') ?? ''];
    return title === undefined ? [] : [{ id: 'close-fail-open', title, safety: 'review' }];
  },
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const work: OpenCheck = { repair, editor: repair.file(facts.place('place')?.path ?? finding.at.path), facts, endpoint: facts.optionalEndpoint() };
    switch (facts.text('variant')) {
      case 'secret-unset':
        return closePresence(work, 500, 'Webhook secret is not configured.');
      case 'header-missing':
        return closePresence(work, 401, 'Missing signature.');
      case 'result-ignored':
        return testResult(work, repair);
      case 'exception-swallowed':
      case 'catch-parses':
        return refuseInCatch(work);
      case 'not-awaited':
        return awaitCheck(work);
      case 'object-as-boolean':
        return testMember(work, repair);
      case 'mismatch-continues':
      case 'status-only':
        return stopAfterMismatch(work);
      case 'asserted':
        return refuseInsteadOfAsserting(work);
      case 'debug-flag':
      case 'loopback':
        return dropFlag(work);
      case 'empty-key':
        return requireKey(work);
      case 'always-accepts':
        return compareComputed(work);
      case 'attached-late':
        return attachBefore(work);
      default:
        return decline('This shape of a check that does not decide is not repaired by us.');
    }
  },
};

// ---------------------------------------------------------------------------------------------- it never says no

/** A verifier that computes the signature and returns true all the same. */
function compareComputed({ editor, facts }: OpenCheck): void {
  const at = facts.range('condition');
  const fn = functionAt(editor.module, at);
  const standing = standingOf(editor.module, at);
  const statement = standing?.list[standing.at];
  if (statement?.kind !== 'return' || statement.value?.kind !== 'literal' || statement.value.value !== true)
    return decline('What this function accepts is not decided in one place.');
  const computed = fn.body.flatMap((one) =>
    one.kind === 'assign' && one.target.kind === 'bind' && one.value && isWrittenMac(one.value) ? [{ local: one.target.name, value: one.value }] : [],
  );
  const [mac] = computed;
  if (mac === undefined || computed.length > 1) return decline('This function computes no signature that it could compare.');
  const covered = new Set(namesWithin(mac.value));
  const sent = fn.params.flatMap(({ pattern }) =>
    pattern.kind === 'bind' && !covered.has(pattern.name) && /sig|header|mac|digest|hash|token|given|received/i.test(pattern.name) ? [pattern.name] : [],
  );
  const [header] = sent;
  if (header === undefined || sent.length > 1) return decline('Which parameter is the signature that was sent cannot be told.');
  editor.replace(statement.value.range, editor.idioms.same(name(header), name(mac.local), 'anything', editor));
}

/** A keyed hash that was finished as text: `createHmac(...).update(raw).digest('hex')`, `hmac.new(...).hexdigest()`. */
function isWrittenMac(expr: Expr): boolean {
  if (expr.kind !== 'call' || expr.callee.kind !== 'member') return false;
  const finishes = expr.callee.property === 'hexdigest' || (expr.callee.property === 'digest' && expr.args.length === 1);
  return finishes && mentionsMac(expr.callee.object);
}

function mentionsMac(expr: Expr): boolean {
  if (expr.kind === 'call') return mentionsMac(expr.callee);
  if (expr.kind === 'name') return expr.name === 'createHmac';
  if (expr.kind !== 'member') return false;
  return expr.property === 'createHmac' || (expr.object.kind === 'name' && expr.object.name === 'hmac') || mentionsMac(expr.object);
}

function namesWithin(expr: Expr): string[] {
  return expr.kind === 'name' ? [expr.name] : partsOfExpr(expr).flatMap(namesWithin);
}

/** The statement that attaches it, and nothing else, goes in front of the one that registers the route. */
function attachBefore({ editor, facts, endpoint }: OpenCheck): void {
  const route = endpoint?.route;
  const attached = standingOf(editor.module, facts.range('condition'));
  const statement = attached?.list[attached.at];
  if (route === undefined || route.path !== editor.path || attached === undefined || statement === undefined)
    return decline('The route is registered in another file.');
  if (statement.kind !== 'evaluate') return decline('What is attached here is a value; where it is used first is not followed by us.');
  const before = attached.list.find((one) => contains(one.range, route.range));
  if (before === undefined || before.range.start >= statement.range.start) return decline('The route is registered in another place.');
  moveBefore(editor, [statement, ...leanedOn(attached.list, before, statement)], before);
}

/** Constants that stand between the two and that the statement needs. */
function leanedOn(list: readonly Statement[], from: Statement, statement: Statement): Statement[] {
  const needed = new Set(expressionsOfStatement(statement));
  return list.filter((one) => {
    const isBetween = one.range.start > from.range.start && one.range.end <= statement.range.start;
    return isBetween && one.kind === 'assign' && one.target.kind === 'bind' && one.target.declares !== null && needed.has(one.target.name);
  });
}

function expressionsOfStatement(statement: Statement): string[] {
  return statement.kind === 'evaluate' ? namesWithin(statement.expr) : [];
}

// ------------------------------------------------------------------------------------------- the answer is not used

function testResult(work: OpenCheck, repair: Repair): void {
  const { editor, facts } = work;
  const { statement, whole, visited } = calledIn(work, pointedCall(work));
  if (visited.expr.kind === 'call' && visited.expr.args.some(({ value }) => value.kind === 'function')) decline('The check tells its answer to a callback.');
  const helper = visited.expr.kind === 'call' ? calledFunction(repair, editor, visited.expr) : undefined;
  if (helper && facts.text('member') === undefined && !answersYesOrNo(helper))
    decline('The check does not answer with a truth value; what to test is yours to say.');
  const wanted = facts.text('member');
  const test = (value: Draft): Draft => not(wanted === undefined ? value : member(value, wanted));
  const refused = refuse(work, statement.range, 401, 'Invalid signature.');
  if (statement.kind === 'evaluate' && statement.expr === whole) editor.replaceStatement(statement.range, [when(test(quotePart(whole)), refused)]);
  else if (statement.kind === 'assign' && statement.target.kind === 'bind' && statement.value === whole)
    editor.after(statement.range, [when(test(name(statement.target.name)), refused)]);
  else decline('The result of the check is used inside a larger expression.');
}

/** The call as the handler makes it; what it comes down to may stand in another file. */
function pointedCall({ editor, facts }: OpenCheck): Range {
  const told = facts.optionalRange('condition');
  return told && coreOf(expressionAt(editor.module, told)?.expr)?.kind === 'call' ? told : facts.range('call');
}

function coreOf(expr: Expr | undefined): Expr | undefined {
  return expr?.kind === 'await' ? coreOf(expr.operand) : expr;
}

/** The call with its `await`, and the statement it stands in. */
function calledIn(
  { editor }: OpenCheck,
  range: Range,
): { readonly visited: Visited; readonly whole: Expr; readonly statement: Statement; readonly fn: FunctionNode } {
  const visited = expressionAt(editor.module, range);
  if (visited === undefined || visited.statement === null) decline('The call of the check is not in reach.');
  const waiting = visited.expr.kind === 'await' ? visited.expr : visited.above.at(-1);
  return { visited, whole: waiting?.kind === 'await' ? waiting : visited.expr, statement: visited.statement, fn: visited.fn };
}

function refuseInsteadOfAsserting(work: OpenCheck): void {
  const { editor, facts } = work;
  const range = facts.range('condition');
  for (const fn of editor.module.functions)
    for (const statement of statementsOf(fn.body)) {
      if (statement.kind !== 'assert' || !contains(statement.test.range, range)) continue;
      editor.replaceStatement(statement.range, [when(not(quotePart(statement.test)), refuse(work, statement.range, 401, 'Invalid signature.'))]);
      return;
    }
  decline('The assertion is not in reach.');
}

function refuseInCatch(work: OpenCheck): void {
  const { editor, facts } = work;
  const range = facts.range('handler');
  for (const fn of editor.module.functions) {
    for (const statement of statementsOf(fn.body)) {
      if (statement.kind !== 'try') continue;
      const handler = statement.handlers.find((one) => one.range.start === range.start && one.range.end === range.end);
      if (handler === undefined) continue;
      closeBlock(work, { range, list: handler.body }, 400, 'Invalid signature.');
      return;
    }
  }
  decline('The handler of the exception is not in reach.');
}

function awaitCheck(work: OpenCheck): void {
  const { editor, endpoint } = work;
  const { visited, fn } = calledIn(work, pointedCall(work));
  const isHandler = endpoint?.handler?.path === editor.path && endpoint.handler.functionId === fn.id;
  if (!fn.isAsync && !isHandler) decline('The function around the check is not asynchronous, and its callers do not wait for it.');
  editor.makeAsync(fn);
  const above = visited.above.at(-1);
  const tight = above?.kind === 'member' || above?.kind === 'index' || above?.kind === 'unary' || (above?.kind === 'call' && above.callee === visited.expr);
  editor.change({ start: visited.expr.range.start, end: visited.expr.range.start }, tight ? '(await ' : 'await ');
  if (tight) editor.change({ start: visited.expr.range.end, end: visited.expr.range.end }, ')');
}

function testMember(work: OpenCheck, repair: Repair): void {
  const { editor, facts } = work;
  const condition = facts.optionalRange('condition');
  const tested = condition ? expressionAt(editor.module, condition)?.expr : undefined;
  const core = tested?.kind === 'unary' && tested.op === 'not' ? tested.operand : tested;
  const whole = core ?? calledIn(work, facts.range('call')).whole;
  const wanted = facts.text('member');
  const field = wanted === undefined ? answerField(repair, editor, whole) : undefined;
  if (wanted === undefined && field === undefined) decline('Which member tells the answer cannot be told from the check.');
  if (field !== undefined) {
    editor.replace(whole.kind === 'await' ? withParentheses(editor, whole.range) : whole.range, editor.idioms.field(quotePart(whole), field));
    return;
  }
  editor.replace(whole.kind === 'await' ? withParentheses(editor, whole.range) : whole.range, member(quotePart(whole), wanted ?? ''));
}

/** The one field that the check's own code sets to true or false in every record it returns. */
function answerField(repair: Repair, editor: FileEditor, tested: Expr): string | undefined {
  const core = coreOf(tested);
  const value = core?.kind === 'name' && core.binding !== null ? coreOf(editor.module.bindings[core.binding]?.value ?? undefined) : core;
  const helper = value?.kind === 'call' ? calledFunction(repair, editor, value) : undefined;
  if (helper === undefined) return undefined;
  const returned = statementsOf(helper.body).flatMap((statement) => (statement.kind === 'return' && statement.value ? [statement.value] : []));
  const [first] = returned;
  if (first?.kind !== 'record' || returned.some((one) => one.kind !== 'record')) return undefined;
  const keys = first.entries.map((entry) => entry.key).filter((key): key is string => key !== null);
  const isAnswer = (key: string): boolean =>
    returned.every((one) => one.kind === 'record' && one.entries.some((entry) => entry.key === key && isTruth(entry.value)));
  const answers = keys.filter(isAnswer);
  return answers.length === 1 ? answers[0] : undefined;
}

function isTruth(expr: Expr): boolean {
  if (expr.kind === 'literal') return typeof expr.value === 'boolean';
  return (
    expr.kind === 'binary' ||
    (expr.kind === 'unary' && expr.op === 'not') ||
    (expr.kind === 'logical' && isTruth(expr.right)) ||
    (expr.kind === 'call' && expr.callee.kind === 'member' && /^(?:compare_digest|timingSafeEqual)$/.test(expr.callee.property)) ||
    (expr.kind === 'call' && expr.callee.kind === 'name' && /^(?:compare_digest|timingSafeEqual)$/.test(expr.callee.name))
  );
}

function stopAfterMismatch(work: OpenCheck): void {
  const { editor, facts } = work;
  const range = facts.optionalRange('condition') ?? facts.range('call');
  const holder = standingOf(editor.module, range);
  const statement = holder?.list[holder.at];
  if (statement?.kind !== 'if') decline('The mismatch is not tested by an `if`.');
  const block = { start: statement.test.range.end, end: statement.otherwise.length > 0 ? statement.test.range.end : statement.range.end };
  if (leaves(statement.then)) decline('The mismatch stops this function already; what happens to that is decided by its caller.');
  closeBlock(work, { range: block, list: statement.then }, 401, 'Invalid signature.');
}

// ---------------------------------------------------------------------------------------------- flags and empty keys

function dropFlag(work: OpenCheck): void {
  const { editor, facts } = work;
  const flag = facts.range('condition');
  const holder = standingOf(editor.module, flag);
  const statement = holder?.list[holder.at];
  const whole = statement?.kind === 'if' ? statement.test : statement?.kind === 'return' ? statement.value : null;
  if (!statement || !whole) decline('The flag does not stand in an `if` or a `return`.');
  for (const op of ['and', 'or'] as const) {
    const parts = partsOf(whole, op);
    const rest = parts.filter((part) => !contains(part.range, flag));
    if (parts.length > 1 && rest.length > 0 && rest.length < parts.length) {
      editor.replace(whole.range, rest.map((part) => quotePart(part)).reduce(op === 'and' ? and : or));
      return;
    }
  }
  if (statement.kind !== 'if') decline('The flag decides alone here.');
  if (statement.otherwise.length > 0) decline('Both branches of the flag do something; which one is meant for production is yours to say.');
  if (leaves(statement.then) && statement.then.every((one) => isPassing(one) || one.kind === 'evaluate')) editor.removeStatement(statement.range);
  else unwrap(editor, statement);
}

function requireKey(work: OpenCheck): void {
  const { editor, facts } = work;
  const range = facts.optionalRange('lookup') ?? facts.optionalRange('condition') ?? facts.range('call');
  const told = expressionAt(editor.module, range);
  if (told === undefined) decline('The key is not in reach.');
  const expr = emptyKeyIn(editor, told.expr) ?? told.expr;
  const visited = expressionAt(editor.module, expr.range) ?? told;
  if (expr.kind === 'logical' && expr.op !== 'and' && expr.right.kind === 'literal') {
    const variable = variableOf(editor, expr.left);
    if (variable !== undefined) editor.replace(expr.range, editor.idioms.requiredEnvironment(variable, editor));
    else {
      if (visited.statement === null || visited.fn.form === 'module') decline('Where the key comes from is not in reach.');
      editor.replace(expr.range, quote(expr.left));
      editor.before(visited.statement.range, [when(not(quote(expr.left)), refuse(work, expr.range, 500, 'Webhook secret is not configured.'))]);
    }
    return;
  }
  const variable = variableOf(editor, expr.kind === 'text' && expr.parts[0] ? expr.parts[0] : expr);
  if (variable === undefined) decline('Where the key comes from is not in reach.');
  editor.replace(expr.range, editor.idioms.requiredEnvironment(variable, editor));
}

/** Inside what makes the hash: a key that is empty, or the word undefined, when the variable is not set. */
function emptyKeyIn(editor: FileEditor, expr: Expr): Expr | undefined {
  if (expr.kind === 'logical' && expr.op !== 'and' && expr.right.kind === 'literal' && expr.right.value === '') return expr;
  if (expr.kind === 'text' && expr.parts.length === 1 && expr.parts[0] && variableOf(editor, expr.parts[0]) !== undefined) return expr;
  if (variableOf(editor, expr) !== undefined) return expr;
  for (const part of partsOfExpr(expr)) {
    const found = emptyKeyIn(editor, part);
    if (found) return found;
  }
  return undefined;
}

/** The variable that an environment look-up names. */
function variableOf(editor: FileEditor, expr: Expr): string | undefined {
  if (expr.kind === 'member' && expr.object.kind === 'member' && expr.object.property === 'env') return expr.property;
  if (expr.kind !== 'call') return undefined;
  const called = moduleName(editor.module, expr.callee);
  const first = expr.args[0]?.value;
  return (called === 'os.getenv' || called === 'os.environ.get') && first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined;
}
