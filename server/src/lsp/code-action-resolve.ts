/** `codeAction/resolve`: the edits of the repair or test that was picked, if the document is still the one it was offered for. */
import { type CodeAction, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { editOf, type RepairRequest } from './repair.js';
import type { Session } from './session.js';
import { type TestRequest, testEdit } from './test-action.js';

export async function resolveCodeAction(session: Session, action: CodeAction): Promise<CodeAction> {
  const { data } = action;
  if (action.edit !== undefined || !isOurs(data)) return action;
  const engine = await session.engine();
  const document = session.document(data.uri);
  if (document === undefined || document.version !== data.version) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The file has changed since this was offered.');
  }
  const outcome = 'testOf' in data ? testEdit(session, engine, document, data) : editOf(session, engine, document, data);
  if ('edit' in outcome) return { ...action, edit: outcome.edit };
  throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.declined);
}

function isOurs(data: unknown): data is RepairRequest | TestRequest {
  if (typeof data !== 'object' || data === null || !('uri' in data) || !('version' in data)) return false;
  return ('repairs' in data && Array.isArray(data.repairs)) || ('testOf' in data && typeof data.testOf === 'number');
}
