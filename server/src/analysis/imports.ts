/**
 * What comes from other files: imports, re-exports, names that are known without an import. Everything ends in a canonical name, or
 * in the project's own function, class or file.
 */
import type { Binding, ExportRow, Module } from '../ir/model.js';
import type { Project } from './project.js';
import { bits, changed, unknown, type Value, value } from './value.js';
import type { Frame, Remembered, World } from './world.js';

export class Imports {
  private readonly wholes = new Map<string, Remembered<Value>>();
  private readonly stars = new Map<string, Remembered<readonly string[]>>();
  private readonly exporters = new Map<string, Remembered<ReadonlyMap<string, string>>>();

  constructor(private readonly world: World) {}

  /** What `module.imported` is, seen from `from`. */
  imported(from: string, specifier: string, imported: string | null): Value {
    const path = this.world.project.resolve(from, specifier);
    if (path === undefined) {
      if (imported !== null && imported !== 'default') {
        const submodule = this.world.project.resolve(from, submoduleOf(specifier, imported));
        if (submodule !== undefined) return this.namespace(submodule);
      }
      const row = imported === null ? undefined : this.world.rows.member(specifier);
      // `import { SECRET } from '$env/static/private'`: the module is the environment.
      if (row?.is?.includes('environment') && imported !== null)
        return value({
          name: `${specifier}.${imported}`,
          traits: bits(row.is),
          setting: { name: imported, fallback: null, at: { path: from, range: { start: 0, end: 0 } } },
        });
      return value({ name: imported === null || imported === 'default' ? specifier : `${specifier}.${imported}`, truth: 4 });
    }
    if (imported === null) return this.whole(path);
    const found = this.exported(path, imported, new Set());
    if (found !== null) return found;
    const submodule = this.world.project.resolve(from, submoduleOf(specifier, imported));
    if (submodule !== undefined && submodule !== path) return this.namespace(submodule);
    return unknown;
  }

  /** A name that nothing in the file declares: `from flask import *`, `from .checks import *`. */
  undeclared(path: string, name: string): Value | null {
    return this.starsOf(path).length === 0 ? null : this.starred(path, name, new Set([`${path}|${name}`]));
  }

  /** A name that nothing declares, where the framework makes the exports of some folders known to every file. */
  autoImported(from: string, name: string): Value | null {
    for (const { root, folders } of this.world.rows.autoImports) {
      const at = `/${from}`.lastIndexOf(`/${root}/`);
      if (at < 0) continue;
      const path = this.exportersBelow(from.slice(0, at), from.slice(0, at + root.length + 1), folders).get(name);
      if (path !== undefined && path !== from) return this.exported(path, name, new Set());
    }
    return null;
  }

  /** An exported name of a project file; null when it has none of that name. */
  exported(path: string, name: string, seen: Set<string>): Value | null {
    const key = `${path}|${name}`;
    if (seen.has(key)) return null;
    seen.add(key);
    const module = this.world.project.module(path);
    if (module === undefined) return null;
    const frame: Frame = { path, module, self: null, stack: [] };
    const own = this.world.exportedExpr(path, name);
    if (own?.kind === 'module') return this.reExported(path, own.module, own.imported, seen);
    if (own !== undefined) return this.world.readStatically(own, frame);
    if (name !== 'default') {
      for (const specifier of this.wholeReExports(path)) {
        const target = this.world.project.resolve(path, specifier);
        const found = target === undefined ? null : this.exported(target, name, seen);
        if (found !== null) return found;
      }
      const whole = this.world.exportedExpr(path, 'default');
      const entry = whole?.kind === 'record' ? whole.entries.find((one) => one.key === name) : undefined;
      if (entry) return this.world.readStatically(entry.value, frame);
    }
    const binding = this.importable(path, name);
    return binding ? this.world.meaning(path, binding.id) : this.starred(path, name, seen);
  }

  /** A name of the module's top level, where a language exports all of them. */
  importable(path: string, name: string): Binding | undefined {
    const id = this.world.asked(`top ${path} ${name}`, (project) => {
      const module = project.module(path);
      return module?.exports.length === 0 ? module.bindings.find((one) => one.owner === 0 && one.name === name)?.id : undefined;
    });
    return id === undefined ? undefined : this.world.bindingAt(path, id);
  }

  private reExported(path: string, specifier: string, imported: string | null, seen: Set<string>): Value {
    const target = this.world.project.resolve(path, specifier);
    if (target === undefined || imported === null) return this.imported(path, specifier, imported);
    return this.exported(target, imported, seen) ?? unknown;
  }

  private starred(path: string, name: string, seen: Set<string>): Value | null {
    for (const specifier of this.starsOf(path)) {
      const target = this.world.project.resolve(path, specifier);
      if (target === undefined ? this.world.rows.begins(`${specifier}.${name}`) : this.exported(target, name, seen) !== null)
        return this.imported(path, specifier, name);
    }
    return null;
  }

  private namespace(path: string): Value {
    return value({ name: `file:${path}`, truth: 4 });
  }

  /** A file imported whole: what `module.exports = ...` gives it, where that is one thing, else its names. */
  private whole(path: string): Value {
    const names = this.namespace(path);
    // Files may import each other.
    return this.world.once(this.wholes, path, names, () => {
      const own = this.world.exportedExpr(path, 'default');
      if (own === undefined || own.kind === 'record') return names;
      const held = this.exported(path, 'default', new Set()) ?? unknown;
      if (!held.callable && !held.classRef && !held.instance && (held.name === null || held.name.startsWith('file:'))) return names;
      const all = this.exportedNames(path);
      const beside = all.filter((name) => name !== '*').map((name) => [name, this.exported(path, name, new Set()) ?? unknown] as const);
      return all.length > 1 ? changed(held, { fields: new Map(beside) }) : held;
    });
  }

  private exportersBelow(top: string, base: string, folders: readonly string[]): ReadonlyMap<string, string> {
    return this.world.once(this.exporters, base, none, () => {
      const exporters = new Map<string, string>();
      for (const folder of folders)
        for (const path of this.world.project.filesIn?.(folder.startsWith('/') ? `${top}${top === '' ? folder.slice(1) : folder}` : `${base}${folder}`) ?? [])
          for (const name of this.exportedNames(path)) if (!exporters.has(name)) exporters.set(name, path);
      return exporters;
    });
  }

  private exportedNames(path: string): readonly string[] {
    return linesOf(
      this.world.asked(`names ${path}`, (project) =>
        exportsOf(project, path)
          .map(({ name }) => name)
          .join('\n'),
      ),
    );
  }

  /** `export * from`. */
  private wholeReExports(path: string): readonly string[] {
    const ask = (project: Project): string =>
      exportsOf(project, path)
        .flatMap(({ name, value: of }) => (name === '*' && of.kind === 'module' ? [of.module] : []))
        .join('\n');
    return linesOf(this.world.asked(`* ${path}`, ask));
  }

  /** The modules that a file imports everything of. */
  private starsOf(path: string): readonly string[] {
    return this.world.once(this.stars, path, [], () => linesOf(this.world.asked(`stars ${path}`, (project) => starsIn(project.module(path)).join('\n'))));
  }
}

const none: ReadonlyMap<string, string> = new Map();

/** `package.name`; a dot at the end is Python's for the package at hand. */
export function submoduleOf(specifier: string, name: string): string {
  return specifier.endsWith('.') ? `${specifier}${name}` : `${specifier}.${name}`;
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}

function exportsOf(project: Project, path: string): readonly ExportRow[] {
  return project.module(path)?.exports ?? [];
}

const stars = new WeakMap<Module, readonly string[]>();

function starsIn(module: Module | undefined): readonly string[] {
  if (module === undefined) return [];
  let found = stars.get(module);
  if (found === undefined) {
    const [top] = module.functions;
    found = (top?.body ?? []).flatMap((statement) =>
      statement.kind === 'opaque' && statement.syntax === 'star-import' ? statement.parts.flatMap((part) => (part.kind === 'module' ? [part.module] : [])) : [],
    );
    stars.set(module, found);
  }
  return found;
}
