/** An open document: its text as the editor has it, and what was found in it. */
import { performance } from 'node:perf_hooks';
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange } from '../languages/front-end.js';
import { DocumentFindings } from './document-findings.js';
import type { IgnoreNote, OpenWorkspace } from './engine.js';

export class OpenDocument {
  readonly uri: string;
  readonly workspace: OpenWorkspace;
  /** Inside the workspace. */
  readonly path: string;
  readonly findings: DocumentFindings;
  /** Ignores in it that do nothing. */
  notes: readonly IgnoreNote[] = [];
  /** When the last change came, on `performance.now`'s clock. */
  changedAt = 0;
  #text: TextDocument;

  constructor(item: TextDocumentItem, workspace: OpenWorkspace, path: string) {
    this.uri = item.uri;
    this.workspace = workspace;
    this.path = path;
    this.findings = new DocumentFindings(path);
    // The workspace leaves out a byte order mark, and offsets must count in the same text.
    const text = item.text.startsWith('\uFEFF') ? item.text.slice(1) : item.text;
    this.#text = TextDocument.create(item.uri, item.languageId, item.version, text);
    workspace.openDocument(path, text, item.version);
  }

  get version(): number {
    return this.#text.version;
  }

  /** For translating positions. */
  get text(): TextDocument {
    return this.#text;
  }

  /** Each change of the protocol speaks of the text that the one before it left. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.changedAt = performance.now();
    for (const change of changes) {
      const edit = this.#edit(change);
      this.#text = TextDocument.update(this.#text, [change], version);
      this.findings.shift(edit);
      this.workspace.elsewhere.shift(this.path, edit);
      this.workspace.changeDocument(this.path, [edit], version);
    }
  }

  close(): void {
    this.workspace.closeDocument(this.path);
  }

  #edit(change: TextDocumentContentChangeEvent): TextChange {
    if (!('range' in change) || change.range === undefined) return difference(this.#text.getText(), change.text);
    const start = this.#text.offsetAt(change.range.start);
    const end = this.#text.offsetAt(change.range.end);
    return { start: Math.min(start, end), end: Math.max(start, end), text: change.text };
  }
}

/** A client that sends the whole text has still changed one place only, most of the time. */
function difference(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (same < shorter - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same += 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
