/** A language client reduced to what a test needs: frames over the standard streams of the built command. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, DocumentDiagnosticReport, InitializeResult, PublishDiagnosticsParams, Range, TextEdit } from 'vscode-languageserver/node';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const command = path.join(root, 'dist/cli.js');

export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** What VS Code announces, as far as it matters here. */
export const pullingClient = {
  textDocument: {
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true, dataSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source', 'source.fixAll'] } },
      resolveSupport: { properties: ['edit'] },
      dataSupport: true,
      disabledSupport: true,
      isPreferredSupport: true,
      honorsChangeAnnotations: true,
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: {
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    configuration: true,
    workspaceFolders: true,
  },
};

/** What a plain client announces: no pull, no lazy edits. */
export const plainClient = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

export class LspClient {
  readonly folder: string;
  readonly log: string[] = [];
  /** Everything the server sent on its own. */
  readonly received: Message[] = [];
  /** Answers to the server's own requests, by method. */
  readonly answers: Record<string, (params: unknown) => unknown> = { 'workspace/configuration': () => [{}] };
  readonly #child: ChildProcess;
  #buffer = Buffer.alloc(0);
  #nextId = 1;
  readonly #pending = new Map<number | string, (message: Message) => void>();
  #listeners: (() => void)[] = [];
  #exitCode: number | null | undefined;

  constructor(folder: string, env: NodeJS.ProcessEnv = {}) {
    if (!existsSync(command)) throw new Error('dist/cli.js is not there: run `npm run build`');
    this.folder = folder;
    this.#child = spawn(process.execPath, [command, 'lsp', '--stdio'], { cwd: folder, env: { ...process.env, ...env }, stdio: 'pipe' });
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#child.stderr?.on('data', (chunk: Buffer) => this.log.push(chunk.toString()));
    this.#child.on('exit', (code) => {
      this.#exitCode = code;
      for (const answer of this.#pending.values()) answer({ error: { code: 0, message: `the server ended with ${code}; log: ${this.log.join('')}` } });
      this.#pending.clear();
      this.#wake();
    });
  }

  async initialize(capabilities: object = pullingClient, options: object = {}): Promise<InitializeResult> {
    const result = await this.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: this.uri(''),
      workspaceFolders: [{ uri: this.uri('').replace(/\/$/, ''), name: 'folder' }],
      capabilities,
      ...options,
    });
    this.notify('initialized', {});
    return result;
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  open(name: string, text: string, languageId = name.endsWith('.py') ? 'python' : 'typescript', version = 1): void {
    this.notify('textDocument/didOpen', { textDocument: { uri: this.uri(name), languageId, version, text } });
  }

  change(name: string, version: number, ...contentChanges: ({ range: Range; text: string } | { text: string })[]): void {
    this.notify('textDocument/didChange', { textDocument: { uri: this.uri(name), version }, contentChanges });
  }

  async pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri: this.uri(name) }, previousResultId });
  }

  async diagnostics(name: string): Promise<Diagnostic[]> {
    const report = await this.pull(name);
    return report.kind === 'full' ? report.items : [];
  }

  async codeActions(name: string, diagnostic: Diagnostic, context: object = {}): Promise<CodeAction[]> {
    const params = { textDocument: { uri: this.uri(name) }, range: diagnostic.range, context: { diagnostics: [diagnostic], ...context } };
    return this.request('textDocument/codeAction', params);
  }

  /** The diagnostics published for a version of a file. */
  async published(name: string, version: number): Promise<Diagnostic[]> {
    const message = await this.until(`diagnostics of version ${version}`, (each) => {
      const params = each.params as PublishDiagnosticsParams | undefined;
      return each.method === 'textDocument/publishDiagnostics' && params?.uri === this.uri(name) && params.version === version;
    });
    return (message.params as PublishDiagnosticsParams).diagnostics;
  }

  async until(what: string, wanted: (message: Message) => boolean, milliseconds = 10_000): Promise<Message> {
    for (const end = Date.now() + milliseconds; ; ) {
      const found = this.received.find(wanted);
      if (found !== undefined) return found;
      if (Date.now() > end || this.#exitCode !== undefined) throw new Error(`no ${what}; exit ${this.#exitCode}; log: ${this.log.join('')}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.#listeners.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async request<Result>(method: string, params: unknown): Promise<Result> {
    const message = await this.ask(method, params).answer;
    if (message.error !== undefined) throw Object.assign(new Error(message.error.message), { code: message.error.code });
    return message.result as Result;
  }

  /** The raw answer, and the id to cancel it by. */
  ask(method: string, params: unknown): { readonly id: number; readonly answer: Promise<Message> } {
    const id = this.#nextId++;
    const answer = new Promise<Message>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method} was not answered; log: ${this.log.join('')}`)), 15_000);
      this.#pending.set(id, (message) => {
        clearTimeout(timer);
        resolve(message);
      });
    });
    this.send({ jsonrpc: '2.0', id, method, params });
    return { id, answer };
  }

  notify(method: string, params: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  send(message: object): void {
    const body = Buffer.from(JSON.stringify(message));
    this.sendBytes(`Content-Length: ${body.length}\r\n\r\n`, body);
  }

  sendBytes(...parts: (string | Buffer)[]): void {
    for (const part of parts) this.#child.stdin?.write(part);
  }

  get isAlive(): boolean {
    return this.#exitCode === undefined;
  }

  /** The exit code after an orderly end. */
  async stop(): Promise<number | null> {
    if (this.#exitCode === undefined) {
      await this.ask('shutdown', undefined).answer;
      this.notify('exit', undefined);
    }
    for (let waited = 0; this.#exitCode === undefined && waited < 3000; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
    if (this.#exitCode === undefined) this.#child.kill('SIGKILL');
    return this.#exitCode ?? null;
  }

  #take(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const headerEnd = this.#buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, Math.max(headerEnd, 0)).toString())?.[1]);
      if (headerEnd < 0 || Number.isNaN(length) || this.#buffer.length < headerEnd + 4 + length) return;
      const message = JSON.parse(this.#buffer.subarray(headerEnd + 4, headerEnd + 4 + length).toString()) as Message;
      this.#buffer = this.#buffer.subarray(headerEnd + 4 + length);
      this.#dispatch(message);
    }
  }

  #dispatch(message: Message): void {
    const { id, method } = message;
    if (method === undefined && id !== undefined && id !== null) {
      this.#pending.get(id)?.(message);
      this.#pending.delete(id);
      return;
    }
    this.received.push(message);
    if (method === 'window/logMessage') this.log.push(`${(message.params as { message: string }).message}\n`);
    if (method !== undefined && id !== undefined) this.send({ jsonrpc: '2.0', id, result: this.answers[method]?.(message.params) ?? null });
    this.#wake();
  }

  #wake(): void {
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }
}

/** Applies edits of one file, all of them made for the same text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Range['start']): number => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...edits]
    .sort((left, right) => offset(right.range.start) - offset(left.range.start))
    .reduce((result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)), text);
}

/** The range of the first (or nth) occurrence. */
export function rangeOf(text: string, part: string, occurrence = 0): Range {
  let start = -1;
  for (let count = 0; count <= occurrence; count++) start = text.indexOf(part, start + 1);
  if (start < 0) throw new Error(`${part} is not in the text`);
  const position = (index: number) => ({ line: text.slice(0, index).split('\n').length - 1, character: index - (text.lastIndexOf('\n', index - 1) + 1) });
  return { start: position(start), end: position(start + part.length) };
}
