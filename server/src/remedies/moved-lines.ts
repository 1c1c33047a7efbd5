/** The user's own lines on their way to another indentation, with small changes made inside of them. */
import type { Module, Range } from '../ir/model.js';
import { isBlank } from '../languages/text-style.js';
import type { KeptLine, TextEdit } from '../languages/writer.js';
import { decline } from './decline.js';

/** The lines of `range`, which begins behind the indentation of its first line, as far as they are indented below `indent`. */
export function movedLines(module: Module, text: string, range: Range, indent: string, changes: readonly TextEdit[]): KeptLine[] {
  const marks = fixedLines(module, text, range).map((at): TextEdit => ({ range: { start: at, end: at }, text: FIXED }));
  const [first = '', ...rest] = withEdits(text, range, [...changes, ...marks]).split(/\r?\n/);
  return [
    { text: first, isFixed: false },
    ...rest.map((line): KeptLine => {
      if (line.startsWith(FIXED)) return { text: line.slice(FIXED.length), isFixed: true };
      if (!isBlank(line) && !line.startsWith(indent)) decline('The lines of the work are indented in different ways.');
      return { text: line.slice(indent.length), isFixed: false };
    }),
  ];
}

const FIXED = '\u0000';

/** Where lines begin inside of a text that spans several. */
function fixedLines(module: Module, text: string, range: Range): number[] {
  const found = new Set<number>();
  const waiting: unknown[] = module.functions.filter((fn) => fn.form !== 'module' && fn.range.start < range.end && fn.range.end > range.start);
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) waiting.push(...(next as unknown[]));
    if (typeof next !== 'object' || next === null || Array.isArray(next)) continue;
    if ('kind' in next && 'range' in next && mayHoldText(next.kind)) {
      const { start, end } = next.range as Range;
      if (next.kind !== 'opaque' || /`|'''|"""/.test(text.slice(start, end)))
        for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1))
          if (at >= range.start && at < range.end) found.add(at + 1);
    }
    waiting.push(...Object.values(next));
  }
  return [...found];
}

function mayHoldText(kind: unknown): boolean {
  return kind === 'literal' || kind === 'text' || kind === 'opaque';
}

function withEdits(text: string, range: Range, edits: readonly TextEdit[]): string {
  let result = '';
  let at = range.start;
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    if (edit.range.start < at || edit.range.end > range.end) decline('Two parts of this repair meet in one expression.');
    result += text.slice(at, edit.range.start) + edit.text;
    at = edit.range.end;
  }
  return result + text.slice(at, range.end);
}
