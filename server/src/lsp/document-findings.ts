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
  #shown: readonly ShownFinding[] = [];
  #path = '';
  #wasScanned = false;

  get shown(): readonly ShownFinding[] {
    return this.#shown;
  }

  /** Takes the findings of a new version. `module` is the file as it was read for them. */
  update(path: string, findings: readonly Finding[], module: Module | undefined): void {
    const regions = module === undefined ? [] : regionsAround(module);
    const unreadable = (finding: Finding): boolean => placesIn(path, finding).some((place) => regions.some((region) => touches(region, place.range)));
    const fresh = findings.map((finding) => ({ finding, kept: false }));

    if (regions.length === 0 || !this.#wasScanned) this.#shown = fresh;
    else {
      const kept = this.#shown.filter(({ finding }) => unreadable(finding)).map(({ finding }) => ({ finding, kept: true }));
      this.#shown = [...fresh.filter(({ finding }) => !unreadable(finding)), ...kept].sort(byPlace);
    }
    this.#path = path;
    this.#wasScanned = true;
  }

  /** Moves everything shown along with an edit; what the edit removed goes. */
  shift(edit: TextChange): void {
    this.#shown = this.#shown.flatMap(({ finding, kept }) => {
      const at = moved(finding.at.range, edit);
      if (at === undefined) return [];
      const place = (old: Place): Place => (old.path === this.#path ? { path: old.path, range: moved(old.range, edit) ?? at } : old);
      return {
        kept,
        finding: {
          ...finding,
          at: { path: finding.at.path, range: at },
          because: finding.because.map((step) => ({ ...step, at: place(step.at) })),
          endpoints: finding.endpoints.map(place),
        },
      };
    });
  }
}

/** Whole statements of the file's top level, since a region that cannot be read takes away from everything around it. */
function regionsAround(module: Module): Range[] {
  const statements = module.functions[0]?.body ?? [];
  return module.unreadable.flatMap((hole) => {
    const around = [hole, ...statements.map((statement) => statement.range).filter((range) => touches(range, hole))];
    return { start: Math.min(...around.map((range) => range.start)), end: Math.max(...around.map((range) => range.end)) };
  });
}

/** A finding depends on where it stands and on the endpoints it speaks of. */
function placesIn(path: string, finding: Finding): readonly Place[] {
  return [finding.at, ...finding.endpoints].filter((place) => place.path === path);
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
