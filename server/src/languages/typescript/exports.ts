/** What a file offers to others: ES exports and CommonJS's. An exported value without a name of its own lives in its row only. */

import type { Expr, Pattern } from '../../ir/model.js';
import { bindsOf } from '../../ir/parts.js';
import { ts } from './compiler.js';
import { moduleExpr } from './imports.js';
import type { Lowering } from './lower.js';
import { skipWrappers } from './nodes.js';

const K = ts.SyntaxKind;

export function exportName(exported: string, name: string, node: ts.Node, to: Lowering): void {
  to.exports.push({ name: exported, value: { kind: 'name', name, binding: null, range: to.range(node) } });
}

export function exportPattern(pattern: Pattern, to: Lowering): void {
  for (const bind of bindsOf(pattern)) to.exports.push({ name: bind.name, value: { kind: 'name', name: bind.name, binding: null, range: bind.range } });
}

export function exportDeclaration(node: ts.ExportDeclaration, to: Lowering): void {
  const { exportClause, moduleSpecifier } = node;
  if (node.isTypeOnly || (moduleSpecifier && !ts.isStringLiteralLike(moduleSpecifier))) return;
  if (exportClause === undefined) {
    if (moduleSpecifier) to.exports.push({ name: '*', value: moduleExpr(moduleSpecifier, null, false, to) });
  } else if (exportClause.kind === K.NamespaceExport) {
    if (moduleSpecifier) to.exports.push({ name: exportClause.name.text, value: moduleExpr(moduleSpecifier, null, false, to) });
  } else {
    for (const element of exportClause.elements) {
      if (element.isTypeOnly) continue;
      const name = element.propertyName ?? element.name;
      if (moduleSpecifier) to.exports.push({ name: element.name.text, value: moduleExpr(moduleSpecifier, name.text, false, to) });
      else exportName(element.name.text, name.text, name, to);
    }
  }
}

/** `export default x` and `export = x`. */
export function exportAssignment(node: ts.ExportAssignment, to: Lowering): void {
  to.exports.push({ name: 'default', value: to.expr(node.expression) });
}

/**
 * `module.exports = x`, `exports.a = exports.b = x`: the names and the value; undefined for any other expression.
 * A chain that gives the value to something else as well is that assignment's business (`const app = module.exports = express()`).
 */
export function commonJsExport(node: ts.Expression): { readonly names: string[]; readonly value: ts.Expression } | undefined {
  const names: string[] = [];
  let value = node;
  for (;;) {
    const at = skipWrappers(value);
    if (at.kind !== K.BinaryExpression || (at as ts.BinaryExpression).operatorToken.kind !== K.EqualsToken) break;
    const { left, right } = at as ts.BinaryExpression;
    const name = commonJsName(left);
    if (name === undefined) return undefined;
    if (name !== null) names.push(name);
    value = right;
  }
  return names.length > 0 ? { names, value } : undefined;
}

export function exportCommonJs(names: readonly string[], value: ts.Expression, place: ts.Node, to: Lowering): void {
  const kind = skipWrappers(value).kind;
  // Compiled code clears its exports first.
  if (kind === K.VoidExpression) return;
  names.forEach((name, position) => {
    // One value must not stand in two rows; a name may.
    if (position === 0 || kind === K.Identifier) to.exports.push({ name, value: name === 'default' ? to.expr(value) : to.named(value, nameNodeOf(place)) });
    else to.exports.push({ name, value: exportedPlace(names[0] ?? name, place, to) });
  });
}

/** The name in `exports.name`; `default` for `module.exports`, null for a bare `exports`, undefined for anything else. */
function commonJsName(node: ts.Expression): string | null | undefined {
  const place = skipWrappers(node);
  if (place.kind === K.Identifier) return (place as ts.Identifier).text === 'exports' ? null : undefined;
  if (isModuleExports(place)) return 'default';
  if (place.kind === K.PropertyAccessExpression) {
    const { expression, name } = place as ts.PropertyAccessExpression;
    return isExports(expression) ? name.text : undefined;
  }
  if (place.kind === K.ElementAccessExpression) {
    const { expression, argumentExpression } = place as ts.ElementAccessExpression;
    return isExports(expression) && ts.isStringLiteralLike(argumentExpression) ? argumentExpression.text : undefined;
  }
  return undefined;
}

function isExports(node: ts.Node): boolean {
  return (node.kind === K.Identifier && (node as ts.Identifier).text === 'exports') || isModuleExports(node);
}

function isModuleExports(node: ts.Node): boolean {
  if (node.kind !== K.PropertyAccessExpression) return false;
  const { expression, name } = node as ts.PropertyAccessExpression;
  return expression.kind === K.Identifier && (expression as ts.Identifier).text === 'module' && name.text === 'exports';
}

function nameNodeOf(place: ts.Node): ts.Node {
  const node = skipWrappers(place);
  if (node.kind === K.PropertyAccessExpression) return (node as ts.PropertyAccessExpression).name;
  return node.kind === K.ElementAccessExpression ? (node as ts.ElementAccessExpression).argumentExpression : node;
}

/** `exports.first`, for the second name of the same value. */
function exportedPlace(name: string, place: ts.Node, to: Lowering): Expr {
  const range = to.range(place);
  return { kind: 'member', object: { kind: 'name', name: 'exports', binding: null, range }, property: name, optional: false, propertyRange: range, range };
}
