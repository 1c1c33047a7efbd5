/** What a project says it needs besides its code: packages in its manifest, settings in its example of an environment. */
import type { RemedySource, Repair } from './repair.js';

/** A package with the range it is declared with where ranges are usual. */
export interface Needed {
  readonly package: string;
  readonly version: string | null;
}

const EXAMPLES = ['.env.example', '.env.sample', '.env.template', '.env.dist'];

/** A line for the variable where the project lists its variables; nothing where it does not. */
export function declareSetting(repair: Repair, from: string, variable: string): void {
  const path = nearest(from, repair.source, EXAMPLES);
  const text = path === undefined ? undefined : repair.source.text(path);
  if (path === undefined || text === undefined || new RegExp(`^[ \\t]*(?:#[ \\t]*)?(?:export[ \\t]+)?${variable}[ \\t]*=`, 'm').test(text)) return;
  repair.declare({ path, range: { start: text.length, end: text.length }, text: `${endOfLine(text)}${variable}=${newlineOf(text)}` });
}

/** The package in the nearest manifest of the file's language; nothing where it is declared, or where there is no manifest. */
export function declarePackage(repair: Repair, from: string, needed: Needed): void {
  const { manifests } = repair.file(from).writer;
  if (isDeclared(needed.package, from, repair.source)) return;
  const path = nearest(from, repair.source, manifests);
  const text = path === undefined ? undefined : repair.source.text(path);
  if (path === undefined || text === undefined) return;
  const edit = path.endsWith('.json') ? inPackageJson(text, needed) : path.endsWith('.toml') ? inPyproject(text, needed) : inRequirements(text, needed);
  if (edit) repair.declare({ path, range: { start: edit.at, end: edit.at }, text: edit.text });
}

/** A dependency of a package around the file, in whatever manifest. */
export function isDeclared(pack: string, from: string, source: RemedySource): boolean {
  for (const folder of foldersAround(from)) {
    if (source.text(`${folder}package.json`)?.includes(`"${pack}":`)) return true;
    const requirements = `${source.text(`${folder}requirements.txt`) ?? ''}\n${source.text(`${folder}pyproject.toml`) ?? ''}`;
    const words = requirements.toLowerCase().match(/[a-z0-9][\w.-]*/g) ?? [];
    if (words.some((word) => sameName(word, pack))) return true;
  }
  return false;
}

function sameName(left: string, right: string): boolean {
  return left.toLowerCase().replaceAll('-', '_') === right.toLowerCase().replaceAll('-', '_');
}

/** The innermost first, each with the slash behind it. */
function foldersAround(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return Array.from({ length: parts.length + 1 }, (_, up) =>
    parts
      .slice(0, parts.length - up)
      .map((part) => `${part}/`)
      .join(''),
  );
}

function nearest(from: string, source: RemedySource, names: readonly string[]): string | undefined {
  for (const folder of foldersAround(from)) {
    const name = names.find((one) => source.text(folder + one) !== undefined);
    if (name !== undefined) return folder + name;
  }
  return undefined;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** In the order of the alphabet, as package managers write it. */
function inPackageJson(text: string, needed: Needed): Insertion | undefined {
  const entry = `"${needed.package}": "${needed.version ?? '*'}"`;
  const newline = newlineOf(text);
  const step = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const opened = /"dependencies"[ \t]*:[ \t]*\{/.exec(text);
  if (opened === null) {
    const open = text.indexOf('{');
    const isEmpty = /^\{\s*\}/.test(text.slice(open));
    if (open < 0) return undefined;
    return { at: open + 1, text: `${newline}${step}"dependencies": {${newline}${step}${step}${entry}${newline}${step}}${isEmpty ? newline : ','}` };
  }
  const start = opened.index + opened[0].length;
  const inside = text.slice(start, text.indexOf('}', start));
  const entries = [...inside.matchAll(/"([^"\n]+)"[ \t]*:[ \t]*"[^"\n]*"/g)];
  const next = entries.find((one) => (one[1] ?? '') > needed.package);
  const gap = /^\s*/.exec(inside)?.[0] ?? ' ';
  if (next) return { at: start + next.index, text: `${entry},${gap.includes('\n') ? gap : ' '}` };
  const last = entries.at(-1);
  if (last === undefined)
    return {
      at: start,
      text: `${newline}${step}${step}${entry}${newline}${step}`.slice(0, inside.includes('\n') ? -(newline.length + step.length) : undefined),
    };
  return { at: start + last.index + last[0].length, text: `,${gap.includes('\n') ? gap : ' '}${entry}` };
}

function inRequirements(text: string, needed: Needed): Insertion {
  return { at: text.length, text: `${endOfLine(text)}${needed.package}${newlineOf(text)}` };
}

/** The project's own list, or the table that Poetry has instead. */
function inPyproject(text: string, needed: Needed): Insertion | undefined {
  const newline = newlineOf(text);
  const table = /^\[tool\.poetry\.dependencies\][^\n]*\n(?:(?!\[)[^\n]*\S[^\n]*(?:\n|$))*/m.exec(text);
  if (table) return { at: table.index + table[0].length, text: `${endOfLine(table[0])}${needed.package} = "*"${newline}` };
  const list = /^dependencies[ \t]*=[ \t]*\[([^\]]*)\]/m.exec(text);
  if (list === null) return undefined;
  const inside = list[1] ?? '';
  const end = list.index + list[0].length - 1;
  if (!inside.includes('\n')) return { at: end - (/\s*$/.exec(inside)?.[0].length ?? 0), text: `${inside.trim() === '' ? '' : ', '}"${needed.package}"` };
  const kept = inside.trimEnd();
  const indent = /\n([ \t]+)\S/.exec(inside)?.[1] ?? '    ';
  return { at: end - (inside.length - kept.length), text: `${kept === '' || kept.endsWith(',') ? '' : ','}${newline}${indent}"${needed.package}",` };
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** What brings a new line to stand on one of its own. */
function endOfLine(text: string): string {
  return text === '' || text.endsWith('\n') ? '' : newlineOf(text);
}
