/**
 * `except BadSignature:` says that something in front of it has looked at a signature, also where that something cannot be read
 * and has no telling name: `signing.decode(token)`. It may verify; nobody can tell from here.
 */
import type { CallExpr, Expr, Handler, Statement } from '../ir/model.js';
import { eachBody, eachExpr, eachPart } from '../ir/parts.js';
import { plainAttempt } from './calls/model.js';
import { spell } from './refine.js';
import type { State } from './state.js';
import type { Attempt } from './value.js';
import { type Frame, placeOf, type World } from './world.js';

/** What stood in the `try`, where nothing in there is known to verify. */
export function unknownSigner(world: World, handler: Handler, frame: Frame, state: State): Attempt | null {
  if (handler.types.length === 0 || state.proofs.size > 0 || !handler.types.some(namesSignature)) return null;
  for (const { proofs } of state.attempts.keys()) if (proofs.length > 0) return null;
  const fn = world.functionAt(frame.path, Number(frame.stack[frame.stack.length - 1]?.split('#')[1] ?? 0));
  const call = fn && triedCall(fn.body, handler);
  return call ? plainAttempt(-1, 'unreadable', placeOf(frame, call.range), spell(call.callee)) : null;
}

function namesSignature(type: Expr): boolean {
  if (type.kind === 'list') return type.items.some(namesSignature);
  const name = type.kind === 'member' ? type.property : type.kind === 'name' ? type.name : '';
  return /signature/i.test(name);
}

/** The first call in the body that this handler belongs to. */
function triedCall(body: readonly Statement[], handler: Handler): CallExpr | null {
  for (const statement of body) {
    if (statement.kind === 'try' && statement.handlers.includes(handler)) return firstCall(statement.body);
    let found: CallExpr | null = null;
    eachBody(statement, (inner) => {
      found ??= triedCall(inner, handler);
    });
    if (found) return found;
  }
  return null;
}

function firstCall(body: readonly Statement[]): CallExpr | null {
  let found: CallExpr | null = null;
  const visit = (expr: Expr): void => {
    if (expr.kind === 'call') found ??= expr;
    eachPart(expr, visit);
  };
  for (const statement of body) {
    eachExpr(statement, visit);
    eachBody(statement, (inner) => {
      found ??= firstCall(inner);
    });
    if (found) return found;
  }
  return null;
}
