import { plainName } from '../../analysis/formats.js';
import { allOf, isKin, type Scheme, schemesOf } from '../../analysis/schemes.js';
import { type Attempt, type HashState, HEADER, PARSED, PAYLOAD, QUERY, RAW, RE_ENCODED, SECRET } from '../../analysis/value.js';
import type { ProviderRow } from '../../knowledge/rows.js';
import { message, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'weak-signature-algorithm',
  title: 'Signed with what is weaker than need be',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      const { evidence, guards, evaluated } = analysed;
      for (const attempt of evaluated.run.attempts.values()) {
        const { hash } = attempt;
        if ((attempt.kind !== 'comparison' && attempt.kind !== 'digest') || hash === null || attempt.varies) continue;
        // A digest beside a signature is nobody's proof; alone it is taken for one.
        if (attempt.kind === 'digest' && (guards.guards.length > 0 || guards.unreadable.length > 0 || guards.exposed === null)) continue;
        const header = headerOf(attempt);
        const schemes = header === null ? [] : schemesOf(analysis.providers, header, evidence);
        const holdsSecret = (hash.message & SECRET) !== 0 || typeof attempt.key?.literal === 'string';
        const weakness = weaknessOf(hash, holdsSecret, header, schemes, evidence.provider, analysis.providers.all);
        if (weakness === null) continue;
        // A stronger check stands beside it; then this one decides nothing alone.
        if (guards.guards.some((other) => other !== attempt && other.proofs.includes('signature') && !isAsWeak(other, hash))) continue;
        const [what, why, toDo] = said(weakness, attempt, hash);
        report({
          rule: 'weak-signature-algorithm',
          variant: weakness.kind,
          message: message(what, why, toDo),
          at: attempt.at,
          because: [{ message: 'The expected signature is made here', at: hash.at }],
          // How a sender that nobody knows signs may be its own choice.
          certainty: weakness.kind === 'plain-hash' && evidence.provider === null ? 'likely' : 'proven',
          endpoints: [analysed.endpoint.route],
          remedies: [],
        });
      }
    }
  },
});

type Weakness =
  /** No secret in it at all. */
  | { readonly kind: 'no-key' }
  /** A plain hash over secret and body. */
  | { readonly kind: 'plain-hash' }
  | { readonly kind: 'md5' }
  /** The sender has a better signature beside this one. */
  | { readonly kind: 'superseded'; readonly better: ProviderRow; readonly header: string };

function weaknessOf(
  hash: HashState,
  holdsSecret: boolean,
  header: string | null,
  schemes: readonly Scheme[],
  sender: ProviderRow | null,
  all: readonly ProviderRow[],
): Weakness | null {
  const hashesPlainly = (provider: ProviderRow): boolean => provider.recipe?.construction === 'hash';
  const isHowItIsSent = schemes.some((one) => hashesPlainly(one.provider)) || (sender !== null && all.some((one) => hashesPlainly(one) && isKin(one, sender)));
  if (!hash.keyed) {
    if (hash.onlyBody) return { kind: 'no-key' };
    if (!isHowItIsSent && holdsSecret && hash.message & (RAW | PAYLOAD | PARSED | RE_ENCODED)) return { kind: 'plain-hash' };
  }
  const algorithm = plainName(hash.algorithm);
  if (algorithm === 'md5' && (hash.keyed || holdsSecret) && !allOf(schemes, (one) => one.recipe.digest === 'md5')) return { kind: 'md5' };
  const old = sender?.superseded?.find((one) => one.digest === algorithm && (header === null || one.header === header));
  return old && sender ? { kind: 'superseded', better: sender, header: old.header } : null;
}

function isAsWeak({ hash }: Attempt, weak: HashState): boolean {
  return hash !== null && hash.keyed === weak.keyed && plainName(hash.algorithm) === plainName(weak.algorithm);
}

/** The header that the digest is compared with, where it was followed to there. */
function headerOf({ left, right }: Attempt): string | null {
  for (const one of [left, right])
    if (one && one.value.hash === null && one.value.traits & (HEADER | QUERY) && one.value.field !== null) return one.value.field;
  return null;
}

function said(weakness: Weakness, { spelling }: Attempt, hash: HashState): [what: string, why: string, toDo: string] {
  switch (weakness.kind) {
    case 'no-key':
      return [
        `\`${spelling}\` compares a plain digest of the body: there is no secret in it.`,
        'Whoever can send a body can compute its digest, so every forged delivery is let in.',
        'Compare an HMAC that is made with a secret of the sender and yours.',
      ];
    case 'plain-hash':
      return [
        `\`${spelling}\` compares a plain hash of the secret and the body, which is no MAC.`,
        'Where the secret stands in front, more can be added to a signed body without knowing it.',
        'Compare an HMAC, if the sender offers one.',
      ];
    case 'md5':
      return [
        `\`${spelling}\` compares an MD5 ${hash.keyed ? 'HMAC' : 'hash'}.`,
        'MD5 is broken, and nothing is left of its margin.',
        'Have the sender sign with HMAC-SHA256.',
      ];
    case 'superseded':
      return [
        `\`${weakness.header}\` carries ${weakness.better.name}'s SHA-1 signature, which is kept for old receivers.`,
        `SHA-1 has known collisions, and ${weakness.better.name} signs with something better beside it.`,
        `Verify \`${weakness.better.signatureHeader ?? ''}\` (${(weakness.better.recipe?.digest ?? 'sha256').toUpperCase()}) instead.`,
      ];
  }
}
