/** Names that come from other modules: imports of every manner become `module` expressions. */
import type { Expr, ModuleExpr, Pattern, Statement } from '../../ir/model.js';
import { ts } from './compiler.js';
import type { Lowering } from './lower.js';
import { hasModifier, skipWrappers } from './nodes.js';
import { entityName } from './types.js';

const K = ts.SyntaxKind;

/** `import x = require('m')`, `import x = A.B`. */
export function importEquals(node: ts.ImportEqualsDeclaration, into: Statement[], to: Lowering): void {
  const { moduleReference } = node;
  const target = declared(node.name, to);
  const range = to.range(node);
  let value: Expr | null;
  if (moduleReference.kind === K.ExternalModuleReference) {
    const { expression } = moduleReference;
    value = ts.isStringLiteralLike(expression) ? moduleExpr(expression, null, node.isTypeOnly, to) : to.expr(expression);
  } else value = entityName(moduleReference, to, 0);
  into.push({ kind: 'assign', target, value, augmented: false, range });
  if (hasModifier(node, K.ExportKeyword))
    to.exports.push({ name: node.name.text, value: { kind: 'name', name: node.name.text, binding: null, range: target.range } });
}

/** `require('m')` and `import('m')`; undefined for any other call. */
export function requiredModule(node: ts.CallExpression, to: Lowering): ModuleExpr | undefined {
  const { expression } = node;
  if (expression.kind !== K.ImportKeyword && !(expression.kind === K.Identifier && (expression as ts.Identifier).text === 'require')) return undefined;
  const first = node.arguments[0] && skipWrappers(node.arguments[0]);
  if (first === undefined || !ts.isStringLiteralLike(first)) return undefined;
  return { ...moduleExpr(first, null, false, to), range: to.range(node) };
}

/**
 * `const { verify, sign: s } = require('m')` as one assignment a name, so that each is the module's own name.
 * Undefined when the declaration is anything else.
 */
export function requiredNames(node: ts.VariableDeclaration, declares: 'block' | 'function', to: Lowering): { target: Pattern; value: Expr }[] | undefined {
  if (node.name.kind !== K.ObjectBindingPattern || node.initializer === undefined) return undefined;
  const value = skipWrappers(node.initializer);
  const operand = value.kind === K.AwaitExpression ? skipWrappers((value as ts.AwaitExpression).expression) : value;
  if (operand.kind !== K.CallExpression || (operand === value && (operand as ts.CallExpression).expression.kind === K.ImportKeyword)) return undefined;
  const module = requiredModule(operand as ts.CallExpression, to);
  if (module === undefined) return undefined;
  const names: { target: Pattern; value: Expr }[] = [];
  for (const element of node.name.elements) {
    const { name, propertyName } = element;
    if (element.dotDotDotToken || element.initializer || name.kind !== K.Identifier || (propertyName && propertyName.kind === K.ComputedPropertyName))
      return undefined;
    names.push({
      target: { kind: 'bind', name: name.text, declares, binding: null, range: to.range(name) },
      value: { ...module, imported: propertyName ? propertyName.text : name.text },
    });
  }
  return names;
}

export function moduleExpr(specifier: ts.StringLiteralLike, imported: string | null, typeOnly: boolean, to: Lowering): ModuleExpr {
  return { kind: 'module', module: moduleName(specifier.text), imported, typeOnly, range: to.range(specifier) };
}

/**
 * One name for a package however it is reached: `npm:stripe@12`, `jsr:@hono/hono`, an address of a package server that is
 * read by its version-free name.
 */
function moduleName(text: string): string {
  const plain = text.replace(/^node:/, '');
  if (!/^(npm|jsr|https?):/.test(plain)) return plain;
  const standard = /^(?:https:\/\/deno\.land\/std(?:@[^/]+)?|jsr:\/?@std)\/(.+?)(?:@[\d.^~*-]+)?(\/.*)?$/.exec(plain);
  if (standard) return `@std/${standard[1]}${standard[2] ?? ''}`.replace(/\.ts$/, '');
  const third = /^https:\/\/deno\.land\/x\/([^/@]+)(?:@[^/]+)?(?:\/(?:mod|index|src\/index)\.ts)?(\/.*)?$/.exec(plain);
  if (third) return `${third[1]}${third[2] ?? ''}`.replace(/\.ts$/, '');
  const served =
    /^(?:npm:\/?|jsr:\/?|https:\/\/(?:esm\.sh|cdn\.skypack\.dev|esm\.run|cdn\.jsdelivr\.net\/npm|unpkg\.com)\/(?:(?:v\d+|stable|pin)\/)?)((?:@[^/@]+\/)?[^/@?]+)(?:@[^/?]*)?(\/[^?]*)?(?:\?.*)?$/.exec(
      plain,
    );
  return served ? `${served[1]}${served[2] ?? ''}` : plain;
}

/** Static imports, wherever they stand in the file, take place first; the caller sees to that. */
export function importDeclaration(node: ts.ImportDeclaration, into: Statement[], to: Lowering): void {
  const specifier = node.moduleSpecifier;
  if (!ts.isStringLiteralLike(specifier)) return;
  const clause = node.importClause;
  const range = to.range(node);
  const take = (name: ts.Identifier, imported: string | null, typeOnly: boolean): void => {
    into.push({ kind: 'assign', target: declared(name, to), value: moduleExpr(specifier, imported, typeOnly, to), augmented: false, range });
  };
  if (clause === undefined) {
    into.push({ kind: 'evaluate', expr: moduleExpr(specifier, null, false, to), range });
    return;
  }
  const typeOnly = clause.phaseModifier === K.TypeKeyword;
  if (clause.name) take(clause.name, 'default', typeOnly);
  const bindings = clause.namedBindings;
  if (bindings === undefined) return;
  if (bindings.kind === K.NamespaceImport) take(bindings.name, null, typeOnly);
  else for (const element of bindings.elements) take(element.name, (element.propertyName ?? element.name).text, typeOnly || element.isTypeOnly);
}

function declared(name: ts.Identifier, to: Lowering): Pattern {
  return { kind: 'bind', name: name.text, declares: 'block', binding: null, range: to.range(name) };
}
