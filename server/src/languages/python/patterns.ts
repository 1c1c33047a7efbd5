/** Targets of assignments, loops, `with` and comprehensions, and parameters. */
import type { Expr, Param, Pattern } from '../../ir/model.js';
import type { ConcreteNode } from './concrete.js';
import { lowerExpr, lowerExprOr } from './expressions.js';
import { child, DEEPEST, type Lowering, named } from './lowering.js';

/** `declares` is what a plain name in the target declares, unless `global` or `nonlocal` says that it is somebody else's. */
export function lowerPattern(lowering: Lowering, node: ConcreteNode, declares: 'block' | 'function'): Pattern {
  const range = lowering.range(node);
  switch (node.type) {
    case 'identifier':
      return bindName(lowering, node, declares);
    case 'attribute':
    case 'subscript': {
      const expr = lowerExpr(lowering, node);
      return expr.kind === 'member' || expr.kind === 'index' ? { kind: 'place', expr, range } : nothing(lowering, node);
    }
    case 'tuple_pattern':
    case 'tuple':
    case 'parenthesized_expression': {
      const [only] = node.children;
      if (node.children.length === 1 && only && isInParentheses(lowering, node, only)) return nested(lowering, only, declares);
      return lowerItems(lowering, node, declares);
    }
    case 'pattern_list':
    case 'list_pattern':
    case 'expression_list':
    case 'list':
      return lowerItems(lowering, node, declares);
    case 'as_pattern_target':
    case 'list_splat_pattern':
    case 'list_splat': {
      const [inner] = named(node);
      return inner ? nested(lowering, inner, declares) : nothing(lowering, node);
    }
    default:
      return nothing(lowering, node);
  }
}

export function lowerParams(lowering: Lowering, list: ConcreteNode | undefined): Param[] {
  return named(list ?? noParameters).flatMap((node) => lowerParam(lowering, node) ?? []);
}

const noParameters: ConcreteNode = { type: 'parameters', field: null, start: 0, end: 0, named: true, children: [] };

function lowerParam(lowering: Lowering, node: ConcreteNode): Param | undefined {
  switch (node.type) {
    case 'identifier':
    case 'tuple_pattern':
    case 'list_splat_pattern':
    case 'dictionary_splat_pattern':
      return paramOf(lowering, node, node, null, undefined);
    case 'default_parameter':
    case 'typed_default_parameter':
      return paramOf(lowering, node, child(node, 'name'), lowerExprOr(lowering, child(node, 'value'), node), child(node, 'type'));
    case 'typed_parameter':
      return paramOf(
        lowering,
        node,
        named(node).find((part) => part.field !== 'type'),
        null,
        child(node, 'type'),
      );
    default:
      return undefined;
  }
}

function paramOf(
  lowering: Lowering,
  node: ConcreteNode,
  target: ConcreteNode | undefined,
  fallback: Expr | null,
  type: ConcreteNode | undefined,
): Param | undefined {
  if (target === undefined) return undefined;
  const rest = target.type === 'list_splat_pattern' ? 'list' : target.type === 'dictionary_splat_pattern' ? 'record' : null;
  const inner = rest ? named(target)[0] : target;
  if (inner === undefined) return undefined;
  return {
    pattern: lowerPattern(lowering, inner, 'function'),
    fallback,
    rest,
    decorators: [],
    type: type ? lowerType(lowering, type) : null,
    range: lowering.range(node),
  };
}

/**
 * An annotation that names one thing: `Request`, `flask.Request`, the same quoted, optional (`X | None`, `Optional[X]`) or
 * annotated (`Annotated[X, ...]`). Null for anything more.
 */
export function lowerType(lowering: Lowering, node: ConcreteNode): Expr | null {
  switch (node.type) {
    case 'type':
      return node.children.length === 1 && node.children[0] ? lowerType(lowering, node.children[0]) : null;
    case 'identifier':
      return lowerExpr(lowering, node);
    case 'attribute': {
      const object = child(node, 'object');
      return object && lowerType(lowering, object) ? lowerExpr(lowering, node) : null;
    }
    case 'string':
      return quotedType(lowering, node);
    case 'binary_operator':
    case 'union_type': {
      const others = named(node).filter((part) => !isNone(part));
      return others.length === 1 && others[0] ? lowerType(lowering, others[0]) : null;
    }
    case 'generic_type':
    case 'subscript': {
      const [name, first] = named(node);
      if (!name || !first || !/(?:^|\.)(?:Optional|Annotated)$/.test(lowering.textOf(name))) return null;
      const inner = first.type === 'type_parameter' ? named(first)[0] : first;
      return inner ? lowerType(lowering, inner) : null;
    }
    default:
      return null;
  }
}

function isNone(node: ConcreteNode): boolean {
  return node.type === 'none' || (node.type === 'type' && node.children.length === 1 && node.children[0]?.type === 'none');
}

/** A forward reference: `"models.Delivery"`. */
function quotedType(lowering: Lowering, node: ConcreteNode): Expr | null {
  const [, name] = /^["']([A-Za-z_][\w.]*\w|[A-Za-z_])["']$/.exec(lowering.textOf(node)) ?? [];
  if (name === undefined) return null;
  let at = node.start + 1;
  let whole: Expr | null = null;
  for (const property of name.split('.')) {
    const propertyRange = lowering.rangeFrom(at, at + property.length);
    if (whole === null) whole = { kind: 'name', name: property, binding: null, range: propertyRange };
    else whole = { kind: 'member', object: whole, property, optional: false, propertyRange, range: lowering.span(whole.range.start, propertyRange.end) };
    at += property.length + 1;
  }
  return whole;
}

export function bindName(lowering: Lowering, node: ConcreteNode, declares: 'block' | 'function'): Pattern {
  const name = lowering.textOf(node);
  const isOuter = declares === 'function' && lowering.frame.outerNames.has(name);
  return { kind: 'bind', name, declares: isOuter ? null : declares, binding: null, range: lowering.range(node) };
}

function lowerItems(lowering: Lowering, node: ConcreteNode, declares: 'block' | 'function'): Pattern {
  const items: (Pattern | null)[] = [];
  let rest: Pattern | null = null;
  const parts = named(node);
  for (const [index, part] of parts.entries()) {
    const isSplat = part.type === 'list_splat_pattern' || part.type === 'list_splat';
    if (!isSplat) {
      // What stands behind a splat is counted from the end; only its names are kept.
      const item = nested(lowering, part, declares);
      if (rest === null) items.push(item);
      else rest = { kind: 'items', items: [rest, item], rest: null, range: lowering.range(node) };
    } else rest = nested(lowering, part, declares);
    if (index > 1000) break;
  }
  return { kind: 'items', items, rest, range: lowering.range(node) };
}

function nested(lowering: Lowering, node: ConcreteNode, declares: 'block' | 'function'): Pattern {
  if (lowering.depth >= DEEPEST) return nothing(lowering, node);
  lowering.depth += 1;
  const pattern = lowerPattern(lowering, node, declares);
  lowering.depth -= 1;
  return pattern;
}

/** A target that broken code left without a meaning. */
function nothing(lowering: Lowering, node: ConcreteNode): Pattern {
  return { kind: 'items', items: [], rest: null, range: lowering.range(node) };
}

/** `(x) = 1` against `(x,) = 1`. */
function isInParentheses(lowering: Lowering, node: ConcreteNode, only: ConcreteNode): boolean {
  return !lowering.textBetween(only.end, node.end).includes(',');
}
