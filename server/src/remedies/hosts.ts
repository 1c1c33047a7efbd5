/** Hosts that a function compares with: what its checks mean to let through, however weakly they do. */
import type { Expr, FunctionNode, Module } from '../ir/model.js';
import { expressionsOf } from './walk.js';

const HOST = /^(?:https?:\/\/)?(\.?(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*)(?:[/?#].*)?$/i;

export function hostsIn(module: Module, fn: FunctionNode): string[] {
  const found = new Set<string>();
  for (const { expr, above } of expressionsOf(module, fn)) {
    if (expr.kind !== 'literal' || typeof expr.value !== 'string' || expr.pattern === true || !isCompared(expr, above.at(-1))) continue;
    const host = HOST.exec(expr.value)?.[1]?.toLowerCase();
    if (host !== undefined) found.add(host);
  }
  return [...found].sort();
}

function isCompared(expr: Expr, holder: Expr | undefined): boolean {
  if (holder?.kind === 'binary') return ['==', '!=', 'in', 'not in'].includes(holder.op);
  if (holder?.kind !== 'call' || !holder.args.some(({ value }) => value === expr)) return false;
  const last = holder.callee.kind === 'member' ? holder.callee.property : '';
  return /^(?:starts_?with|ends_?with|includes|indexOf|equals|has)$/i.test(last);
}
