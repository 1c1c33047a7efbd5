/** What the server knows between two messages: the other side, the folders, the open documents, the settings. Changes nothing else. */
import path from 'node:path';
import type { Connection, TextDocumentItem } from 'vscode-languageserver/node';
import type { RuleLevel, Scope } from '../configuration/model.js';
import { fileOf, pathInside, uriOf } from './addresses.js';
import type { ClientFeatures } from './client-features.js';
import { OpenDocument } from './document.js';
import type { Engine, OpenWorkspace } from './engine.js';
import { noticing } from './safely.js';

export interface Settings {
  readonly enable: boolean;
  /** Levels of rules by id, which go before those of a configuration. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** Which endpoints are looked at; undefined leaves it to the configuration. */
  readonly scope: Scope | undefined;
}

export class Session {
  readonly connection: Connection;
  client: ClientFeatures;
  settings: Settings = { enable: true, rules: {}, scope: undefined };
  /** Counts changes of any kind; whoever waits for quiet compares it. */
  activity = 0;
  /** Called when a scan says something new about files other than its own. */
  changedElsewhere: (workspace: OpenWorkspace, paths: readonly string[]) => void = () => undefined;
  readonly #documents = new Map<string, OpenDocument>();
  readonly #workspaces = new Map<string, OpenWorkspace>();
  roots: readonly string[];
  #engine: Engine | undefined;
  #waiting: ((engine: Engine) => void)[] = [];

  constructor(connection: Connection, client: ClientFeatures, roots: readonly string[]) {
    this.connection = connection;
    this.client = client;
    this.roots = roots;
  }

  /** Runs at once when the core is there, else in order when it comes. */
  withEngine(task: (engine: Engine) => void): void {
    this.activity += 1;
    if (this.#engine === undefined) this.#waiting.push(noticing(() => this, 'a message before the analysis was loaded', task));
    else task(this.#engine);
  }

  engine(): Promise<Engine> {
    return this.#engine === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(this.#engine);
  }

  arrived(engine: Engine): void {
    this.#engine = engine;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const task of waiting) task(engine);
  }

  get documents(): Iterable<OpenDocument> {
    return this.#documents.values();
  }

  document(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  /** Undefined for what is not a file on disk. */
  open(item: TextDocumentItem, engine: Engine): OpenDocument | undefined {
    const file = fileOf(item.uri);
    if (file === undefined) return undefined;
    this.close(item.uri);
    const workspace = this.#workspaceOf(file, engine);
    const document = new OpenDocument(item, workspace, pathInside(workspace.root, file) ?? path.basename(file));
    this.#documents.set(item.uri, document);
    return document;
  }

  close(uri: string): void {
    this.#documents.get(uri)?.close();
    this.#documents.delete(uri);
  }

  setRoots(roots: readonly string[]): void {
    this.roots = roots;
  }

  filesChanged(uris: readonly string[]): void {
    const files = uris.flatMap((uri) => fileOf(uri) ?? []);
    for (const workspace of this.#workspaces.values()) {
      const paths = files.flatMap((file) => pathInside(workspace.root, file) ?? []);
      if (paths.length > 0) workspace.filesChanged(paths);
    }
  }

  isOpen(workspace: OpenWorkspace, inside: string): boolean {
    return this.#openAt(workspace, inside) !== undefined;
  }

  /** The spelling the editor itself uses for an open file, else our own. */
  uriOf(workspace: OpenWorkspace, inside: string): string {
    return this.#openAt(workspace, inside)?.uri ?? uriOf(path.join(workspace.root, inside));
  }

  #openAt(workspace: OpenWorkspace, inside: string): OpenDocument | undefined {
    for (const document of this.#documents.values()) if (document.workspace === workspace && document.path === inside) return document;
    return undefined;
  }

  log(line: string): void {
    this.connection.console.log(line);
  }

  /** The innermost folder of the editor that holds the file; a file outside all of them is alone with its own folder. */
  #workspaceOf(file: string, engine: Engine): OpenWorkspace {
    const holding = this.roots.filter((root) => pathInside(root, file) !== undefined).sort((left, right) => right.length - left.length);
    const root = holding[0] ?? path.dirname(file);
    const known = this.#workspaces.get(root);
    if (known !== undefined) return known;
    const opened = engine.open(root, (line) => this.log(line));
    this.#workspaces.set(root, opened);
    return opened;
  }
}
