/**
 * What a language room offers to the rest: text in, neutral form out, and new code written in the file's own style.
 * The rooms behind it are the only ones that know a parser; they are loaded when the first file of the language is met.
 */
import type { LanguageId, Module } from '../ir/model.js';

/** One text change, as the protocol gives it: the range of the old text (UTF-16 offsets) and what replaces it. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A file as a language room holds it: its text, its tree, its lowered module. Never throws; broken code is `unreadable`. */
export interface ParsedFile {
  readonly text: string;
  /** Lowered and bound on first use, then kept. */
  readonly module: Module;
  /** A new version; it takes over what it can of this one, its module's nodes included: neither must be used afterwards. */
  update(text: string, changes: readonly TextChange[]): ParsedFile;
  /** Gives the tree's memory back; `module` stays readable if it was read before. */
  dispose(): void;
}

export interface FrontEnd {
  readonly language: LanguageId;
  parse(path: string, text: string): ParsedFile;
}
