/** `codeAction/resolve`: the edits of the repair that was picked, if the document is still the one it was offered for. */
import { type CodeAction, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { editOf, type RepairRequest } from './repair.js';
import type { Session } from './session.js';

export async function resolveCodeAction(session: Session, action: CodeAction): Promise<CodeAction> {
  if (action.edit !== undefined || !isRepairRequest(action.data)) return action;
  const engine = await session.engine();
  const document = session.document(action.data.uri);
  if (document === undefined || document.version !== action.data.version) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The file has changed since this repair was offered.');
  }
  const outcome = editOf(session, engine, document, action.data);
  if ('edit' in outcome) return { ...action, edit: outcome.edit };
  throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.declined);
}

function isRepairRequest(data: unknown): data is RepairRequest {
  return typeof data === 'object' && data !== null && 'uri' in data && 'version' in data && 'repairs' in data && Array.isArray(data.repairs);
}
