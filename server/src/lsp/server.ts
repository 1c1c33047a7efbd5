/**
 * The language server's door. This room translates: protocol in, a question to a snapshot, protocol out. What is a problem and
 * how it is repaired is decided elsewhere; nobody outside this room knows the protocol's types.
 *
 * Never ends because of a message: a request that is malformed or fails is answered and logged.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CodeActionKind,
  type Connection,
  createConnection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ProposedFeatures,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { fileOf } from './addresses.js';
import { clientFeatures } from './client-features.js';
import { codeActions, fixAllKind } from './code-action.js';
import { resolveCodeAction } from './code-action-resolve.js';
import { readConfiguration, watchConfiguration } from './configuration.js';
import { pullDiagnostics, tellElsewhere } from './diagnostics.js';
import { changed, closed, opened } from './documents.js';
import { loadEngine } from './engine.js';
import { hover } from './hover.js';
import { routeKind } from './route-actions.js';
import { listRules } from './rules.js';
import { answering, described, noticing } from './safely.js';
import { Session } from './session.js';
import { tellStatus } from './status.js';
import { filesChanged, watchFiles } from './watched-files.js';

/** Serves on the channel that the arguments name (`--node-ipc`, `--pipe=`, `--socket=`), else on standard input and output. */
export function startServer(): void {
  const connection = connect();
  let session: Session | undefined;
  const current = (): Session | undefined => session;
  const here = (): Session => {
    if (session === undefined) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'the server is not initialized');
    return session;
  };

  connection.onInitialize((params) => {
    if (session !== undefined) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server is initialized already');
    session = new Session(connection, clientFeatures(params), rootsOf(params));
    const opened = session;
    opened.changedElsewhere = (workspace, paths) => tellElsewhere(opened, workspace, paths);
    void readConfigurationSent(opened, params.initializationOptions);
    return capabilities(session);
  });
  connection.onInitialized(noticing(current, 'initialized', () => afterInitialize(here())));

  connection.onDidOpenTextDocument(noticing(current, 'didOpen', (params) => opened(here(), params)));
  connection.onDidChangeTextDocument(noticing(current, 'didChange', (params) => changed(here(), params)));
  connection.onDidCloseTextDocument(noticing(current, 'didClose', (params) => closed(here(), params)));
  connection.onDidChangeWatchedFiles(noticing(current, 'didChangeWatchedFiles', (params) => filesChanged(here(), params)));
  connection.onDidChangeConfiguration(noticing(current, 'didChangeConfiguration', ({ settings }) => void readConfiguration(here(), settings)));

  connection.onCodeAction(answering(current, 'codeAction', [], (params, token) => codeActions(here(), params, token)));
  connection.onCodeActionResolve(async (action) => answering(current, 'codeAction/resolve', action, () => resolveCodeAction(here(), action))(action));
  connection.onHover(answering(current, 'hover', null, (params, token) => hover(here(), params, token)));
  connection.languages.diagnostics.on(answering(current, 'diagnostic', { kind: 'full', items: [] }, (params, token) => pullDiagnostics(here(), params, token)));
  connection.onRequest(
    'webhookproof/rules',
    answering(current, 'rules', [], () => listRules(here())),
  );

  process.on('uncaughtException', (error) => connection.console.error(`unexpected: ${described(error)}`));
  process.on('unhandledRejection', (reason) => connection.console.error(`unexpected: ${described(reason)}`));
  connection.listen();
}

function connect(): Connection {
  if (process.argv.some((argument) => /^--(?:node-ipc|pipe|socket)(?:=|$)/.test(argument))) return createConnection(ProposedFeatures.all);
  // Standard output belongs to the protocol; a stray line on it would end the conversation.
  console.log = console.info = console.debug = console.error;
  return createConnection(ProposedFeatures.all, process.stdin, process.stdout);
}

function capabilities({ client }: Session): InitializeResult {
  return {
    serverInfo: { name: 'webhookproof' },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, routeKind, fixAllKind], resolveProvider: client.lazyEdits },
      hoverProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(client.pull ? { diagnosticProvider: { identifier: 'webhookproof', interFileDependencies: true, workspaceDiagnostics: false } } : {}),
    },
  };
}

function afterInitialize(session: Session): void {
  const settings = session.client.configuration ? Promise.race([readConfiguration(session), sleep(patience)]) : undefined;
  Promise.all([loadEngine(), settings]).then(
    ([engine]) => session.arrived(engine),
    (error: unknown) => {
      session.connection.console.error(`the analysis could not be loaded: ${described(error)}`);
      tellStatus(session, undefined, { state: 'failed', findings: 0, milliseconds: 0, message: 'The analysis could not be loaded; see the log.' });
    },
  );
  watchFiles(session);
  watchConfiguration(session);
  if (session.client.folderEvents) followFolders(session);
}

/** How long the first look waits for a client that was asked for its settings. Milliseconds. */
const patience = 1000;

function followFolders(session: Session): void {
  session.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = removed.flatMap(({ uri }) => fileOf(uri) ?? []);
    session.setRoots([...session.roots.filter((root) => !gone.includes(root)), ...added.flatMap(({ uri }) => fileOf(uri) ?? [])]);
  });
}

async function readConfigurationSent(session: Session, options: unknown): Promise<void> {
  if (!session.client.configuration) await readConfiguration(session, options);
}

function rootsOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  const uris = workspaceFolders?.map((folder) => folder.uri) ?? (rootUri ? [rootUri] : []);
  const roots = uris.flatMap((uri) => fileOf(uri) ?? []);
  return roots.length === 0 && rootPath ? [rootPath] : roots;
}
