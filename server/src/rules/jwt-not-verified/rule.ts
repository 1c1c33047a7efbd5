import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import type { Event } from '../../analysis/state.js';
import type { Attempt } from '../../analysis/value.js';
import { endpointFacts, message, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'jwt-not-verified',
  title: 'Token that nobody verifies',
  severity: 'error',
  page,

  check({ analysis, report }) {
    const found = new Map<string, Found>();
    const note = (attempt: Attempt, event: Event | null, analysed: AnalysedEndpoint): void => {
      const key = `${attempt.at.path}:${attempt.at.range.start}`;
      const known = found.get(key) ?? { attempt, event, analysed: [] };
      known.analysed.push(analysed);
      found.set(key, known);
    };
    for (const analysed of analysis.endpoints) {
      const { guards } = analysed;
      // A token that is read first and verified then, or stands beside another check, was not relied upon.
      if (guards.guards.length === 0 && guards.unreadable.length === 0)
        for (const { attempt, event } of guards.unprovenTokens.slice(0, 1)) note(attempt, event, analysed);
      for (const guard of guards.guards) if (guard.token?.flaw === 'any-algorithm') note(guard, null, analysed);
    }

    for (const { attempt, event, analysed } of found.values()) {
      const first = analysed[0] as AnalysedEndpoint;
      const { what, toDo } = said(attempt);
      const isOpen = event !== null;
      report({
        rule: 'jwt-not-verified',
        variant: attempt.token?.flaw ?? 'decoded',
        message: message(
          what,
          isOpen
            ? `Anyone can write a token that says what ${routeName(first)} wants to hear, and reach \`${event.spelling}\`.`
            : `A token for ${routeName(first)} can name an algorithm that takes your public key for a shared secret, or none at all.`,
          toDo,
        ),
        at: attempt.at,
        because: event ? [{ message: `\`${event.spelling}\` is reached`, at: event.at }] : [],
        certainty: isOpen ? 'proven' : 'likely',
        endpoints: analysed.map((one) => one.endpoint.route),
        remedies: isOpen && signs(first) ? ['verify-with-sdk', 'verify-with-hmac'].map((remedy) => request(remedy, { endpoint: endpointFacts(first) })) : [],
      });
    }
  },
});

interface Found {
  readonly attempt: Attempt;
  readonly event: Event | null;
  readonly analysed: AnalysedEndpoint[];
}

/** Its sender has a signature of its own that a repair can check instead. */
function signs({ evidence }: AnalysedEndpoint): boolean {
  return evidence.provider !== null && !/^(jwt|shared-token|basic-auth|none)$/.test(evidence.provider.scheme);
}

function said(attempt: Attempt): { what: string; toDo: string } {
  const verify = 'Verify it with the key of whoever issues it and a fixed list of algorithms, for this audience and issuer, and answer 401 when that fails.';
  switch (attempt.token?.flaw) {
    case 'switched-off':
      return { what: `\`${attempt.spelling}\` does not check the token's signature: \`${attempt.off ?? 'an option'}\` switches that off.`, toDo: verify };
    case 'none':
      return { what: `\`${attempt.spelling}\` takes a token with the algorithm \`none\`, which is a token without a signature.`, toDo: verify };
    case 'no-key':
      return { what: `\`${attempt.spelling}\` is given no key, so there is nothing to check the token's signature with.`, toDo: verify };
    case 'any-algorithm':
      return {
        what: `\`${attempt.spelling}\` lists no algorithms, so the token itself chooses one.`,
        toDo: 'List the one algorithm that the issuer signs with.',
      };
    default:
      return { what: `\`${attempt.spelling}\` reads the token without checking its signature.`, toDo: verify };
  }
}
