/**
 * Keeps the table of rules in README.md in step with the rules and their pages. `--check` writes nothing and fails when they
 * differ. The table stands between the two marks.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadRules } from './load-rules.mjs';

const marks = { begin: '<!-- rules: written by server/build/rules-table.mjs -->', end: '<!-- end of rules -->' };

const { values } = parseArgs({ options: { check: { type: 'boolean' }, root: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) } } });
const file = path.join(values.root, 'README.md');
const before = readFileSync(file, 'utf8');
const after = withTable(before, await loadRules(values.root));

if (before === after) console.log('the table of rules is current');
else if (values.check) {
  console.error('the table of rules in README.md is out of date: run node server/build/rules-table.mjs');
  process.exitCode = 1;
} else {
  writeFileSync(file, after);
  console.log('wrote README.md');
}

function withTable(text, rules) {
  const begin = text.indexOf(marks.begin);
  const end = text.indexOf(marks.end);
  if (begin < 0 || end < begin) throw new Error(`README.md has no marks\n${marks.begin}\n${marks.end}`);
  const rows = rules.map((rule) => `| [${rule.id}](server/src/rules/${rule.id}/rule.md) | ${rule.severity} | ${cell(whatItFinds(rule))} |`);
  return `${text.slice(0, begin)}${marks.begin}\n| rule | level | finds |\n|---|---|---|\n${rows.join('\n')}\n${text.slice(end)}`;
}

/** The first sentence of the section, up to a semicolon; the title while the page is not written. */
function whatItFinds({ title, page }) {
  const paragraph = /^## What it finds\s+([^#\s].*)$/m.exec(page)?.[1] ?? title;
  const sentence = /^(?:`[^`]*`|[^.;`]|\.(?!\s|$))+/.exec(paragraph)?.[0] ?? paragraph;
  return `${sentence.replace(/:\s*$/, '').trim()}.`;
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}
