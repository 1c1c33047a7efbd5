/** Small questions about compiler nodes that several files ask. */
import { ts } from './compiler.js';

/** Without parentheses, assertions and type arguments, none of which change a value. */
export function skipWrappers(node: ts.Node): ts.Node {
  let at = node;
  while (
    at.kind === ts.SyntaxKind.ParenthesizedExpression ||
    at.kind === ts.SyntaxKind.AsExpression ||
    at.kind === ts.SyntaxKind.SatisfiesExpression ||
    at.kind === ts.SyntaxKind.NonNullExpression ||
    at.kind === ts.SyntaxKind.TypeAssertionExpression ||
    at.kind === ts.SyntaxKind.ExpressionWithTypeArguments
  )
    at = (at as ts.ParenthesizedExpression).expression;
  return at;
}

export function hasModifier(node: { readonly modifiers?: readonly ts.ModifierLike[] }, kind: ts.SyntaxKind): boolean {
  if (node.modifiers === undefined) return false;
  for (const modifier of node.modifiers) if (modifier.kind === kind) return true;
  return false;
}

/** What the parser complained of; the compiler keeps it on the file without saying so in its types. */
export function errorsOf(sourceFile: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (sourceFile as ts.SourceFile & { readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ?? [];
}
