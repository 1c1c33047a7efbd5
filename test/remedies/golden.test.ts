/** Every remedy in at least two code styles, as files: `x.before.ts` becomes `x.after.ts`. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RemedyRequest } from '../../server/src/analysis/finding.js';
import { offersFor } from '../../server/src/remedies/index.js';
import { at, endpointOf, type Files, findingOf, lowered, type Pointed, projectOf, repaired } from './by-hand.js';
import { cases, type GoldenCase } from './golden-cases.js';

const root = join(import.meta.dirname, 'golden');

describe.each([...new Set(cases.map((one) => one.remedy))])('%s', (remedy) => {
  for (const one of cases.filter((candidate) => candidate.remedy === remedy)) {
    it(`${one.file} is repaired as written down`, async () => {
      const { files, finding, path } = prepared(one);
      const result = repaired(files, finding, one.offer ?? one.remedy);
      await expect(result[path]).toMatchFileSnapshot(join(root, remedy, one.file.replace('.before', '.after')));
    });

    it(`${one.file} still parses, and nothing else was touched`, () => {
      const { files, finding, path } = prepared(one);
      const after = repaired(files, finding, one.offer ?? one.remedy)[path] ?? '';
      expect(lowered(path, after).unreadable).toEqual([]);
      for (const line of kept(files[path] ?? '', one)) expect(after).toContain(line);
    });

    it(`${one.file} has a title and a safety`, () => {
      const { files, finding } = prepared(one);
      const offer = offersFor(finding, projectOf(files)).find((candidate) => candidate.id === (one.offer ?? one.remedy));
      expect(offer).toMatchObject({ title: one.title });
    });
  }
});

function prepared(one: GoldenCase): { files: Files; finding: ReturnType<typeof findingOf>; path: string } {
  const text = readFileSync(join(root, one.remedy, one.file), 'utf8');
  const path = one.path ?? `src/inbox${extname(one.file)}`;
  const files: Files = { [path]: text, ...one.others };
  const facts = one.facts({ text, at: (part) => at(text, part), endpoint: (pointed: Pointed) => endpointOf(files, path, pointed) });
  const request: RemedyRequest = { remedy: one.remedy, facts };
  return { files, finding: findingOf(path, at(text, one.finding ?? text), request), path };
}

/** Lines of the user's that a repair has no business with. */
function kept(text: string, one: GoldenCase): string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && (one.keeps ?? []).some((part) => line.includes(part)));
}
