/** The check stands behind what it should protect: it is moved in front of it, with the statements that it leans on. */
import type { Expr, FunctionNode, Range, Statement } from '../ir/model.js';
import { bindsOf, bodiesOf, exprsOf, partsOf } from '../ir/parts.js';
import { listsOf } from '../languages/enclosing.js';
import { isBlank, lineEnd, lineStart } from '../languages/text-style.js';
import { ends } from './answers.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { calledFunction } from './names.js';
import { contains } from './open-check.js';
import type { Remedy } from './remedy.js';
import type { Repair } from './repair.js';
import { functionAt } from './walk.js';

export const moveCheckFirst: Remedy = {
  id: 'move-check-first',
  offers: () => [{ id: 'move-check-first', title: 'Move the check in front of it', safety: 'review' }],
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const editor = repair.file(finding.at.path);
    const check = facts.place('check') ?? decline('The rule did not say where the check is.');
    const fn = functionAt(editor.module, finding.at.range);
    const isCheck = (statement: Statement): boolean => holdsCheck(repair, editor, statement, check);
    const found = listWith(fn.body, finding.at.range, isCheck) ?? decline('The check stands in another function, or in another branch.');
    move(editor, found.list, found.event, found.check);
  },
};

interface Found {
  readonly list: readonly Statement[];
  readonly event: number;
  readonly check: number;
}

/** The innermost list of statements in which one holds the effect and a later one the check. */
function listWith(list: readonly Statement[], event: Range, isCheck: (statement: Statement) => boolean): Found | undefined {
  const at = list.findIndex((statement) => contains(statement.range, event));
  const holder = list[at];
  if (holder === undefined) return undefined;
  for (const inner of listsOf(holder)) {
    const deeper = listWith(inner, event, isCheck);
    if (deeper) return deeper;
  }
  const check = list.findIndex((statement, index) => index > at && isCheck(statement));
  return check < 0 ? undefined : { list, event: at, check };
}

/** The statement has the check in it, or calls the function of this project that has. */
function holdsCheck(repair: Repair, editor: FileEditor, statement: Statement, check: { readonly path: string; readonly range: Range }): boolean {
  if (check.path === editor.path && contains(statement.range, check.range)) return true;
  return expressionsIn(statement).some((expr) => {
    if (expr.kind !== 'call') return false;
    const called = calledFunction(repair, editor, expr) ?? ownMethod(editor, expr);
    return called !== undefined && contains(called.range, check.range);
  });
}

/** `self.verify()`, `this.verify()` */
function ownMethod({ module }: FileEditor, { callee }: Expr & { kind: 'call' }): FunctionNode | undefined {
  if (callee.kind !== 'member') return undefined;
  const isOwn = callee.object.kind === 'this' || (callee.object.kind === 'name' && callee.object.name === 'self');
  return isOwn ? module.functions.find((one) => one.form === 'method' && one.name === callee.property) : undefined;
}

/** What decides is the check's own statement, or the test of its answer further down. */
function move(editor: FileEditor, list: readonly Statement[], event: number, check: number): void {
  const at = refuses(list[check])
    ? check
    : list.findIndex((statement, index) => index > check && statement.kind === 'if' && refuses(statement) && sharesName(list[check], statement));
  const deciding = list[at];
  if (deciding === undefined) decline('What the check decides is not settled in the same place.');
  const moved = [deciding];
  const needed = new Set([...namesIn(deciding), ...changedBy(deciding)]);
  for (let index = at - 1; index >= event; index--) {
    const statement = list[index] as Statement;
    // What refuses before the check does, it counts on: that there is a secret, that there is a header.
    const refusing = index > event && statement.kind === 'if' && ends(statement.then) ? namesIn(statement) : [];
    if (![...changedBy(statement), ...refusing].some((name) => needed.has(name))) continue;
    if (index === event) decline('The check needs what the effect gives.');
    moved.unshift(statement);
    for (const name of [...namesIn(statement), ...changedBy(statement)]) needed.add(name);
  }
  const target = list[event] as Statement;
  const changed = new Set(moved.flatMap((statement) => [...changedBy(statement)]));
  const between = list.slice(event, at).filter((statement) => !moved.includes(statement));
  if (between.some((statement) => [...namesIn(statement)].some((name) => changed.has(name) && !isDeclaredIn(moved, name))))
    decline('What stands in between would see other values.');
  moveBefore(editor, moved, target);
}

/** The user's own lines, from where they stand to a place in front of another statement of the same list. */
export function moveBefore(editor: FileEditor, statements: readonly Statement[], target: Statement): void {
  const start = lineStart(editor.text, target.range.start);
  if (!isBlank(editor.text.slice(start, target.range.start))) decline('Several statements share a line here.');
  const inOrder = [...statements].sort((a, b) => a.range.start - b.range.start);
  editor.change({ start, end: start }, `${cut(editor, inOrder).join('')}${editor.style.newline}`);
}

/** The lines of the statements with the comments right above, taken out where they stand; what stands together stays together. */
function cut(editor: FileEditor, statements: readonly Statement[]): string[] {
  const { text } = editor;
  const groups: { start: number; end: number }[] = [];
  for (const statement of statements) {
    const lines = linesOf(text, statement.range);
    const last = groups.at(-1);
    if (last && isBlank(text.slice(last.end, lines.start))) last.end = lines.end;
    else groups.push(lines);
  }
  for (const { start, end } of groups) {
    // One empty line stays where there was one on each side.
    const isEmptyAbove = /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, start));
    const below = /^[ \t]*\r?\n/.exec(text.slice(end));
    editor.change({ start, end: end + (isEmptyAbove && below ? below[0].length : 0) }, '');
  }
  return groups.map(({ start, end }) => text.slice(start, end) + (text[end - 1] === '\n' ? '' : '\n'));
}

function linesOf(text: string, range: Range): { start: number; end: number } {
  const line = lineStart(text, range.start);
  const ending = lineEnd(text, range.end);
  if (!isBlank(text.slice(line, range.start)) || !/^;?\s*(?:(?:\/\/|#).*)?$/.test(text.slice(range.end, ending)))
    decline('Several statements share a line here.');
  let start = line;
  for (let above = lineStart(text, start - 1); start > 0 && /^[ \t]*(?:\/\/|#)/.test(text.slice(above, start)); above = lineStart(text, start - 1))
    start = above;
  const next = text.startsWith('\r\n', ending) ? ending + 2 : ending < text.length ? ending + 1 : ending;
  return { start, end: next };
}

/** A branch that ends the handler, or a call that raises and whose exception is answered. */
function refuses(statement: Statement | undefined): boolean {
  if (statement?.kind === 'if') return ends(statement.then) || ends(statement.otherwise);
  if (statement?.kind === 'try') return statement.handlers.length > 0 && statement.handlers.every((handler) => ends(handler.body));
  return statement?.kind === 'evaluate';
}

function sharesName(check: Statement | undefined, test: Statement): boolean {
  const names = check ? changedBy(check) : new Set<string>();
  return [...namesIn(test)].some((name) => names.has(name));
}

function isDeclaredIn(moved: readonly Statement[], name: string): boolean {
  return moved.some(
    (statement) => statement.kind === 'assign' && statement.target.kind === 'bind' && statement.target.name === name && statement.target.declares !== null,
  );
}

/** Names that the statement gives values to, and those of objects whose methods it calls by itself. */
function changedBy(statement: Statement): Set<string> {
  const names = new Set<string>();
  const visit = (one: Statement): void => {
    if (one.kind === 'assign') {
      for (const bind of bindsOf(one.target)) names.add(bind.name);
      if (one.target.kind === 'place') addRoot(one.target.expr, names);
    }
    if (one.kind === 'evaluate') {
      const expr = one.expr.kind === 'await' ? one.expr.operand : one.expr;
      if (expr.kind === 'call' && expr.callee.kind === 'member') addRoot(expr.callee.object, names);
    }
    for (const body of bodiesOf(one)) for (const inner of body) visit(inner);
  };
  visit(statement);
  return names;
}

function addRoot(expr: Expr, names: Set<string>): void {
  if (expr.kind === 'name') names.add(expr.name);
  else if (expr.kind === 'member' || expr.kind === 'index') addRoot(expr.object, names);
  else if (expr.kind === 'call') addRoot(expr.callee, names);
}

function namesIn(statement: Statement): Set<string> {
  return new Set(expressionsIn(statement).flatMap((expr) => (expr.kind === 'name' ? [expr.name] : [])));
}

function expressionsIn(statement: Statement): Expr[] {
  const found: Expr[] = [];
  const visit = (expr: Expr): void => {
    found.push(expr);
    for (const part of partsOf(expr)) visit(part);
  };
  for (const expr of exprsOf(statement)) visit(expr);
  if (statement.kind === 'assign' && statement.target.kind === 'place') visit(statement.target.expr);
  for (const body of bodiesOf(statement)) for (const inner of body) found.push(...expressionsIn(inner));
  return found;
}
