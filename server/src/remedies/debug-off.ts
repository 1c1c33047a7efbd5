/** A debugger that is switched on in the code: taken out, or left to the process that is told to be a developer's. */
import type { Expr } from '../ir/model.js';
import { when } from '../languages/draft.js';
import { standingOf } from '../languages/enclosing.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { removeArgument, removeEntry } from './listed.js';
import type { Remedy } from './remedy.js';
import { expressionAt } from './walk.js';

export const debugOff: Remedy = {
  id: 'debug-off',
  offers(request) {
    const facts = new Facts(request);
    return facts.text('kind') === 'debug-on'
      ? [{ id: 'debug-off', title: 'Take the debug switch out', safety: 'review' }]
      : [{ id: 'debug-off', title: `Use \`${facts.text('spelling')}\` in development only`, safety: 'review' }];
  },
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const place = facts.place('at') ?? finding.at;
    const editor = repair.file(place.path);
    const visited = expressionAt(editor.module, place.range) ?? decline('The switch is not in reach.');
    if (facts.text('kind') !== 'debug-on') return inDevelopment(editor, visited.expr);
    const { expr, above } = visited;
    const debug = expr.kind === 'call' ? expr.args.find((one) => one.name === 'debug') : undefined;
    if (expr.kind === 'call' && debug) return removeArgument(editor, expr, debug);
    const holder = above.at(-1);
    const keyword = holder?.kind === 'call' ? holder.args.find((one) => one.name !== null && one.value === expr) : undefined;
    if (holder?.kind === 'call' && keyword) return removeArgument(editor, holder, keyword);
    if (holder?.kind === 'record') return removeEntry(editor, holder, expr);
    const { statement } = visited;
    if (statement?.kind !== 'assign' || statement.value !== expr) decline('The switch is part of something else.');
    const standing = standingOf(editor.module, statement.range);
    if (standing === undefined || standing.list.length === 1) decline('It is the only statement of its block.');
    editor.removeStatement(statement.range);
  },
};

/** The statement that puts it in, below a test. */
function inDevelopment(editor: FileEditor, expr: Expr): void {
  const standing = standingOf(editor.module, expr.range);
  const statement = standing?.list[standing.at];
  if (statement?.kind === 'evaluate')
    return editor.replaceStatement(statement.range, [
      when(editor.idioms.developing, [{ kind: 'evaluate', expr: { kind: 'verbatim', range: statement.expr.range, tight: true } }]),
    ]);
  if (statement?.kind !== 'assign' || statement.value === null || statement.target.kind !== 'place' || statement.augmented)
    decline('It stands in the middle of something else.');
  editor.replaceStatement(statement.range, [
    when(editor.idioms.developing, [
      {
        kind: 'assign',
        target: { kind: 'verbatim', range: statement.target.range, tight: true },
        value: { kind: 'verbatim', range: statement.value.range, tight: true },
      },
    ]),
  ]);
}
