import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import { message, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'overwrite-without-condition',
  title: 'An item replaced without a condition',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      for (const { event } of analysed.order.overwrites) {
        report({
          rule: 'overwrite-without-condition',
          variant: 'put',
          message: told(event.spelling, analysed),
          at: event.at,
          because: [],
          certainty: 'likely',
          endpoints: [analysed.endpoint.route],
          remedies: [],
        });
      }
    }
  },
});

function told(spelling: string, analysed: AnalysedEndpoint): string {
  return message(
    `\`${spelling}\` replaces whatever item the payload names.`,
    `A delivery to ${routeName(analysed)} that is old, repeated or made up takes the place of what is kept under that key, with all its attributes.`,
    'Put with a condition (`attribute_not_exists` on the key, or a version that must be older), and answer 200 where it does not hold.',
  );
}
