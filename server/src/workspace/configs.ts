/** The few configuration files that say what an import means. They are read as data, never run; what is malformed counts as absent. */
import { parse as parseYaml } from 'yaml';
import type { DeclaredHandler } from '../analysis/project.js';
import { type DeclaredFunction, declaredFunctions, deploymentFiles, terraformFolders } from './deployments.js';
import type { Disk } from './disk.js';
import { jsonValue } from './json.js';
import { foldersFrom, joinPaths, parentOf } from './paths.js';
import { terraformFunctions } from './terraform.js';

export interface PackageFile {
  readonly folder: string;
  readonly name: string | undefined;
  /** As written; shapes differ from package to package. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** `paths` and `baseUrl` of a tsconfig.json or jsconfig.json after `extends`; folders are project paths. */
export interface PathMapping {
  readonly baseUrl: string | undefined;
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

export class Configs {
  readonly #disk: Disk;
  readonly #log: (line: string) => void;
  readonly #packages = new Map<string, PackageFile | undefined>();
  readonly #mappings = new Map<string, PathMapping | undefined>();
  readonly #nearestMappings = new Map<string, PathMapping>();
  readonly #workspaces = new Map<string, readonly string[] | undefined>();
  readonly #requirements = new Map<string, ReadonlySet<string>>();
  readonly #members = new Map<string, readonly string[]>();
  readonly #declared = new Map<string, readonly DeclaredFunction[]>();

  constructor(disk: Disk, log: (line: string) => void) {
    this.#disk = disk;
    this.#log = log;
  }

  packageIn(folder: string): PackageFile | undefined {
    return remembered(this.#packages, folder, () => {
      const fields = this.#json(join(folder, 'package.json'));
      return fields === undefined ? undefined : { folder, name: typeof fields.name === 'string' ? fields.name : undefined, fields };
    });
  }

  nearestPackage(folder: string): PackageFile | undefined {
    for (const each of foldersFrom(folder)) {
      const found = this.packageIn(each);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Globs of the packages of the workspace whose root `folder` is; undefined when it is none. */
  workspaceGlobs(folder: string): readonly string[] | undefined {
    return remembered(this.#workspaces, folder, () => {
      const pnpm = this.#text(join(folder, 'pnpm-workspace.yaml'));
      if (pnpm !== undefined) return strings(record(this.#yaml(join(folder, 'pnpm-workspace.yaml'), pnpm)).packages);
      const listed = this.packageIn(folder)?.fields.workspaces;
      if (listed === undefined) return undefined;
      return Array.isArray(listed) ? strings(listed) : strings(record(listed).packages);
    });
  }

  /** The mapping of the nearest tsconfig.json or jsconfig.json at or above `folder`; empty when there is none. */
  pathMapping(folder: string): PathMapping {
    return remembered(this.#nearestMappings, folder, () => {
      for (const name of ['tsconfig.json', 'jsconfig.json']) {
        const file = join(folder, name);
        if (this.#disk.isFile(file)) return this.#mapping(file, new Set()) ?? noMapping;
      }
      return folder === '' ? noMapping : this.pathMapping(parentOf(folder));
    });
  }

  /** Names of the distributions that the Python project around `folder` depends on, in lower case with `_`. */
  requirements(folder: string): ReadonlySet<string> {
    return remembered(this.#requirements, folder, () => {
      const names = new Set<string>(folder === '' ? [] : this.requirements(parentOf(folder)));
      for (const file of this.#disk.names(folder)) {
        if (/^requirements.*\.(?:txt|in)$/.test(file)) {
          for (const [, name] of (this.#text(join(folder, file)) ?? '').matchAll(/^[ \t]*([A-Za-z0-9][\w.-]*)/gm)) names.add(plain(name ?? ''));
        } else if (file === 'pyproject.toml' || file === 'Pipfile') {
          for (const [, quoted, bare] of (this.#text(join(folder, file)) ?? '').matchAll(
            /^[ \t]*["']([A-Za-z0-9][\w.-]*)|^[ \t]*([A-Za-z0-9][\w.-]*)[ \t]*=/gm,
          ))
            names.add(plain(quoted ?? bare ?? ''));
        }
      }
      return names;
    });
  }

  /**
   * Folders of the Python distributions that a project file in `folder` takes in from the same tree: members of a uv workspace, path
   * dependencies, editable installs.
   */
  pythonMembers(folder: string): readonly string[] {
    return remembered(this.#members, folder, () => {
      const found: string[] = [];
      const add = (path: string): void => {
        const at = joinPaths(folder, path.replace(/\/\*$/, ''));
        if (at === undefined) return;
        if (path.endsWith('/*')) found.push(...this.#disk.names(at).map((name) => join(at, name)));
        else found.push(at);
      };
      for (const file of this.#disk.names(folder)) {
        const isProject = file === 'pyproject.toml' || file === 'Pipfile';
        if (!isProject && !/^requirements.*\.(?:txt|in)$/.test(file)) continue;
        const text = this.#text(join(folder, file)) ?? '';
        if (!isProject) for (const [, path] of text.matchAll(/^[ \t]*(?:-e|--editable)[ \t=]+(?:file:)?(\.[\w./-]*)/gm)) add(path ?? '');
        else {
          const [, members = ''] = /^\[tool\.uv\.workspace\][^[]*?^members[ \t]*=[ \t]*\[([^\]]*)\]/m.exec(text) ?? [];
          for (const [, path] of members.matchAll(/["']([\w./-]+(?:\/\*)?)["']/g)) add(path ?? '');
          for (const [, path] of text.matchAll(/\bpath[ \t]*=[ \t]*["'](\.[\w./-]*)["']/g)) add(path ?? '');
        }
      }
      return [...new Set(found)];
    });
  }

  /** What deployment files in the folders above say of the exports of a code file. */
  declaredHandlers(path: string): readonly DeclaredHandler[] {
    const stem = path.replace(/\.[^./]+$/, '');
    return [...foldersFrom(parentOf(path))].flatMap((folder) => this.#declaredIn(folder).filter((one) => one.stem === stem));
  }

  #declaredIn(folder: string): readonly DeclaredFunction[] {
    return remembered(this.#declared, folder, () => {
      const names = this.#disk.names(folder);
      const below = names.filter((name) => terraformFolders.includes(name)).map((name) => join(folder, name));
      return [
        ...names
          .filter((name) => deploymentFiles.includes(name))
          .flatMap((name) => declaredFunctions(this.#yaml(join(folder, name), this.#text(join(folder, name)) ?? ''), folder)),
        ...[folder, ...below].flatMap((one) => this.#inTerraform(one)),
      ];
    });
  }

  #inTerraform(folder: string): readonly DeclaredFunction[] {
    const files = this.#disk.names(folder).filter((name) => name.endsWith('.tf'));
    return files.length === 0
      ? []
      : terraformFunctions(
          files.map((name) => this.#text(join(folder, name)) ?? ''),
          folder,
        );
  }

  #mapping(file: string, seen: Set<string>): PathMapping | undefined {
    if (!this.#mappings.has(file) && seen.has(file)) return undefined;
    seen.add(file);
    return remembered(this.#mappings, file, () => {
      const config = this.#json(file);
      if (config === undefined) return undefined;
      const folder = parentOf(file);
      let mapping: PathMapping | undefined;
      for (const base of strings(Array.isArray(config.extends) ? config.extends : [config.extends])) {
        const baseFile = this.#extended(folder, base);
        const inherited = baseFile === undefined ? undefined : this.#mapping(baseFile, seen);
        if (inherited !== undefined)
          mapping = { baseUrl: inherited.baseUrl ?? mapping?.baseUrl, paths: inherited.paths.length > 0 ? inherited.paths : (mapping?.paths ?? []) };
      }
      const options = record(config.compilerOptions);
      const baseUrl = typeof options.baseUrl === 'string' ? joinPaths(folder, options.baseUrl) : mapping?.baseUrl;
      const own = Object.entries(record(options.paths)).map(([pattern, targets]) => ({
        pattern,
        targets: strings(targets).flatMap((target) => joinPaths(baseUrl ?? folder, target.replace('${configDir}', '.')) ?? []),
      }));
      const paths = own.length > 0 ? own : (mapping?.paths ?? []);
      if (paths.length > 0 || baseUrl !== undefined) return { baseUrl, paths };
      return this.#referenced(folder, config, seen);
    });
  }

  /** A solution file has no options of its own; the projects it refers to have. */
  #referenced(folder: string, config: Readonly<Record<string, unknown>>, seen: Set<string>): PathMapping | undefined {
    const references = Array.isArray(config.references) ? config.references : [];
    for (const reference of references) {
      const path = record(reference).path;
      const target = typeof path === 'string' ? joinPaths(folder, path) : undefined;
      if (target === undefined || target === '') continue;
      const mapping = this.#mapping(target.endsWith('.json') ? target : join(target, 'tsconfig.json'), seen);
      if (mapping !== undefined && (mapping.paths.length > 0 || mapping.baseUrl !== undefined)) return mapping;
    }
    return undefined;
  }

  /** `extends` names a file beside, or a file of a package that lies in `node_modules`. */
  #extended(folder: string, base: string): string | undefined {
    if (base.startsWith('/')) return undefined;
    if (/^\.\.?(?:\/|$)/.test(base)) return this.#firstFile([joinPaths(folder, base)]);
    for (const each of foldersFrom(folder)) {
      const found = this.#firstFile([join(each, `node_modules/${base}`)]);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #firstFile(paths: readonly (string | undefined)[]): string | undefined {
    for (const path of paths) {
      if (path === undefined) continue;
      for (const candidate of [path, `${path}.json`, join(path, 'tsconfig.json')]) if (this.#disk.isFile(candidate)) return candidate;
    }
    return undefined;
  }

  #json(file: string): Readonly<Record<string, unknown>> | undefined {
    const text = this.#text(file);
    if (text === undefined) return undefined;
    const { content, errors } = jsonValue(text);
    if (errors.length > 0) this.#log(`${file} is malformed; what could be read of it is used`);
    return content === undefined ? undefined : record(content);
  }

  #yaml(file: string, text: string): unknown {
    try {
      // Templates have tags of their own (`!Sub`); their values are no handlers.
      return parseYaml(text, { logLevel: 'silent' });
    } catch (error) {
      this.#log(`${file} is malformed and not used (${String(error).split('\n', 1)[0]})`);
      return undefined;
    }
  }

  #text(file: string): string | undefined {
    const result = this.#disk.read(file);
    return result === undefined || 'problem' in result ? undefined : result.text;
  }
}

const noMapping: PathMapping = { baseUrl: undefined, paths: [] };

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-.]/g, '_');
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  if (known.has(key)) return known.get(key) as Value;
  const value = make();
  known.set(key, value);
  return value;
}
