/** Which statements a syntax error spoils. */
import type { Range } from '../../ir/model.js';
import { ts } from './compiler.js';
import { errorsOf } from './nodes.js';

/** The innermost statements of function bodies (or of the file) that hold an error, merged and in order. */
export function unreadableRanges(sourceFile: ts.SourceFile): Range[] {
  const errors = errorsOf(sourceFile);
  if (errors.length === 0) return [];
  const length = sourceFile.text.length;
  // A file with hundreds of errors is no TypeScript at all.
  if (errors.length > maxErrors) return [{ start: 0, end: length }];
  const ranges = errors.map(({ start, length: extent }) => {
    const at = Math.min(Math.max(0, start), length);
    const spoilt = spoiltStatement(sourceFile, at);
    const end = Math.min(length, at + Math.max(1, extent));
    return spoilt ? { start: Math.min(spoilt.start, at), end: Math.max(spoilt.end, end) } : { start: Math.min(at, end), end };
  });
  return merged(ranges);
}

const maxErrors = 200;
const maxSteps = 2000;

/**
 * Goes down from the file to the position, and remembers the last statement of a function's body that it passed. What ends
 * too early (a brace is missing) is complained of at the end of the file, and spoils all of its last statement.
 */
function spoiltStatement(sourceFile: ts.SourceFile, position: number): Range | undefined {
  const last = sourceFile.statements[sourceFile.statements.length - 1];
  if (last && position >= sourceFile.endOfFileToken.end) return { start: Math.min(last.getStart(sourceFile), last.end), end: last.end };
  let spoilt: Range | undefined;
  let at: ts.Node | undefined = sourceFile;
  let isFunctionBody = true;
  for (let steps = 0; at !== undefined && steps < maxSteps; steps += 1) {
    // The first child that reaches the position: an error behind a statement's last token is that statement's.
    let before: ts.Node | undefined;
    const inner: ts.Node | undefined = at.forEachChild((child) => {
      if (child.pos <= position && position <= child.end && child.end > child.pos) return child;
      before = child;
      return undefined;
    });
    if (inner === undefined) break;
    if (isFunctionBody && (at.kind === ts.SyntaxKind.Block || at.kind === ts.SyntaxKind.SourceFile)) {
      const first = before !== undefined && position <= inner.getStart(sourceFile) && isOpen(before, sourceFile) ? before : inner;
      if (inner.kind !== ts.SyntaxKind.EndOfFileToken) spoilt = { start: Math.min(first.getStart(sourceFile), inner.end), end: inner.end };
    }
    isFunctionBody = ts.isFunctionLike(at) && inner.kind === ts.SyntaxKind.Block;
    at = inner;
  }
  return spoilt;
}

/** A class without its last brace takes in statements until one cannot be a member; that one is complained of. */
function isOpen(node: ts.Node, sourceFile: ts.SourceFile): boolean {
  return ts.isClassLike(node) && sourceFile.text.charCodeAt(node.end - 1) !== 125 /* } */;
}

function merged(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result[result.length - 1];
    if (last && range.start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else result.push(range);
  }
  return result;
}
