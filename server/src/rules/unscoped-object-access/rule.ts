import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import { pieceName, sentIn } from '../../analysis/flow/report.js';
import type { Flow } from '../../analysis/flow/sinks.js';
import { isScoped } from '../../analysis/flow/tenants.js';
import { isStrong } from '../../analysis/run.js';
import { reportFlows } from '../flows.js';
import { routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'unscoped-object-access',
  title: 'Object of another tenant within reach',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    const { project } = analysis;
    reportFlows(analysis, ['object-id'], report, (flow, endpoint) => {
      const { run } = endpoint.evaluated;
      const verb = verbOf(flow);
      if (verb === null || isScoped(run, flow)) return null;
      const piece = pieceName(flow, project);

      // A parameter of the route says which tenant it is.
      if (flow.isProven && run.tenants.size > 0 && sentIn(flow.reach.trail) !== 'route')
        return {
          rule: 'unscoped-object-access',
          variant: 'tenant',
          what: `\`${piece}\` alone decides what \`${flow.spelling}\` ${verb}.`,
          why: 'The secret that was checked is one of many, each with an owner of its own: each of them can name what belongs to another.',
          toDo: 'Ask for the owner as well: the one that the secret was looked up for.',
          certainty: 'likely',
        };

      if (!isAnybodys(endpoint) || !isSomebodys(flow) || !isUsed(flow, endpoint)) return null;
      return {
        rule: 'unscoped-object-access',
        variant: 'anyone',
        what: `\`${piece}\` alone decides whose record \`${flow.spelling}\` ${verb}.`,
        why: `Nobody is known here: anyone who posts to ${routeName(endpoint)} can name anyone.`,
        toDo: 'Verify the delivery, and look for the record among those of its sender.',
        certainty: 'likely',
      };
    });
  },
});

/** What happens to the object; null for a statement that finds none by a condition. */
function verbOf({ row, call }: Flow): string | null {
  if (row.says === 'statement') {
    const text = call.args[0]?.value.literal;
    if (typeof text !== 'string' || !/\bwhere\b/i.test(text)) return null;
    return /^\s*update\b/i.test(text) ? 'changes' : /^\s*delete\b/i.test(text) ? 'deletes' : null;
  }
  if (/delete|destroy|remove/i.test(call.last)) return 'deletes';
  return /update|replace|upsert/i.test(call.last) ? 'changes' : 'loads';
}

/** A delivery that nothing tries to tie to a sender. */
function isAnybodys({ evidence, guards }: AnalysedEndpoint): boolean {
  return evidence.isWebhook && guards.verdict === 'unverified' && guards.guards.length === 0;
}

/** The id is one of a person, an account or a tenant, by its name or by the model's. */
function isSomebodys({ reach, spelling, argument }: Flow): boolean {
  const whose =
    /(^|[._#/])(user|account|customer|tenant|org|organi[sz]ation|member|profile|wallet|company|team|workspace|merchant)s?(_?id|_?uuid|_?no|_?number)?$/i;
  const keys = [...(argument.fields?.keys() ?? [])];
  return whose.test(reach.trail.key) || keys.some((key) => whose.test(key)) || spelling.split('.').some((part) => whose.test(part));
}

/** It is changed at once, or something is written after it was loaded. */
function isUsed(flow: Flow, { evaluated }: AnalysedEndpoint): boolean {
  return verbOf(flow) !== 'loads' || evaluated.run.records.some(({ event }) => isStrong(event) && event.at.range.start !== flow.at.range.start);
}
