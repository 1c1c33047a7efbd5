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
  /** The text of the file at an address. */
  text(address: string): string | undefined;
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
