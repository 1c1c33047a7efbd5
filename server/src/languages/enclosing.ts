/** Finds where a statement stands in the neutral form: the list that holds it and what the list belongs to. */
import type { FunctionNode, Module, Range, Statement } from '../ir/model.js';

export interface Standing {
  readonly list: readonly Statement[];
  readonly at: number;
  /** The statement whose part the list is; null when it is the function's own body. */
  readonly parent: Statement | null;
  readonly fn: FunctionNode;
}

/** The innermost statement that contains `range`, and the function it belongs to. */
export function standingOf(module: Module, range: Range): Standing | undefined {
  let found: Standing | undefined;
  let width = Number.POSITIVE_INFINITY;
  for (const fn of module.functions) {
    if (fn.form !== 'module' && !(fn.range.start <= range.start && range.end <= fn.range.end)) continue;
    const standing = inList(fn.body, null, fn, range);
    const statement = standing?.list[standing.at];
    if (statement === undefined) continue;
    const span = statement.range.end - statement.range.start;
    if (span <= width) [found, width] = [standing, span];
  }
  return found;
}

function inList(list: readonly Statement[], parent: Statement | null, fn: FunctionNode, range: Range): Standing | undefined {
  for (let at = 0; at < list.length; at++) {
    const statement = list[at] as Statement;
    if (statement.range.start > range.start || range.end > statement.range.end) continue;
    for (const inner of listsOf(statement)) {
      const deeper = inList(inner, statement, fn, range);
      if (deeper) return deeper;
    }
    return { list, at, parent, fn };
  }
  return undefined;
}

/** The statement lists directly inside a statement. */
export function listsOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case 'if':
      return [statement.then, statement.otherwise];
    case 'loop':
      return [statement.body, statement.otherwise];
    case 'for-each':
      return [statement.body, statement.otherwise];
    case 'switch':
      return statement.cases.map((one) => one.body);
    case 'try':
      return [statement.body, ...statement.handlers.map((handler) => handler.body), statement.otherwise, statement.finally];
    case 'with':
    case 'block':
      return [statement.body];
    default:
      return [];
  }
}
