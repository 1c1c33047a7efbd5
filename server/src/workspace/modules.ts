/** Lowered modules by the content of their file, shared between snapshots: an unchanged text is lowered once. */
import { createHash } from 'node:crypto';
import type { Module } from '../ir/model.js';
import type { FrontEnd } from '../languages/front-end.js';
import { extensionOf } from './paths.js';

export class ModuleStore {
  readonly #log: (line: string) => void;
  /** Held against collection, oldest first. */
  readonly #recent = new Map<string, { readonly module: Module; readonly size: number }>();
  /** What somebody else still holds is given out again, so that a file stays one module as long as anybody can compare. */
  readonly #alive = new Map<string, WeakRef<Module>>();
  #size = 0;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  moduleOf(frontEnd: FrontEnd, path: string, text: string): Module | undefined {
    const key = `${extensionOf(path)}:${createHash('sha1').update(text).digest('base64')}`;
    const known = this.#recent.get(key)?.module ?? this.#alive.get(key)?.deref();
    const module = known ?? lowered(frontEnd, path, text, this.#log);
    if (module !== undefined) this.#hold(key, module, text.length);
    return module;
  }

  #hold(key: string, module: Module, size: number): void {
    const held = this.#recent.delete(key);
    this.#recent.set(key, { module, size });
    this.#alive.set(key, new WeakRef(module));
    if (held) return;
    this.#size += size;
    for (const [oldest, entry] of this.#recent) {
      if (this.#size <= charactersHeld) break;
      this.#recent.delete(oldest);
      this.#size -= entry.size;
    }
    if (this.#alive.size > 4 * this.#recent.size + 1000) for (const [each, module] of this.#alive) if (module.deref() === undefined) this.#alive.delete(each);
  }
}

/** The module alone: the tree is given back at once. */
export function lowered(frontEnd: FrontEnd, path: string, text: string, log: (line: string) => void): Module | undefined {
  try {
    const parsed = frontEnd.parse(path, text);
    const module = parsed.module;
    parsed.dispose();
    return module;
  } catch (error) {
    log(`${path} could not be read (${String(error)})`);
    return undefined;
  }
}

/** A module weighs some ten times its text. */
const charactersHeld = 1_500_000;
