/** Where a delivery is claimed: in front of the first thing that must not happen twice, with all that can still fail behind it. */
import type { Place } from '../../analysis/finding.js';
import type { Expr, FunctionNode, Range, Statement } from '../../ir/model.js';
import { bindsOf, exprsOf, partsOf } from '../../ir/parts.js';
import { listsOf } from '../../languages/enclosing.js';
import { decline } from '../decline.js';
import type { FileEditor } from '../file-editor.js';
import { calledFunction } from '../names.js';
import { contains } from '../open-check.js';
import type { HandlerCode, Repair } from '../repair.js';
import { expressionsOf, functionAt } from '../walk.js';
import { hasRefusingStatus } from './refusals.js';

export interface WorkPlace {
  /** The statements that move, first and last. */
  readonly first: Statement;
  readonly last: Statement;
  readonly work: readonly Statement[];
}

/** `works` are the things that must not happen twice, each with the calls that lead to it; `proofs` what must stay in front. */
export function workPlace(repair: Repair, handler: HandlerCode, works: readonly (readonly Place[])[], proofs: readonly Place[]): WorkPlace {
  const { editor, fn } = handler;
  const sites = works.map((sites) => siteIn(editor, fn, sites));
  if (sites.length === 0) decline('The rule did not say what is done twice.');
  const place = within(repair, editor, fn.body, sites, proofs);
  const held = heldAt(fn.body, place.first.range);
  if (held === undefined) return place;
  // Who holds a connection and waits for a second one of the same pool may wait for others that do the same.
  if (held.list.slice(held.at).some((one) => proofs.some((proof) => holdsPlace(repair, editor, one, proof))))
    decline('The check stands behind a connection that is held; a claim on a second one could wait for it for ever.');
  return workFrom(editor, held.list, held.at, 1);
}

const HOLDS =
  /^(?:connect|getConnection|get_connection|getconn|acquire|getClient|get_client|checkout|startSession|start_session|transaction|createQueryRunner)$/;

/** The first statement around or in front of a place that takes a connection and keeps it. */
function heldAt(list: readonly Statement[], at: Range): { readonly list: readonly Statement[]; readonly at: number } | undefined {
  const around = list.findIndex((one) => contains(one.range, at));
  const upTo = around < 0 ? list.length : around;
  const found = list.findIndex(
    (one, index) =>
      (index < upTo && one.kind === 'assign' && one.value !== null && takesConnection(one.value)) ||
      (index === around && one.kind === 'with' && one.items.some((item) => takesConnection(item.expr))),
  );
  if (found >= 0) return { list, at: found };
  const holder = list[around];
  const inner = holder && listsOf(holder).find((one) => one.some((each) => contains(each.range, at)));
  return inner && heldAt(inner, at);
}

function takesConnection(expr: Expr): boolean {
  if (expr.kind === 'await') return takesConnection(expr.operand);
  return expr.kind === 'call' && expr.callee.kind === 'member' && HOLDS.test(expr.callee.property);
}

/** Where the handler does it, or calls what does. */
function siteIn(editor: FileEditor, fn: FunctionNode, sites: readonly Place[]): Range {
  const own =
    sites.find((site) => site.path === editor.path && contains(fn.bodyRange, site.range)) ??
    decline('The work is done in another function, which the handler does not call by itself.');
  const around = functionAt(editor.module, own.range);
  if (around.id !== fn.id && !isCalledInPlace(editor, around))
    decline('The work is done in a function that is called later; what becomes of it is not known to the handler.');
  return own.range;
}

const IN_PLACE = /^(?:map|forEach|for_each|filter|reduce|flatMap|transaction|\$transaction|withTransaction|run_in_transaction|all|allSettled|batch)$/;

/** A callback that has run when the call around it is done. */
function isCalledInPlace(editor: FileEditor, fn: FunctionNode): boolean {
  const outer = fn.owner === null ? undefined : editor.module.functions[fn.owner];
  if (outer === undefined) return false;
  return expressionsOf(editor.module, outer).some(
    ({ expr }) =>
      expr.kind === 'call' &&
      expr.callee.kind === 'member' &&
      IN_PLACE.test(expr.callee.property) &&
      expr.args.some(({ value }) => value.kind === 'function' && value.functionId === fn.id),
  );
}

function within(repair: Repair, editor: FileEditor, list: readonly Statement[], sites: readonly Range[], proofs: readonly Place[]): WorkPlace {
  const holding = list.filter((one) => sites.some((site) => contains(one.range, site)));
  const [first] = holding;
  if (first === undefined) decline('The work is not done by a statement of its own.');
  const from = list.indexOf(first);
  const rest = list.slice(from + 1);
  const inner = holding.length === 1 ? listsOf(first).find((one) => sites.every((site) => one.some((each) => contains(each.range, site)))) : undefined;
  const mustEnter = proofs.some((proof) => holdsPlace(repair, editor, first, proof));
  if (
    inner &&
    (first.kind === 'try' || first.kind === 'if' || first.kind === 'block' || (first.kind === 'with' && mustEnter)) &&
    (mustEnter || rest.every(isPlainAnswer)) &&
    (first.kind !== 'try' || inner === first.body)
  )
    return within(repair, editor, inner, sites, proofs);
  if (mustEnter) decline('The check and the work are one statement here.');
  return workFrom(editor, list, from, holding.length);
}

/** Everything from there on that can fail; an answer at the end that cannot stays where it is. */
export function workFrom(editor: FileEditor, list: readonly Statement[], from: number, least: number): WorkPlace {
  const first = list[from] ?? decline('Nothing follows that could be done twice.');
  const declared = (upTo: number): Set<string> => new Set(list.slice(from, upTo).flatMap(declaredIn));
  let end = list.length;
  while (end > from + least && isPlainAnswer(list[end - 1] as Statement) && !uses(editor, list[end - 1] as Statement, declared(end - 1))) end--;
  const work = list.slice(from, end);
  return { first, last: work.at(-1) ?? first, work };
}

/** The statement has the place in it, or calls the function of this project that has. */
function holdsPlace(repair: Repair, editor: FileEditor, statement: Statement, place: Place): boolean {
  const isHere = place.path === editor.path;
  if (isHere && contains(statement.range, place.range)) return true;
  return expressionsIn(statement).some((expr) => {
    const called = expr.kind === 'call' ? calledFunction(repair, editor, expr) : undefined;
    return called !== undefined && (editor.module.functions[called.id] === called) === isHere && contains(called.range, place.range);
  });
}

function expressionsIn(statement: Statement): Expr[] {
  const deep = (expr: Expr): Expr[] => [expr, ...partsOf(expr).flatMap(deep)];
  return [...exprsOf(statement).flatMap(deep), ...listsOf(statement).flatMap((list) => list.flatMap(expressionsIn))];
}

function declaredIn(statement: Statement): string[] {
  if (statement.kind === 'assign') return bindsOf(statement.target).flatMap((bind) => (bind.declares === 'block' ? [bind.name] : []));
  return statement.kind === 'define' || statement.kind === 'define-class' ? [statement.name] : [];
}

function uses(editor: FileEditor, statement: Statement, names: ReadonlySet<string>): boolean {
  const words = editor.text.slice(statement.range.start, statement.range.end).match(/[\w$]+/g) ?? [];
  return words.some((word) => names.has(word));
}

/** An answer that says yes and is made of nothing that was worked out: it cannot fail, and a repeat may get it as well. */
export function isPlainAnswer(statement: Statement): boolean {
  if (statement.kind === 'return') return statement.value === null || (isPlain(statement.value) && !hasRefusingStatus(statement.value));
  if (statement.kind === 'break') return true;
  return (
    statement.kind === 'evaluate' &&
    statement.expr.kind === 'call' &&
    isPlain(statement.expr) &&
    isResponse(statement.expr) &&
    !hasRefusingStatus(statement.expr)
  );
}

const RESPONSES = /^(?:res|response|reply|c|ctx|context|h)$/;

function isResponse(expr: Expr): boolean {
  if (expr.kind === 'call') return isResponse(expr.callee);
  if (expr.kind === 'member') return isResponse(expr.object);
  return expr.kind === 'name' && RESPONSES.test(expr.name);
}

const MAKERS = /^(?:Response|NextResponse|jsonify|make_response|json|Object|undefined)$/;

function isPlain(expr: Expr): boolean {
  switch (expr.kind) {
    case 'literal':
      return true;
    case 'name':
      return RESPONSES.test(expr.name) || MAKERS.test(expr.name);
    case 'call':
    case 'member':
    case 'record':
    case 'list':
    case 'module':
      return partsOf(expr).every(isPlain);
    default:
      return false;
  }
}
