/** What assignments, declarations and parameters give values to. */
import type { Expr, FieldPattern, Pattern } from '../../ir/model.js';
import { ts } from './compiler.js';
import type { Lowering } from './lower.js';
import { skipWrappers } from './nodes.js';

const K = ts.SyntaxKind;

type Declares = 'block' | 'function' | null;

/** A declared name or a destructuring declaration. */
export function patternOf(node: ts.BindingName, declares: Declares, to: Lowering): Pattern {
  if (node.kind === K.Identifier) return { kind: 'bind', name: node.text, declares, binding: null, range: to.range(node) };
  const slots: Slot[] = node.elements.map((element) => {
    if (element.kind === K.OmittedExpression) return { key: null, target: null, fallback: null, isRest: false };
    return {
      key: element.propertyName ? keyOf(element.propertyName) : nameOf(element.name),
      target: patternOf(element.name, declares, to),
      fallback: element.initializer && !element.dotDotDotToken ? to.named(element.initializer, element.name) : null,
      isRest: element.dotDotDotToken !== undefined,
    };
  });
  return assembled(node.kind === K.ArrayBindingPattern, slots, node, to);
}

/** The left side of an assignment; null when nothing can be assigned there. */
export function targetOf(node: ts.Node, to: Lowering): Pattern | null {
  const place = skipWrappers(node);
  switch (place.kind) {
    case K.Identifier: {
      const { text } = place as ts.Identifier;
      return text === '' ? null : { kind: 'bind', name: text, declares: null, binding: null, range: to.range(place) };
    }
    case K.PropertyAccessExpression:
    case K.ElementAccessExpression: {
      const expr = to.expr(place);
      return expr.kind === 'member' || expr.kind === 'index' ? { kind: 'place', expr, range: expr.range } : null;
    }
    case K.ObjectLiteralExpression:
      return assembled(
        false,
        (place as ts.ObjectLiteralExpression).properties.flatMap((property) => propertySlot(property, to)),
        place,
        to,
      );
    case K.ArrayLiteralExpression:
      return assembled(
        true,
        (place as ts.ArrayLiteralExpression).elements.map((element) => {
          if (element.kind === K.SpreadElement)
            return { key: null, target: targetOf((element as ts.SpreadElement).expression, to), fallback: null, isRest: true };
          return { key: null, ...withFallback(element, to), isRest: false };
        }),
        place,
        to,
      );
    default:
      return null;
  }
}

/** A chain of names: reading it twice costs nothing and does nothing. */
export function isPlainPlace(node: ts.Node): boolean {
  let place = skipWrappers(node);
  for (;;) {
    if (place.kind === K.Identifier || place.kind === K.ThisKeyword) return true;
    if (place.kind === K.ElementAccessExpression) {
      const { kind } = skipWrappers((place as ts.ElementAccessExpression).argumentExpression);
      if (kind !== K.Identifier && kind !== K.StringLiteral && kind !== K.NumericLiteral) return false;
    } else if (place.kind !== K.PropertyAccessExpression) return false;
    place = skipWrappers((place as ts.PropertyAccessExpression | ts.ElementAccessExpression).expression);
  }
}

interface Slot {
  readonly key: string | null;
  readonly target: Pattern | null;
  readonly fallback: Expr | null;
  readonly isRest: boolean;
}

function assembled(isList: boolean, slots: readonly Slot[], node: ts.Node, to: Lowering): Pattern {
  const range = to.range(node);
  const rest = slots.find((slot) => slot.isRest)?.target ?? null;
  const taken = slots.filter((slot) => !slot.isRest);
  // An item with a default is read like a field of that number: items have no defaults.
  if (isList && !taken.some((slot) => slot.fallback)) return { kind: 'items', items: taken.map((slot) => slot.target), rest, range };
  const fields: FieldPattern[] = [];
  taken.forEach((slot, position) => {
    if (slot.target) fields.push({ key: isList ? String(position) : slot.key, target: slot.target, fallback: slot.fallback });
  });
  return { kind: 'fields', fields, rest, range };
}

function propertySlot(node: ts.ObjectLiteralElementLike, to: Lowering): Slot[] {
  switch (node.kind) {
    case K.ShorthandPropertyAssignment: {
      const target = targetOf(node.name, to);
      const fallback = node.objectAssignmentInitializer && target ? to.named(node.objectAssignmentInitializer, node.name) : null;
      return [{ key: node.name.text, target, fallback, isRest: false }];
    }
    case K.PropertyAssignment:
      return [{ key: keyOf(node.name), ...withFallback(node.initializer, to), isRest: false }];
    case K.SpreadAssignment:
      return [{ key: null, target: targetOf(node.expression, to), fallback: null, isRest: true }];
    default:
      return [];
  }
}

function withFallback(node: ts.Expression, to: Lowering): { target: Pattern | null; fallback: Expr | null } {
  if (node.kind === K.OmittedExpression) return { target: null, fallback: null };
  const value = skipWrappers(node);
  if (value.kind === K.BinaryExpression && (value as ts.BinaryExpression).operatorToken.kind === K.EqualsToken) {
    const { left, right } = value as ts.BinaryExpression;
    const target = targetOf(left, to);
    return { target, fallback: target ? to.named(right, left) : null };
  }
  return { target: targetOf(value, to), fallback: null };
}

function keyOf(name: ts.PropertyName): string | null {
  if (name.kind !== K.ComputedPropertyName) return name.text;
  const inner = skipWrappers(name.expression);
  return ts.isStringLiteralLike(inner) ? inner.text : null;
}

function nameOf(name: ts.BindingName): string | null {
  return name.kind === K.Identifier ? name.text : null;
}
