import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import { hasLimiter } from '../../analysis/bounds.js';
import type { Event } from '../../analysis/state.js';
import { endpointFacts, message, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'missing-rate-limit',
  title: 'No limit on how often',
  severity: 'note',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      const costly = costlyIn(analysed);
      if (costly === null || hasLimiter(analysed)) continue;
      report({
        rule: 'missing-rate-limit',
        variant: costly.isOpen ? 'unverified' : 'verified',
        message: costly.isOpen
          ? message(
              `Nothing limits how often ${routeName(analysed)} reaches \`${costly.spelling}\`, and ${isChecked(analysed) ? 'there is a way around the check of who sends' : 'nothing asks who sends'}.`,
              'One machine can use up the money or the capacity behind it.',
              'Verify the delivery first, and put a limiter in front, by address or for all.',
            )
          : message(
              `Nothing limits how often ${routeName(analysed)} reaches \`${costly.spelling}\`.`,
              'A sender that goes wrong, or a delivery that is repeated, spends at full speed.',
              'Put a limiter in front, or hand the work to a queue that has its own pace.',
            ),
        at: analysed.endpoint.route,
        because: [{ message: `\`${costly.spelling}\` costs money or capacity`, at: costly.at }],
        certainty: 'likely',
        endpoints: [],
        remedies: [request('limit-rate', { endpoint: endpointFacts(analysed) })],
      });
    }
  },
});

function isChecked({ guards }: AnalysedEndpoint): boolean {
  return guards.guards.length > 0;
}

type Costly = Pick<Event, 'spelling' | 'at'> & { readonly isOpen: boolean };

/** What everybody may spend; else what a genuine sender may. A store alone has its own capacity, which only strangers exhaust. */
function costlyIn({ endpoint, guards, evaluated }: AnalysedEndpoint): Costly | null {
  if (endpoint.framework.functionsTaking || guards.unreadable.length > 0 || guards.isCutShort) return null;
  const { records, slowest } = evaluated.run;
  // Whoever asks, and may be passed by, is spoken of where that is told.
  const isAsked = guards.verdict === 'verified' || guards.guards.length > 0;
  const open =
    guards.verdict === 'unverified' && !isAsked ? records.find((one) => !one.isProven && /^(write|send|pay|enqueue|execute)$/.test(one.event.kind)) : undefined;
  if (open) return { ...open.event, isOpen: true };
  if (!isAsked) return null;
  const spent = records.find((one) => one.isProven && /^(send|pay|execute)$/.test(one.event.kind))?.event ?? slowest.find((one) => one.kind === 'model');
  return spent ? { spelling: spent.spelling, at: spent.at, isOpen: false } : null;
}
