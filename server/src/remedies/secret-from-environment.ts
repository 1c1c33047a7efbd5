/** A secret written in the code, or the default behind an environment look-up: the variable alone, and nothing works without it. */
import type { Range } from '../ir/model.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import type { Remedy } from './remedy.js';
import { expressionAt } from './walk.js';

export const secretFromEnvironment: Remedy = {
  id: 'secret-from-environment',
  offers(request) {
    const facts = new Facts(request);
    const title = facts.text('kind') === 'default' ? 'Read the secret without a default' : `Read the secret from ${variable(facts)}`;
    return [{ id: 'secret-from-environment', title, safety: 'review' }];
  },
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const editor = repair.file(facts.place('place')?.path ?? finding.at.path);
    const literal = facts.range('literal');
    const place = facts.text('kind') === 'default' ? lookupWith(editor, facts.optionalRange('lookup'), literal) : literal;
    editor.replace(place, editor.idioms.requiredEnvironment(variable(facts), editor));
  },
};

/** The look-up together with its default, which stands inside it or behind an `or`. */
function lookupWith(editor: FileEditor, lookup: Range | undefined, literal: Range): Range {
  const visited = expressionAt(editor.module, literal);
  if (visited === undefined) return lookup ?? literal;
  for (const above of [...visited.above].reverse()) {
    const { start, end } = above.range;
    const holdsLookup = lookup === undefined || (start <= lookup.start && lookup.end <= end);
    if (holdsLookup && (above.kind === 'logical' || above.kind === 'call' || above.kind === 'conditional')) return above.range;
  }
  return lookup ?? literal;
}

function variable(facts: Facts): string {
  return facts.text('suggestedName') ?? 'WEBHOOK_SECRET';
}
