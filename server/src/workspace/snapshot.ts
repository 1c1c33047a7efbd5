/** The frozen state of all files at one moment. Whoever holds one cannot tell whether an editor, a terminal or a test asked. */
import type { DeclaredHandler, Project } from '../analysis/project.js';
import type { Module } from '../ir/model.js';
import { languageOf, loadedFrontEnd } from '../languages/index.js';
import type { Configs } from './configs.js';
import type { Disk } from './disk.js';
import type { OpenDocument } from './document.js';
import { type ImporterIndex, lastSegment, segmentsThatMayMean } from './importers.js';
import type { ModuleStore } from './modules.js';
import { foldersFrom, parentOf } from './paths.js';
import type { Encoding } from './read.js';
import type { Resolution } from './resolve/index.js';
import { isTestPath } from './walk.js';

export interface Snapshot extends Project {
  /** Grows with every change of the workspace. */
  readonly version: number;
  readonly root: string;
  /** The file's text as it is in the editor, else on disk; undefined when there is none or it cannot be read. */
  text(path: string): string | undefined;
  /** Why a file that exists has no text or no module. */
  problem(path: string): string | undefined;
  /** The editor's version of an open file. */
  documentVersion(path: string): number | undefined;
  /** How the file on disk is written; undefined when rewriting it would lose something. */
  encoding(path: string): Encoding | undefined;
}

/** What snapshots between two changes on disk have in common. */
export interface DiskState {
  readonly disk: Disk;
  readonly configs: Configs;
  readonly resolution: Resolution;
  /** Complete after this call; see `workspace.prepareImporters` for the way that does not block. */
  importers(): ImporterIndex;
}

export class WorkspaceSnapshot implements Snapshot {
  readonly version: number;
  readonly root: string;
  readonly #state: DiskState;
  readonly #documents: ReadonlyMap<string, OpenDocument>;
  readonly #store: ModuleStore;
  readonly #conclusions: Map<string, Map<string, unknown>>;
  /** Not held: a scan of thousands of files goes through one snapshot. The store gives the same module again while anybody has it. */
  readonly #modules = new Map<string, WeakRef<Module>>();
  readonly #importers = new Map<string, readonly string[]>();

  constructor(
    version: number,
    state: DiskState,
    documents: ReadonlyMap<string, OpenDocument>,
    store: ModuleStore,
    conclusions: Map<string, Map<string, unknown>>,
  ) {
    this.version = version;
    this.root = state.disk.root;
    this.#state = state;
    this.#documents = documents;
    this.#store = store;
    this.#conclusions = conclusions;
  }

  text(path: string): string | undefined {
    const document = this.#documents.get(path);
    if (document !== undefined) return document.text;
    const result = this.#state.disk.read(path);
    return result === undefined || 'problem' in result ? undefined : result.text;
  }

  problem(path: string): string | undefined {
    const document = this.#documents.get(path);
    if (document !== undefined) return document.problem;
    const result = this.#state.disk.read(path);
    if (result === undefined) return 'does not exist';
    return 'problem' in result ? result.problem : undefined;
  }

  documentVersion(path: string): number | undefined {
    return this.#documents.get(path)?.version;
  }

  encoding(path: string): Encoding | undefined {
    const result = this.#state.disk.read(path);
    return result === undefined || 'problem' in result || result.damaged ? undefined : result.encoding;
  }

  /** An open file's module lives as long as its version is the newest; ask again for it rather than holding it. */
  module(path: string): Module | undefined {
    const document = this.#documents.get(path);
    const known = document === undefined ? this.#modules.get(path)?.deref() : document.knownModule;
    if (known !== undefined) return known;
    const language = languageOf(path);
    const frontEnd = language === undefined ? undefined : loadedFrontEnd(language);
    if (frontEnd === undefined) return undefined;
    if (document !== undefined) return document.module(frontEnd);
    const text = this.text(path);
    const module = text === undefined ? undefined : this.#store.moduleOf(frontEnd, path, text);
    if (module !== undefined) this.#modules.set(path, new WeakRef(module));
    return module;
  }

  resolve(from: string, specifier: string): string | undefined {
    const language = languageOf(from);
    return language === undefined ? undefined : this.#state.resolution.resolve(language, from, specifier);
  }

  filesIn(folder: string): readonly string[] {
    const { disk } = this.#state;
    return disk
      .names(folder)
      .map((name) => (folder === '' ? name : `${folder}/${name}`))
      .filter((path) => languageOf(path) !== undefined && disk.isFile(path) && !isTestPath(path));
  }

  namesIn(folder: string): readonly string[] {
    return this.#state.disk.names(folder);
  }

  declaredHandlers(path: string): readonly DeclaredHandler[] {
    return this.#state.configs.declaredHandlers(path);
  }

  importersOf(path: string): readonly string[] {
    const known = this.#importers.get(path);
    if (known !== undefined) return known;
    const found = new Set<string>();
    // What a test mounts around a handler says nothing of production.
    const asksForTest = isTestPath(path);
    const consider = (from: string, specifier: string): void => {
      if (from !== path && !found.has(from) && (asksForTest || !isTestPath(from)) && this.resolve(from, specifier) === path) found.add(from);
    };
    const names = this.#namesOf(path);
    for (const { from, specifier } of this.#state.importers().candidates(names)) if (!this.#documents.has(from)) consider(from, specifier);
    for (const document of this.#documents.values()) {
      const language = languageOf(document.path);
      if (language === undefined) continue;
      for (const specifier of document.specifiers(language)) if (names.has(lastSegment(specifier))) consider(document.path, specifier);
    }
    const importers = [...found].sort();
    this.#importers.set(path, importers);
    return importers;
  }

  conclusionsOf(path: string): Map<string, unknown> | undefined {
    // The first edit reads the whole file anew, so nothing that was concluded before it holds.
    if (this.#documents.get(path)?.isEdited !== true) return undefined;
    let kept = this.#conclusions.get(path);
    if (kept === undefined) {
      kept = new Map();
      this.#conclusions.set(path, kept);
    }
    return kept;
  }

  /** What an import of the file may end in: parts of its path, names of the packages it lies in, aliases for it alone. */
  #namesOf(path: string): ReadonlySet<string> {
    const { configs } = this.#state;
    const names = segmentsThatMayMean(path);
    for (const folder of foldersFrom(parentOf(path))) {
      const name = configs.packageIn(folder)?.name;
      if (name !== undefined) names.add(lastSegment(name));
    }
    for (const { pattern, targets } of configs.pathMapping(parentOf(path)).paths) {
      if (!pattern.includes('*') && targets.some((target) => path.startsWith(target))) names.add(lastSegment(pattern));
    }
    return names;
  }
}
