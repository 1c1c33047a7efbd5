import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Case, codeFiles, complaints, expects, findCases } from '../support/cases.js';
import { scanCase } from '../support/scan-case.js';

const root = import.meta.dirname;
const cases = findCases(root);
const ruleIds = readdirSync(join(root, '../../server/src/rules'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

for (const group of new Set(cases.map((one) => one.group))) {
  describe(group, () => {
    for (const subject of cases.filter((one) => one.group === group)) {
      it(subject.name, async () => {
        const { reports, problems } = await scanCase(subject);
        const wrong = [...complaints(subject, reports), ...problems];
        if (wrong.length > 0) expect.fail(wrong.join('\n'));
      });
    }
  });
}

describe('every rule is shown by cases in every language', () => {
  it('has rules to show', () => {
    expect(ruleIds.length).toBeGreaterThan(0);
  });

  for (const rule of ruleIds) {
    for (const language of ['typescript', 'python'] as const) {
      it(`${rule} in ${language}`, () => {
        const own = cases.filter((one) => one.group === rule && one.language === language);
        const unsound = own.filter((one) => one.verdict === 'unsound');
        const sound = own.filter((one) => one.verdict === 'sound');

        expect(unsound.length, 'unsound cases').toBeGreaterThanOrEqual(6);
        expect(sound.length, 'sound cases').toBeGreaterThanOrEqual(6);
        expect(unsound.filter(isAcrossFiles).length, 'unsound cases across files').toBeGreaterThanOrEqual(2);
        expect(sound.filter(isAcrossFiles).length, 'sound cases across files').toBeGreaterThanOrEqual(2);
        expect(
          unsound.filter((one) => !expects(one, rule)).map((one) => one.name),
          'unsound cases of another rule',
        ).toEqual([]);
      });
    }
  }
});

function isAcrossFiles(subject: Case): boolean {
  return codeFiles(subject).length > 1;
}
