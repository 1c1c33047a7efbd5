/** A body without a limit, or with one that is none: a limit little above what is delivered, and 413 for what is larger. */
import type { Finding, RemedyRequest } from '../analysis/finding.js';
import type { Expr, Range } from '../ir/model.js';
import { literal } from '../languages/draft.js';
import type { Draft } from '../languages/writer.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import { limitReadLength, limitStream } from './limit-stream.js';
import { bodyLimit } from './limits.js';
import type { Offer, Remedy } from './remedy.js';
import type { RemedySource, Repair } from './repair.js';
import { boundsEveryRead, setLimit } from './set-limit.js';
import { expressionAt, expressionsOf } from './walk.js';

const OLDER = 'limit-body:older';

export const limitBody: Remedy = {
  id: 'limit-body',
  offers(request, finding, source) {
    const facts = new Facts(request);
    switch (facts.text('kind')) {
      case 'far-above':
        return [{ id: 'limit-body', title: `Lower \`${facts.text('option')}\` to 1 MB`, safety: 'review' }];
      case 'stream':
        return [{ id: 'limit-body', title: 'Stop at 1 MB, and answer 413', safety: 'review' }];
      case 'no-limit':
        return facts.text('setting') === 'Content-Length'
          ? [{ id: 'limit-body', title: 'Refuse bodies of more than 1 MB', safety: 'review' }]
          : settingOffers(request, finding, source);
      default:
        return [];
    }
  },
  write(request, offer, finding, repair) {
    const facts = new Facts(request);
    if (facts.text('kind') === 'far-above') return lower(repair, facts);
    if (facts.text('kind') === 'stream') return limitStream(repair, facts, finding);
    if (facts.text('setting') === 'Content-Length') return limitReadLength(repair, facts);
    setLimit(repair, facts, offer === OLDER);
  },
};

/** The setting alone bounds every read in newer releases; which one runs is in the project's requirements, if anywhere. */
function settingOffers(request: RemedyRequest, finding: Finding, source: RemedySource): Offer[] {
  const facts = new Facts(request);
  const setting = facts.text('setting') ?? '';
  const created = facts.place('created');
  if (created === undefined) return [];
  const alone: Offer = { id: 'limit-body', title: `Set \`${setting}\` to 1 MB`, safety: 'review' };
  const both: Offer = { id: OLDER, title: `Set \`${setting}\` to 1 MB, and refuse larger bodies before they are read`, safety: 'review' };
  if (source.module(created.path) === undefined) return [];
  return boundsEveryRead(source, finding.at.path) ? [alone] : [both, { ...alone, later: true }];
}

function lower(repair: Repair, facts: Facts): void {
  const place = facts.place('value') ?? decline('The rule did not say where the limit is.');
  const editor = repair.file(place.path);
  const visited = expressionAt(editor.module, place.range);
  // Fields of classes stand in no function.
  if (visited === undefined && /^[\d_]+(?:\s*\*{1,2}\s*[\d_]+)*$/.test(editor.text.slice(place.range.start, place.range.end)))
    return editor.replace(place.range, bodyLimit);
  if (visited === undefined) decline('The limit is not in reach.');
  const { expr, statement } = visited;
  if (!isWritten(expr)) decline('The limit comes from somewhere else; lower it there.');
  const limit: Draft = expr.kind === 'literal' && typeof expr.value === 'string' ? literal('1mb') : bodyLimit;
  // A constant that is called `GIGABYTE` keeps its value.
  const constant = statement?.kind === 'assign' && statement.target.kind === 'bind' && sameRange(statement.value?.range, place.range) ? statement.target : null;
  const uses =
    constant && editor.module.functions[0]
      ? expressionsOf(editor.module, editor.module.functions[0]).filter(({ expr: one }) => one.kind === 'name' && one.binding === constant.binding)
      : [];
  if (constant && /giga|tera|(?:^|[\d_])[gt]b|huge|mega/i.test(constant.name) && uses.length > 0) {
    const [use] = uses;
    if (uses.length !== 1 || use === undefined || statement === null) decline('The limit is a constant that is used for more than this.');
    editor.replace(use.expr.range, limit);
    editor.removeStatement(statement.range);
    return;
  }
  editor.replace(place.range, limit);
}

function isWritten(expr: Expr): boolean {
  if (expr.kind === 'binary') return isWritten(expr.left) && isWritten(expr.right);
  if (expr.kind === 'name') return expr.name === 'Infinity';
  return expr.kind === 'literal' || (expr.kind === 'member' && expr.property === 'MAX_SAFE_INTEGER');
}

function sameRange(left: Range | undefined, right: Range): boolean {
  return left !== undefined && left.start === right.start && left.end === right.end;
}
