/** Scans a case the way the doors do: a workspace on disk, one snapshot, every file of it. */
import type { Finding } from '../../server/src/analysis/finding.js';
import { mergeFindings, scanFile } from '../../server/src/scan.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { type Case, codeFiles, type Report, withProject } from './cases.js';

export interface ScannedCase {
  readonly findings: readonly Finding[];
  readonly reports: readonly Report[];
  /** What could not be read or crashed, in one line each; a case has none. */
  readonly problems: readonly string[];
}

export async function scanCase(subject: Case): Promise<ScannedCase> {
  return withProject(subject, async (root) => {
    const problems: string[] = [];
    const workspace = new Workspace({ root, log: (line) => void problems.push(line) });
    const paths = codeFiles(subject).map((file) => file.path);
    for (const path of paths) await workspace.ready(path);

    const snapshot = workspace.snapshot();
    const scanned = paths.map((path) => scanFile(snapshot, path));
    for (const one of scanned) problems.push(...one.problems, ...one.configuration.problems.map(({ message, at }) => `${at.path}: ${message}`));
    const findings = mergeFindings(scanned.flatMap((one) => one.findings));
    return { findings, reports: findings.map(reportOf), problems };
  });
}

function reportOf(finding: Finding): Report {
  return {
    path: finding.at.path,
    offset: finding.at.range.start,
    rule: finding.rule,
    message: finding.message,
    cannotTell: finding.certainty === 'cannot-tell',
  };
}
