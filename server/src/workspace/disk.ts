/**
 * The files below one root as they were when first looked at: listings and texts are read once and kept, so every question
 * that is asked of one `Disk` gets the same answer. A change on disk makes a new `Disk` that takes over what still holds.
 *
 * Nothing outside the root is read, except through the links that package managers put into `node_modules`.
 */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { foldersFrom, isBelow, nameOf, parentOf, toProjectPath } from './paths.js';
import { decode, type ReadResult, readSource } from './read.js';

export type EntryKind = 'file' | 'folder';

type Entry = EntryKind | 'link';

export class Disk {
  readonly root: string;
  readonly #log: (line: string, path?: string) => void;
  readonly #listings = new Map<string, ReadonlyMap<string, Entry>>();
  readonly #links = new Map<string, { readonly kind: EntryKind | undefined; readonly target: string | undefined }>();
  readonly #texts = new Map<string, ReadResult>();
  /** Files that exist only in an editor. */
  readonly #unsaved: ReadonlySet<string>;
  #realRoot: string | undefined;

  constructor(root: string, log: (line: string, path?: string) => void, unsaved: ReadonlySet<string> = new Set()) {
    this.root = root;
    this.#log = log;
    this.#unsaved = unsaved;
  }

  kind(path: string): EntryKind | undefined {
    if (path === '') return 'folder';
    if (this.#unsaved.has(path)) return 'file';
    const folder = parentOf(path);
    if (this.kind(folder) !== 'folder') return undefined;
    const entry = this.#list(folder).get(nameOf(path));
    return entry === 'link' ? this.#follow(path).kind : entry;
  }

  isFile(path: string): boolean {
    return this.kind(path) === 'file';
  }

  /** The names in a folder, sorted; empty when there is no such folder or it cannot be read. */
  names(folder: string): readonly string[] {
    return this.kind(folder) === 'folder' ? [...this.#list(folder).keys()] : [];
  }

  isLink(path: string): boolean {
    return this.kind(path) !== undefined && this.#list(parentOf(path)).get(nameOf(path)) === 'link';
  }

  /** The file's text, or why there is none; undefined when there is no such file. */
  read(path: string): ReadResult | undefined {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    if (this.kind(path) !== 'file') return undefined;
    return this.#keep(path, readSource(join(this.root, path)));
  }

  /** Takes bytes that somebody has read already, to save the second reading. */
  offer(path: string, bytes: Buffer): void {
    if (!this.#texts.has(path)) this.#keep(path, decode(bytes));
  }

  /** The same file by its own address, when `path` goes through links that stay inside the root. */
  canonical(path: string): string {
    if (this.#links.size === 0) return path;
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      const target = this.#links.get(path.slice(0, slash))?.target;
      if (target !== undefined) return this.canonical(target === '' ? path.slice(slash + 1) : `${target}${path.slice(slash)}`);
    }
    return this.#links.get(path)?.target ?? path;
  }

  /** What holds after `changed` files or folders were written, created or removed. */
  after(changed: readonly string[], unsaved: ReadonlySet<string>): Disk {
    const next = new Disk(this.root, this.#log, unsaved);
    next.#realRoot = this.#realRoot;
    const stale = new Set(changed.flatMap((path) => [path, ...foldersFrom(parentOf(path))]));
    const gone = (path: string): boolean => changed.some((each) => isBelow(each, path));
    for (const [folder, entries] of this.#listings) if (!stale.has(folder) && !gone(folder)) next.#listings.set(folder, entries);
    for (const [path, link] of this.#links) if (!gone(path)) next.#links.set(path, link);
    for (const [path, text] of this.#texts) if (!gone(path)) next.#texts.set(path, text);
    return next;
  }

  #keep(path: string, result: ReadResult): ReadResult {
    if ('problem' in result) this.#log(`${path} ${result.problem}`, path);
    else if (result.damaged) this.#log(`${path} is not valid ${result.encoding.toUpperCase()}; unreadable bytes were replaced`, path);
    this.#texts.set(path, result);
    return result;
  }

  #list(folder: string): ReadonlyMap<string, Entry> {
    const known = this.#listings.get(folder);
    if (known !== undefined) return known;
    const entries = new Map<string, Entry>();
    try {
      const found = readdirSync(join(this.root, folder), { withFileTypes: true });
      for (const entry of found.sort(byName)) {
        const kind = kindOf(entry);
        if (kind !== undefined) entries.set(entry.name, kind);
      }
    } catch (error) {
      this.#log(`${folder === '' ? 'the root folder' : folder} cannot be listed (${String(error)})`);
    }
    this.#listings.set(folder, entries);
    return entries;
  }

  #follow(path: string): { readonly kind: EntryKind | undefined; readonly target: string | undefined } {
    const known = this.#links.get(path);
    if (known !== undefined) return known;
    let link: { kind: EntryKind | undefined; target: string | undefined } = { kind: undefined, target: undefined };
    try {
      const file = join(this.root, path);
      const real = realpathSync(file);
      this.#realRoot ??= realpathSync(this.root);
      const target = toProjectPath(this.#realRoot, real);
      const kind = kindOf(statSync(real));
      if (target !== undefined || packageLink.test(path)) link = { kind: kind === 'link' ? undefined : kind, target };
    } catch (error) {
      this.#log(`${path} leads nowhere (${String(error)})`);
    }
    this.#links.set(path, link);
    return link;
  }
}

const packageLink = /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/;

function kindOf(entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): Entry | undefined {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : undefined;
}

function byName(left: Dirent, right: Dirent): number {
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
}
