/** One function that serves several paths and tells them apart itself: each of them is an endpoint, and so is the rest. */

import type { Expr, FunctionNode, Module, Range, Statement } from '../../ir/model.js';
import { bodiesOf } from '../../ir/parts.js';
import type { Finder } from './finder.js';
import type { Endpoint } from './model.js';
import { expressionsIn, functionsWithin } from './walk.js';

/** Stands for every path that the function does not name. */
export const anyOtherPath = '/*';

const mostPaths = 12;

export function servedPaths(finder: Finder, endpoint: Endpoint): Endpoint[] {
  const { callable } = endpoint.handler;
  const module = callable && finder.world.project.module(callable.path);
  const fn = callable && module?.functions[callable.functionId];
  if (!callable || !module || !fn) return [endpoint];
  const tests = new Map<string, Range>();
  for (const one of withHelpers(finder, callable.path, fn)) collect(one, module, tests);
  if (tests.size === 0 || tests.size > mostPaths) return [endpoint];
  const isOne = tests.size === 1;
  const paths = [...tests].map(
    ([path, range]): Endpoint => ({
      ...endpoint,
      path,
      servedAt: path,
      route: isOne ? endpoint.route : { path: callable.path, range },
    }),
  );
  return [...paths, { ...endpoint, servedAt: anyOtherPath }];
}

/** The function and those of its file that it calls by name. */
function withHelpers(finder: Finder, path: string, root: FunctionNode): FunctionNode[] {
  const module = finder.world.project.module(path);
  if (!module) return [root];
  const found = functionsWithin(module, root);
  for (const fn of [...found])
    for (const expr of expressionsIn(fn)) {
      if (expr.kind !== 'call' || expr.callee.kind !== 'name' || expr.callee.binding === null) continue;
      const id = module.bindings[expr.callee.binding]?.functionId;
      const helper = id === null || id === undefined ? undefined : module.functions[id];
      if (helper && !found.includes(helper)) found.push(helper);
    }
  return found;
}

function collect(fn: FunctionNode, module: Module, into: Map<string, Range>): void {
  const add = (text: Expr, at: Range): void => {
    if (text.kind === 'literal' && typeof text.value === 'string' && /^\/[\w./-]+$/.test(text.value) && !into.has(text.value)) into.set(text.value, at);
  };
  for (const expr of expressionsIn(fn)) {
    if (expr.kind === 'index' && isPathLike(expr.index.kind === 'logical' ? expr.index.left : expr.index))
      for (const [path, range] of entriesOf(expr.object, module)) if (!into.has(path)) into.set(path, range);
    if (expr.kind === 'binary' && (expr.op === '==' || expr.op === '!=')) {
      if (isPathLike(expr.left)) add(expr.right, expr.range);
      else if (isPathLike(expr.right)) add(expr.left, expr.range);
    }
  }
  const visit = (body: readonly Statement[]): void => {
    for (const statement of body) {
      if (statement.kind === 'switch' && isPathLike(statement.subject)) for (const one of statement.cases) for (const test of one.tests) add(test, test.range);
      for (const inner of bodiesOf(statement)) visit(inner);
    }
  };
  visit(fn.body);
}

function isPathLike(expr: Expr): boolean {
  return /^(path|pathname|rawPath|url|resource)$/i.test(lastWord(expr));
}

/** `path`, `request.path`, `event["path"]`, `event.get("path")`. */
function lastWord(expr: Expr): string {
  if (expr.kind === 'name') return expr.name;
  if (expr.kind === 'member') return expr.property;
  const key =
    expr.kind === 'index'
      ? expr.index
      : expr.kind === 'call' && expr.callee.kind === 'member' && expr.callee.property === 'get'
        ? expr.args[0]?.value
        : undefined;
  return key?.kind === 'literal' && typeof key.value === 'string' ? key.value : '';
}

/** `routes[req.url]` with `const routes = { '/x': ... }` in the same file. */
function entriesOf(table: Expr, module: Module): [string, Range][] {
  const held = table.kind === 'name' && table.binding !== null ? module.bindings[table.binding]?.value : table;
  if (held?.kind !== 'record') return [];
  return held.entries.flatMap((entry) => (entry.key !== null && /^\/[\w./-]+$/.test(entry.key) ? [[entry.key, entry.value.range] as [string, Range]] : []));
}
