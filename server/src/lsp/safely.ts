/** Nothing that goes wrong in one message ends the server: it is logged with the message's name, and the next one is served. */
import { CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { Session } from './session.js';

/** A request that fails answers `otherwise`. Refusals made on purpose pass through. */
export function answering<Params, Answer>(
  session: () => Session | undefined,
  name: string,
  otherwise: Answer,
  answer: (params: Params, token: CancellationToken) => Answer | Promise<Answer>,
): (params: Params, token?: CancellationToken) => Promise<Answer> {
  return async (params, token = CancellationToken.None) => {
    try {
      return await answer(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      session()?.connection.console.error(`${name}: ${described(error)}`);
      return otherwise;
    }
  };
}

export function noticing<Params>(session: () => Session | undefined, name: string, notice: (params: Params) => void): (params: Params) => void {
  return (params) => {
    try {
      notice(params);
    } catch (error) {
      session()?.connection.console.error(`${name}: ${described(error)}`);
    }
  };
}

export function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

export function described(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
