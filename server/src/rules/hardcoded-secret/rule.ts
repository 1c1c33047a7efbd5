import type { Place } from '../../analysis/finding.js';
import type { Attempt, Value } from '../../analysis/value.js';
import { message, request, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'hardcoded-secret',
  title: 'Secret in the source',
  severity: 'error',
  page,

  check({ analysis, report }) {
    const seen = new Set<string>();
    const judge = (attempt: Attempt, endpoints: readonly Place[], sender: string | null): void => {
      const found = attempt.key ? literalIn(attempt.key) : null;
      if (!found) return;
      const key = `${found.at.path}:${found.at.range.start}`;
      if (seen.has(key)) return;
      seen.add(key);
      const isDefault = found.kind === 'default';
      report({
        rule: 'hardcoded-secret',
        variant: found.kind,
        message: message(
          isDefault
            ? `The secret of \`${attempt.spelling}\` has a default in the source: where ${found.setting ? `\`${found.setting}\`` : 'the variable'} is unset, everyone knows it.`
            : `The secret of \`${attempt.spelling}\` stands in the source.`,
          'Whoever reads the repository can sign deliveries of their own.',
          isDefault
            ? 'Drop the default and refuse to run without the variable.'
            : 'Read it from the environment, refuse to run without it, and rotate this one.',
        ),
        at: found.at,
        because: [{ message: `\`${attempt.spelling}\` uses it`, at: attempt.at }],
        certainty: 'proven',
        endpoints,
        remedies: [
          request('secret-from-environment', {
            literal: found.at.range,
            kind: found.kind,
            suggestedName: found.setting,
            provider: attempt.provider ?? sender,
            lookup: found.lookup?.range ?? null,
            place: found.at,
          }),
        ],
      });
    };
    for (const analysed of analysis.endpoints)
      for (const attempt of analysed.evaluated.run.attempts.values())
        if (attempt.proofs.length > 0 || attempt.kind === 'challenge') judge(attempt, [analysed.endpoint.route], analysed.evidence.provider?.id ?? null);
    for (const attempt of analysis.detached) judge(attempt, [], null);
  },
});

interface Literal {
  readonly kind: 'literal' | 'default';
  readonly at: Place;
  readonly setting: string | null;
  readonly lookup: Place | null;
}

function literalIn(key: Value): Literal | null {
  if (typeof key.literal === 'string' && key.literal !== '' && key.at) return { kind: 'literal', at: key.at, setting: null, lookup: null };
  const fallback = key.setting?.fallback;
  if (fallback && typeof fallback.literal === 'string' && fallback.literal !== '' && fallback.at)
    return { kind: 'default', at: fallback.at, setting: key.setting?.name ?? null, lookup: key.setting?.at ?? null };
  for (const item of key.items ?? []) {
    const found = literalIn(item);
    if (found) return found;
  }
  return null;
}
