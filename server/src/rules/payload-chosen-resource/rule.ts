import { flowsIn, pieceName, sentIn, stepsOf } from '../../analysis/flow/report.js';
import type { Flow } from '../../analysis/flow/sinks.js';
import { endpointFacts, message, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'payload-chosen-resource',
  title: 'Table, bucket or queue named by the sender',
  severity: 'error',
  page,

  check({ analysis, report }) {
    const { project } = analysis;
    for (const { flow, endpoint, endpoints } of flowsIn([...analysis.endpoints, ...analysis.otherEndpoints], 'resource-name', 'sql')) {
      if (flow.kind === 'sql' && flow.reach.position !== 'name') continue;
      if (isWholeDelivery(flow) || isOwnAddress(flow)) continue;
      const noun = nounOf(flow);
      if (noun === 'object key' && (flow.isProven || !decidesTheBeginning(flow))) continue;

      const piece = pieceName(flow, project);
      report({
        rule: 'payload-chosen-resource',
        variant: noun === 'object key' ? 'key' : 'name',
        message: message(
          flow.reach.position === 'whole'
            ? `\`${piece}\` decides which ${noun} \`${flow.spelling}\` uses.`
            : `\`${piece}\` is part of the name of the ${noun} that \`${flow.spelling}\` uses.`,
          flow.isProven
            ? `The sender is known, and still a mistake or a break-in there reaches every ${noun} that this process has rights on.`
            : `Anyone can post to ${routeName(endpoint)} and reach every ${noun} that this process has rights on.`,
          noun === 'object key'
            ? 'Begin the key with a folder of your own, and end it with an id whose form you have checked.'
            : 'Look it up in a list of your own, and refuse what is not in it.',
        ),
        at: flow.at,
        because: stepsOf(flow, project),
        certainty: flow.isProven ? 'likely' : 'proven',
        endpoints,
        remedies: noun === 'object key' ? [] : [request('choose-from-list', { sink: flow.at, piece, noun, endpoint: endpointFacts(endpoint) })],
      });
    }
  },
});

function nounOf(flow: Flow): string {
  if (flow.kind === 'sql') return 'table';
  return flow.row.says ?? 'collection';
}

/** A whole payload is no name: what looks like one is another way to call it. */
function isWholeDelivery(flow: Flow): boolean {
  return flow.reach.trail.kind === 'source' && sentIn(flow.reach.trail) === 'payload';
}

/** The route's own parameter, once the sender is known: whose secret it was is what it says. */
function isOwnAddress(flow: Flow): boolean {
  return flow.isProven && sentIn(flow.reach.trail) === 'route';
}

function decidesTheBeginning(flow: Flow): boolean {
  const pieces = flow.argument.trail?.pieces ?? null;
  // With a part of another origin in it, it names nothing that is there already.
  return flow.reach.position === 'whole' || (pieces?.[0] === flow.reach.trail && !pieces.includes(null));
}
