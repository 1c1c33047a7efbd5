/** By what a look-up asks for a delivery: `get(key)`, `has(id)`, `find({ id })`, `SELECT ... [id]`, `id in seen`. */
import type { Expr, Module } from '../../ir/model.js';

export function askedKey(module: Module, asked: Expr): Expr | undefined {
  if (asked.kind === 'await') return askedKey(module, asked.operand);
  if (asked.kind === 'binary') return asked.op === 'in' || asked.op === 'not in' ? asked.left : undefined;
  if (asked.kind === 'index') return isValue(asked.index) ? asked.index : undefined;
  if (asked.kind !== 'call') return undefined;
  for (const { value } of asked.args) {
    const found = keyIn(value);
    if (found) return found;
  }
  // `Handled.query.filter_by(id=...).first()`, `select(...).where(...)`
  return asked.callee.kind === 'member' ? askedKey(module, asked.callee.object) : undefined;
}

function keyIn(expr: Expr): Expr | undefined {
  switch (expr.kind) {
    case 'record':
      return first(expr.entries.map((entry) => entry.value));
    case 'list':
      return first(expr.items);
    case 'call':
      // An object that is made of the key, or the key put into other words.
      return first(expr.args.map((argument) => argument.value)) ?? (isValue(expr) ? expr : undefined);
    case 'binary':
      return expr.op === '==' ? keyIn(expr.right) : undefined;
    default:
      return isValue(expr) ? expr : undefined;
  }
}

function first(values: readonly Expr[]): Expr | undefined {
  for (const value of values) {
    const found = keyIn(value);
    if (found) return found;
  }
  return undefined;
}

function isValue(expr: Expr): boolean {
  if (expr.kind === 'name') return !/^[A-Z]/.test(expr.name);
  if (expr.kind === 'text') return true;
  if (expr.kind === 'member') return isValue(expr.object);
  return expr.kind === 'index' && isValue(expr.object);
}
