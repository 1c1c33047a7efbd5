/** `codeAction/resolve`: the edits of what was picked, if the document is still the one it was offered for. */
import { type CodeAction, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { editOf, type RepairRequest } from './repair.js';
import { type RouteRequest, routeEdit } from './route-actions.js';
import type { Session } from './session.js';

export async function resolveCodeAction(session: Session, action: CodeAction): Promise<CodeAction> {
  const { data } = action;
  if (action.edit !== undefined || !isOurs(data)) return action;
  const engine = await session.engine();
  const document = session.document(data.uri);
  if (document === undefined || document.version !== data.version) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The file has changed since this was offered.');
  }
  const outcome = 'route' in data ? await routeEdit(session, engine, document, data) : editOf(session, engine, document, data);
  if ('edit' in outcome) return { ...action, edit: outcome.edit };
  throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.declined);
}

function isOurs(data: unknown): data is RepairRequest | RouteRequest {
  if (typeof data !== 'object' || data === null || !('uri' in data) || !('version' in data)) return false;
  return ('repairs' in data && Array.isArray(data.repairs)) || ('route' in data && typeof data.route === 'number');
}
