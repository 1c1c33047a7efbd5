/** `textDocument/didOpen`, `didChange`, `didClose`: the editor's text is the truth for as long as a document is open. */
import type { DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams } from 'vscode-languageserver/node';
import { pushDiagnostics, recheckOthers, tellElsewhere, withdrawDiagnostics } from './diagnostics.js';
import type { Session } from './session.js';

export function opened(session: Session, { textDocument }: DidOpenTextDocumentParams): void {
  session.withEngine((engine) => {
    const document = session.open(textDocument, engine);
    if (document === undefined) return;
    withdrawDiagnostics(session, document);
    void pushDiagnostics(session, document);
    void recheckOthers(session);
  });
}

export function changed(session: Session, { textDocument, contentChanges }: DidChangeTextDocumentParams): void {
  session.withEngine(() => {
    const document = session.document(textDocument.uri);
    if (document === undefined) return;
    document.change(contentChanges, textDocument.version);
    void pushDiagnostics(session, document);
    void recheckOthers(session);
  });
}

export function closed(session: Session, { textDocument }: DidCloseTextDocumentParams): void {
  session.withEngine(() => {
    const document = session.document(textDocument.uri);
    if (document === undefined) return;
    withdrawDiagnostics(session, document);
    session.close(textDocument.uri);
    const { workspace, path } = document;
    tellElsewhere(session, workspace, [path, ...workspace.elsewhere.put(path, [])]);
    void recheckOthers(session);
  });
}
