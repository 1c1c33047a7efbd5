import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import { pieceName, sentIn } from '../../analysis/flow/report.js';
import type { Flow } from '../../analysis/flow/sinks.js';
import { samePlace } from '../../analysis/state.js';
import { certaintyOf, reportFlows, weakChecks, whoCan } from '../flows.js';
import { endpointFacts, request, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'ssrf',
  title: 'The payload decides which host is asked',
  severity: 'error',
  page,

  check({ analysis, report }) {
    reportFlows(analysis, ['request-url'], report, (flow, endpoint) => {
      if (isOwnAddress(flow) || isKeyOfCheck(flow, endpoint)) return null;
      const piece = pieceName(flow, analysis.project);
      if (flow.reach.isListed)
        return {
          rule: 'ssrf',
          variant: 'resolved-again',
          what: `\`${flow.spelling}\` may ask another address than the one that was checked for \`${piece}\`.`,
          why: "The name is resolved once more for the request, and redirects are followed that no check sees: either may lead into this server's own network.",
          toDo: 'Follow no redirects, and connect to the address that was checked.',
          certainty: 'likely',
        };
      return {
        rule: 'ssrf',
        variant: flow.reach.weak === 0 ? 'unchecked-host' : 'weak-check',
        what: `\`${piece}\` decides which host \`${flow.spelling}\` asks.`,
        why: `${whoCan(flow, endpoint)} has this server ask addresses of its own network, metadata services included.${weakChecks(flow)}${redirects(flow)}`,
        toDo: 'Take the host from a list of your own: parse the address, compare its host exactly, and follow no redirects.',
        certainty: certaintyOf(flow),
        remedies: [request('allow-hosts', { sink: flow.at, argument: flow.argumentAt, isWeak: flow.reach.weak !== 0, endpoint: endpointFacts(endpoint) })],
      };
    });
  },
});

/** `https://${req.headers.host}/...`: the application asks itself, by the name that it was asked by. */
function isOwnAddress({ reach }: Flow): boolean {
  return sentIn(reach.trail) === 'header' && /(^|\.)(host|origin|referer|x-forwarded-\w+)(\/[\w@()]*)*$/i.test(reach.trail.key);
}

/** What is fetched is the key of the check: fail-open-verification speaks of the address. */
function isKeyOfCheck({ at }: Flow, { guards }: AnalysedEndpoint): boolean {
  return guards.guards.some(({ keyFrom }) => keyFrom !== undefined && samePlace(keyFrom, at));
}

function redirects(flow: Flow): string {
  return flow.followsRedirects && flow.reach.weak !== 0 ? ' It follows redirects as well, which no check of the first address sees.' : '';
}
