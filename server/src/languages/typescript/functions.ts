/** Functions of every form, with their parameters. */
import type { ClassId, Expr, FunctionForm, FunctionId, FunctionNode, Param, Range, Statement } from '../../ir/model.js';
import { ts } from './compiler.js';
import type { Lowering } from './lower.js';
import { hasModifier } from './nodes.js';
import { patternOf } from './patterns.js';
import { typeNameOf } from './types.js';

type WithBody =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.GetAccessorDeclaration
  | ts.SetAccessorDeclaration
  | ts.ConstructorDeclaration
  | ts.ClassStaticBlockDeclaration;

/** Lowers a function and gives its id. `classId` is the class whose member it is. */
export function functionOf(node: WithBody, form: FunctionForm, to: Lowering, classId: ClassId | null = null): FunctionId {
  const nameNode = node.name ?? to.givenName;
  to.givenName = undefined;
  const id = to.nextFunction();
  const range = to.range(node);
  const { body } = node;
  const modifiers = 'modifiers' in node ? node.modifiers : undefined;
  const params: Param[] = [];
  const statements: Statement[] = [];
  const isExpressionBody = body !== undefined && body.kind !== ts.SyntaxKind.Block;
  const fn: FunctionNode = {
    id,
    form,
    name: form === 'constructor' ? 'constructor' : nameOf(nameNode),
    params,
    body: statements,
    decorators: modifiers ? decoratorsOf({ modifiers }, to) : [],
    isAsync: hasModifier({ modifiers }, ts.SyntaxKind.AsyncKeyword),
    isGenerator: 'asteriskToken' in node && node.asteriskToken !== undefined,
    owner: to.owner,
    classId: classId ?? (form === 'arrow' ? to.fieldClass : null),
    isStatic: form === 'class-body' || hasModifier({ modifiers }, ts.SyntaxKind.StaticKeyword),
    range,
    nameRange: nameNode ? to.range(nameNode) : headOf(range, body, to),
    bodyRange: body ? to.range(body) : to.span(range.end, range.end),
    isExpressionBody,
  };
  to.functions.push(fn);

  const { owner, fieldClass } = to;
  to.owner = id;
  to.fieldClass = null;
  if (node.kind !== ts.SyntaxKind.ClassStaticBlockDeclaration)
    for (const param of node.parameters) if (!isThis(param)) params.push(paramOf(param, statements, to));
  if (isExpressionBody) {
    const value = to.expr(body);
    statements.push({ kind: 'return', value, range: to.range(body) });
  } else if (body) to.statements((body as ts.Block).statements, statements);
  to.owner = owner;
  to.fieldClass = fieldClass;
  return id;
}

export function decoratorsOf(node: { readonly modifiers?: readonly ts.ModifierLike[] }, to: Lowering): Expr[] {
  const decorators: Expr[] = [];
  if (node.modifiers === undefined) return decorators;
  for (const modifier of node.modifiers) if (modifier.kind === ts.SyntaxKind.Decorator) decorators.push(to.expr((modifier as ts.Decorator).expression));
  return decorators;
}

/** The name where it can be read off; null for a computed one. */
export function nameOf(node: ts.Node | undefined): string | null {
  if (node === undefined) return null;
  if (
    node.kind === ts.SyntaxKind.Identifier ||
    node.kind === ts.SyntaxKind.PrivateIdentifier ||
    ts.isStringLiteralLike(node) ||
    node.kind === ts.SyntaxKind.NumericLiteral
  )
    return (node as ts.Identifier).text || null;
  return null;
}

/** A constructor's parameter with a modifier is a field of the class, too. */
export function isParameterProperty(node: ts.ParameterDeclaration): boolean {
  return node.modifiers?.some((modifier) => modifier.kind !== ts.SyntaxKind.Decorator) === true && node.name.kind === ts.SyntaxKind.Identifier;
}

/** `function f(this: Window)` takes no such argument. */
function isThis(node: ts.ParameterDeclaration): boolean {
  return node.name.kind === ts.SyntaxKind.Identifier && node.name.text === 'this';
}

/** What comes before the body: `async (req) =>`. */
function headOf(range: Range, body: ts.Node | undefined, to: Lowering): Range {
  return to.span(range.start, body ? Math.min(Math.max(range.start, body.pos), range.end) : range.end);
}

function paramOf(node: ts.ParameterDeclaration, body: Statement[], to: Lowering): Param {
  const decorators = decoratorsOf(node, to);
  const pattern = patternOf(node.name, 'function', to);
  const fallback = node.initializer ? to.named(node.initializer, node.name) : null;
  const range = to.range(node);
  if (pattern.kind === 'bind' && isParameterProperty(node)) {
    const object: Expr = { kind: 'this', range: pattern.range };
    const place: Expr = { kind: 'member', object, property: pattern.name, optional: false, propertyRange: pattern.range, range: pattern.range };
    const value: Expr = { kind: 'name', name: pattern.name, binding: null, range: pattern.range };
    body.push({ kind: 'assign', target: { kind: 'place', expr: place, range: pattern.range }, value, augmented: false, range });
  }
  return { pattern, fallback, rest: node.dotDotDotToken ? 'list' : null, decorators, type: node.type ? typeNameOf(node.type, to) : null, range };
}
