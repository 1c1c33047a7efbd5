/** Comments that speak to us. */
import type { MarkedComment } from '../../ir/model.js';
import { ts } from './compiler.js';

const mark = 'webhookproof';

/** Whether there may be such comments. */
export function speaksToUs(text: string): boolean {
  return text.includes(mark);
}

/** The comments that mention `webhookproof`, in order; the word in code and in strings is none. */
export function markedComments(sourceFile: ts.SourceFile): MarkedComment[] {
  const { text } = sourceFile;
  const comments: MarkedComment[] = [];
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) {
    const last = comments[comments.length - 1];
    if (last && at < last.range.end) continue;
    const comment = commentAt(sourceFile, at);
    if (comment) comments.push(comment);
  }
  return comments;
}

/** Between the nodes there are only signs, keywords, blanks and comments, which the scanner can tell apart without the parser. */
function commentAt(sourceFile: ts.SourceFile, position: number): MarkedComment | undefined {
  const { text } = sourceFile;
  const from = gapBefore(sourceFile, position);
  if (from === undefined) return undefined;
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text, undefined, from, text.length - from);
  for (;;) {
    const kind = scanner.scan();
    const end = scanner.getTokenEnd();
    if (end > position || kind === ts.SyntaxKind.EndOfFileToken) {
      if (kind !== ts.SyntaxKind.SingleLineCommentTrivia && kind !== ts.SyntaxKind.MultiLineCommentTrivia) return undefined;
      const range = { start: scanner.getTokenStart(), end };
      return range.start <= position ? { text: text.slice(range.start, range.end), range } : undefined;
    }
  }
}

/** Where the gap between nodes begins in which the position lies; undefined inside a token. */
function gapBefore(sourceFile: ts.SourceFile, position: number): number | undefined {
  let from = 0;
  let at: ts.Node | undefined = sourceFile;
  while (at !== undefined) {
    let inner: ts.Node | undefined;
    at.forEachChild((child) => {
      if (child.end <= position) from = Math.max(from, child.end);
      else if (child.pos <= position && inner === undefined) inner = child;
    });
    if (inner === undefined) return isToken(at) && position >= at.getStart(sourceFile) ? undefined : from;
    from = Math.max(from, inner.pos);
    at = inner;
  }
  return from;
}

/** Nodes without children that are more than the trivia before them. */
function isToken(node: ts.Node): boolean {
  return node.kind <= ts.SyntaxKind.LastToken;
}
