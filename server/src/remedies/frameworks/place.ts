/** Where a check stands in a function that serves several requests and tells them apart itself: in front of the first look at the body. */
import type { Expr, Range, Statement } from '../../ir/model.js';
import { listsOf, standingOf } from '../../languages/enclosing.js';
import { decline } from '../decline.js';
import type { HandlerCode } from '../repair.js';
import { expressionsOf, statementsOf } from '../walk.js';

/** Undefined when the start of the handler will do: it serves one thing only. */
export function placeBeforeReads(handler: HandlerCode, reads: readonly Range[]): Range | undefined {
  const [first] = reads;
  if (first === undefined || !tellsRequestsApart(handler)) return undefined;
  const { module } = handler.editor;
  let list: readonly Statement[] | undefined = standingOf(module, first)?.list;
  for (; list !== undefined; list = listAround(handler, list)) {
    const holders = list.filter((statement) => reads.some((read) => contains(statement.range, read)));
    if (!reads.every((read) => holders.some((holder) => contains(holder.range, read)))) continue;
    const [holder] = holders;
    if (holder === undefined) return undefined;
    if (list === handler.fn.body && holder === list[0]) return undefined;
    const branches = listsOf(holder).filter((inner) => reads.some((read) => inner.some((statement) => contains(statement.range, read))));
    if (branches.length > 1 && asksWhich(holder)) decline('This function reads the body in several branches; split it by what it serves first.');
    return holder.range;
  }
  return undefined;
}

/** The function looks at the method or the path of the request. */
export function tellsRequestsApart({ editor, fn }: HandlerCode): boolean {
  return (
    expressionsOf(editor.module, fn).some(({ expr }) => expr.kind === 'binary' && (isAddress(expr.left) || isAddress(expr.right))) ||
    statementsOf(fn.body).some((statement) => statement.kind === 'switch' && isAddress(statement.subject))
  );
}

function asksWhich(statement: Statement): boolean {
  if (statement.kind === 'switch') return isAddress(statement.subject);
  return statement.kind === 'if' && mentionsAddress(statement.test);
}

function mentionsAddress(expr: Expr): boolean {
  if (expr.kind === 'logical' || expr.kind === 'binary') return mentionsAddress(expr.left) || mentionsAddress(expr.right) || isAddress(expr);
  return isAddress(expr);
}

function isAddress(expr: Expr): boolean {
  const word = expr.kind === 'member' ? expr.property : expr.kind === 'name' ? expr.name : '';
  return /^(?:method|httpMethod|url|path|pathname|rawPath)$/.test(word);
}

function listAround({ editor, fn }: HandlerCode, list: readonly Statement[]): readonly Statement[] | undefined {
  const [first] = list;
  if (first === undefined || list === fn.body) return undefined;
  const parent = standingOf(editor.module, first.range)?.parent;
  return parent ? standingOf(editor.module, parent.range)?.list : undefined;
}

function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
