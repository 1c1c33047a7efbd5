/**
 * Findings that stand in another file than the one whose scan brought them to light: a helper's fault is told where it is
 * written, and only the handlers that use the helper show that it is one.
 */
import type { Finding } from '../analysis/finding.js';
import type { TextChange } from '../languages/front-end.js';
import { moveAlong, type ShownFinding } from './document-findings.js';

/** Of one workspace. */
export class Elsewhere {
  /** By the scanned file. */
  readonly #found = new Map<string, readonly ShownFinding[]>();
  /** Grows when something was put in that says something else than before. */
  revision = 0;

  /** The paths for which something else is to be shown now. */
  put(source: string, findings: readonly Finding[]): readonly string[] {
    const before = this.#found.get(source) ?? [];
    if (before.length === 0 && findings.length === 0) return [];
    const now = findings.map((finding) => ({ finding, kept: false }));
    if (JSON.stringify(now) === JSON.stringify(before)) return [];
    if (now.length === 0) this.#found.delete(source);
    else this.#found.set(source, now);
    this.revision += 1;
    return [...new Set([...before, ...now].map(({ finding }) => finding.at.path))];
  }

  at(path: string): readonly ShownFinding[] {
    return [...this.#found.values()].flat().filter(({ finding }) => finding.at.path === path);
  }

  shift(path: string, edit: TextChange): void {
    for (const [source, shown] of this.#found) {
      if (shown.some(({ finding }) => finding.at.path === path)) this.#found.set(source, moveAlong(shown, path, edit));
    }
  }
}
