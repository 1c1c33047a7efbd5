/** The quick fix that names a function as a verifier in the user's configuration, on a finding that could not look into it. */
import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver/node';
import type { Finding } from '../analysis/finding.js';
import type { OpenDocument } from './document.js';
import type { Engine } from './engine.js';
import { newFileEdit } from './new-file.js';
import { toWorkspaceEdit } from './repair.js';
import type { Session } from './session.js';

export function declareAction(session: Session, engine: Engine, document: OpenDocument, finding: Finding, diagnostic: Diagnostic): CodeAction[] {
  const snapshot = document.workspace.snapshot();
  const verifier = engine.verifierEntry(finding, snapshot);
  const declaration = verifier && engine.declareVerifier(snapshot, document.path, verifier);
  if (verifier === undefined || declaration === undefined) return [];
  const isNew = 'text' in declaration;
  if (isNew && !session.client.newFiles) return [];
  const { path } = declaration;
  const edit = isNew
    ? newFileEdit(session, document, declaration)
    : toWorkspaceEdit(
        session,
        document,
        declaration.edits.map((each) => ({ path, ...each })),
      );
  return [{ title: `Declare ${verifier.call} as a verifier in ${path} (review)`, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit }];
}
