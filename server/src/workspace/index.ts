/**
 * Files, versions and what an import means. Only this room changes state; everyone else holds a snapshot.
 *
 * It reads below its root and nowhere else (but for package links, see disk.ts), executes nothing, loads no file of the
 * workspace as a module and writes nothing. What it cannot read becomes a line in the log.
 */
import type { TextChange } from '../languages/front-end.js';
import { languageOf, loadFrontEnd } from '../languages/index.js';
import { Configs } from './configs.js';
import { Disk } from './disk.js';
import { OpenDocument } from './document.js';
import { ImporterIndex, importedSpecifiers } from './importers.js';
import { ModuleStore } from './modules.js';
import { isBelow, toProjectPath } from './paths.js';
import { mayHoldEndpoint } from './prefilter.js';
import { decode, readBytes } from './read.js';
import { Resolution } from './resolve/index.js';
import { type DiskState, type Snapshot, WorkspaceSnapshot } from './snapshot.js';
import { type LeftOut, nothingLeftOut, walk } from './walk.js';

export type { Snapshot } from './snapshot.js';
export type { LeftOut } from './walk.js';

export interface WorkspaceOptions {
  /** An absolute path. */
  readonly root: string;
  /** One line; where it is about a file that cannot be read, it begins with its path. */
  log(line: string, path?: string): void;
}

export interface FilesOptions {
  /** Project path of a folder or file; the whole root without it. */
  readonly under?: string;
  readonly includeTests?: boolean;
  /** False gives every source file, not only those that may hold an endpoint. */
  readonly onlyHandlers?: boolean;
  readonly signal?: AbortSignal;
  /** True for further files that may hold an endpoint, by their path and text. */
  alsoHolds?(path: string, text: string): boolean;
  /** Counts what was passed by. */
  readonly leftOut?: LeftOut;
}

export class Workspace {
  readonly root: string;
  readonly #log: (line: string, path?: string) => void;
  readonly #store: ModuleStore;
  #state: FrozenDisk;
  #documents: ReadonlyMap<string, OpenDocument> = new Map();
  #unsaved: ReadonlySet<string> = new Set();
  #version = 0;
  #snapshot: Snapshot | undefined;
  #conclusions = new Map<string, Map<string, unknown>>();

  constructor(options: WorkspaceOptions) {
    this.root = options.root;
    this.#log = options.log;
    this.#store = new ModuleStore(options.log);
    this.#state = new FrozenDisk(new Disk(options.root, options.log), options.log);
  }

  /** Relative to the root with `/`; undefined for a file outside of it. */
  pathOf(file: string): string | undefined {
    return toProjectPath(this.root, file);
  }

  openDocument(path: string, text: string, version: number): void {
    this.#documents.get(path)?.dispose();
    this.#put(path, new OpenDocument(path, text.startsWith('\uFEFF') ? text.slice(1) : text, version, this.#log));
    this.#conclusions = new Map();
    if (this.#state.disk.isFile(path)) return;
    this.#unsaved = new Set([...this.#unsaved, path]);
    this.#renewDisk([path]);
  }

  /** A change of a file that is not open opens it, if the change says the whole text. */
  changeDocument(path: string, changes: readonly TextChange[] | { readonly text: string }, version: number): void {
    const document = this.#documents.get(path);
    if (document !== undefined) this.#put(path, document.changed(changes, version));
    else if ('text' in changes) this.openDocument(path, changes.text, version);
    else this.#log(`${path} was changed before it was opened; the change is lost`);
  }

  closeDocument(path: string): void {
    this.#documents.get(path)?.dispose();
    const rest = new Map(this.#documents);
    rest.delete(path);
    this.#documents = rest;
    if (this.#unsaved.has(path)) this.#unsaved = new Set([...this.#unsaved].filter((each) => each !== path));
    this.#renewDisk([path]);
  }

  /** Files or folders were written, created or removed on disk. Paths may be absolute; those outside the root are none of our business. */
  filesChanged(paths: readonly string[]): void {
    const inside = paths.flatMap((path) => this.pathOf(path) ?? []);
    if (inside.length > 0) this.#renewDisk(inside.length > manyFiles ? [''] : inside);
  }

  /** Loads what reading this file and its helpers takes. Rejects only if the installation is broken. */
  async ready(path: string): Promise<void> {
    const language = languageOf(path);
    if (language !== undefined) await loadFrontEnd(language);
  }

  snapshot(): Snapshot {
    this.#snapshot ??= new WorkspaceSnapshot(this.#version, this.#state, this.#documents, this.#store, this.#conclusions);
    return this.#snapshot;
  }

  /** The files from which a scan starts, in the order of their paths. Gives way to other work every few milliseconds. */
  async *files(options: FilesOptions = {}): AsyncGenerator<string> {
    const leftOut = options.leftOut ?? nothingLeftOut();
    const { disk } = this.#state;
    const pace = new Pace();
    const walkOptions = { under: options.under ?? '', includeTests: options.includeTests ?? false, isSource, log: this.#log };
    for (const path of walk(this.root, walkOptions, leftOut)) {
      if (pace.isOver()) await pace.rest();
      if (options.signal?.aborted) return;
      if (path === null) continue;
      if (options.onlyHandlers !== false && !this.#mayStart(disk, path, leftOut, options)) continue;
      yield path;
    }
  }

  /** Builds the index behind `importersOf` without blocking. Optional: whoever asks first builds it otherwise. */
  async prepareImporters(signal?: AbortSignal): Promise<void> {
    const state = this.#state;
    const pace = new Pace();
    for (const _ of state.fillImporters()) {
      if (signal?.aborted || state !== this.#state) return;
      if (pace.isOver()) await pace.rest();
    }
  }

  #mayStart(disk: Disk, path: string, leftOut: LeftOut, { alsoHolds }: FilesOptions): boolean {
    const language = languageOf(path);
    if (language === undefined) return false;
    const document = this.#documents.get(path);
    if (document !== undefined) return true;
    const bytes = readBytes(`${this.root}/${path}`);
    if (typeof bytes === 'string') {
      this.#log(`${path} ${bytes}`, path);
      leftOut.tooLarge++;
      return false;
    }
    const isWide = bytes.length > 1 && (bytes[0] ?? 0) >= 0xfe && (bytes[1] ?? 0) >= 0xfe;
    const decoded = isWide ? decode(bytes) : undefined;
    // The signs are ASCII, so the cheapest decoding will do.
    const text = decoded === undefined ? bytes.toString('latin1') : 'problem' in decoded ? '' : decoded.text;
    if (!mayHoldEndpoint(language, text)) return alsoHolds?.(path, text) === true; // which may have read other files into these bytes
    disk.offer(path, bytes);
    return true;
  }

  #put(path: string, document: OpenDocument): void {
    this.#documents = new Map(this.#documents).set(path, document);
    this.#changed();
  }

  #renewDisk(changed: readonly string[]): void {
    this.#state = this.#state.after(changed, this.#unsaved);
    this.#conclusions = new Map();
    this.#changed();
  }

  #changed(): void {
    this.#version++;
    this.#snapshot = undefined;
  }
}

/** One moment of the disk with what was concluded from it. */
class FrozenDisk implements DiskState {
  readonly disk: Disk;
  readonly configs: Configs;
  readonly resolution: Resolution;
  readonly #log: (line: string) => void;
  readonly #importers: ImporterIndex;
  #isFilled = false;

  constructor(disk: Disk, log: (line: string) => void, importers = new ImporterIndex()) {
    this.disk = disk;
    this.configs = new Configs(disk, log);
    this.resolution = new Resolution(disk, this.configs);
    this.#log = log;
    this.#importers = importers;
  }

  importers(): ImporterIndex {
    if (!this.#isFilled) for (const _ of this.fillImporters());
    return this.#importers;
  }

  /** One step a file or folder. */
  *fillImporters(): Generator<void> {
    if (this.#isFilled) return;
    let count = 0;
    for (const path of walk(this.disk.root, { under: '', includeTests: true, isSource, log: () => undefined }, nothingLeftOut())) {
      yield;
      if (path === null) continue;
      if (++count > importerLimit) {
        this.#log(`more than ${importerLimit} source files: who imports a file is looked for in the first ${importerLimit} only`);
        break;
      }
      if (!this.#importers.has(path)) this.#importers.set(path, this.#specifiersOf(path));
    }
    this.#isFilled = true;
  }

  after(changed: readonly string[], unsaved: ReadonlySet<string>): FrozenDisk {
    const isStale = (path: string): boolean => changed.some((each) => isBelow(each, path));
    return new FrozenDisk(this.disk.after(changed, unsaved), this.#log, this.#importers.without(isStale));
  }

  #specifiersOf(path: string): readonly string[] {
    const language = languageOf(path);
    const bytes = readBytes(`${this.disk.root}/${path}`);
    if (language === undefined || typeof bytes === 'string') return [];
    const decoded = decode(bytes);
    return 'problem' in decoded ? [] : importedSpecifiers(language, decoded.text);
  }
}

function isSource(path: string): boolean {
  return languageOf(path) !== undefined;
}

/** Cuts long work into slices: Node has one thread, and a request that waits should not wait long. */
class Pace {
  #since = performance.now();

  isOver(): boolean {
    return performance.now() - this.#since > 10;
  }

  async rest(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#since = performance.now();
  }
}

const manyFiles = 500;
const importerLimit = 20_000;
