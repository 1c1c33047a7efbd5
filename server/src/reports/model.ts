/**
 * What a report is made from. Reports translate: they decide nothing about findings, read no files and ask no clock, so the
 * same scan gives the same bytes.
 */
import type { EndpointSummary } from '../analysis/endpoint-summary.js';
import type { Finding, Place, Severity } from '../analysis/finding.js';

export interface ScanResult {
  /** In the order to be shown. Paths in findings and endpoints are addresses, relative to `base`. */
  readonly findings: readonly ReportedFinding[];
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[];
  readonly endpoints: readonly EndpointSummary[];
  /** Lines about what could not be read or judged. */
  readonly problems: readonly string[];
  readonly filesSeen: number;
  readonly leftOut: readonly string[];
  /** Absolute folder, `/` between segments and at the end. */
  readonly base: string;
  readonly rules: readonly RuleInfo[];
  readonly toolVersion: string;
  /** Only when they were asked for. */
  readonly stats?: ScanStats;
  /** The text of the file at an address. */
  text(address: string): string | undefined;
}

/** What a scan saw and how far it came. Times differ from scan to scan; everything else is the same for the same files. */
export interface ScanStats {
  readonly files: {
    /** Those that may hold an endpoint. */
    readonly seen: number;
    readonly withFindings: number;
    /** With webhook endpoints, and nothing to tell. */
    readonly quiet: number;
    readonly withoutWebhooks: number;
    readonly notRead: number;
  };
  readonly endpoints: Readonly<Record<EndpointSummary['verdict'], number>>;
  /** What was not understood. */
  readonly opaque: { readonly nodes: number; readonly files: number; readonly kinds: readonly Counted[] };
  /** Imports whose code is not in the project; the ones that no row speaks of by name, those of most files first. */
  readonly imports: { readonly outside: number; readonly unknown: number; readonly names: readonly Counted[] };
  readonly milliseconds: Readonly<Record<string, number>>;
}

export interface Counted {
  readonly name: string;
  readonly count: number;
}

export interface ReportedFinding {
  readonly finding: Finding;
  readonly remedies: readonly OfferedRemedy[];
}

export interface OfferedRemedy {
  readonly title: string;
  readonly safety: string;
  /** What it would change, by address; undefined when nobody asked. */
  readonly edits?: readonly { readonly at: Place; readonly text: string }[];
}

export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Markdown; undefined when the build carries none. */
  readonly page: string | undefined;
}

/** What cannot be told is a note, whatever the rule's severity. */
export function levelOf(finding: Finding): Severity {
  return finding.certainty === 'cannot-tell' ? 'note' : finding.severity;
}
