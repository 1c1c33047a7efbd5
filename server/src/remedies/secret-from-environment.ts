/** A secret written in the code, or the default behind an environment look-up: the variable alone, and nothing works without it. */
import { Facts } from './facts.js';
import type { Remedy } from './remedy.js';

export const secretFromEnvironment: Remedy = {
  id: 'secret-from-environment',
  offers(request) {
    const facts = new Facts(request);
    const title = facts.text('kind') === 'default' ? 'Read the secret without a default' : `Read the secret from ${variable(facts)}`;
    return [{ id: 'secret-from-environment', title, safety: 'review' }];
  },
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const editor = repair.file(finding.at.path);
    const place = facts.text('kind') === 'default' ? (facts.optionalRange('lookup') ?? facts.range('literal')) : facts.range('literal');
    editor.replace(place, editor.idioms.requiredEnvironment(variable(facts), editor));
  },
};

function variable(facts: Facts): string {
  return facts.text('suggestedName') ?? 'WEBHOOK_SECRET';
}
