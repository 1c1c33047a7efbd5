/** What rules on flows have in common: how sure they are, what they say of the sender and of checks that do not hold. */
import type { AnalysedEndpoint, FileAnalysis } from '../analysis/analyse.js';
import type { Certainty, Finding } from '../analysis/finding.js';
import { FORBIDDEN, LINE_BREAK, OPEN_PATTERN, OPEN_PREFIX, OPEN_SUFFIX, RESOLVED, SCHEME_ONLY, SUBSTRING } from '../analysis/flow/knows.js';
import { flowsByHandler, sentIn, stepsOf, whereToTell } from '../analysis/flow/report.js';
import type { Flow } from '../analysis/flow/sinks.js';
import { isAnswer } from '../analysis/flow/trail.js';
import type { SinkKind } from '../knowledge/rows.js';
import { message, type Reported, routeName } from './rule.js';

export interface FlowSaying {
  readonly rule: string;
  readonly variant: string;
  readonly what: string;
  readonly why: string;
  readonly toDo: string;
  readonly certainty: Certainty;
  readonly remedies?: Finding['remedies'];
}

/** Reports each flow of these kinds once; `say` returns null for those that are nothing. */
export function reportFlows(
  analysis: FileAnalysis,
  kinds: readonly SinkKind[],
  report: (finding: Reported) => void,
  say: (flow: Flow, endpoint: AnalysedEndpoint) => FlowSaying | null,
  aboutAnswers = false,
): void {
  for (const { flow, endpoint, endpoints } of flowsByHandler([...analysis.endpoints, ...analysis.otherEndpoints], kinds)) {
    // What a model made of it is told with the model.
    const said = isAnswer(flow.reach.trail) === aboutAnswers ? say(flow, endpoint) : null;
    if (said === null) continue;
    const at = whereToTell(flow, endpoint);
    report({
      rule: said.rule,
      variant: said.variant,
      message: message(said.what, said.why, said.toDo),
      at,
      because: [...stepsOf(flow, analysis.project), ...(at === flow.at ? [] : [{ message: `\`${flow.spelling}\` is reached here`, at: flow.at }])],
      certainty: said.certainty,
      endpoints,
      remedies: said.remedies ?? [],
    });
  }
}

/** Shown where anyone may be the sender; likely where the sender is known and can only be wrong or be taken over. */
export function certaintyOf(flow: Flow): Certainty {
  return flow.isProven ? 'likely' : 'proven';
}

/** Who can do it: the start of a sentence. */
export function whoCan(flow: Flow, endpoint: AnalysedEndpoint): string {
  if (flow.isProven) return `The sender is checked, but whoever gets a delivery of ${routeName(endpoint)} signed`;
  return sentIn(flow.reach.trail) === 'payload' ? `Anyone who posts to ${routeName(endpoint)}` : `Anyone who asks for ${routeName(endpoint)}`;
}

const weaknesses: readonly (readonly [number, string])[] = [
  [OPEN_PREFIX, 'the prefix it is compared with does not end the host, so `https://ours.evil.test` passes'],
  [OPEN_SUFFIX, 'the ending it is compared with has no dot in front, so `evil-ours.test` passes'],
  [SUBSTRING, 'the text is looked for anywhere in it, so `https://evil.test/?ours` passes'],
  [OPEN_PATTERN, 'the pattern is not anchored, or lets any host through'],
  [RESOLVED, 'the name is resolved for the check and once more for the request, which may give another address'],
  [FORBIDDEN, 'a list of what is forbidden never has everything'],
  [SCHEME_ONLY, 'only the scheme is checked'],
  [LINE_BREAK, '`$` also matches in front of a line break at the end'],
];

/** The checks in front of it that do not hold; empty without any. */
export function weakChecks({ reach }: Flow): string {
  const [first] = weaknesses.filter(([bit]) => reach.weak & bit).map(([, says]) => says);
  return first === undefined ? '' : ` The check in front of it does not hold: ${first}.`;
}
