/**
 * Keeps package.json's settings in step with the rules: one switch or level a rule, with its title. `--check` writes nothing and fails
 * when they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadRules } from './load-rules.mjs';

const { values } = parseArgs({ options: { check: { type: 'boolean' }, root: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) } } });
const file = path.join(values.root, 'package.json');
const before = readFileSync(file, 'utf8');
const after = withSwitches(JSON.parse(before), await loadRules(values.root));

if (before === after) console.log('the settings name every rule');
else if (values.check) {
  console.error('package.json does not name every rule: run node server/build/manifest.mjs');
  process.exitCode = 1;
} else {
  writeFileSync(file, after);
  console.log('wrote package.json');
}

function withSwitches(manifest, rules) {
  const level = { type: ['boolean', 'string'], enum: [true, false, 'error', 'warning', 'note', 'off'], default: true };
  const switches = rules.map(({ id, title }) => [id, { ...level, description: title }]);
  manifest.contributes.configuration.properties['webhookproof.rules'].properties = Object.fromEntries(switches);
  manifest.contributes.configuration.properties['webhookproof.rules'].additionalProperties = { type: ['boolean', 'string'] };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
