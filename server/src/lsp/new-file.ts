/** An edit that makes a file: shown before it is done, and never in the place of a file that is there. */
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import type { OpenDocument } from './document.js';
import type { Session } from './session.js';

const creating = 'create';
const confirming = 'confirm';

/** See `repair.ts` for why what asks is an edit that changes nothing. Only for clients that take new files. */
export function newFileEdit(session: Session, document: OpenDocument, { path, text }: { readonly path: string; readonly text: string }): WorkspaceEdit {
  const uri = session.uriOf(document.workspace, path);
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  const confirms = session.client.annotations;
  const annotated = (annotationId: string) => (confirms ? { annotationId } : {});
  const description = `Adds ${path}.`;
  return {
    documentChanges: [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false }, ...annotated(creating) },
      {
        textDocument: { uri, version: null },
        edits: [{ range, newText: text, ...annotated(creating) }, ...(confirms ? [{ range, newText: '', annotationId: confirming }] : [])],
      },
    ],
    ...(confirms
      ? {
          changeAnnotations: {
            [creating]: { label: 'Webhookproof', description },
            [confirming]: { label: 'Webhookproof, in a new file', description, needsConfirmation: true },
          },
        }
      : {}),
  };
}
