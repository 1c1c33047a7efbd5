/** Expressions. Parentheses, assertions and types vanish; what has no counterpart becomes `opaque` with its parts. */
import type { Argument, BinaryOp, Expr, LogicalExpr, OpaqueExpr, Range, RecordEntry } from '../../ir/model.js';
import { classOf } from './classes.js';
import { ts } from './compiler.js';
import { functionOf } from './functions.js';
import { requiredModule } from './imports.js';
import type { Lowering } from './lower.js';
import { skipWrappers } from './nodes.js';
import { isPlainPlace, targetOf } from './patterns.js';

const K = ts.SyntaxKind;

export function lowerExpression(node: ts.Node, to: Lowering): Expr {
  const value = skipWrappers(node);
  const known = lowerings[value.kind];
  return known ? known(value as never, to) : opaque(K[value.kind] ?? 'unknown', partsOf(value, to), to.range(value));
}

export function opaque(syntax: string, parts: Expr[], range: Range): OpaqueExpr {
  return { kind: 'opaque', syntax, parts, range };
}

type Lower = (node: never, to: Lowering) => Expr;

/** By syntax kind, because this is asked of every node of every file. */
const lowerings: (Lower | undefined)[] = [];
lowerings[K.Identifier] = identifier;
lowerings[K.PrivateIdentifier] = (node: ts.PrivateIdentifier, to) => ({ kind: 'literal', value: node.text, range: to.range(node) });
lowerings[K.StringLiteral] = text;
lowerings[K.NoSubstitutionTemplateLiteral] = text;
lowerings[K.NumericLiteral] = (node: ts.NumericLiteral, to) => number(Number(node.text), node, to);
lowerings[K.BigIntLiteral] = (node: ts.BigIntLiteral, to) => number(Number(node.text.slice(0, -1)), node, to);
lowerings[K.RegularExpressionLiteral] = (node: ts.RegularExpressionLiteral, to) => ({
  kind: 'literal',
  value: node.text,
  pattern: true,
  range: to.range(node),
});
lowerings[K.TrueKeyword] = (node: ts.Node, to) => ({ kind: 'literal', value: true, range: to.range(node) });
lowerings[K.FalseKeyword] = (node: ts.Node, to) => ({ kind: 'literal', value: false, range: to.range(node) });
lowerings[K.NullKeyword] = (node: ts.Node, to) => ({ kind: 'literal', value: null, range: to.range(node) });
lowerings[K.ThisKeyword] = (node: ts.Node, to) => ({ kind: 'this', range: to.range(node) });
lowerings[K.SuperKeyword] = (node: ts.Node, to) => ({ kind: 'name', name: 'super', binding: null, range: to.range(node) });
lowerings[K.ImportKeyword] = (node: ts.Node, to) => ({ kind: 'name', name: 'import', binding: null, range: to.range(node) });
lowerings[K.MetaProperty] = metaProperty;
lowerings[K.PropertyAccessExpression] = member;
lowerings[K.ElementAccessExpression] = index;
lowerings[K.CallExpression] = call;
lowerings[K.NewExpression] = construct;
lowerings[K.TaggedTemplateExpression] = taggedTemplate;
lowerings[K.TemplateExpression] = (node: ts.TemplateExpression, to) => ({ kind: 'text', parts: templateParts(node, to), range: to.range(node) });
lowerings[K.BinaryExpression] = binary;
lowerings[K.PrefixUnaryExpression] = prefix;
lowerings[K.PostfixUnaryExpression] = (node: ts.PostfixUnaryExpression, to) => step(node, to);
lowerings[K.TypeOfExpression] = (node: ts.TypeOfExpression, to) => ({ kind: 'unary', op: 'typeof', operand: to.expr(node.expression), range: to.range(node) });
lowerings[K.DeleteExpression] = (node: ts.DeleteExpression, to) => ({ kind: 'unary', op: 'delete', operand: to.expr(node.expression), range: to.range(node) });
lowerings[K.VoidExpression] = voidOf;
lowerings[K.AwaitExpression] = awaited;
lowerings[K.YieldExpression] = (node: ts.YieldExpression, to) => opaque('yield', node.expression ? [to.expr(node.expression)] : [], to.range(node));
lowerings[K.ConditionalExpression] = (node: ts.ConditionalExpression, to) => ({
  kind: 'conditional',
  test: to.expr(node.condition),
  then: to.expr(node.whenTrue),
  otherwise: to.expr(node.whenFalse),
  range: to.range(node),
});
lowerings[K.ObjectLiteralExpression] = record;
lowerings[K.ArrayLiteralExpression] = (node: ts.ArrayLiteralExpression, to) => ({
  kind: 'list',
  items: node.elements.map((item) => to.expr(item)),
  range: to.range(node),
});
lowerings[K.SpreadElement] = (node: ts.SpreadElement, to) => ({ kind: 'spread', operand: to.expr(node.expression), range: to.range(node) });
lowerings[K.OmittedExpression] = (node: ts.Node, to) => ({ kind: 'literal', value: null, range: to.range(node) });
lowerings[K.ArrowFunction] = functionValue;
lowerings[K.FunctionExpression] = functionValue;
lowerings[K.ClassExpression] = (node: ts.ClassExpression, to) => ({ kind: 'class', classId: classOf(node, to), range: to.range(node) });
lowerings[K.JsxElement] = jsx;
lowerings[K.JsxSelfClosingElement] = jsx;
lowerings[K.JsxFragment] = jsx;
lowerings[K.JsxExpression] = jsx;

function identifier(node: ts.Identifier, to: Lowering): Expr {
  const range = to.range(node);
  const name = node.text;
  if (name === 'undefined') return { kind: 'literal', value: null, range };
  // The parser puts an empty name where an expression is missing.
  return name === '' ? opaque('missing', [], range) : { kind: 'name', name, binding: null, range };
}

function text(node: ts.StringLiteralLike, to: Lowering): Expr {
  return { kind: 'literal', value: node.text, range: to.range(node) };
}

function number(value: number, node: ts.Node, to: Lowering): Expr {
  return Number.isFinite(value) ? { kind: 'literal', value, range: to.range(node) } : opaque('number', [], to.range(node));
}

function metaProperty(node: ts.MetaProperty, to: Lowering): Expr {
  const range = to.range(node);
  const name = node.keywordToken === K.ImportKeyword ? 'import' : 'new';
  const object: Expr = { kind: 'name', name, binding: null, range: to.span(range.start, range.start + name.length) };
  return { kind: 'member', object, property: node.name.text, optional: false, propertyRange: to.range(node.name), range };
}

function member(node: ts.PropertyAccessExpression, to: Lowering): Expr {
  const object = to.expr(node.expression);
  const range = to.range(node);
  const property = node.name.text;
  // `require('m').x`; but `import('m').then` is a member of the promise.
  if (object.kind === 'module' && object.imported === null && !isPendingImport(node.expression)) return { ...object, imported: property, range };
  return { kind: 'member', object, property, optional: node.questionDotToken !== undefined, propertyRange: to.range(node.name), range };
}

function isPendingImport(node: ts.Expression): boolean {
  const value = skipWrappers(node);
  return value.kind === K.CallExpression && (value as ts.CallExpression).expression.kind === K.ImportKeyword;
}

function index(node: ts.ElementAccessExpression, to: Lowering): Expr {
  const object = to.expr(node.expression);
  return { kind: 'index', object, index: to.expr(node.argumentExpression), optional: node.questionDotToken !== undefined, range: to.range(node) };
}

function call(node: ts.CallExpression, to: Lowering): Expr {
  const module = requiredModule(node, to);
  if (module !== undefined) return module;
  const callee = to.expr(node.expression);
  return { kind: 'call', callee, args: argumentsOf(node.arguments, to), isNew: false, optional: node.questionDotToken !== undefined, range: to.range(node) };
}

function construct(node: ts.NewExpression, to: Lowering): Expr {
  const callee = to.expr(node.expression);
  return { kind: 'call', callee, args: argumentsOf(node.arguments, to), isNew: true, optional: false, range: to.range(node) };
}

function argumentsOf(nodes: readonly ts.Expression[] | undefined, to: Lowering): Argument[] {
  const args: Argument[] = [];
  if (nodes === undefined) return args;
  for (const node of nodes) {
    if (node.kind === K.SpreadElement) args.push({ name: null, spread: 'list', value: to.expr((node as ts.SpreadElement).expression) });
    else args.push({ name: null, spread: null, value: to.expr(node) });
  }
  return args;
}

function taggedTemplate(node: ts.TaggedTemplateExpression, to: Lowering): Expr {
  const callee = to.expr(node.tag);
  const { template } = node;
  const parts = template.kind === K.TemplateExpression ? templateParts(template as ts.TemplateExpression, to) : [to.expr(template)];
  return { kind: 'call', callee, args: parts.map((value) => ({ name: null, spread: null, value })), isNew: false, optional: false, range: to.range(node) };
}

function templateParts(node: ts.TemplateExpression, to: Lowering): Expr[] {
  const parts: Expr[] = [];
  const piece = (literal: ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail): void => {
    if (literal.text) parts.push({ kind: 'literal', value: literal.text, range: to.range(literal) });
  };
  piece(node.head);
  for (const span of node.templateSpans) {
    parts.push(to.expr(span.expression));
    piece(span.literal);
  }
  return parts;
}

const binaryOps = new Map<ts.SyntaxKind, BinaryOp>([
  [K.EqualsEqualsToken, '=='],
  [K.EqualsEqualsEqualsToken, '=='],
  [K.ExclamationEqualsToken, '!='],
  [K.ExclamationEqualsEqualsToken, '!='],
  [K.LessThanToken, '<'],
  [K.LessThanEqualsToken, '<='],
  [K.GreaterThanToken, '>'],
  [K.GreaterThanEqualsToken, '>='],
  [K.InKeyword, 'in'],
  [K.InstanceOfKeyword, 'instanceof'],
  [K.PlusToken, '+'],
  [K.MinusToken, '-'],
  [K.AsteriskToken, '*'],
  [K.SlashToken, '/'],
  [K.PercentToken, '%'],
  [K.AsteriskAsteriskToken, '**'],
  [K.AmpersandToken, '&'],
  [K.BarToken, '|'],
  [K.CaretToken, '^'],
  [K.LessThanLessThanToken, '<<'],
  [K.GreaterThanGreaterThanToken, '>>'],
  [K.GreaterThanGreaterThanGreaterThanToken, '>>'],
]);

const logicalOps = new Map<ts.SyntaxKind, LogicalExpr['op']>([
  [K.AmpersandAmpersandToken, 'and'],
  [K.BarBarToken, 'or'],
  [K.QuestionQuestionToken, 'nullish'],
]);

const compoundBinaryOps = new Map<ts.SyntaxKind, BinaryOp>([
  [K.PlusEqualsToken, '+'],
  [K.MinusEqualsToken, '-'],
  [K.AsteriskEqualsToken, '*'],
  [K.SlashEqualsToken, '/'],
  [K.PercentEqualsToken, '%'],
  [K.AsteriskAsteriskEqualsToken, '**'],
  [K.AmpersandEqualsToken, '&'],
  [K.BarEqualsToken, '|'],
  [K.CaretEqualsToken, '^'],
  [K.LessThanLessThanEqualsToken, '<<'],
  [K.GreaterThanGreaterThanEqualsToken, '>>'],
  [K.GreaterThanGreaterThanGreaterThanEqualsToken, '>>'],
]);

const compoundLogicalOps = new Map<ts.SyntaxKind, LogicalExpr['op']>([
  [K.AmpersandAmpersandEqualsToken, 'and'],
  [K.BarBarEqualsToken, 'or'],
  [K.QuestionQuestionEqualsToken, 'nullish'],
]);

function binary(node: ts.BinaryExpression, to: Lowering): Expr {
  const operator = node.operatorToken.kind;
  const logical = logicalOps.get(operator);
  if (logical !== undefined) return { kind: 'logical', op: logical, left: to.expr(node.left), right: to.expr(node.right), range: to.range(node) };
  const plain = binaryOps.get(operator);
  if (plain !== undefined) return { kind: 'binary', op: plain, left: to.expr(node.left), right: to.expr(node.right), range: to.range(node) };
  if (operator === K.CommaToken) return comma(node, to);
  if (operator === K.EqualsToken || isCompoundAssignment(operator)) {
    const value = assignedValue(node, to);
    const target = targetOf(node.left, to);
    const range = to.range(node);
    return target ? { kind: 'assign', target, value, range } : opaque('assignment', [to.expr(node.left), value], range);
  }
  return opaque('operator', [to.expr(node.left), to.expr(node.right)], to.range(node));
}

/** `(0, exports.verify)(x)` and the like: what is only named in front of the last value does nothing. */
function comma(node: ts.BinaryExpression, to: Lowering): Expr {
  const operands: ts.Expression[] = [];
  let at: ts.Expression = node;
  while (at.kind === K.BinaryExpression && (at as ts.BinaryExpression).operatorToken.kind === K.CommaToken) {
    operands.push((at as ts.BinaryExpression).right);
    at = (at as ts.BinaryExpression).left;
  }
  operands.push(at);
  operands.reverse();
  const parts = operands.map((operand) => to.expr(operand));
  const doing = parts.filter((part, position) => position === parts.length - 1 || (part.kind !== 'literal' && part.kind !== 'name'));
  const [only] = doing;
  return doing.length === 1 && only ? only : opaque('comma', doing, to.range(node));
}

export function isCompoundAssignment(kind: ts.SyntaxKind): boolean {
  return compoundBinaryOps.has(kind) || compoundLogicalOps.has(kind);
}

/** What an assignment gives its target: for `x += 1` it is `x + 1`, for `x ||= y` it is `x || y`. */
export function assignedValue(node: ts.BinaryExpression, to: Lowering): Expr {
  const operator = node.operatorToken.kind;
  if (operator === K.EqualsToken) return to.named(node.right, nameOfPlace(node.left));
  const left = readOfPlace(node.left, to);
  const right = to.expr(node.right);
  const range = to.range(node);
  const logical = compoundLogicalOps.get(operator);
  if (logical !== undefined) return { kind: 'logical', op: logical, left, right, range };
  return { kind: 'binary', op: compoundBinaryOps.get(operator) ?? '+', left, right, range };
}

function nameOfPlace(node: ts.Expression): ts.Node {
  const place = skipWrappers(node);
  return place.kind === K.PropertyAccessExpression ? (place as ts.PropertyAccessExpression).name : place;
}

/** A second look at an assignment's target. Targets that hold calls or functions are not lowered twice: that doubles with each level. */
function readOfPlace(node: ts.Expression, to: Lowering): Expr {
  return isPlainPlace(node) ? to.expr(node) : opaque('target', [], to.range(node));
}

function prefix(node: ts.PrefixUnaryExpression, to: Lowering): Expr {
  switch (node.operator) {
    case K.ExclamationToken:
      return { kind: 'unary', op: 'not', operand: to.expr(node.operand), range: to.range(node) };
    case K.MinusToken:
      return { kind: 'unary', op: '-', operand: to.expr(node.operand), range: to.range(node) };
    case K.PlusToken:
      return { kind: 'unary', op: '+', operand: to.expr(node.operand), range: to.range(node) };
    case K.TildeToken:
      return { kind: 'unary', op: '~', operand: to.expr(node.operand), range: to.range(node) };
    default:
      return step(node, to);
  }
}

/** `x++` as a value. */
function step(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, to: Lowering): Expr {
  const range = to.range(node);
  const target = targetOf(node.operand, to);
  return target ? { kind: 'assign', target, value: steppedValue(node, to), range } : opaque('assignment', [to.expr(node.operand)], range);
}

/** `x + 1` for `x++`. */
export function steppedValue(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, to: Lowering): Expr {
  const range = to.range(node);
  return {
    kind: 'binary',
    op: node.operator === K.PlusPlusToken ? '+' : '-',
    left: readOfPlace(node.operand, to),
    right: { kind: 'literal', value: 1, range },
    range,
  };
}

function voidOf(node: ts.VoidExpression, to: Lowering): Expr {
  if (skipWrappers(node.expression).kind === K.NumericLiteral) return { kind: 'literal', value: null, range: to.range(node) };
  return { kind: 'unary', op: 'void', operand: to.expr(node.expression), range: to.range(node) };
}

function awaited(node: ts.AwaitExpression, to: Lowering): Expr {
  const operand = to.expr(node.expression);
  const range = to.range(node);
  return operand.kind === 'module' && operand.imported === null ? { ...operand, range } : { kind: 'await', operand, range };
}

function functionValue(node: ts.ArrowFunction | ts.FunctionExpression, to: Lowering): Expr {
  const form = node.kind === K.ArrowFunction ? 'arrow' : 'function';
  return { kind: 'function', functionId: functionOf(node, form, to), range: to.range(node) };
}

function record(node: ts.ObjectLiteralExpression, to: Lowering): Expr {
  const entries: RecordEntry[] = [];
  for (const property of node.properties) entries.push(entry(property, to));
  return { kind: 'record', entries, range: to.range(node) };
}

function entry(node: ts.ObjectLiteralElementLike, to: Lowering): RecordEntry {
  switch (node.kind) {
    case K.SpreadAssignment:
      return { key: null, computed: null, value: to.expr(node.expression) };
    case K.ShorthandPropertyAssignment:
      return { key: node.name.text, computed: null, value: to.expr(node.name) };
    case K.PropertyAssignment:
      return { ...keyOf(node.name, to), value: to.named(node.initializer, node.name) };
    case K.MethodDeclaration: {
      const key = keyOf(node.name, to);
      return { ...key, value: { kind: 'function', functionId: functionOf(node, 'method', to), range: to.range(node) } };
    }
    default: {
      const key = keyOf(node.name, to);
      const form = node.kind === K.GetAccessor ? 'getter' : 'setter';
      const range = to.range(node);
      // The property's value is what the function gives, not the function.
      return { ...key, value: opaque(form, [{ kind: 'function', functionId: functionOf(node, form, to), range }], range) };
    }
  }
}

function keyOf(name: ts.PropertyName, to: Lowering): { key: string | null; computed: Expr | null } {
  if (name.kind !== K.ComputedPropertyName) return { key: name.text, computed: null };
  const computed = to.expr(name.expression);
  return computed.kind === 'literal' && typeof computed.value === 'string' ? { key: computed.value, computed: null } : { key: null, computed };
}

/** Markup is one unknown value; what it shows are its parts, however deep the elements nest. */
function jsx(node: ts.Node, to: Lowering): Expr {
  const parts: Expr[] = [];
  const pending: ts.Node[] = [node];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at.kind === K.JsxExpression || at.kind === K.JsxSpreadAttribute) {
      const { expression } = at as ts.JsxExpression | ts.JsxSpreadAttribute;
      if (expression) pending.push(skipWrappers(expression));
    } else if (isMarkup(at.kind)) {
      const children: ts.Node[] = [];
      at.forEachChild((child) => {
        if (isMarkup(child.kind)) children.push(child);
      });
      while (children.length > 0) pending.push(children.pop() as ts.Node);
    } else parts.push(to.expr(at));
  }
  return opaque('jsx', parts, to.range(node));
}

function isMarkup(kind: ts.SyntaxKind): boolean {
  return kind >= K.JsxElement && kind <= K.JsxExpression;
}

/** The readable parts of a node that is none of ours. */
function partsOf(node: ts.Node, to: Lowering): Expr[] {
  const parts: Expr[] = [];
  node.forEachChild((child) => {
    if (lowerings[skipWrappers(child).kind]) parts.push(to.expr(child));
  });
  return parts;
}
