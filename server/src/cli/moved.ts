/** Which findings a repair leaves as they were, wherever they stand now, which are gone and which have come. */
import type { Finding, Place } from '../analysis/finding.js';
import type { Range } from '../ir/model.js';
import type { RemedyEdit } from '../remedies/index.js';

export interface Comparison {
  readonly gone: readonly Finding[];
  readonly come: readonly Finding[];
}

/** The same rule and variant at the place that the edits moved it to are the same finding, whatever text it quotes. */
export function compared(before: readonly Finding[], after: readonly Finding[], edits: readonly RemedyEdit[]): Comparison {
  const left = before.map((finding) => ({ finding, at: movedPlace(finding.at, edits) }));
  const take = (finding: Finding, fits: (at: Place) => boolean): boolean => {
    const found = left.findIndex((each) => each.finding.rule === finding.rule && each.finding.variant === finding.variant && fits(each.at));
    if (found >= 0) left.splice(found, 1);
    return found >= 0;
  };
  const elsewhere = after.filter((finding) => !take(finding, (at) => at.path === finding.at.path && at.range.start === finding.at.range.start));
  const come = elsewhere.filter((finding) => !take(finding, (at) => at.path === finding.at.path && meet(at.range, finding.at.range)));
  return { gone: left.map((each) => each.finding), come };
}

function movedPlace({ path, range }: Place, edits: readonly RemedyEdit[]): Place {
  const own = edits.filter((edit) => edit.path === path);
  return { path, range: { start: movedOffset(range.start, own, 'start'), end: movedOffset(range.end, own, 'end') } };
}

/** A place inside replaced text becomes all of what stands there now. */
function movedOffset(offset: number, edits: readonly RemedyEdit[], side: 'start' | 'end'): number {
  let moved = offset;
  for (const { range, text } of edits) {
    const shift = text.length - (range.end - range.start);
    if (range.end <= offset && !(side === 'end' && range.start === range.end && range.start === offset)) moved += shift;
    else if (range.start < offset && offset < range.end) moved += side === 'start' ? range.start - offset : range.start + text.length - offset;
  }
  return moved;
}

function meet(left: Range, right: Range): boolean {
  return left.start <= right.end && right.start <= left.end;
}
