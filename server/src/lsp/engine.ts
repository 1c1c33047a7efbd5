/**
 * The one place where this room takes hold of the core. The core is loaded after `initialize` has been answered, so that an
 * editor never waits for it; parsers are loaded later still, by the first document of their language.
 */
import type { EndpointSummary } from '../analysis/endpoint-summary.js';
import type { Finding } from '../analysis/finding.js';
import type { Configurations } from '../configuration/configurations.js';
import type { Declaration } from '../configuration/declare.js';
import type { TextChange } from '../languages/front-end.js';
import type { TextEdit } from '../languages/writer.js';
import type { IgnoreComment, NewFile, RemedyEdit, RemedyOffer, TestOffer, VerifierFacts } from '../remedies/index.js';
import type { FileReport, ScanOptions } from '../scan.js';
import type { Snapshot } from '../workspace/index.js';
import { Elsewhere } from './elsewhere.js';

export type IgnoreNote = FileReport['notes'][number];

export interface OpenWorkspace {
  readonly root: string;
  /** What scans of its files say about other files. */
  readonly elsewhere: Elsewhere;
  /** What was read of `webhookproof.config.json` files, and what of it is in force. */
  readonly configurations: Configurations;
  openDocument(path: string, text: string, version: number): void;
  changeDocument(path: string, changes: readonly TextChange[], version: number): void;
  closeDocument(path: string): void;
  filesChanged(paths: readonly string[]): void;
  /** Loads what reading the file takes; until then it is not read. */
  ready(path: string): Promise<void>;
  /** Finds out who imports whom, without blocking. */
  prepareImporters(): Promise<void>;
  snapshot(): Snapshot;
}

export interface RulePage {
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly page: string;
}

export interface Engine {
  open(root: string, log: (line: string) => void): OpenWorkspace;
  scanFile(snapshot: Snapshot, path: string, options?: ScanOptions): FileReport;
  mergeFindings(findings: readonly Finding[]): readonly Finding[];
  offersFor(finding: Finding, snapshot: Snapshot): readonly RemedyOffer[];
  editsFor(finding: Finding, offerId: string, snapshot: Snapshot): { readonly edits: readonly RemedyEdit[] } | { readonly declined: string };
  hunksBetween(before: string, after: string): readonly TextEdit[];
  ignoreComment(finding: Finding, snapshot: Snapshot): IgnoreComment | undefined;
  verifierEntry(finding: Finding, snapshot: Snapshot): VerifierFacts | undefined;
  declareVerifier(snapshot: Snapshot, path: string, verifier: VerifierFacts): Declaration | undefined;
  testOffer(endpoint: EndpointSummary, snapshot: Snapshot): TestOffer | undefined;
  regressionTest(endpoint: EndpointSummary, snapshot: Snapshot): NewFile | { readonly declined: string };
  readonly rules: readonly RulePage[];
}

export async function loadEngine(): Promise<Engine> {
  const [{ Workspace }, { Configurations }, { declareVerifier }, { mergeFindings, scanFile }, remedies, { rules }] = await Promise.all([
    import('../workspace/index.js'),
    import('../configuration/configurations.js'),
    import('../configuration/declare.js'),
    import('../scan.js'),
    import('../remedies/index.js'),
    import('../rules/registry.js'),
  ]);
  const { offersFor, editsFor, hunksBetween, ignoreComment, testOffer, regressionTest, verifierEntry } = remedies;
  const open = (root: string, log: (line: string) => void) =>
    Object.assign(new Workspace({ root, log }), { elsewhere: new Elsewhere(), configurations: new Configurations() });
  return { open, scanFile, mergeFindings, offersFor, editsFor, hunksBetween, ignoreComment, verifierEntry, declareVerifier, testOffer, regressionTest, rules };
}
