/** A table, a bucket or a queue that the sender names: one of a list, or refused. Which names are on it is the reader's to say. */
import type { Expr } from '../ir/model.js';
import { quote, raise, when } from '../languages/draft.js';
import { standingOf } from '../languages/enclosing.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import { isPlain, negated, refuseUnless } from './refuse-unless.js';
import type { Remedy } from './remedy.js';
import { expressionsOf, functionAt } from './walk.js';

export const chooseFromList: Remedy = {
  id: 'choose-from-list',
  offers(request) {
    const noun = new Facts(request).text('noun') ?? 'name';
    return [{ id: 'choose-from-list', title: `Take the ${noun} from a list only`, safety: 'sketch' }];
  },
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const sink = facts.place('sink') ?? finding.at;
    const editor = repair.file(sink.path);
    const piece = facts.text('piece') ?? '';
    const fn = functionAt(editor.module, sink.range);
    const chosen = expressionsOf(editor.module, fn).find(
      ({ expr }) =>
        sink.range.start <= expr.range.start &&
        expr.range.end <= sink.range.end &&
        isName(expr) &&
        editor.text.slice(expr.range.start, expr.range.end).replace(/\s+/g, ' ') === piece,
    )?.expr;
    if (chosen === undefined || !isPlain(chosen)) decline('What the sender chooses is put together somewhere else; look it up in a list there.');
    const noun = (facts.text('noun') ?? 'name').replace(/\s+/g, '-');
    const allowed = editor.idioms.isOneOf(quote(chosen), [`${noun}-of-yours`]);
    if (refuseUnless(editor, chosen, allowed, facts.optionalEndpoint(), `unknown ${noun}`)) return;
    const standing = standingOf(editor.module, chosen.range);
    const statement = standing?.list[standing.at];
    if (statement === undefined || !editor.hasRoomBefore(statement.range)) decline('There is no place in front of it where it could be refused.');
    editor.before(statement.range, [when(negated(allowed), [raise(editor.idioms.failure(`unknown ${noun}`))])]);
  },
};

function isName(expr: Expr): boolean {
  return expr.kind === 'name' || expr.kind === 'member' || expr.kind === 'index';
}
