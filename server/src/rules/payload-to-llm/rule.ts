import { pieceName } from '../../analysis/flow/report.js';
import type { Flow } from '../../analysis/flow/sinks.js';
import { type Trail, trailsIn } from '../../analysis/flow/trail.js';
import { placeKey } from '../../analysis/state.js';
import type { Value } from '../../analysis/value.js';
import type { SinkKind } from '../../knowledge/rows.js';
import { certaintyOf, reportFlows } from '../flows.js';
import { routeName, rule } from '../rule.js';
import page from './rule.md?raw';

/** What becomes of an answer that nobody looks at. */
const uses: Partial<Readonly<Record<SinkKind, string>>> = {
  sql: 'is run as SQL',
  command: 'is run as a shell command',
  code: 'is run as code',
  template: 'becomes a template',
  path: 'decides which file is used',
  html: 'becomes HTML',
  mail: 'is sent as mail',
  redirect: 'decides where somebody is sent',
  'request-url': 'decides which host is asked',
};

export default rule({
  id: 'payload-to-llm',
  title: 'Payload talks to a language model',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    const run = new Set<string>();
    reportFlows(
      analysis,
      Object.keys(uses) as SinkKind[],
      report,
      (flow, endpoint) => {
        for (let at: Trail | undefined = flow.reach.trail; at; at = at.from[0]) if (at.kind === 'answer' && at.at) run.add(placeKey(at.at));
        return {
          rule: 'payload-to-llm',
          variant: 'answer-used',
          what: `What the model answers ${uses[flow.kind]} in \`${flow.spelling}\`.`,
          why: `The model was told text of a delivery of ${routeName(endpoint)}: whoever writes that text writes the answer.`,
          toDo: 'Take values out of the answer and check them, or choose from a list of your own by it; never run it.',
          certainty: certaintyOf(flow),
        };
      },
      true,
    );
    reportFlows(analysis, ['prompt'], report, (flow, endpoint) => {
      const piece = pieceName(flow, analysis.project);
      const how = howItIsTold(flow);
      // The use of its answer says it all.
      if (how === 'plain' && run.has(placeKey(flow.at))) return null;
      return {
        rule: 'payload-to-llm',
        variant: how,
        what:
          how === 'instructions'
            ? `\`${piece}\` becomes part of the instructions that \`${flow.spelling}\` gives the model.`
            : how === 'with-tools'
              ? `\`${piece}\` is told to a model with tools by \`${flow.spelling}\`.`
              : `\`${piece}\` becomes part of a prompt in \`${flow.spelling}\`.`,
        why: `Text in a delivery of ${routeName(endpoint)} may hold instructions, and a model follows those as well as yours${how === 'with-tools' ? ', with your tools in its hands' : ''}.`,
        toDo:
          how === 'with-tools'
            ? 'Give the model no tools that write for such text, or have a person agree to each call.'
            : 'Keep instructions apart from the text, say that it is data, and treat the answer as you treat the delivery.',
        certainty: certaintyOf(flow),
      };
    });
  },
});

type How = 'instructions' | 'with-tools' | 'plain';

function howItIsTold(flow: Flow): How {
  if (flow.row.says === 'an agent' || optionOf(flow, 'tools') || optionOf(flow, 'functions')) return 'with-tools';
  const instructions = ['system', 'instructions', 'systemInstruction', 'system_instruction'].map((name) => optionOf(flow, name));
  const messages = optionOf(flow, 'messages')?.items ?? [];
  const systems = messages.filter((one) => /^(system|developer)$/.test(String(one.fields?.get('role')?.literal)));
  return [...instructions, ...systems].some((one) => one !== null && holds(one, flow.reach.trail)) ? 'instructions' : 'plain';
}

function optionOf({ call }: Flow, name: string): Value | null {
  for (const one of call.args) {
    const held = one.name === name ? one.value : one.name === null ? one.value.fields?.get(name) : undefined;
    if (held && held.truth !== 1 && held.items?.length !== 0) return held;
  }
  return null;
}

function holds(of: Value, trail: Trail): boolean {
  return trailsIn(of).some((one) => one.key === trail.key || one.from.some((part) => part.key === trail.key));
}
