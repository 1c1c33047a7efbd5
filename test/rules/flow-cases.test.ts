import { describe, expect, it } from 'vitest';
import { type Case, codeFiles, expects, findCases } from '../support/cases.js';

const order = ['missing-idempotency', 'racy-idempotency', 'overwrite-without-condition'];
const flow = [
  'ssrf',
  'open-redirect',
  'unscoped-object-access',
  'injection',
  'payload-chosen-resource',
  'mass-assignment',
  'unvalidated-payload',
  'payload-to-llm',
];
const exhaustion = ['unbounded-payload', 'missing-rate-limit', 'spoofable-rate-limit-key', 'slow-acknowledgement'];
const disclosure = ['secret-in-logs', 'error-detail-leak', 'debug-mode'];

const cases = findCases(import.meta.dirname);

describe('what is done twice, where data goes, what it costs and what it shows', () => {
  for (const rule of [...order, ...flow, ...exhaustion, ...disclosure]) {
    for (const language of ['typescript', 'python'] as const) {
      const own = cases.filter((one) => one.group === rule && one.language === language);
      const unsound = own.filter((one) => one.verdict === 'unsound' && expects(one, rule));
      const sound = own.filter((one) => one.verdict === 'sound');

      it(`${rule} in ${language}: at least eight unsound and eight sound`, () => {
        expect(unsound.length, 'unsound').toBeGreaterThanOrEqual(8);
        expect(sound.length, 'sound').toBeGreaterThanOrEqual(8);
      });

      if (!flow.includes(rule)) continue;
      it(`${rule} in ${language}: at least four of each across functions or files`, () => {
        expect(unsound.filter(isAcross).length, 'unsound').toBeGreaterThanOrEqual(4);
        expect(sound.filter(isAcross).length, 'sound').toBeGreaterThanOrEqual(4);
      });
    }
  }
});

/** The data comes through another file, or through a function that the case writes down by name and calls elsewhere. */
function isAcross(subject: Case): boolean {
  const files = codeFiles(subject);
  return files.length > 1 || files.some(({ text }) => isCalled(text, /^\s*(?:async )?(?:def|function) (\w+)\(/gm, 2) || isCalled(text, arrow, 1));
}

const arrow = /^\s*const (\w+) = (?:async )?(?:\([^)]*\)|\w+)(?:: [^=]+)? =>/gm;

/** What asks who sends, which the data does not come through. */
const asksWhoSends = /genuine|verif|sign|known|sender|trust|auth/i;

/** Something that is written down like this stands in front of a parenthesis so often. */
function isCalled(text: string, written: RegExp, times: number): boolean {
  return [...text.matchAll(written)].some(([, name = '']) => !asksWhoSends.test(name) && text.split(new RegExp(`(?<!\\w)${name}\\(`)).length > times);
}
