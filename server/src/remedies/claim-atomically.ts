/**
 * A check for duplicates in two steps becomes one: what looked for the delivery claims it, the note that came later goes, and what
 * fails in between gives the claim back.
 */
import type { Expr, FunctionNode, Range, Statement } from '../ir/model.js';
import { bindsOf } from '../ir/parts.js';
import { declare, literal, not, quote, text, when } from '../languages/draft.js';
import { listsOf, standingOf } from '../languages/enclosing.js';
import { lineEnd, lineStart } from '../languages/text-style.js';
import type { Draft, TextEdit } from '../languages/writer.js';
import { acknowledged } from './claims/acknowledge.js';
import { askedKey } from './claims/asked-key.js';
import { claimOf, scopeOf, storeOf, storeOffers, surroundWork } from './claims/claim.js';
import { type WorkPlace, workFrom } from './claims/place.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { contains } from './open-check.js';
import type { Remedy } from './remedy.js';
import { checkOf, refuseSecondTime } from './verify.js';
import { expressionAt, expressionsOf, functionAt, leaves } from './walk.js';

export const claimAtomically: Remedy = {
  id: 'claim-atomically',
  offers: (request, _, source) => storeOffers('claim-atomically', request, source, true),
  write(request, offer, finding, repair) {
    const facts = new Facts(request);
    const endpoint = facts.endpoint();
    const check = checkOf(repair, endpoint);
    const { editor, fn } = check.handler;
    refuseSecondTime(check, 'claim event');
    if (finding.at.path !== editor.path || functionAt(editor.module, finding.at.range).id !== fn.id)
      decline('The check for duplicates stands in another function, and others may lean on it.');
    const asked = expressionAt(editor.module, finding.at.range)?.expr ?? decline('What is asked for cannot be told.');
    const key = askedKey(editor.module, asked) ?? decline('By what the delivery is looked for cannot be told.');
    const test = testOf(editor, fn, finding.at.range);
    const mark = facts.place('mark');
    const noted = mark?.path === editor.path ? noteOf(editor, fn, mark.range) : undefined;
    const place = workBehind(editor, test, noted);
    const local = editor.local('claim', 'event claim');
    const claim = claimOf(check, storeOf(offer), local);
    const named = declare(local, key.kind === 'text' ? quote(key) : text(literal(`${scopeOf(request, endpoint)}:`), quote(key)));
    if (test.kind === 'statement') {
      editor.replaceStatement(test.statement.range, [named, when(not(claim.taken), acknowledged(check))]);
    } else {
      if (test.asked === test.branch) editor.before(test.branch.range, [named]);
      else editor.replaceStatement(test.asked.range, [named]);
      const taken: Draft = test.isPassing ? claim.taken : not(claim.taken);
      editor.replace(test.branch.test.range, taken);
    }
    const isInside = noted !== undefined && contains({ start: place.first.range.start, end: place.last.range.end }, noted.range);
    if (noted && !isInside) editor.removeStatement(noted.range);
    surroundWork(check, place, claim, [], noted && isInside ? [wholeLine(editor.text, noted.range)] : []);
    forget(editor, asked, noted);
  },
};

type If = Extract<Statement, { kind: 'if' }>;

type Test =
  | {
      readonly kind: 'branch';
      /** The statement that asks; the branch itself when it asks in its test. */
      readonly asked: Statement;
      readonly branch: If;
      readonly list: readonly Statement[];
      /** The work stands inside of the branch. */
      readonly isPassing: boolean;
    }
  /** Nothing depends on what it says. */
  | { readonly kind: 'statement'; readonly statement: Statement; readonly list: readonly Statement[] };

function testOf(editor: FileEditor, fn: FunctionNode, at: Range): Test {
  const standing = standingOf(editor.module, at) ?? decline('What is asked for stands in no statement.');
  if (standing.fn.id !== fn.id) decline('The check for duplicates stands in another function.');
  if (isWithin(fn.body, at, 'with')) decline('The work holds a connection here; a claim on a second one could wait for it for ever.');
  const { list } = standing;
  const asking = list[standing.at] as Statement;
  if (asking.kind === 'if') return branchOf(asking, asking, list);
  const next = list[standing.at + 1];
  const names = asking.kind === 'assign' ? bindsOf(asking.target).map((bind) => bind.name) : [];
  if (next?.kind === 'if' && names.some((one) => mentions(editor, next.test.range, one))) {
    const rest = [
      { start: fn.bodyRange.start, end: asking.range.start },
      { start: next.test.range.end, end: fn.bodyRange.end },
    ];
    if (names.some((one) => rest.some((range) => mentions(editor, range, one)))) decline('What was found is used further down.');
    return branchOf(asking, next, list);
  }
  if (asking.kind === 'evaluate') {
    const { parent } = standing;
    if (parent?.kind !== 'try') return { kind: 'statement', statement: asking, list };
    // `try` around nothing but the claim, which goes on when it was refused.
    const outer = standingOf(editor.module, parent.range);
    if (outer && parent.body.length <= 2 && parent.body[0] === asking && parent.finally.length === 0)
      return { kind: 'statement', statement: parent, list: outer.list };
  }
  return decline('How the check for duplicates decides is not settled in one place.');
}

function branchOf(asked: Statement, branch: If, list: readonly Statement[]): Test {
  if (branch.otherwise.length > 0) decline('The check for duplicates has two ways to go on.');
  if (branch.test.kind === 'logical') decline('The check for duplicates asks for something else as well.');
  const isPassing = !leaves(branch.then);
  return { kind: 'branch', asked, branch, list, isPassing };
}

function workBehind(editor: FileEditor, test: Test, noted: Statement | undefined): WorkPlace {
  const list = test.kind === 'branch' && test.isPassing ? test.branch.then : test.list;
  const before = test.kind === 'branch' ? test.branch : test.statement;
  const from = test.kind === 'branch' && test.isPassing ? 0 : list.indexOf(before) + 1;
  return workFrom(editor, list, list[from] === noted ? from + 1 : from, 1);
}

/** The statement that notes and does nothing else. */
function noteOf(editor: FileEditor, fn: FunctionNode, at: Range): Statement | undefined {
  const standing = standingOf(editor.module, at);
  const statement = standing?.list[standing.at];
  if (standing === undefined || statement === undefined || standing.fn.id !== fn.id || (standing.parent !== null && standing.list.length === 1))
    return undefined;
  return statement.kind === 'evaluate' || (statement.kind === 'assign' && statement.target.kind === 'place') ? statement : undefined;
}

/** A table of the process that nobody asks any more goes as well. */
function forget(editor: FileEditor, asked: Expr, noted: Statement | undefined): void {
  const root = rootOf(asked.kind === 'binary' ? asked.right : asked);
  const [fn] = editor.module.functions;
  if (root?.kind !== 'name' || root.binding === null || fn === undefined) return;
  const binding = editor.module.bindings[root.binding];
  const made = fn.body.find((one) => one.kind === 'assign' && one.target.kind === 'bind' && one.target.binding === root.binding);
  if (binding?.owner !== 0 || binding.writes !== 1 || made?.kind !== 'assign' || !isTable(made.value)) return;
  const gone = [asked.range, ...(noted ? [noted.range] : [])];
  const isAsked = editor.module.functions.some((one) =>
    expressionsOf(editor.module, one).some(
      ({ expr }) => expr.kind === 'name' && expr.binding === root.binding && !gone.some((range) => contains(range, expr.range)),
    ),
  );
  if (!isAsked && !editor.module.exports.some((one) => one.name === root.name)) editor.removeStatement(made.range);
}

function isTable(value: Expr | null): boolean {
  if (value?.kind === 'record' || value?.kind === 'list') return true;
  return value?.kind === 'call' && value.callee.kind === 'name' && /^(?:Set|Map|set|dict|list|OrderedDict|defaultdict)$/.test(value.callee.name);
}

function rootOf(expr: Expr): Expr | null {
  if (expr.kind === 'call') return rootOf(expr.callee);
  if (expr.kind === 'member' || expr.kind === 'index') return rootOf(expr.object);
  return expr.kind === 'name' ? expr : null;
}

function isWithin(list: readonly Statement[], at: Range, kind: Statement['kind']): boolean {
  return list.some((one) => {
    if (!contains(one.range, at)) return false;
    if (one.kind === kind) return true;
    return listsOf(one).some((inner) => isWithin(inner, at, kind));
  });
}

function mentions(editor: FileEditor, range: Range, local: string): boolean {
  const words: readonly string[] = editor.text.slice(range.start, range.end).match(/[\w$]+/g) ?? [];
  return words.includes(local);
}

/** A statement with the line break in front of it. */
function wholeLine(code: string, range: Range): TextEdit {
  const start = lineStart(code, range.start);
  const back = code[start - 2] === '\r' ? 2 : 1;
  return { range: { start: start - back, end: lineEnd(code, range.end) }, text: '' };
}
