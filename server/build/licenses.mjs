/** The licences of what the bundles carry, as one text: dist/LICENSES.txt goes with the package. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** `inputs` are files of esbuild's metafiles; `more` are packages whose files were copied. */
export function writeLicenses(root, file, inputs, more) {
  const folders = new Set(more.map((name) => path.join('node_modules', name)));
  for (const input of inputs) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) folders.add(found[1]);
  }
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${textIn(path.join(root, folder)).trim()}\n`;
  });
  writeFileSync(file, parts.join('\n'));
}

function textIn(folder) {
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  return files
    .filter((file) => existsSync(path.join(folder, file)))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}
