/** The page of a rule is run: its unsound code reports exactly that rule, its sound code nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CaseFile, caseOf, leftOutElsewhere, leftOutOfUnsound, placed } from '../support/cases.js';
import { scanCase } from '../support/scan-case.js';

const rulesFolder = join(import.meta.dirname, '../../server/src/rules');
const sections = ['What it finds', 'Why it matters', 'Unsound', 'Sound', 'What the remedies do', 'What it cannot see'];
const extensions: Readonly<Record<string, string>> = { ts: '.ts', js: '.js', py: '.py' };

const ids = readdirSync(rulesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

it('there are rules', () => {
  expect(ids.length).toBeGreaterThan(0);
});

for (const id of ids) {
  const page = readFileSync(join(rulesFolder, id, 'rule.md'), 'utf8');
  const written = sectionsOf(page);

  describe(`the page of ${id}`, () => {
    it('has a title, names the rule and has every section in order', () => {
      expect(page).toMatch(/^# \S/);
      expect(page).toContain(`\`${id}\``);
      expect([...written.keys()]).toEqual(sections);
      for (const [name, text] of written) expect(text.trim(), name).not.toBe('');
    });

    for (const name of ['Unsound', 'Sound']) {
      const blocks = codeOf(written.get(name) ?? '');

      it(`shows ${name.toLowerCase()} code in both languages`, () => {
        expect(blocks.some((block) => block.path.endsWith('.py'))).toBe(true);
        expect(blocks.some((block) => /\.[jt]s$/.test(block.path))).toBe(true);
      });

      blocks.forEach((block, index) => {
        it(`${name} ${index + 1} (${block.path}) ${name === 'Sound' ? 'is silent' : 'reports it and nothing else'}`, async () => {
          const { findings, problems } = await scanCase(caseOf(id, 'sound', [block]));
          const rules = [...new Set(findings.map((finding) => finding.rule))].filter(
            (rule) => rule === id || !(leftOutElsewhere.has(rule) || (name === 'Unsound' && leftOutOfUnsound.has(rule))),
          );
          expect(rules, findings.map((finding) => finding.message).join('\n')).toEqual(name === 'Sound' ? [] : [id]);
          expect(problems).toEqual([]);
        });
      });
    }
  });
}

function sectionsOf(page: string): Map<string, string> {
  const parts = page.split(/^## (.*)$/m).slice(1);
  const found = new Map<string, string>();
  for (let index = 0; index < parts.length; index += 2) found.set(parts[index] ?? '', parts[index + 1] ?? '');
  return found;
}

function codeOf(section: string): CaseFile[] {
  return [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => {
    const extension = extensions[language];
    if (extension === undefined) throw new Error(`no scan reads code in ${language}`);
    return placed(text, extension);
  });
}
