/**
 * One law for all remedies, over every case of every rule: applied, the code still reads; the finding is gone; nothing new is
 * found; and asked again there is nothing left to do. Where a remedy declines it says why.
 *
 * A repair of a check makes the handler read the body and ends what stood in the way of a second look: that the body has no limit and
 * the endpoint no limiter is then true and another repair's matter. Repairs of those rules themselves are held to them.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/analysis/finding.js';
import { editsFor, offersFor, type RemedyEdit } from '../../server/src/remedies/index.js';
import { mergeFindings, scanFile } from '../../server/src/scan.js';
import { type Snapshot, Workspace } from '../../server/src/workspace/index.js';
import { type Case, codeFiles, findCases, leftOutElsewhere, withProject } from '../support/cases.js';
import { applied } from './by-hand.js';

const cases = findCases(join(import.meta.dirname, '../rules')).filter((one) => one.verdict === 'unsound');

describe.each([...new Set(cases.map((one) => one.group))])('%s', (group) => {
  it.each(cases.filter((one) => one.group === group).map((one) => [one.name, one] as const))(
    '%s',
    async (_, subject) => {
      const before = await scanned(subject);
      for (const { finding, offer, outcome } of before.repairs) {
        const label = `${finding.rule}: ${offer}`;
        if ('declined' in outcome) {
          expect(outcome.declined, label).toMatch(/\w.*\.$/);
          expect(outcome.declined, label).not.toMatch(/could not be written|undefined/);
          continue;
        }
        const files = applied(Object.fromEntries(subject.files.map((file) => [file.path, file.text])), outcome.edits);
        const repaired: Case = { ...subject, files: Object.entries(files).map(([path, text]) => ({ path, text })) };
        const after = await scanned(repaired);
        const shown = `${label}\n${Object.entries(files)
          .filter(([path]) => outcome.edits.some((edit) => edit.path === path))
          .map(([path, text]) => `--- ${path}\n${text}`)
          .join('\n')}`;
        expect(after.unreadable, shown).toEqual([]);
        expect(count(after.findings, finding), shown).toBeLessThan(count(before.findings, finding));
        expect(
          after.findings
            .filter((one) => leftOutElsewhere.has(finding.rule) || !leftOutElsewhere.has(one.rule))
            .filter((one) => count(after.findings, one) > count(before.findings, one))
            .map((one) => `${one.rule} ${one.variant}: ${one.message.split('\n')[0]}`),
          shown,
        ).toEqual([]);
      }
    },
    60_000,
  );
});

/** Findings of one kind; positions move, so they are counted. */
function count(findings: readonly Finding[], like: Finding): number {
  return findings.filter((one) => one.rule === like.rule && one.variant === like.variant && one.at.path === like.at.path).length;
}

interface Scanned {
  readonly findings: readonly Finding[];
  readonly unreadable: readonly string[];
  readonly repairs: readonly {
    readonly finding: Finding;
    readonly offer: string;
    readonly outcome: { readonly edits: readonly RemedyEdit[] } | { readonly declined: string };
  }[];
}

function scanned(subject: Case): Promise<Scanned> {
  return withProject(subject, async (root) => {
    const problems: string[] = [];
    const workspace = new Workspace({ root, log: (line) => void problems.push(line) });
    const paths = codeFiles(subject).map((file) => file.path);
    for (const path of paths) await workspace.ready(path);
    const snapshot: Snapshot = workspace.snapshot();
    const findings = mergeFindings(paths.flatMap((path) => scanFile(snapshot, path).findings));
    const unreadable = paths.flatMap((path) => snapshot.module(path)?.unreadable.map((range) => `${path} at ${range.start}`) ?? []);
    const repairs = findings.flatMap((finding) =>
      offersFor(finding, snapshot).map(({ id }) => ({ finding, offer: id, outcome: editsFor(finding, id, snapshot) })),
    );
    return { findings, unreadable, repairs };
  });
}
