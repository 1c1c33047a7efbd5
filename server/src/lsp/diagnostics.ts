/** Diagnostics, pulled by clients that can, pushed to the others, and given again when another file changed what they say. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver/node';
import { findingsOf } from './analysis.js';
import type { OpenDocument } from './document.js';
import type { OpenWorkspace } from './engine.js';
import { lookAtImporters } from './importers.js';
import { described } from './safely.js';
import type { Session } from './session.js';
import { noteToDiagnostic, textOf, toDiagnostic } from './to-protocol.js';

interface Given {
  readonly resultId: string;
  readonly content: string;
}

const given = new WeakMap<OpenDocument, Given>();
let resultIds = 0;

/** `textDocument/diagnostic` */
export async function pullDiagnostics(session: Session, params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> {
  await session.engine();
  const document = session.document(params.textDocument.uri);
  if (document === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const items = await diagnosticsOf(session, document, token);
  const { resultId } = remember(document, items);
  if (resultId === params.previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

const pushing = new WeakSet<OpenDocument>();

/** Publishes the newest version's diagnostics; calls while one is under way add nothing. */
export async function pushDiagnostics(session: Session, document: OpenDocument): Promise<void> {
  if (session.client.pull || pushing.has(document)) return;
  pushing.add(document);
  try {
    const items = await diagnosticsOf(session, document, CancellationToken.None);
    if (session.document(document.uri) !== document) return;
    remember(document, items);
    await session.connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: items });
  } catch (error) {
    session.connection.console.error(`diagnostics of ${document.path}: ${described(error)}`);
  } finally {
    pushing.delete(document);
  }
}

/** What was pushed about a file goes when it is opened or closed: from then on it is said in another way, or by others. */
export function withdrawDiagnostics(session: Session, { workspace, path, uri }: OpenDocument): void {
  if (!session.client.pull || workspace.elsewhere.at(path).length > 0) void session.connection.sendDiagnostics({ uri, diagnostics: [] });
}

/**
 * What is to be said about files that are not open is pushed to every client: one that pulls asks for open documents only.
 * An open one is looked at again.
 */
export function tellElsewhere(session: Session, workspace: OpenWorkspace, paths: readonly string[]): void {
  for (const path of paths.filter((each) => !session.isOpen(workspace, each))) {
    const text = textOf(session, workspace, path);
    const diagnostics = text === undefined ? [] : distinct(workspace.elsewhere.at(path).map((shown) => toDiagnostic(session, workspace, text, shown)));
    void session.connection.sendDiagnostics({ uri: session.uriOf(workspace, path), diagnostics });
  }
  if (paths.some((path) => session.isOpen(workspace, path))) void recheckOthers(session);
}

/** Two files may lead to the same fault. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((each) => [JSON.stringify([each.code, each.range, each.message]), each])).values()];
}

/** How long nothing must have been typed before the other open documents are looked at. Milliseconds. */
const pauseBeforeOthers = 150;
const awaited = new WeakSet<Session>();

/** After a change of one file: those of the other open documents that now say something else are given again. */
export async function recheckOthers(session: Session): Promise<void> {
  if (awaited.has(session)) return;
  awaited.add(session);
  try {
    for (let seen = -1; seen !== session.activity; ) {
      seen = session.activity;
      await sleep(pauseBeforeOthers);
    }
    awaited.delete(session);
    let stale = false;
    for (const document of session.documents) {
      const before = given.get(document)?.content;
      const items = await diagnosticsOf(session, document, CancellationToken.None);
      if (before === undefined || JSON.stringify(items) === before) continue;
      stale = true;
      await pushDiagnostics(session, document);
    }
    if (stale && session.client.pull && session.client.refresh) await session.connection.languages.diagnostics.refresh();
    await lookAtImporters(session);
  } catch (error) {
    session.connection.console.error(`looking at the other documents: ${described(error)}`);
  } finally {
    awaited.delete(session);
  }
}

async function diagnosticsOf(session: Session, document: OpenDocument, token: CancellationToken): Promise<Diagnostic[]> {
  const shown = await findingsOf(session, document, token);
  const { workspace, text, notes } = document;
  return [...shown.map((each) => toDiagnostic(session, workspace, text, each)), ...notes.map((note) => noteToDiagnostic(text, note))];
}

/** A result keeps its id for as long as it says the same. */
function remember(document: OpenDocument, items: readonly Diagnostic[]): Given {
  const content = JSON.stringify(items);
  const last = given.get(document);
  if (last?.content === content) return last;
  resultIds += 1;
  const next = { resultId: String(resultIds), content };
  given.set(document, next);
  return next;
}
