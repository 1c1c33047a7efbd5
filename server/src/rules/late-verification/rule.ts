import { message, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'late-verification',
  title: 'Effect before the signature check',
  severity: 'error',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      for (const { event, attempt } of analysed.guards.late) {
        report({
          rule: 'late-verification',
          variant: 'effect-before',
          message: message(
            `\`${event.spelling}\` runs before the signature is checked.`,
            `Anyone can post to ${routeName(analysed)} and reach it; \`${attempt.spelling}\` comes too late.`,
            'Move the check in front of it.',
          ),
          at: event.via.find((site) => site.path === analysed.endpoint.route.path) ?? event.at,
          because: [{ message: `\`${attempt.spelling}\` checks here`, at: attempt.at }],
          certainty: 'proven',
          endpoints: [analysed.endpoint.route],
          remedies: [request('move-check-first', { check: attempt.at })],
        });
      }
    }
  },
});
