/** Remedies whose facts come from a scan, in at least two code styles, as files: `x.before.ts` is found out and becomes `x.after.ts`. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editsFor, offersFor } from '../../server/src/remedies/index.js';
import { mergeFindings, scanFile } from '../../server/src/scan.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { caseOf, codeFiles, withProject } from '../support/cases.js';
import { applied, type Files } from './by-hand.js';
import { type FoundCase, foundCases } from './golden-found.js';

const root = join(import.meta.dirname, 'golden');

describe.each([...new Set(foundCases.map((one) => one.remedy))])('%s', (remedy) => {
  it.each(foundCases.filter((one) => one.remedy === remedy).map((one) => [`${one.file}: ${one.title}`, one] as const))(
    '%s',
    async (_, one) => {
      const path = one.path ?? `src/inbox${extname(one.file)}`;
      const text = readFileSync(join(root, remedy, one.file), 'utf8');
      const after = await repairedOnce({ [path]: text, ...one.others }, one);
      const name = one.file.replace('.before', one.as === undefined ? '.after' : `.${one.as}.after`);
      await expect(after[path]).toMatchFileSnapshot(join(root, remedy, name));
    },
    60_000,
  );
});

function repairedOnce(files: Files, one: FoundCase): Promise<Files> {
  const subject = caseOf(
    one.file,
    'unsound',
    Object.entries(files).map(([path, text]) => ({ path, text })),
  );
  return withProject(subject, async (folder) => {
    const workspace = new Workspace({ root: folder, log: () => undefined });
    const paths = codeFiles(subject).map((file) => file.path);
    for (const path of paths) await workspace.ready(path);
    const snapshot = workspace.snapshot();
    const findings = mergeFindings(paths.flatMap((path) => scanFile(snapshot, path).findings));
    const titles: string[] = [];
    for (const finding of findings) {
      for (const offer of offersFor(finding, snapshot)) {
        titles.push(offer.title);
        if (!offer.id.startsWith(one.remedy) || offer.title !== one.title) continue;
        const outcome = editsFor(finding, offer.id, snapshot);
        if ('declined' in outcome) throw new Error(`declined: ${outcome.declined}`);
        return applied(files, outcome.edits);
      }
    }
    throw new Error(`not offered; what is: ${titles.join(', ')}`);
  });
}
