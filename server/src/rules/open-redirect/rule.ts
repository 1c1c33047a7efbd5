import { pieceName, sentIn } from '../../analysis/flow/report.js';
import type { Flow } from '../../analysis/flow/sinks.js';
import { certaintyOf, reportFlows, weakChecks, whoCan } from '../flows.js';
import { endpointFacts, request, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'open-redirect',
  title: 'The sender decides where the answer leads',
  severity: 'error',
  page,

  check({ analysis, report }) {
    reportFlows(analysis, ['redirect'], report, (flow, endpoint) => {
      if (isOwnAddress(flow)) return null;
      return {
        rule: 'open-redirect',
        variant: flow.reach.weak === 0 ? 'unchecked-target' : 'weak-check',
        what: `\`${pieceName(flow, analysis.project)}\` decides where \`${flow.spelling}\` leads.`,
        why: `${whoCan(flow, endpoint)} has links of your name end at sites of theirs.${weakChecks(flow)}`,
        toDo: 'Redirect to a path of your own, to an entry of a list, or compare the parsed host exactly; a path begins with one slash, not with two.',
        certainty: certaintyOf(flow),
        remedies: [
          request('redirect-own', { argument: flow.argumentAt, isWeak: flow.reach.weak !== 0, spelling: flow.spelling, endpoint: endpointFacts(endpoint) }),
        ],
      };
    });
  },
});

/** To the same host, by the name that it was asked by. */
function isOwnAddress({ reach }: Flow): boolean {
  return sentIn(reach.trail) === 'header' && /(^|\.)(host|origin|referer|referrer|x-forwarded-\w+)(\/[\w@()]*)*$/i.test(reach.trail.key);
}
