/** One version of a file that is open in an editor. The next version takes over its tree, so that typing costs only what changed. */
import type { LanguageId, Module } from '../ir/model.js';
import type { FrontEnd, ParsedFile, TextChange } from '../languages/front-end.js';
import { importedSpecifiers } from './importers.js';
import { lowered } from './modules.js';
import { SIZE_LIMIT } from './read.js';

export class OpenDocument {
  readonly path: string;
  readonly text: string;
  readonly version: number;
  /** What the text imports, as written; found out when somebody asks. */
  #specifiers: readonly string[] | undefined;
  /** False for what was opened and is as it was. */
  readonly isEdited: boolean;
  readonly #log: (line: string) => void;
  /** The tree of this version, or of an earlier one from which `#changes` lead here. */
  #parsed: ParsedFile | undefined;
  #changes: readonly TextChange[];
  #module: Module | undefined;

  constructor(
    path: string,
    text: string,
    version: number,
    log: (line: string) => void,
    isEdited = false,
    parsed?: ParsedFile,
    changes: readonly TextChange[] = [],
  ) {
    this.path = path;
    this.text = text;
    this.version = version;
    this.isEdited = isEdited;
    this.#log = log;
    this.#parsed = parsed;
    this.#changes = changes;
  }

  specifiers(language: LanguageId): readonly string[] {
    this.#specifiers ??= importedSpecifiers(language, this.text);
    return this.#specifiers;
  }

  get problem(): string | undefined {
    return this.text.length > SIZE_LIMIT ? 'is larger than 1 MB and is not analysed' : undefined;
  }

  /** Undefined until somebody has asked for the module. */
  get knownModule(): Module | undefined {
    return this.#module;
  }

  module(frontEnd: FrontEnd): Module | undefined {
    if (this.#module !== undefined) return this.#module;
    if (this.problem !== undefined) return undefined;
    try {
      const parsed =
        this.#parsed === undefined
          ? frontEnd.parse(this.path, this.text)
          : this.#changes.length === 0
            ? this.#parsed
            : this.#parsed.update(this.text, this.#changes);
      this.#parsed = parsed;
      this.#changes = [];
      this.#module = parsed.module;
    } catch (error) {
      this.#log(`${this.path} could not be updated and is read anew (${String(error)})`);
      this.#parsed = undefined;
      this.#module = lowered(frontEnd, this.path, this.text, this.#log);
    }
    return this.#module;
  }

  /** Changes follow each other: the second speaks of the text that the first left behind. */
  changed(changes: readonly TextChange[] | { readonly text: string }, version: number): OpenDocument {
    const wanted = 'text' in changes ? wholeChange(this.text, changes.text) : changes;
    const applied = apply(this.text, wanted);
    const pending = [...this.#changes, ...applied.changes];
    const parsed = this.#release();
    // The next version may take over the module's nodes. A snapshot that comes late reads this one anew.
    this.#module = undefined;
    if (parsed !== undefined && pending.length > 100) {
      parsed.dispose();
      return new OpenDocument(this.path, applied.text, version, this.#log, true);
    }
    return new OpenDocument(this.path, applied.text, version, this.#log, true, parsed, parsed === undefined ? [] : pending);
  }

  dispose(): void {
    this.#release()?.dispose();
  }

  /** Afterwards this version answers from its module if it has one, or parses anew for a snapshot that comes late. */
  #release(): ParsedFile | undefined {
    const parsed = this.#parsed;
    this.#parsed = undefined;
    this.#changes = [];
    return parsed;
  }
}

function apply(before: string, changes: readonly TextChange[]): { readonly text: string; readonly changes: readonly TextChange[] } {
  let text = before;
  const done: TextChange[] = [];
  for (const change of changes) {
    const start = clamp(change.start, text.length);
    const end = Math.max(start, clamp(change.end, text.length));
    text = text.slice(0, start) + change.text + text.slice(end);
    done.push({ start, end, text: change.text });
  }
  return { text, changes: done };
}

function clamp(offset: number, length: number): number {
  return Number.isFinite(offset) ? Math.min(Math.max(0, Math.trunc(offset)), length) : length;
}

/** A whole new text as the one region that differs. */
function wholeChange(before: string, after: string): readonly TextChange[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return [{ start, end: before.length - tail, text: after.slice(start, after.length - tail) }];
}
