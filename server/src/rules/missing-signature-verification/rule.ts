import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import type { ProviderRow } from '../../knowledge/rows.js';
import { endpointFacts, message, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'missing-signature-verification',
  title: 'No signature check',
  severity: 'error',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      const { guards, endpoint, evidence } = analysed;
      if ((guards.guards.length > 0 && guards.verdict !== 'cannot-tell') || analysed.lateGuards.length > 0 || guards.bypasses.length > 0) continue; // fail-open-verification speaks for these
      if (guards.unprovenTokens.length > 0 && guards.unreadable.length === 0) continue; // jwt-not-verified speaks for these
      const common = {
        rule: 'missing-signature-verification',
        at: endpoint.route,
        because: [
          ...evidence.marks.slice(0, 3).map((mark) => ({ message: `A webhook: ${mark.says}`, at: endpoint.route })),
          ...(guards.exposed ? [{ message: `${guards.exposed.spelling} is reached`, at: guards.exposed.at }] : []),
        ],
        endpoints: [],
      };

      const [unreadable] = guards.unreadable;
      if (unreadable) {
        report({
          ...common,
          variant: 'cannot-tell',
          message: message(
            `Cannot tell whether \`${unreadable.spelling}\` verifies the delivery of ${routeName(analysed)}.`,
            'It is handed the proof and its code cannot be read from here.',
            'Look it up: it has to refuse forged deliveries before anything is done with them. If it does, name it under `verifiers` in webhookproof.config.json.',
          ),
          because: [{ message: `${unreadable.spelling} is called here`, at: unreadable.at }],
          certainty: 'cannot-tell',
          severity: 'note',
          remedies: [],
        });
        continue;
      }

      if (guards.isCutShort) {
        report({
          ...common,
          variant: 'cannot-tell',
          message: message(
            `Cannot tell whether ${routeName(analysed)} is verified: its code is too large to follow to the end.`,
            'No check was seen in the part that was followed.',
            'Verify the delivery in a middleware or at the top of the handler.',
          ),
          certainty: 'cannot-tell',
          severity: 'note',
          remedies: [],
        });
        continue;
      }

      const { exposed } = guards;
      if (exposed === null) continue; // nothing happens to a delivery here
      if ([...analysed.evaluated.run.attempts.values()].some((one) => one.kind === 'digest')) continue; // weak-signature-algorithm speaks for these
      if (endpoint.framework.functionsTaking) {
        report({
          ...common,
          variant: 'cannot-tell',
          message: message(
            `Cannot tell whether what calls \`${endpoint.name}\` has verified the delivery.`,
            `It has no check of its own and reaches \`${exposed.spelling}\`.`,
            'Make sure that every caller verifies first, or check here.',
          ),
          certainty: 'cannot-tell',
          severity: 'note',
          remedies: [],
        });
        continue;
      }
      const told = whatIsMissing(analysed);
      report({
        ...common,
        variant: told.variant,
        message: message(told.what, `Anyone who knows the address can post here and reach \`${exposed.spelling}\`.`, advice(analysed)),
        certainty: 'likely',
        severity: 'error',
        remedies: ['verify-with-sdk', 'verify-with-hmac'].map((remedy) => request(remedy, { endpoint: endpointFacts(analysed) })),
      });
    }
  },
});

function whatIsMissing(analysed: AnalysedEndpoint): { variant: string; what: string } {
  const { guards } = analysed;
  const [parser] = guards.skipped;
  if (parser) return { variant: 'parser-skips', what: `\`${parser.spelling}\` reads the delivery without checking its signature.` };
  if (guards.challenges.length > 0)
    return { variant: 'challenge-only', what: `${routeName(analysed)} checks the subscription challenge, but no signature on what is delivered.` };
  return { variant: 'none', what: `${routeName(analysed)} has no signature check.` };
}

/** The provider decides what to do: not every scheme is a signature. */
function advice(analysed: AnalysedEndpoint): string {
  const { provider } = analysed.evidence;
  if (provider === null) return 'Verify an HMAC over the raw body before anything else, and answer 401 when it does not match.';
  const open = provider.leavesBodyOpen && provider.scheme !== 'none' ? ' It does not cover the body: fetch the object from its API and act on that.' : '';
  const isUnsigned = provider.hasUnsignedToo && !analysed.evidence.isSchemeSeen;
  const unsigned = isUnsigned ? ' Where it signs nothing, take only the id and fetch the object from its API.' : '';
  return `${proofOf(provider)}${open}${unsigned}`;
}

function proofOf(provider: ProviderRow): string {
  const header = provider.signatureHeader ? ` (${provider.signatureHeader})` : '';
  switch (provider.scheme) {
    case 'shared-token':
      return `Compare ${provider.name}'s token${header} in constant time with yours, and answer 401 when it differs.`;
    case 'basic-auth':
      return `Check the user and password that ${provider.name} sends, in constant time.`;
    case 'jwt':
      return `Verify the token that ${provider.name} sends${header}: signature, audience, issuer and expiry.`;
    case 'none':
      return `${provider.name} signs nothing: take only the id from the delivery and fetch the object from its API.`;
    case 'certificate':
      return `Verify ${provider.name}'s signature${header} with a certificate that comes from its own host or leads to its own root, never from a URL as it was sent.`;
    case 'ed25519':
    case 'ecdsa':
    case 'rsa':
      return `Verify ${provider.name}'s signature${header} with its public key over the raw body first, and answer 4xx when it does not match.`;
    default:
      return `Verify ${provider.name}'s signature${header} over ${signedBy(provider)} first, and answer 4xx when it does not match.`;
  }
}

function signedBy({ recipe }: ProviderRow): string {
  if (recipe === null || recipe.message.includes('{body}')) return 'the raw body';
  if (recipe.message.includes('{sortedFormParams}')) return 'the URL and the form fields';
  return recipe.message.includes('{url}') ? 'the URL with the hash of the raw body' : 'what it signs';
}
