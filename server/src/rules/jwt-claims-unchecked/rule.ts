import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import { type Attempt, ENVIRONMENT, SECRET } from '../../analysis/value.js';
import { message, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'jwt-claims-unchecked',
  title: 'Token that is good anywhere',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    const found = new Map<string, { attempt: Attempt; variant: Variant; analysed: AnalysedEndpoint[] }>();
    for (const analysed of analysis.endpoints) {
      const token = onlyToken(analysed);
      const variant = token && unchecked(token, analysed);
      if (!token || !variant) continue;
      const key = `${token.at.path}:${token.at.range.start}`;
      const known = found.get(key) ?? { attempt: token, variant, analysed: [] };
      known.analysed.push(analysed);
      found.set(key, known);
    }

    for (const { attempt, variant, analysed } of found.values()) {
      const [what, why, toDo] = said(variant, attempt, routeName(analysed[0] as AnalysedEndpoint));
      report({
        rule: 'jwt-claims-unchecked',
        variant,
        message: message(what, why, toDo),
        at: attempt.at,
        because: [],
        certainty: 'likely',
        endpoints: analysed.map((one) => one.endpoint.route),
        remedies: [],
      });
    }
  },
});

type Variant = 'nothing-bound' | 'audience' | 'expiry' | 'never-validated';

/** The token that is the endpoint's only proof; one beside a signature over the body binds nothing by itself and need not. */
function onlyToken({ guards }: AnalysedEndpoint): Attempt | null {
  if (guards.unreadable.length > 0) return null;
  const proofs = guards.guards.filter((one) => one.kind !== 'lookup' && one.kind !== 'session');
  if (proofs.some((one) => one.token === null)) return null;
  return proofs[0] ?? null;
}

function unchecked(attempt: Attempt, { evidence, evaluated }: AnalysedEndpoint): Variant | null {
  const { token } = attempt;
  if (token === null) return null;
  const compared = evaluated.run.claimsLookedAt;
  if (token.claimsCheckedBy !== null && !compared.has(`#${token.claimsCheckedBy}`) && !compared.has('exp')) return 'never-validated';
  if (token.expiry === 'switched-off' && !compared.has('exp') && !compared.has('iat')) return 'expiry';
  // What such a sender puts into its tokens is its own: a hash of the body, an account.
  if (evidence.provider?.scheme === 'jwt' || token.isOpen) return null;
  if (token.isBound || [...compared].some((claim) => !claim.startsWith('#') && !bindsNothing.has(claim))) return null;
  const issuer = token.issuer || compared.has('iss');
  if (issuer && isShared(attempt)) return null; // the key is the issuer's and ours
  return issuer ? 'audience' : 'nothing-bound';
}

const bindsNothing = new Set(['iss', 'exp', 'iat', 'nbf', 'jti', 'typ', 'alg', 'kid', 'email_verified', 'active']);

function isShared({ key }: Attempt): boolean {
  return key !== null && (key.traits & (SECRET | ENVIRONMENT)) !== 0 && !/public|jwk|cert|pem/i.test(key.setting?.name ?? key.name ?? '');
}

function said(variant: Variant, { spelling, token }: Attempt, route: string): [what: string, why: string, toDo: string] {
  switch (variant) {
    case 'nothing-bound':
      return [
        `\`${spelling}\` verifies the token's signature, and nobody asks for whom it was issued, or by whom.`,
        `A token that its holder was given for something else opens ${route} too.`,
        'Require the audience and the issuer, in the options or by comparing the claims.',
      ];
    case 'audience':
      return [
        `\`${spelling}\` verifies who issued the token, and nobody asks for whom.`,
        `A token that the same issuer made for another service opens ${route} too.`,
        'Require your audience, or the scope or subject that this sender has.',
      ];
    case 'expiry':
      return [
        `\`${spelling}\` takes tokens that have expired.`,
        `One that was caught once, in a log or on the way, opens ${route} for ever.`,
        'Let the expiry be checked; allow for clocks with a leeway of seconds.',
      ];
    case 'never-validated':
      return [
        `\`${spelling}\` checks the signature alone; its claims are looked at when \`${token?.claimsCheckedBy ?? 'validate'}()\` is called, and nothing calls it.`,
        `An expired token, or one for another service, opens ${route}.`,
        `Call \`${token?.claimsCheckedBy ?? 'validate'}()\` on the result before anything else, with the audience and issuer that you expect.`,
      ];
  }
}
