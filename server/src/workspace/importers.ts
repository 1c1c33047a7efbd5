/**
 * Who imports a file. Import specifiers are read off the text by one linear expression a language, without parsing, and kept
 * by the last segment of the name they end in; only those that may mean the asked file are then resolved.
 */
import type { LanguageId } from '../ir/model.js';
import { extensionOf, nameOf } from './paths.js';

/** What a file's text seems to import; a superset of what a parser would say (a specifier in a comment counts). */
export function importedSpecifiers(language: LanguageId, text: string): readonly string[] {
  return [...new Set(readers[language]?.(text) ?? [])];
}

/** The files of a tree by the last segments of what they import. */
export class ImporterIndex {
  readonly #specifiers = new Map<string, readonly string[]>();
  #bySegment: Map<string, { readonly from: string; readonly specifier: string }[]> | undefined;

  set(path: string, specifiers: readonly string[]): void {
    this.#specifiers.set(path, specifiers);
    this.#bySegment = undefined;
  }

  has(path: string): boolean {
    return this.#specifiers.has(path);
  }

  /** Without the files that `isStale` names. */
  without(isStale: (path: string) => boolean): ImporterIndex {
    const next = new ImporterIndex();
    for (const [path, specifiers] of this.#specifiers) if (!isStale(path)) next.#specifiers.set(path, specifiers);
    return next;
  }

  /** Imports that end in one of `names`; the caller resolves them to know. */
  *candidates(names: ReadonlySet<string>): Generator<{ readonly from: string; readonly specifier: string }> {
    const index = (this.#bySegment ??= this.#group());
    for (const name of names) yield* index.get(name) ?? [];
  }

  #group(): Map<string, { readonly from: string; readonly specifier: string }[]> {
    const index = new Map<string, { readonly from: string; readonly specifier: string }[]>();
    for (const [from, specifiers] of this.#specifiers) {
      for (const specifier of specifiers) {
        const segment = lastSegment(specifier);
        const row = index.get(segment);
        if (row === undefined) index.set(segment, [{ from, specifier }]);
        else row.push({ from, specifier });
      }
    }
    return index;
  }
}

/** A file goes by its own name, by its folder's when it is the index of a package, and by any folder's above through a package name. */
export function segmentsThatMayMean(path: string): Set<string> {
  const stem = nameOf(path).slice(0, -extensionOf(path).length || undefined);
  return new Set([stem, ...path.split('/').slice(0, -1), '.']);
}

export function lastSegment(specifier: string): string {
  const tail = specifier.slice(specifier.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/, '');
  if (specifier.includes('/')) return tail === '' || /^\.+$/.test(tail) ? '.' : tail;
  const name = tail.slice(tail.lastIndexOf('.') + 1);
  return name === '' ? '.' : name;
}

const readers: Readonly<Record<LanguageId, (text: string) => Iterable<string>>> = {
  *typescript(text) {
    for (const [, specifier] of text.matchAll(/(?:\bfrom|\bimport|\brequire\s{0,4}\(|\bimport\s{0,4}\()\s{0,20}["']([^"'\n\\]{1,300})["']/g)) {
      if (specifier !== undefined) yield specifier.replace(/^node:/, '');
    }
  },
  *python(text) {
    for (const [, module, names, modules] of text.matchAll(pythonImport)) {
      if (module !== undefined) {
        yield module;
        const base = module.endsWith('.') ? module : `${module}.`;
        for (const [name] of (names ?? '').replaceAll(/#[^\n]*|\bas\s+\w+/gu, '').matchAll(/[\p{L}_][\w]*/gu)) yield `${base}${name}`;
      }
      for (const each of (modules ?? '').split(',')) {
        const name = each.trim().split(/\s/, 1)[0];
        if (name !== undefined && name !== '') yield name;
      }
    }
  },
};

const pythonImport = /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]*(\([^)]{0,4000}\)|[^\n(;]{0,1000})|import[ \t]+([^\n;#]{1,1000}))/gmu;
