import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import { flowsOf, pieceName, stepsOf, trailName } from '../../analysis/flow/report.js';
import type { Flow } from '../../analysis/flow/sinks.js';
import { placeKey } from '../../analysis/state.js';
import { message, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'unvalidated-payload',
  title: 'Payload stored without a check of its form',
  severity: 'note',
  page,

  check({ analysis, report }) {
    const { project } = analysis;
    const told = new Set<string>();
    for (const endpoint of [...analysis.endpoints, ...analysis.otherEndpoints]) {
      const { run } = endpoint.evaluated;
      for (const { check, trail, at, spelling, isProven } of run.weaklyStored.values()) {
        if (told.has(placeKey(check.at))) continue;
        told.add(placeKey(check.at));
        const piece = trailName(trail, project);
        report({
          rule: 'unvalidated-payload',
          variant: check.kind,
          message:
            check.kind === 'line-break'
              ? message(
                  `\`${check.spelling}\` lets \`${piece}\` through with a line break at its end: \`$\` also matches in front of one.`,
                  `\`${spelling}\` stores it, and two names that look the same are two.`,
                  'Use `re.fullmatch`, or end the pattern with `\\Z`.',
                )
              : message(
                  `\`${check.spelling}\` lays nothing down: whatever is sent passes.`,
                  `\`${spelling}\` stores \`${piece}\` as if it had been checked.`,
                  'Name the fields and their types in the schema.',
                ),
          at: check.at,
          because: [{ message: `\`${spelling}\` stores it here`, at }],
          certainty: isProven ? 'likely' : 'proven',
          endpoints: [endpoint.endpoint.route],
          remedies: [],
        });
      }

      const flow = isAnybodys(endpoint) ? firstUnchecked(endpoint) : null;
      if (flow === null || told.has(placeKey(flow.at))) continue;
      told.add(placeKey(flow.at));
      report({
        rule: 'unvalidated-payload',
        variant: 'unchecked',
        message: message(
          `\`${pieceName(flow, project)}\` is stored by \`${flow.spelling}\` as it came.`,
          `Anyone who posts to ${routeName(endpoint)} puts an object, a list or a text of any length where something else was meant.`,
          'Let a schema take the body first, and store what it returns.',
        ),
        at: flow.at,
        because: stepsOf(flow, project),
        certainty: 'likely',
        endpoints: [endpoint.endpoint.route],
        remedies: [],
      });
    }
  },
});

/** A delivery that nothing tries to tie to a sender, and none of those whose deliveries are documented: these keep to it, once they are checked. */
function isAnybodys({ evidence, guards }: AnalysedEndpoint): boolean {
  return evidence.isWebhook && evidence.provider === null && guards.verdict === 'unverified' && guards.guards.length === 0;
}

/** One for an endpoint, and none where the same data is told for what it does. */
function firstUnchecked({ evaluated }: AnalysedEndpoint): Flow | null {
  if (flowsOf(evaluated, 'model-write', 'sql', 'nosql', 'path', 'command', 'code', 'template').length > 0) return null;
  return flowsOf(evaluated, 'stored').find(({ reach }) => reach.trail.kind !== 'source') ?? null;
}
