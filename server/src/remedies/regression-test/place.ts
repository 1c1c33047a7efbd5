/** Where a project keeps its tests, and by which runner they are run: read off its package and its files. */
import type { Runner } from '../../languages/regression-test.js';
import type { RemedySource } from '../repair.js';

export interface TestPlace {
  readonly runner: Runner;
  /** The folder of the package that the handler belongs to; ends with `/` unless it is the project's own. */
  readonly root: string;
  /** The folder of the test, in the same form. */
  readonly folder: string;
}

/** For a handler in a file of scripts. */
export function scriptPlace(path: string, source: RemedySource): TestPlace {
  const root = foldersAbove(path).find((folder) => source.text(`${folder}package.json`) !== undefined) ?? '';
  const runner = scriptRunner(root, path, source);
  const beside = folderOf(path);
  const names = namesIn(source, beside);
  if (names.includes('__tests__') && runner !== 'mocha') return { runner, root, folder: `${beside}__tests__/` };
  if (names.some((name) => /\.(?:test|spec)\.[cm]?[jt]sx?$/.test(name))) return { runner, root, folder: beside };
  const kept = ['test', 'tests'].find((name) => namesIn(source, root).includes(name));
  if (kept !== undefined) return { runner, root, folder: `${root}${kept}/` };
  // Mocha looks into this folder when nobody says otherwise; the others look everywhere.
  return { runner, root, folder: runner === 'mocha' ? `${root}test/` : beside };
}

/** For a handler in a module of pytest's language. */
export function modulePlace(path: string, source: RemedySource): TestPlace {
  const signs = ['pyproject.toml', 'requirements.txt', 'setup.py', 'setup.cfg', 'Pipfile', 'pytest.ini', 'tox.ini'];
  const folders = foldersAbove(path);
  const root =
    folders.find((folder) => signs.some((sign) => source.text(`${folder}${sign}`) !== undefined)) ??
    folders.find((folder) => source.text(`${folder}__init__.py`) === undefined) ??
    '';
  const kept = ['tests', 'test'].find((name) => namesIn(source, root).includes(name));
  return { runner: 'pytest', root, folder: kept === undefined ? root : `${root}${kept}/` };
}

function scriptRunner(root: string, path: string, source: RemedySource): Runner {
  const manifest = manifestAt(source, `${root}package.json`);
  const above = foldersAbove(path).filter((folder) => folder !== root);
  const manifests = [manifest, ...above.map((folder) => manifestAt(source, `${folder}package.json`))];
  const said = manifest.test;
  const words: readonly (readonly [RegExp, Runner])[] = [
    [/\bvitest\b/, 'vitest'],
    [/\bjest\b|\breact-scripts test\b/, 'jest'],
    [/\bmocha\b/, 'mocha'],
    [/\b(?:node|tsx)\b.*--test\b/, 'node:test'],
  ];
  const bySaying = words.find(([word]) => word.test(said))?.[1];
  if (bySaying !== undefined) return bySaying;
  for (const { packages } of manifests) {
    const installed = (['vitest', 'jest', 'mocha'] as const).find((name) => packages.includes(name));
    if (installed !== undefined) return installed;
  }
  const names = namesIn(source, root);
  if (names.some((name) => name.startsWith('vitest.config.'))) return 'vitest';
  if (names.some((name) => name.startsWith('jest.config.'))) return 'jest';
  if (names.some((name) => name.startsWith('.mocharc'))) return 'mocha';
  return 'node:test';
}

interface Manifest {
  /** What `npm test` runs. */
  readonly test: string;
  readonly packages: readonly string[];
  readonly isModule: boolean;
}

export function manifestAt(source: RemedySource, path: string): Manifest {
  const none: Manifest = { test: '', packages: [], isModule: false };
  try {
    const read: unknown = JSON.parse(source.text(path) ?? '{}');
    if (!isRecord(read)) return none;
    const scripts = isRecord(read['scripts']) ? Object.entries(read['scripts']).filter(([name]) => name === 'test' || name.startsWith('test:')) : [];
    const packages = ['dependencies', 'devDependencies'].flatMap((part) => (isRecord(read[part]) ? Object.keys(read[part]) : []));
    return { test: scripts.map(([, command]) => String(command)).join('\n'), packages, isModule: read['type'] === 'module' };
  } catch {
    // Half-typed: nothing is known of it.
    return none;
  }
}

/** How the file is imported by a script in the folder of the test. */
export function scriptSpecifier(path: string, { folder, runner }: TestPlace, source: RemedySource): string {
  const relative = relativePath(folder, path);
  const bare = relative.replace(/\.[cm]?[jt]sx?$/, '');
  const asScript = relative.replace(/\.([cm]?)[jt]sx?$/, '.$1js');
  switch (endingsOfImports(path, source)) {
    case 'none':
      return bare;
    case 'script':
      return asScript;
    case 'own':
      return relative;
    case 'unknown':
      // Node itself finds a module by its whole name only.
      if (/\.[cm]?tsx?$/.test(path)) return runner === 'node:test' ? relative : bare;
      return asScript;
  }
}

/** How files around the handler write the endings of what they import: `./a.js`, `./a.ts`, `./a`. */
function endingsOfImports(path: string, source: RemedySource): 'script' | 'own' | 'none' | 'unknown' {
  for (const file of [path, ...source.importersOf(path)]) {
    const module = source.module(file);
    for (const statement of module?.functions[0]?.body ?? []) {
      const value = statement.kind === 'assign' ? (statement.value?.kind === 'member' ? statement.value.object : statement.value) : null;
      if (value?.kind !== 'module' || !value.module.startsWith('.')) continue;
      if (/\.[cm]?jsx?$/.test(value.module)) return 'script';
      if (/\.[cm]?tsx?$/.test(value.module)) return 'own';
      if (!/\.\w+$/.test(value.module)) return 'none';
    }
  }
  return 'unknown';
}

/** How a module is imported by its dotted name: as others do it, by its packages, or from the root. */
export function dottedName(path: string, { root }: TestPlace, source: RemedySource): string {
  for (const importer of source.importersOf(path)) {
    for (const statement of source.module(importer)?.functions[0]?.body ?? []) {
      const value = statement.kind === 'assign' ? statement.value : null;
      const module = value?.kind === 'module' ? value.module : value?.kind === 'member' && value.object.kind === 'module' ? value.object.module : undefined;
      if (module !== undefined && !module.startsWith('.') && source.resolve(importer, module) === path) return module;
    }
  }
  const inside = path.slice(root.length).replace(/^src\//, '');
  return inside.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
}

function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter(Boolean);
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const up = from.slice(shared).map(() => '..');
  return [...(up.length === 0 ? ['.'] : up), ...to.slice(shared)].join('/');
}

/** From the file's own folder to the project's, each ending with `/`. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return Array.from({ length: parts.length + 1 }, (_, up) =>
    parts
      .slice(0, parts.length - up)
      .map((part) => `${part}/`)
      .join(''),
  );
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

export function namesIn(source: RemedySource, folder: string): readonly string[] {
  return source.namesIn?.(folder.replace(/\/$/, '')) ?? [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
