import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import { type BearerUse, bearerUse } from '../../analysis/bearer.js';
import { advice } from '../advice.js';
import { endpointFacts, message, type Reported, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'bearer-only-auth',
  title: 'A static token is all that protects it',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      const use = bearerUse(analysed.evaluated, analysed.guards);
      if (use === null || analysed.lateGuards.length > 0 || analysed.endpoint.framework.functionsTaking) continue;
      if (use.kind === 'presence') report(presence(analysed, use));
      else if (!sendsTokens(analysed)) report(staticToken(analysed, use));
    }
  },
});

function presence(analysed: AnalysedEndpoint, use: Extract<BearerUse, { kind: 'presence' }>): Reported {
  return {
    rule: 'bearer-only-auth',
    variant: 'presence',
    message: message(
      `${routeName(analysed)} asks only that an Authorization header is there; nothing looks at the token in it.`,
      `Any word after \`Bearer\` opens it, and \`${use.event.spelling}\` is reached.`,
      advice(analysed),
    ),
    at: analysed.endpoint.route,
    because: [
      { message: 'All that is asked of the header', at: use.at },
      { message: `\`${use.event.spelling}\` is reached`, at: use.event.at },
    ],
    certainty: 'proven',
    endpoints: [],
    remedies: verifying(analysed),
  };
}

function staticToken(analysed: AnalysedEndpoint, { attempt, alsoInQuery }: Extract<BearerUse, { kind: 'static' }>): Reported {
  const isSigned = signs(analysed);
  const name = analysed.evidence.provider?.name;
  return {
    rule: 'bearer-only-auth',
    variant: alsoInQuery ? 'in-query' : isSigned ? 'instead-of-signature' : 'static-token',
    message: alsoInQuery
      ? message(
          `${routeName(analysed)} takes its token from the query string as well as from the Authorization header.`,
          'Addresses are kept in logs, by proxies and in histories; whoever reads one of them can post here.',
          'Take it from the header alone, and replace the token that was in use.',
        )
      : message(
          `A static Bearer token is all that protects ${routeName(analysed)}${isSigned ? `, and ${name} signs what it sends` : ''}.`,
          'It is the same in every request and covers nothing of the body: whoever sees it once, in a log or on the way, can post whatever they like, for as long as it is valid.',
          isSigned ? advice(analysed) : 'If the sender can sign its deliveries, verify that; else give it a token of its own, and replace it regularly.',
        ),
    at: analysed.endpoint.route,
    because: [{ message: `\`${attempt.spelling}\` compares the token`, at: attempt.at }],
    certainty: isSigned || alsoInQuery ? 'likely' : 'cannot-tell',
    endpoints: [],
    remedies: isSigned && !alsoInQuery ? verifying(analysed) : [],
  };
}

/** A static token is how this sender says who it is. */
function sendsTokens({ evidence }: AnalysedEndpoint): boolean {
  return evidence.provider !== null && /^(shared-token|basic-auth)$/.test(evidence.provider.scheme);
}

/** The sender signs, and it is the sender by more than a word in a path. */
function signs({ evidence }: AnalysedEndpoint): boolean {
  const { provider, marks } = evidence;
  if (provider === null || /^(shared-token|basic-auth|none)$/.test(provider.scheme)) return false;
  return (
    marks.filter((mark) => mark.provider === provider).length > 1 ||
    marks.some((mark) => mark.provider === provider && mark.weight >= 3) ||
    marks.some((mark) => / names a (web)?hook$/.test(mark.says))
  );
}

function verifying(analysed: AnalysedEndpoint): Reported['remedies'] {
  return ['verify-with-sdk', 'verify-with-hmac'].map((remedy) => request(remedy, { endpoint: endpointFacts(analysed) }));
}
