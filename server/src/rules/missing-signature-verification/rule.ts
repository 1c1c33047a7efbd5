import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import { bearerUse } from '../../analysis/bearer.js';
import { advice } from '../advice.js';
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
      if (guards.switchedOff.length > 0 && guards.guards.length === 0 && guards.unreadable.length === 0) continue;
      if (guards.unprovenTokens.length > 0 && guards.unreadable.length === 0) continue; // jwt-not-verified speaks for these
      if (bearerUse(analysed.evaluated, guards)?.kind === 'presence' && !endpoint.framework.functionsTaking) continue; // bearer-only-auth speaks for these
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
          remedies: [request('declare-verifier', { call: unreadable.at })],
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
            'Verify the delivery in a middleware or at the top of the handler; what verifies in front is declared under `gateways` in webhookproof.config.json.',
          ),
          certainty: 'cannot-tell',
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
            'Make sure that every caller verifies first, or check here; what verifies in front is declared under `gateways` in webhookproof.config.json.',
          ),
          certainty: 'cannot-tell',
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
  if (analysed.isHandshakeOnly)
    return { variant: 'challenge-only', what: `${routeName(analysed)} answers the sender's challenge, and checks no signature on what is delivered.` };
  return { variant: 'none', what: `${routeName(analysed)} has no signature check.` };
}
