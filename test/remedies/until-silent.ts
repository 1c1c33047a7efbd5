/** Repairs a project as a user would: the first offer of the first finding that has one, scan again, until nothing is found. */
import type { Finding } from '../../server/src/analysis/finding.js';
import { editsFor, offersFor } from '../../server/src/remedies/index.js';
import { mergeFindings, scanFile } from '../../server/src/scan.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { caseOf, codeFiles, leftOutElsewhere, withProject } from '../support/cases.js';
import { applied, type Files } from './by-hand.js';

export interface Repaired {
  readonly files: Files;
  /** Titles of what was applied, in order. */
  readonly applied: readonly string[];
  /** What nothing was offered for. */
  readonly left: readonly Finding[];
}

/** Repeats, sizes and limits have repairs that bring a store or a package along; who is about those says so. */
function isAboutSender({ rule }: Finding): boolean {
  return !leftOutElsewhere.has(rule) && !rule.endsWith('-idempotency');
}

/** `choose` says which offer of a finding is taken, by default the first; `isMeant` which findings are repaired, by default those about who sends. */
export async function untilSilent(
  files: Files,
  choose: (titles: readonly string[]) => number = () => 0,
  isMeant: (finding: Finding) => boolean = isAboutSender,
): Promise<Repaired> {
  const titles: string[] = [];
  let current = files;
  for (let round = 0; round < 60; round++) {
    const step = await repairedOnce(current, choose, isMeant);
    if (step.title === null) return { files: current, applied: titles, left: step.left };
    titles.push(step.title);
    current = step.files;
  }
  throw new Error(`the repairs do not come to an end: ${titles.slice(-4).join('; ')}`);
}

async function repairedOnce(
  files: Files,
  choose: (titles: readonly string[]) => number,
  isMeant: (finding: Finding) => boolean,
): Promise<{ files: Files; title: string | null; left: readonly Finding[] }> {
  const subject = caseOf(
    'project',
    'unsound',
    Object.entries(files).map(([path, text]) => ({ path, text })),
  );
  return withProject(subject, async (root) => {
    const workspace = new Workspace({ root, log: () => undefined });
    const paths = codeFiles(subject).map((file) => file.path);
    for (const path of paths) await workspace.ready(path);
    const snapshot = workspace.snapshot();
    const findings = mergeFindings(paths.flatMap((path) => scanFile(snapshot, path).findings)).filter(isMeant);
    for (const finding of findings) {
      const offers = offersFor(finding, snapshot);
      const offer = offers[choose(offers.map((one) => one.title))] ?? offers[0];
      const outcome = offer ? editsFor(finding, offer.id, snapshot) : undefined;
      if (offer && outcome && 'edits' in outcome) return { files: applied(files, outcome.edits), title: `${finding.rule}: ${offer.title}`, left: findings };
    }
    return { files, title: null, left: findings };
  });
}
