/** What the generators have in common: names, new files, and entries in the lists that name every file of a kind. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** `npm run new-x -- some-id [--name "Some Name"] [--root FOLDER]`; ends with 2 and a sentence when that is not what was given. */
export function asked(usage) {
  const here = fileURLToPath(new URL('../../..', import.meta.url));
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { name: { type: 'string' }, root: { type: 'string', default: here } } });
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0 || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
      throw new Error('One name is needed, in small letters with dashes.');
    return { id, name: values.name ?? titled(id), camel: camelCase(id), root: values.root };
  } catch (error) {
    return refuse(`${error.message}\nusage: ${usage}`);
  }
}

/** Writes all files or none. */
export function create(root, files) {
  const taken = Object.keys(files).filter((file) => existsSync(path.join(root, file)));
  if (taken.length > 0) refuse(`${taken.join(', ')} exists already`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    console.log(`wrote ${file}`);
  }
}

/** Adds an import in the order of the others, and a name to the end of the list. */
export function enlist(root, file, { line, name, list }) {
  const text = readFileSync(path.join(root, file), 'utf8');
  const lines = text.split('\n');
  const specifier = (each) => /from '([^']+)';/.exec(each)?.[1];
  const imports = lines.map((each, index) => ({ index, from: specifier(each) })).filter(({ from }) => from?.startsWith('./'));
  const next = imports.find(({ from }) => from > specifier(line));
  lines.splice(next?.index ?? (imports.at(-1)?.index ?? 0) + 1, 0, line);
  const pattern = new RegExp(`(export const ${list}\\b[^=]*= \\[)([^\\]]*?),?\\s*\\]`);
  const joined = lines.join('\n');
  if (!pattern.test(joined)) refuse(`${file} has no list \`${list}\``);
  writeFileSync(
    path.join(root, file),
    joined.replace(pattern, (_, head, items) => `${head}${items.includes('\n') ? `${items},\n  ${name},\n` : `${items}, ${name}`}]`),
  );
  console.log(`added to ${file}`);
}

function refuse(message) {
  console.error(message);
  process.exit(2);
}

function camelCase(id) {
  return id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

function titled(id) {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
