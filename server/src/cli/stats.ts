/** Counts for `--stats`, one file after the other. */
import type { EndpointSummary } from '../analysis/endpoint-summary.js';
import type { Counted, ScanStats } from '../reports/model.js';
import type { Coverage } from '../scan/coverage.js';
import type { FileReport } from '../scan.js';

export class Statistics {
  readonly #files = { seen: 0, withFindings: 0, quiet: 0, withoutWebhooks: 0, notRead: 0 };
  readonly #endpoints: Record<EndpointSummary['verdict'], number> = { verified: 0, late: 0, idle: 0, unverified: 0, 'cannot-tell': 0, 'not-a-webhook': 0 };
  readonly #opaque = { nodes: 0, files: 0, kinds: new Map<string, number>() };
  readonly #outside = new Set<string>();
  readonly #unknown = new Map<string, number>();
  readonly #spent = new Map<string, number>();

  /** `isRead` is false for a file that has no module. */
  add(report: FileReport, { opaque, imports }: Coverage, isRead: boolean): void {
    const outcome = !isRead
      ? 'notRead'
      : report.findings.length > 0
        ? 'withFindings'
        : report.endpoints.some((endpoint) => endpoint.webhook)
          ? 'quiet'
          : 'withoutWebhooks';
    this.#files.seen += 1;
    this.#files[outcome] += 1;
    for (const { verdict } of report.endpoints) this.#endpoints[verdict] += 1;
    this.#opaque.nodes += opaque.length;
    if (opaque.length > 0) this.#opaque.files += 1;
    for (const { syntax } of opaque) count(this.#opaque.kinds, syntax);
    for (const { name, isKnown } of imports) {
      this.#outside.add(name);
      if (!isKnown) count(this.#unknown, name);
    }
  }

  spent(what: string, milliseconds: number): void {
    count(this.#spent, what, milliseconds);
  }

  result(): ScanStats {
    return {
      files: this.#files,
      endpoints: this.#endpoints,
      opaque: { nodes: this.#opaque.nodes, files: this.#opaque.files, kinds: most(this.#opaque.kinds) },
      imports: { outside: this.#outside.size, unknown: this.#unknown.size, names: most(this.#unknown) },
      milliseconds: Object.fromEntries([...this.#spent].map(([what, time]) => [what, Math.round(time)])),
    };
  }
}

const shown = 10;

function most(counts: ReadonlyMap<string, number>): Counted[] {
  const all = [...counts].map(([name, times]) => ({ name, count: times }));
  return all.sort((left, right) => right.count - left.count || (left.name < right.name ? -1 : 1)).slice(0, shown);
}

function count(counts: Map<string, number>, name: string, by = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}
