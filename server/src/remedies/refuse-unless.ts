/** In the handler itself what is not listed is the sender's mistake, and told so before anything is done with it. */
import type { Expr } from '../ir/model.js';
import { partsOf } from '../ir/parts.js';
import { giveBack, not, quote, when } from '../languages/draft.js';
import { standingOf } from '../languages/enclosing.js';
import type { Draft } from '../languages/writer.js';
import type { FileEditor } from './file-editor.js';
import { frameworkWriter } from './frameworks/index.js';
import type { EndpointFacts } from './repair.js';
import { functionAt } from './walk.js';

/** `allowed` is the test that `value` has to pass. False where there is no place for it: somewhere else, or where the value cannot be said twice. */
export function refuseUnless(
  editor: FileEditor,
  value: Expr,
  allowed: Draft,
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
  const refusing = when(negated(allowed), framework.refuse({ editor, fn, endpoint: endpoint ?? null }, 422, message));
  if (editor.hasRoomBefore(statement.range)) {
    editor.before(statement.range, [refusing]);
    return true;
  }
  // `if (target) return res.redirect(target)`: the branch gets a block.
  if (!isElseUntouched || statement.kind !== 'return' || statement.value === null) return false;
  editor.replaceStatement(statement.range, [refusing, giveBack(quote(statement.value))]);
  return true;
}

/** `x not in y` reads better than its parts. */
export function negated(test: Draft): Draft {
  return test.kind === 'binary' && test.op === 'in' ? { ...test, op: 'not in' } : not(test);
}

/** Said twice it is the same. */
export function isPlain(expr: Expr): boolean {
  if (expr.kind === 'call' || expr.kind === 'await' || expr.kind === 'function' || expr.kind === 'assign' || expr.kind === 'opaque') return false;
  return partsOf(expr).every(isPlain);
}
