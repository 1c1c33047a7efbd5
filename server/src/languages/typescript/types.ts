/** Annotations, as far as they are a plain name. Types are for the reader of the code; nothing is checked. */
import type { Expr } from '../../ir/model.js';
import { ts } from './compiler.js';
import type { Lowering } from './lower.js';

const K = ts.SyntaxKind;

/** `RawBodyRequest<Request>` is `RawBodyRequest`, `Buffer | null` is `Buffer`, `string` is `string`; null for all that has no one name. */
export function typeNameOf(node: ts.TypeNode, to: Lowering): Expr | null {
  switch (node.kind) {
    case K.TypeReference:
      return entityName((node as ts.TypeReferenceNode).typeName, to, 0);
    case K.StringKeyword:
    case K.NumberKeyword:
    case K.BooleanKeyword: {
      const range = to.range(node);
      return { kind: 'name', name: to.textOf(range), binding: null, range };
    }
    case K.ParenthesizedType:
    case K.OptionalType:
      return typeNameOf((node as ts.ParenthesizedTypeNode | ts.OptionalTypeNode).type, to);
    case K.UnionType: {
      const others = (node as ts.UnionTypeNode).types.filter((type) => !isNothing(type));
      const [only] = others;
      return others.length === 1 && only ? typeNameOf(only, to) : null;
    }
    case K.ImportType: {
      const { argument, qualifier } = node as ts.ImportTypeNode;
      const specifier = argument.kind === K.LiteralType ? (argument as ts.LiteralTypeNode).literal : undefined;
      if (!specifier || !ts.isStringLiteral(specifier) || (qualifier && qualifier.kind !== K.Identifier)) return null;
      return {
        kind: 'module',
        module: specifier.text.replace(/^node:/, ''),
        imported: qualifier ? (qualifier as ts.Identifier).text : null,
        typeOnly: true,
        range: to.range(node),
      };
    }
    default:
      return null;
  }
}

function isNothing(type: ts.TypeNode): boolean {
  return (
    type.kind === K.UndefinedKeyword ||
    type.kind === K.VoidKeyword ||
    (type.kind === K.LiteralType && (type as ts.LiteralTypeNode).literal.kind === K.NullKeyword)
  );
}

export function entityName(node: ts.EntityName, to: Lowering, depth: number): Expr | null {
  const range = to.range(node);
  if (node.kind === K.Identifier) return node.text === '' ? null : { kind: 'name', name: node.text, binding: null, range };
  const object = depth < 20 ? entityName(node.left, to, depth + 1) : null;
  return object && { kind: 'member', object, property: node.right.text, optional: false, propertyRange: to.range(node.right), range };
}
