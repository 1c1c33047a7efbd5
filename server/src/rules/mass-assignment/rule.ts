import { OPEN_SCHEMA } from '../../analysis/flow/knows.js';
import { argumentName, flowsIn, pieceName, sentIn, stepsOf } from '../../analysis/flow/report.js';
import type { Flow } from '../../analysis/flow/sinks.js';
import type { Trail } from '../../analysis/flow/trail.js';
import type { Project } from '../../analysis/project.js';
import { RAW } from '../../analysis/value.js';
import { endpointFacts, message, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'mass-assignment',
  title: 'Whole payload written to a record',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    const { project } = analysis;
    for (const { flow, endpoint, endpoints } of flowsIn([...analysis.endpoints, ...analysis.otherEndpoints], 'model-write')) {
      if (!isRecord(flow) || !isStore(flow) || isArchive(flow, project)) continue;
      // What a sender that is known puts into its own objects is its own affair.
      if (flow.isProven && (endpoint.evidence.provider !== null || isCopy(flow))) continue;

      const isKey = flow.row.says === 'attribute';
      const piece = nameOf(flow, project);
      const isThroughSchema = (flow.reach.weak & OPEN_SCHEMA) !== 0;
      report({
        rule: 'mass-assignment',
        variant: isKey ? 'attribute' : 'record',
        message: message(
          isKey ? `${piece} names the attribute that \`${flow.spelling}\` sets.` : `All of ${piece} goes into \`${flow.spelling}\`.`,
          `${flow.isProven ? 'Whoever sends it' : `Anyone who posts to ${routeName(endpoint)}`} fills in every field there is: owner, role, price, the key itself${
            isThroughSchema ? '; the schema lets fields through that it does not name' : ''
          }.`,
          isKey ? 'Set the attributes that a delivery may change by their names.' : 'Name the fields that a delivery may fill in, and write those.',
        ),
        at: flow.at,
        because: stepsOf(flow, project),
        certainty: flow.isProven ? 'likely' : 'proven',
        endpoints,
        remedies: isKey ? [] : [request('name-fields', { sink: flow.at, endpoint: endpointFacts(endpoint) })],
      });
    }
  },
});

function nameOf(flow: Flow, project: Project): string {
  const given = flow.argument.trail === null ? '' : argumentName(flow, project);
  if (/^[\w.$]+$/.test(given)) return `\`${given}\``;
  return flow.reach.trail.at === null && flow.reach.trail.kind === 'source' ? 'the body' : `\`${pieceName(flow, project)}\``;
}

/** An object whose fields the sender chose: the body, a member or an element of it, and not what was picked out of one. */
function isRecord({ reach: { trail }, argument }: Flow): boolean {
  // Text is stored as it came; what a framework has picked or checked itself is no whole payload.
  if (argument.traits & RAW || /\.(only|except|validateUsing|valid|readValidatedBody)(\(\))?$/.test(trail.key)) return false;
  if (sentIn(trail) !== 'payload' && sentIn(trail) !== 'query') return false;
  for (let at: Trail | undefined = trail, guard = 0; at && guard < 12; at = at.from[0], guard += 1) {
    if (at.kind === 'text') return false;
    const part = at.kind === 'form' && at.from[0] ? at.key.slice(at.from[0].key.length) : '';
    if (part !== '' && !/^(\/entry|\/\d)+$/.test(part)) return false;
  }
  return true;
}

/** Names that much else goes by count where what they are called on is a model, or a database, by its name. */
function isStore({ row, spelling, call }: Flow): boolean {
  if (call.name !== null && sdks.test(call.name)) return false;
  if (row.says === 'delegate') return /(^|\.)(\w*prisma\w*|db|tx|trx|database)(\.|\()/i.test(spelling);
  if (row.says !== 'model') return true;
  const owner = spelling.split('.').at(-2) ?? '';
  // What a repository creates is written when it is saved.
  if (/\.create$/.test(spelling) && /repo(sitory)?$/i.test(owner)) return false;
  return (
    /^[A-Z][a-zA-Z]*$/.test(owner) ||
    /(model|repo|repository|dao|collection|objects|table|query|filter|filter_by|where|from|from_|into|knex|trx)(\(.*\))?$/i.test(owner)
  );
}

const sdks =
  /^(stripe|twilio|openai|anthropic|slack_sdk|@slack|sendgrid|paypal|square|paddle|shopify|@octokit|octokit|github|mailchimp|hubspot|@hubspot|zod|yup|joi)\b/;

/** A log of what came in is meant to hold all of it. */
function isArchive(flow: Flow, project: Project): boolean {
  if (keyed.test(flow.spelling)) return false;
  const { start } = flow.at.range;
  const head = project.text?.(flow.at.path)?.slice(start, Math.max(start, flow.argumentAt.range.start)) ?? '';
  return /(^|[^a-z])(web_?hook|event|delivery|deliveries|log|raw|audit|inbox|archive|history|payload|dead_?letter|receipt)s?([^a-z]|$)/i.test(
    `${head} ${flow.argument.name ?? ''}`.replace(/([a-z])([A-Z])/g, '$1_$2'),
  );
}

/** The record says itself which one it is: one that is there is replaced. */
const keyed = /(^|\.)(put_item|putItem|put|PutCommand|PutItemCommand|save|upsert|set)$/;

/** A new document of nothing but what a known sender has sent is a copy of it. */
function isCopy(flow: Flow): boolean {
  return flow.argument.trail !== null && /(^|\.)(insert_?[oO]ne|insert_?[mM]any|add|addDoc|bulkCreate|insert|values)$/.test(flow.spelling);
}
