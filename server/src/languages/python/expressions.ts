/** Expressions of the grammar to expressions of the neutral form. */
import type { Argument, BinaryOp, Expr, RecordEntry } from '../../ir/model.js';
import type { ConcreteNode } from './concrete.js';
import { lowerLambda } from './definitions.js';
import { child, childOfType, DEEPEST, hasToken, type Lowering, named } from './lowering.js';
import { lowerPattern } from './patterns.js';
import { contentOf, spellingOf } from './strings.js';

export function lowerExpr(lowering: Lowering, node: ConcreteNode): Expr {
  if (lowering.depth >= DEEPEST) return lowering.opaque(node, 'too-deep');
  lowering.depth += 1;
  const expr = lowerKind(lowering, node);
  lowering.depth -= 1;
  return expr;
}

/** For a field that a broken tree may lack. */
export function lowerExprOr(lowering: Lowering, node: ConcreteNode | undefined, around: ConcreteNode): Expr {
  return node ? lowerExpr(lowering, node) : lowering.opaque(around, 'missing');
}

function lowerKind(lowering: Lowering, node: ConcreteNode): Expr {
  const range = lowering.range(node);
  switch (node.type) {
    case 'identifier':
      // The parser invents empty names for what half-typed code lacks.
      return node.start === node.end ? lowering.opaque(node, 'missing') : { kind: 'name', name: lowering.textOf(node), binding: null, range };
    case 'attribute':
      return lowerAttribute(lowering, node);
    case 'call':
      return {
        kind: 'call',
        callee: lowerExprOr(lowering, child(node, 'function'), node),
        args: lowerArguments(lowering, child(node, 'arguments')),
        isNew: false,
        optional: false,
        range,
      };
    case 'string':
    case 'concatenated_string':
      return lowerString(lowering, node);
    case 'integer':
    case 'float':
      return lowerNumber(lowering, node);
    case 'true':
      return { kind: 'literal', value: true, range };
    case 'false':
      return { kind: 'literal', value: false, range };
    case 'none':
      return { kind: 'literal', value: null, range };
    case 'parenthesized_expression':
    case 'type':
    case 'as_pattern_target':
      return node.children.length === 1 && node.children[0]
        ? lowerExpr(lowering, node.children[0])
        : lowering.opaque(node, node.type, lowerEach(lowering, node));
    case 'subscript':
      return lowerSubscript(lowering, node);
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
      return { kind: 'list', items: lowerEach(lowering, node), range };
    case 'dictionary':
      return { kind: 'record', entries: named(node).map((entry) => lowerEntry(lowering, entry)), range };
    case 'list_splat':
    case 'list_splat_pattern':
    case 'dictionary_splat':
    case 'dictionary_splat_pattern':
      return { kind: 'spread', operand: lowerExprOr(lowering, named(node)[0], node), range };
    case 'not_operator':
      return { kind: 'unary', op: 'not', operand: lowerExprOr(lowering, child(node, 'argument'), node), range };
    case 'unary_operator':
      return lowerUnary(lowering, node);
    case 'boolean_operator':
      return {
        kind: 'logical',
        op: hasToken(node, 'or') ? 'or' : 'and',
        left: lowerExprOr(lowering, child(node, 'left'), node),
        right: lowerExprOr(lowering, child(node, 'right'), node),
        range,
      };
    case 'binary_operator':
      return lowerBinary(lowering, node);
    case 'comparison_operator':
      return lowerComparison(lowering, node);
    case 'conditional_expression':
      return lowerConditional(lowering, node);
    case 'lambda':
      return lowerLambda(lowering, node);
    case 'await':
      return lowerAwait(lowering, node);
    case 'yield':
      lowering.frame.isGenerator = true;
      return lowering.opaque(node, hasToken(node, 'from') ? 'yield from' : 'yield', lowerEach(lowering, node));
    case 'named_expression':
    case 'assignment':
      return lowerAssigned(lowering, node);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
    case 'dictionary_comprehension':
      return lowerComprehension(lowering, node);
    case 'pair':
      return { kind: 'record', entries: [lowerEntry(lowering, node)], range };
    default:
      return lowering.opaque(node, node.type, lowerEach(lowering, node));
  }
}

/** Every child as an expression; what is none becomes `opaque` with its own parts. */
export function lowerEach(lowering: Lowering, node: ConcreteNode): Expr[] {
  return named(node).map((part) => lowerExpr(lowering, part));
}

function lowerAttribute(lowering: Lowering, node: ConcreteNode): Expr {
  const property = child(node, 'attribute');
  if (property === undefined) return lowering.opaque(node, 'missing', lowerEach(lowering, node));
  return {
    kind: 'member',
    object: lowerExprOr(lowering, child(node, 'object'), node),
    property: lowering.textOf(property),
    optional: false,
    propertyRange: lowering.range(property),
    range: lowering.range(node),
  };
}

function lowerSubscript(lowering: Lowering, node: ConcreteNode): Expr {
  const indexes = node.children.filter((part) => part.field === 'subscript');
  const [only] = indexes;
  const index: Expr =
    indexes.length === 1 && only
      ? lowerExpr(lowering, only)
      : {
          kind: 'list',
          items: indexes.map((each) => lowerExpr(lowering, each)),
          range: lowering.rangeFrom(only?.start ?? node.end, indexes.at(-1)?.end ?? node.end),
        };
  return { kind: 'index', object: lowerExprOr(lowering, child(node, 'value'), node), index, optional: false, range: lowering.range(node) };
}

/** `f(...)`'s arguments, also those of a class's parentheses. */
export function lowerArguments(lowering: Lowering, list: ConcreteNode | undefined): Argument[] {
  if (list === undefined) return [];
  if (list.type === 'generator_expression') return [{ name: null, spread: null, value: lowerExpr(lowering, list) }];
  return named(list).map((argument) => {
    switch (argument.type) {
      case 'keyword_argument': {
        const name = child(argument, 'name');
        return { name: name ? lowering.textOf(name) : null, spread: null, value: lowerExprOr(lowering, child(argument, 'value'), argument) };
      }
      case 'list_splat':
        return { name: null, spread: 'list', value: lowerExprOr(lowering, named(argument)[0], argument) };
      case 'dictionary_splat':
        return { name: null, spread: 'record', value: lowerExprOr(lowering, named(argument)[0], argument) };
      default:
        return { name: null, spread: null, value: lowerExpr(lowering, argument) };
    }
  });
}

function lowerEntry(lowering: Lowering, entry: ConcreteNode): RecordEntry {
  if (entry.type !== 'pair') return { key: null, computed: null, value: lowerExprOr(lowering, named(entry)[0], entry) };
  const keyNode = child(entry, 'key');
  const value = lowerExprOr(lowering, child(entry, 'value'), entry);
  const key = lowerExprOr(lowering, keyNode, entry);
  if (key.kind === 'literal' && typeof key.value === 'string' && !key.bytes) return { key: key.value, computed: null, value };
  return { key: null, computed: key, value };
}

function lowerUnary(lowering: Lowering, node: ConcreteNode): Expr {
  const operator = node.children.find((part) => !part.named)?.type;
  const operand = lowerExprOr(lowering, child(node, 'argument'), node);
  if (operator === '-' || operator === '+' || operator === '~') return { kind: 'unary', op: operator, operand, range: lowering.range(node) };
  return lowering.opaque(node, node.type, [operand]);
}

const binaryOperators: Readonly<Record<string, BinaryOp>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '//': '/',
  '%': '%',
  '**': '**',
  '&': '&',
  '|': '|',
  '^': '^',
  '<<': '<<',
  '>>': '>>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '==': '==',
  is: '==',
  '!=': '!=',
  '<>': '!=',
  'is not': '!=',
  in: 'in',
  'not in': 'not in',
};

/** `left op right`, the operator as written (`+`, or `+=` without its `=`); `opaque` for what has no neutral operator. */
export function binaryOf(lowering: Lowering, node: ConcreteNode, operator: string, left: Expr, right: Expr): Expr {
  const op = binaryOperators[operator];
  return op
    ? { kind: 'binary', op, left, right, range: lowering.range(node) }
    : lowering.opaque(node, operator === '@' ? 'matrix-product' : node.type, [left, right]);
}

function lowerBinary(lowering: Lowering, node: ConcreteNode): Expr {
  const operator = node.children.find((part) => !part.named)?.type ?? '';
  return binaryOf(lowering, node, operator, lowerExprOr(lowering, child(node, 'left'), node), lowerExprOr(lowering, child(node, 'right'), node));
}

/** `a < b < c` is `a < b and b < c`; the middle is lowered for each side. */
function lowerComparison(lowering: Lowering, node: ConcreteNode): Expr {
  const operands = named(node);
  const operators = node.children.filter((part) => !part.named);
  if (operators.length + lowering.depth > DEEPEST) return lowering.opaque(node, 'too-deep');
  let whole: Expr | undefined;
  for (const [index, operator] of operators.entries()) {
    const left = operands[index];
    const right = operands[index + 1];
    const op = binaryOperators[operator.type];
    if (!left || !right || !op) break;
    const range = lowering.rangeFrom(left.start, right.end);
    const one: Expr = { kind: 'binary', op, left: lowerExpr(lowering, left), right: lowerExpr(lowering, right), range };
    whole = whole ? { kind: 'logical', op: 'and', left: whole, right: one, range: lowering.rangeFrom(operands[0]?.start ?? left.start, right.end) } : one;
  }
  return whole ?? lowering.opaque(node, node.type, lowerEach(lowering, node));
}

function lowerConditional(lowering: Lowering, node: ConcreteNode): Expr {
  const [then, test, otherwise] = named(node);
  if (!then || !test || !otherwise) return lowering.opaque(node, node.type, lowerEach(lowering, node));
  return {
    kind: 'conditional',
    test: lowerExpr(lowering, test),
    then: lowerExpr(lowering, then),
    otherwise: lowerExpr(lowering, otherwise),
    range: lowering.range(node),
  };
}

/** `await a ** b` is `(await a) ** b`; the grammar has it the other way round. */
function lowerAwait(lowering: Lowering, node: ConcreteNode): Expr {
  const [inner] = named(node);
  const range = lowering.range(node);
  const base = inner?.type === 'binary_operator' && hasToken(inner, '**') ? child(inner, 'left') : undefined;
  if (!inner || !base) return { kind: 'await', operand: lowerExprOr(lowering, inner, node), range };
  const left: Expr = { kind: 'await', operand: lowerExpr(lowering, base), range: lowering.rangeFrom(node.start, base.end) };
  return { kind: 'binary', op: '**', left, right: lowerExprOr(lowering, child(inner, 'right'), inner), range };
}

/** A walrus, or the inner part of `a = b = c`. */
function lowerAssigned(lowering: Lowering, node: ConcreteNode): Expr {
  const target = child(node, 'name') ?? child(node, 'left');
  const value = lowerExprOr(lowering, child(node, 'value') ?? child(node, 'right'), node);
  if (target === undefined) return value;
  return { kind: 'assign', target: lowerPattern(lowering, target, 'function'), value, range: lowering.range(node) };
}

/** One `each` for every `for`; the conditions belong to the `for` in front of them. */
function lowerComprehension(lowering: Lowering, node: ConcreteNode): Expr {
  const clauses = node.children.filter((part) => part.type === 'for_in_clause' || part.type === 'if_clause');
  const body = child(node, 'body');
  let value = lowerExprOr(lowering, body, node);
  let conditions: Expr[] = [];
  for (const clause of clauses.reverse()) {
    if (clause.type === 'if_clause') {
      conditions.unshift(lowerExprOr(lowering, named(clause)[0], clause));
      continue;
    }
    const left = child(clause, 'left');
    const sources = clause.children.filter((part) => part.field === 'right');
    const source: Expr =
      sources.length === 1 && sources[0]
        ? lowerExpr(lowering, sources[0])
        : { kind: 'list', items: sources.map((each) => lowerExpr(lowering, each)), range: lowering.range(clause) };
    if (left) value = { kind: 'each', target: lowerPattern(lowering, left, 'block'), source, conditions, value, range: lowering.range(node) };
    conditions = [];
  }
  return value.kind === 'each' ? value : lowering.opaque(node, node.type, [...conditions, value]);
}

function lowerNumber(lowering: Lowering, node: ConcreteNode): Expr {
  const text = lowering.textOf(node).replaceAll('_', '').toLowerCase();
  const digits = text.replace(/l$/, '');
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  // Imaginary numbers, and what does not fit a double: JSON would turn it into null.
  return Number.isFinite(value) ? { kind: 'literal', value, range: lowering.range(node) } : lowering.opaque(node, node.type);
}

/** Adjacent literals are one string; it is a `text` if anything is interpolated. */
function lowerString(lowering: Lowering, node: ConcreteNode): Expr {
  const strings = node.type === 'string' ? [node] : node.children.filter((part) => part.type === 'string');
  const parts: Expr[] = [];
  let interpolates = false;
  let bytes = false;
  for (const string of strings) {
    const text = lowering.textOf(string);
    const spelling = spellingOf(text);
    bytes ||= spelling.isBytes;
    if (string.children.length === 0) {
      const value = contentOf(text.slice(spelling.contentStart, spelling.contentEnd), spelling, false);
      parts.push({ kind: 'literal', value, range: lowering.rangeFrom(string.start + spelling.contentStart, string.start + spelling.contentEnd) });
      continue;
    }
    for (const part of string.children) {
      if (part.type === 'string_content') parts.push({ kind: 'literal', value: contentOf(lowering.textOf(part), spelling, true), range: lowering.range(part) });
      else if (part.type !== 'string_start' && part.type !== 'string_end') {
        interpolates = true;
        interpolation(lowering, part, parts);
      }
    }
  }
  const range = lowering.range(node);
  if (interpolates) return { kind: 'text', parts, range };
  const value = parts.map((part) => (part.kind === 'literal' ? part.value : '')).join('');
  return bytes ? { kind: 'literal', value, bytes: true, range } : { kind: 'literal', value, range };
}

/** The value, then what its format is computed from: `{x:>{width}}`. */
function interpolation(lowering: Lowering, node: ConcreteNode, into: Expr[]): void {
  const value = child(node, 'expression');
  into.push(lowerExprOr(lowering, value, node));
  const format = child(node, 'format_specifier') ?? childOfType(node, 'format_specifier');
  for (const nested of format?.children ?? []) if (nested.type === 'format_expression') into.push(lowerExprOr(lowering, child(nested, 'expression'), nested));
}
