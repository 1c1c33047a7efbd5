/** What changed between two versions of a text, as the fewest whole lines: several repairs become one edit that shows what it changes. */
import type { TextEdit } from '../languages/writer.js';

/** Beyond this many lines on both sides of a change, what lies between the first and the last of it is one piece. */
const most = 2000;

export function hunksBetween(before: string, after: string): TextEdit[] {
  const old = linesOf(before);
  const now = linesOf(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let same = 0;
  while (same < old.length - start && same < now.length - start && old[old.length - 1 - same] === now[now.length - 1 - same]) same++;
  const left = old.slice(start, old.length - same);
  const right = now.slice(start, now.length - same);
  if (left.length === 0 && right.length === 0) return [];
  let offset = old.slice(0, start).join('').length;
  if (left.length > most || right.length > most) return [{ range: { start: offset, end: offset + left.join('').length }, text: right.join('') }];

  const edits: { range: { start: number; end: number }; text: string }[] = [];
  for (const { kind, line } of alignment(left, right)) {
    const last = edits.at(-1);
    const open = last !== undefined && last.range.end === offset ? last : undefined;
    if (kind === 'kept') offset += line.length;
    else if (kind === 'gone') {
      if (open) open.range.end += line.length;
      else edits.push({ range: { start: offset, end: offset + line.length }, text: '' });
      offset += line.length;
    } else if (open) open.text += line;
    else edits.push({ range: { start: offset, end: offset }, text: line });
  }
  return edits;
}

/** Each with its line break. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

interface Step {
  readonly kind: 'kept' | 'gone' | 'come';
  readonly line: string;
}

/** By the longest common run of lines; what goes stands in front of what comes. */
function alignment(left: readonly string[], right: readonly string[]): Step[] {
  const width = right.length + 1;
  const common = new Uint16Array((left.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      common[row * width + column] = left[row] === right[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const steps: Step[] = [];
  for (let row = 0, column = 0; row < left.length || column < right.length; ) {
    const [gone, come] = [left[row], right[column]];
    if (gone !== undefined && gone === come) {
      steps.push({ kind: 'kept', line: gone });
      row++;
      column++;
    } else if (gone !== undefined && (come === undefined || at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ kind: 'gone', line: gone });
      row++;
    } else {
      steps.push({ kind: 'come', line: come ?? '' });
      column++;
    }
  }
  return steps;
}
