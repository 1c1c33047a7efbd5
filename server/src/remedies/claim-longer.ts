/** A claim that is forgotten while the sender still tries again is kept for longer. */
import type { Expr } from '../ir/model.js';
import { partsOf } from '../ir/parts.js';
import { literal } from '../languages/draft.js';
import { LIFETIME } from './claims/store.js';
import { decline } from './decline.js';
import type { Remedy } from './remedy.js';
import { expressionAt } from './walk.js';

const MILLISECONDS = 1000;

export const claimLonger: Remedy = {
  id: 'claim-longer',
  offers: () => [{ id: 'claim-longer', title: 'Keep the claim for a week', safety: 'review' }],
  write(request, _, finding, repair) {
    const editor = repair.file(finding.at.path);
    const seconds = request.facts['lifetime'];
    const call = expressionAt(editor.module, finding.at.range)?.expr;
    if (typeof seconds !== 'number' || call === undefined) decline('How long the claim is kept cannot be told.');
    const found =
      numbersIn(call).find((one) => one.value === seconds || one.value === seconds * MILLISECONDS) ?? decline('How long the claim is kept is said elsewhere.');
    editor.replace(found.range, literal(found.value === seconds ? LIFETIME : LIFETIME * MILLISECONDS));
  },
};

function numbersIn(expr: Expr): { readonly value: number; readonly range: Expr['range'] }[] {
  if (expr.kind === 'literal') return typeof expr.value === 'number' ? [{ value: expr.value, range: expr.range }] : [];
  return partsOf(expr).flatMap(numbersIn);
}
