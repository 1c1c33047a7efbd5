/**
 * The top-level statements of a file, from one version to the next. What is typed inside one statement is parsed with that
 * statement alone; whatever could make the parser see another boundary than before goes through the tree of the whole file.
 */
import type { TextChange } from '../front-end.js';
import type { TopLevelPiece } from '../regions.js';
import { ts } from './compiler.js';
import { errorsOf } from './nodes.js';
import { parseStatement } from './parse.js';

export interface PlacedStatement extends TopLevelPiece {
  readonly key: ts.Statement;
  readonly end: number;
  /** The tree that it is of, and where it begins in that. */
  readonly tree: ts.SourceFile;
  readonly origin: number;
}

export function piecesOf(tree: ts.SourceFile): PlacedStatement[] {
  return tree.statements.map((key) => ({ key, start: key.pos, end: key.end, tree, origin: key.pos }));
}

/** The pieces of `text`, which one change made of the version before; undefined when they cannot be told without the whole. */
export function piecesAfter(path: string, pieces: readonly PlacedStatement[], text: string, change: TextChange): PlacedStatement[] | undefined {
  const index = pieces.findIndex(({ start, end }) => start <= change.start && change.end <= end);
  const before = pieces[index];
  if (before === undefined || before.key.kind === ts.SyntaxKind.ImportDeclaration) return undefined;
  const by = change.text.length - (change.end - change.start);
  const end = before.end + by;
  if (change.end >= before.end || change.start <= endOfFirstWord(text, before) || !isBoundary(text, end)) return undefined;
  const tree = parseStatement(path, text.slice(before.start, end), ts.isExternalModule(before.tree));
  const [key, ...others] = tree?.statements ?? [];
  if (tree === undefined || key === undefined || others.length > 0) return undefined;
  if (key.kind !== before.key.kind || key.end !== end - before.start || errorsOf(tree).length > 0) return undefined;
  return pieces.map((piece, at) => {
    if (at < index) return piece;
    return at === index ? { key, start: before.start, end, tree, origin: 0 } : { ...piece, start: piece.start + by, end: piece.end + by };
  });
}

/** What a statement begins with says what it is, and whether it belongs to the one before. */
function endOfFirstWord(text: string, { key, start, origin, tree }: PlacedStatement): number {
  word.lastIndex = start + key.getStart(tree) - origin;
  return word.test(text) ? word.lastIndex : text.length;
}

const word = /[\w$]+|./suy;

/** True when the statement that ends here has ended whatever is in it: what follows can only begin another. */
function isBoundary(text: string, end: number): boolean {
  if (text.charCodeAt(end - 1) === 59 /* ; */) return true;
  beginning.lastIndex = end;
  return beginning.test(text);
}

const beginning = /(?:\s|\/\/[^\n]*\n|\/\*[^*]*\*\/)*(?:$|(?!(?:in|of|instanceof|as|satisfies|else|while|catch|finally)\b)[\w$@{'"])/uy;
