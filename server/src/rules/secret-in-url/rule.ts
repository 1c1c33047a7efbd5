import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import { secretInUrl } from '../../analysis/url-secret.js';
import { advice } from '../advice.js';
import { endpointFacts, message, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'secret-in-url',
  title: 'A secret in the address',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      const secret = secretInUrl(analysed);
      if (secret === null) continue;
      const { attempt, at, where, field } = secret;
      const isBetterKnown = offersBetter(analysed);
      report({
        rule: 'secret-in-url',
        variant: where,
        message: message(
          `${field === null ? 'A token' : `\`${field}\``} in the ${where === 'query' ? 'query string' : 'path'} is all that protects ${routeName(analysed)}.`,
          'Addresses are kept in logs, by proxies and in histories; whoever reads one of them can post here.',
          isBetterKnown ? advice(analysed) : 'If the sender can sign its deliveries, verify that; else have it send the token in a header.',
        ),
        at,
        because: [{ message: `\`${attempt.spelling}\` compares it`, at: attempt.at }],
        certainty: 'proven',
        endpoints: [analysed.endpoint.route],
        remedies: isBetterKnown ? ['verify-with-sdk', 'verify-with-hmac'].map((remedy) => request(remedy, { endpoint: endpointFacts(analysed) })) : [],
      });
    }
  },
});

/** The sender signs, or sends its token in a header. */
function offersBetter({ evidence }: AnalysedEndpoint): boolean {
  return evidence.provider !== null && evidence.provider.signatureHeader !== null && evidence.provider.scheme !== 'none';
}
