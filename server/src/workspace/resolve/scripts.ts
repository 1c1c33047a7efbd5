/** Which file an import specifier of TypeScript or JavaScript means. Third-party packages are outside of the project. */
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import type { Configs, PackageFile } from '../configs.js';
import type { Disk } from '../disk.js';
import { foldersFrom, joinPaths, parentOf } from '../paths.js';

export class ScriptResolver {
  readonly #disk: Disk;
  readonly #configs: Configs;
  readonly #workspacePackages = new Map<string, ReadonlyMap<string, string>>();

  constructor(disk: Disk, configs: Configs) {
    this.#disk = disk;
    this.#configs = configs;
  }

  resolve(from: string, specifier: string): string | undefined {
    const folder = parentOf(from);
    if (/^\.\.?(?:\/|$)/.test(specifier)) return this.#fileOrFolder(joinPaths(folder, specifier));
    if (specifier === '' || specifier.startsWith('/') || specifier.includes(':') || isBuiltin(specifier)) return undefined;
    if (specifier.startsWith('#')) return this.#packageImport(folder, specifier) ?? this.#mapped(folder, specifier);
    return this.#mapped(folder, specifier) ?? this.#workspacePackage(folder, specifier) ?? this.#conventional(folder, specifier);
  }

  // ------------------------------------------------------------------------------------------------ files

  /** `./hooks` is hooks.ts, hooks/index.ts ...; `./hooks.js` is hooks.ts where only that exists. */
  #fileOrFolder(path: string | undefined): string | undefined {
    if (path === undefined) return undefined;
    const file = this.#file(path);
    if (file !== undefined) return file;
    if (this.#disk.kind(path) !== 'folder') return undefined;
    const described = this.#configs.packageIn(path);
    return (described === undefined ? undefined : this.#mainOf(described)) ?? this.#file(path === '' ? 'index' : `${path}/index`);
  }

  #file(path: string): string | undefined {
    for (const [compiled, sources] of compiledForms) {
      if (!path.endsWith(compiled)) continue;
      const stem = path.slice(0, -compiled.length);
      for (const source of sources) if (this.#disk.isFile(stem + source)) return stem + source;
    }
    if (readable.test(path) && this.#disk.isFile(path)) return path;
    for (const extension of extensions) if (this.#disk.isFile(path + extension)) return path + extension;
    return undefined;
  }

  // --------------------------------------------------------------------------------------------- mappings

  #mapped(folder: string, specifier: string): string | undefined {
    const mapping = this.#configs.pathMapping(folder);
    for (const target of targetsOf(mapping.paths, specifier)) {
      const found = this.#fileOrFolder(target);
      if (found !== undefined) return found;
    }
    return mapping.baseUrl === undefined ? undefined : this.#fileOrFolder(joinPaths(mapping.baseUrl, specifier));
  }

  /** Prefixes that frameworks' generated configuration defines; that file is not in the repository. */
  #conventional(folder: string, specifier: string): string | undefined {
    for (const [prefix, places] of conventionalPrefixes) {
      if (!specifier.startsWith(prefix)) continue;
      for (const base of foldersFrom(folder)) {
        if (this.#configs.packageIn(base) === undefined) continue;
        for (const place of places) {
          const found = this.#fileOrFolder(joinPaths(base, `${place}/${specifier.slice(prefix.length)}`));
          if (found !== undefined) return found;
        }
      }
    }
    return undefined;
  }

  // --------------------------------------------------------------------------------------------- packages

  #packageImport(folder: string, specifier: string): string | undefined {
    const own = this.#configs.nearestPackage(folder);
    return own === undefined ? undefined : this.#fromTable(own, own.fields.imports, specifier);
  }

  #workspacePackage(folder: string, specifier: string): string | undefined {
    const [, name, rest] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/.exec(specifier) ?? [];
    if (name === undefined) return undefined;
    const target = this.#workspaceFolder(folder, name);
    const found = target === undefined ? undefined : this.#configs.packageIn(target);
    if (target === undefined || found === undefined) return undefined;
    if (rest === undefined || rest === '') return this.#mainOf(found);
    return this.#fromExports(found, `./${rest}`) ?? this.#fileOrFolder(joinPaths(target, rest)) ?? this.#fileOrFolder(joinPaths(target, `src/${rest}`));
  }

  #workspaceFolder(folder: string, name: string): string | undefined {
    for (const base of foldersFrom(folder)) {
      const own = this.#configs.packageIn(base);
      if (own?.name === name) return base;
      const member = this.#membersOf(base)?.get(name);
      if (member !== undefined) return member;
      const link = base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`;
      if (this.#disk.kind(link) === 'folder' && this.#disk.isLink(link)) {
        const target = this.#disk.canonical(link);
        if (target === link || !target.split('/').includes('node_modules')) return target;
      }
    }
    return undefined;
  }

  #membersOf(base: string): ReadonlyMap<string, string> | undefined {
    const globs = this.#configs.workspaceGlobs(base);
    if (globs === undefined) return undefined;
    let members = this.#workspacePackages.get(base);
    if (members === undefined) {
      members = this.#findMembers(base, globs);
      this.#workspacePackages.set(base, members);
    }
    return members;
  }

  #findMembers(base: string, globs: readonly string[]): ReadonlyMap<string, string> {
    const members = new Map<string, string>();
    const patterns = globs.flatMap((glob) => {
      const negated = glob.startsWith('!');
      const plain = glob.replace(/^!/, '').replace(/^\.\//, '').replace(/\/+$/, '');
      return plain === '' || plain.startsWith('/') || plain.split('/').includes('..') ? [] : [`${negated ? '!' : ''}${plain}/package.json`];
    });
    const found = globSync(patterns, {
      cwd: join(this.#disk.root, base),
      ignore: ['**/node_modules/**'],
      followSymbolicLinks: false,
      expandDirectories: false,
    });
    for (const file of found.sort()) {
      const folder = joinPaths(base, parentOf(file.replaceAll('\\', '/')));
      const name = folder === undefined ? undefined : this.#configs.packageIn(folder)?.name;
      if (folder !== undefined && name !== undefined && !members.has(name)) members.set(name, folder);
    }
    return members;
  }

  /** The file a package means by its own name: sources before what is built from them. */
  #mainOf(described: PackageFile): string | undefined {
    const { fields, folder } = described;
    const named = [fields.source, fields.types, fields.typings, fields.module, fields.main].filter((each): each is string => typeof each === 'string');
    const exported = this.#fromExports(described, '.');
    if (exported !== undefined) return exported;
    for (const target of named) {
      const found = this.#target(folder, target);
      if (found !== undefined) return found;
    }
    return this.#file(inside(folder, 'src/index')) ?? this.#file(inside(folder, 'index'));
  }

  #fromExports(described: PackageFile, subpath: string): string | undefined {
    const table = described.fields.exports;
    const isTable = typeof table === 'object' && table !== null && !Array.isArray(table) && Object.keys(table).some((key) => key.startsWith('.'));
    return this.#fromTable(described, isTable ? table : { '.': table }, subpath);
  }

  #fromTable(described: PackageFile, table: unknown, key: string): string | undefined {
    if (typeof table !== 'object' || table === null) return undefined;
    const rows = Object.entries(table).map(([pattern, value]) => ({ pattern, targets: conditionalTargets(value) }));
    for (const target of targetsOf(rows, key)) {
      const found = target.startsWith('./') ? this.#target(described.folder, target) : this.#workspacePackage(described.folder, target);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #target(folder: string, target: string): string | undefined {
    const path = joinPaths(folder, target);
    if (path === undefined) return undefined;
    const built = target.replace(/^\.\//, '').match(/^(?:dist|build|lib|out|esm|cjs)\/(?:(?:esm|cjs|types|src)\/)?(.+)$/);
    if (built?.[1] !== undefined) {
      const source = this.#file(inside(folder, `src/${built[1].replace(declaration, '.js')}`));
      if (source !== undefined) return source;
    }
    return declaration.test(path) ? this.#file(path.replace(declaration, '.js')) : this.#fileOrFolder(path);
  }
}

const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
const readable = /(?<!\.d)\.(?:[mc]?tsx?|[mc]?jsx?)$/;
const declaration = /\.d\.[mc]?ts$/;
const compiledForms: readonly (readonly [string, readonly string[]])[] = [
  ['.js', ['.ts', '.tsx', '.js', '.jsx']],
  ['.jsx', ['.tsx', '.jsx']],
  ['.mjs', ['.mts', '.mjs']],
  ['.cjs', ['.cts', '.cjs']],
];
const conventionalPrefixes: readonly (readonly [string, readonly string[]])[] = [
  ['$lib/', ['src/lib']],
  ['~~/', ['']],
  ['@@/', ['']],
  ['~/', ['', 'app', 'src', 'server']],
  ['@/', ['src', '', 'app']],
];

function inside(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

/** The targets of the pattern that fits best: the exact one, else the one with the longest text before its `*`. */
function targetsOf(rows: readonly { readonly pattern: string; readonly targets: readonly string[] }[], specifier: string): readonly string[] {
  let best: { readonly before: string; readonly targets: readonly string[] } | undefined;
  for (const { pattern, targets } of rows) {
    if (pattern === specifier) return targets;
    const star = pattern.indexOf('*');
    if (star === -1) continue;
    const before = pattern.slice(0, star);
    const after = pattern.slice(star + 1);
    if (!specifier.startsWith(before) || !specifier.endsWith(after) || specifier.length < before.length + after.length) continue;
    if (best !== undefined && best.before.length >= before.length) continue;
    const matched = specifier.slice(before.length, specifier.length - after.length);
    best = { before, targets: targets.map((target) => target.replaceAll('*', matched)) };
  }
  return best?.targets ?? [];
}

/** Every target that some condition leads to, sources first, then code, then declarations. */
function conditionalTargets(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > 8) return [];
  if (Array.isArray(value)) return value.flatMap((each) => conditionalTargets(each, depth + 1));
  const rank = (condition: string): number => (/source|src|development|bun/.test(condition) ? 0 : condition === 'types' ? 2 : 1);
  return Object.entries(value)
    .sort(([left], [right]) => rank(left) - rank(right))
    .flatMap(([, each]) => conditionalTargets(each, depth + 1));
}
