/**
 * What is shown for one document, across versions of it.
 *
 * While somebody types, a region often cannot be read for a moment. What was last found there stays, moved along with the
 * text, instead of vanishing and coming back; and what a half-read region seems to lack is not reported.
 */
import type { Finding, Place } from '../analysis/finding.js';
import type { Module, Range } from '../ir/model.js';
import type { TextChange } from '../languages/front-end.js';

export interface ShownFinding {
  readonly finding: Finding;
  /** Found in an earlier version: its place was moved, the facts of its remedies were not. */
  readonly kept: boolean;
}

export class DocumentFindings {
  readonly #path: string;
  #shown: readonly ShownFinding[] = [];
  #wasScanned = false;

  constructor(path: string) {
    this.#path = path;
  }

  get shown(): readonly ShownFinding[] {
    return this.#shown;
  }

  /**
   * Takes the findings of a new version. `module` is the file as it was read for them. A finding depends on where it stands, on
   * the endpoints it speaks of and, to be found at all, on what it was concluded from.
   */
  update(fresh: readonly ShownFinding[], module: Module | undefined): void {
    const regions = module === undefined ? [] : regionsAround(module);
    const isBroken = (place: Place): boolean => place.path === this.#path && regions.some((region) => touches(region, place.range));
    const stands = ({ finding }: ShownFinding): boolean => [finding.at, ...finding.endpoints].some(isBroken);
    const rests = ({ finding }: ShownFinding): boolean => finding.because.some((step) => isBroken(step.at));

    if (regions.length === 0 || !this.#wasScanned) this.#shown = fresh;
    else {
      const readable = fresh.filter((each) => !stands(each));
      const kept = this.#shown.filter((each) => stands(each) || (rests(each) && !readable.some((other) => isSame(each, other))));
      const others = readable.filter((each) => !kept.some((other) => isSame(each, other)));
      this.#shown = [...others, ...kept.map(({ finding }) => ({ finding, kept: true }))].sort(byPlace);
    }
    this.#wasScanned = true;
  }

  shift(edit: TextChange): void {
    this.#shown = moveAlong(this.#shown, this.#path, edit);
  }
}

/** Moves findings along with an edit of a file; what the edit removed goes. */
export function moveAlong(shown: readonly ShownFinding[], path: string, edit: TextChange): readonly ShownFinding[] {
  const move = (place: Place): Place | undefined => {
    if (place.path !== path) return place;
    const range = moved(place.range, edit);
    return range && { path, range };
  };
  return shown.flatMap(({ finding }) => {
    const at = move(finding.at);
    if (at === undefined) return [];
    const because = finding.because.flatMap((step) => {
      const place = move(step.at);
      return place === undefined ? [] : { ...step, at: place };
    });
    return { kept: true, finding: { ...finding, at, because, endpoints: finding.endpoints.flatMap((place) => move(place) ?? []) } };
  });
}

/** Whole statements of the file's top level, since a region that cannot be read takes away from everything around it. */
function regionsAround(module: Module): Range[] {
  const statements = module.functions[0]?.body ?? [];
  return module.unreadable.flatMap((hole) => {
    const around = [hole, ...statements.map((statement) => statement.range).filter((range) => touches(range, hole))];
    return { start: Math.min(...around.map((range) => range.start)), end: Math.max(...around.map((range) => range.end)) };
  });
}

function isSame({ finding: left }: ShownFinding, { finding: right }: ShownFinding): boolean {
  return left.rule === right.rule && left.at.path === right.at.path && left.at.range.start === right.at.range.start;
}

function touches(left: Range, right: Range): boolean {
  return left.start <= right.end && right.start <= left.end;
}

function moved(range: Range, edit: TextChange): Range | undefined {
  const by = edit.text.length - (edit.end - edit.start);
  if (edit.end <= range.start) return { start: range.start + by, end: range.end + by };
  if (edit.start >= range.end) return range;
  if (edit.start <= range.start && edit.end >= range.end) return undefined;
  const start = edit.start < range.start ? edit.start + edit.text.length : range.start;
  const end = edit.end > range.end ? edit.start : range.end + by;
  return end > start ? { start, end } : undefined;
}

function byPlace(left: ShownFinding, right: ShownFinding): number {
  return left.finding.at.range.start - right.finding.at.range.start;
}
