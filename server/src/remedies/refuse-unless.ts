/** In the handler itself what is not listed is the sender's mistake, and told so before anything is done with it. */
import type { Expr } from '../ir/model.js';
import { partsOf } from '../ir/parts.js';
import { call, giveBack, name, not, quote, when } from '../languages/draft.js';
import { standingOf } from '../languages/enclosing.js';
import type { FileEditor } from './file-editor.js';
import { frameworkWriter } from './frameworks/index.js';
import type { EndpointFacts } from './repair.js';
import { functionAt } from './walk.js';

/** False where there is no place for it: somewhere else, or in the middle of an expression that cannot be said twice. */
export function refuseUnless(
  editor: FileEditor,
  value: Expr,
  allowed: string,
  endpoint: EndpointFacts | undefined,
  message: string,
  isElseUntouched = false,
): boolean {
  const fn = functionAt(editor.module, value.range);
  const isHandler = endpoint?.handler?.path === editor.path && endpoint.handler.functionId === fn.id;
  const framework = isHandler ? frameworkWriter(endpoint.framework, { module: editor.module, fn }) : undefined;
  const standing = standingOf(editor.module, value.range);
  const statement = standing?.list[standing.at];
  if (framework === undefined || statement === undefined || !isPlain(value)) return false;
  const refusing = when(not(call(name(allowed), quote(value))), framework.refuse({ editor, fn, endpoint: endpoint ?? null }, 422, message));
  if (editor.hasRoomBefore(statement.range)) {
    editor.before(statement.range, [refusing]);
    return true;
  }
  // `if (target) return res.redirect(target)`: the branch gets a block.
  if (!isElseUntouched || statement.kind !== 'return' || statement.value === null) return false;
  editor.replaceStatement(statement.range, [refusing, giveBack(quote(statement.value))]);
  return true;
}

/** Said twice it is the same. */
function isPlain(expr: Expr): boolean {
  if (expr.kind === 'call' || expr.kind === 'await' || expr.kind === 'function' || expr.kind === 'assign' || expr.kind === 'opaque') return false;
  return partsOf(expr).every(isPlain);
}
