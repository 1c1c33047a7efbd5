import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frameworks } from '../../server/src/knowledge/frameworks/index.js';
import { type Case, codeFiles, findCases } from '../support/cases.js';

const folder = join(import.meta.dirname, 'frameworks/cases');
const shown = readdirSync(folder);
const cases = findCases(import.meta.dirname).filter((one) => one.group === 'frameworks');

describe('every framework is shown by cases', () => {
  it.each(frameworks.map((one) => one.id))('%s has a folder of its own', (id) => {
    expect(shown).toContain(id);
  });

  for (const name of shown) {
    it(`${name}: sound and unsound, at least twelve, at least four across files`, () => {
      const own = cases.filter((one) => one.name.startsWith(`frameworks/${name}/`));
      const across = own.filter((one) => codeFiles(one).length > 1);

      expect(own.length, 'cases').toBeGreaterThanOrEqual(12);
      expect(across.length, 'cases across files').toBeGreaterThanOrEqual(4);
      for (const verdict of ['sound', 'unsound'] as const) {
        expect(own.filter(is(verdict)).length, `${verdict} cases`).toBeGreaterThanOrEqual(4);
        expect(across.filter(is(verdict)).length, `${verdict} cases across files`).toBeGreaterThanOrEqual(1);
      }
    });
  }
});

function is(verdict: Case['verdict']): (subject: Case) => boolean {
  return (subject) => subject.verdict === verdict;
}
