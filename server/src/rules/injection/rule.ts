import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import { pieceName, sentIn } from '../../analysis/flow/report.js';
import type { Flow } from '../../analysis/flow/sinks.js';
import type { SinkKind } from '../../knowledge/rows.js';
import { certaintyOf, reportFlows, weakChecks, whoCan } from '../flows.js';
import { endpointFacts, request, rule } from '../rule.js';
import page from './rule.md?raw';

interface Variant {
  readonly variant: string;
  /** What it becomes, what the sender gains, what to do. */
  readonly becomes: string;
  readonly gains: string;
  readonly toDo: string;
}

const variants: Partial<Readonly<Record<SinkKind, Variant>>> = {
  sql: {
    variant: 'sql',
    becomes: 'becomes part of the SQL statement',
    gains: 'reads and changes what the database user may',
    toDo: 'Leave a placeholder in the text and hand the value over beside it.',
  },
  nosql: {
    variant: 'nosql',
    becomes: 'may bring query operators of its own',
    gains: 'matches documents of others: from JSON it may be `{"$ne": null}` where text is meant',
    toDo: 'Make it text, or check its type, before it goes into the filter.',
  },
  command: {
    variant: 'command',
    becomes: 'becomes part of a shell command',
    gains: 'runs commands on this server',
    toDo: 'Start the program without a shell, with a list of arguments.',
  },
  code: {
    variant: 'code',
    becomes: 'is run as code',
    gains: 'does whatever this process may do',
    toDo: 'Look the behaviour up in a table by its name, and read data with a parser of data.',
  },
  template: {
    variant: 'template',
    becomes: 'becomes the text of a template',
    gains: 'has the template engine evaluate expressions, which reach the objects of this process',
    toDo: 'Keep the template in your code and hand the value over as a variable.',
  },
  path: {
    variant: 'path',
    becomes: 'decides which file is used',
    gains: 'reaches files outside the folder with `../` or an absolute path',
    toDo: 'Use the base name alone, or resolve the path and compare it with the folder and a separator.',
  },
  'dynamodb-expression': {
    variant: 'dynamodb',
    becomes: 'becomes part of an expression for DynamoDB',
    gains: 'writes or compares attributes that are not meant',
    toDo: 'Name attributes through `ExpressionAttributeNames` from a list of yours, values through `ExpressionAttributeValues`.',
  },
};

const repairs: Partial<Readonly<Record<SinkKind, readonly string[]>>> = { sql: ['bind-values'], command: ['start-without-shell'] };

export default rule({
  id: 'injection',
  title: 'Payload becomes part of a statement, command or path',
  severity: 'error',
  page,

  check({ analysis, report }) {
    reportFlows(analysis, Object.keys(variants) as SinkKind[], report, (flow, endpoint) => {
      const variant = variants[flow.kind];
      if (!variant || isHarmless(flow, endpoint)) return null;
      return {
        rule: 'injection',
        variant: variant.variant,
        what: `\`${pieceName(flow, analysis.project)}\` ${flow.row.says ? `decides ${flow.row.says}` : variant.becomes} in \`${flow.spelling}\`${codeNote(flow)}.`,
        why: `${whoCan(flow, endpoint)} ${variant.gains}.${weakChecks(flow)}`,
        toDo: variant.toDo,
        certainty: certaintyOf(flow),
        remedies: repairs[flow.kind]?.map((remedy) => request(remedy, { sink: flow.at, argument: flow.argumentAt, endpoint: endpointFacts(endpoint) })) ?? [],
      };
    });
  },
});

function codeNote(flow: Flow): string {
  return flow.kind === 'code' && flow.row.says ? ', which is code' : '';
}

function isHarmless(flow: Flow, { evidence }: AnalysedEndpoint): boolean {
  switch (flow.kind) {
    // Which table is named is a question of its own.
    case 'sql':
      return flow.reach.position === 'name';
    // A field of a delivery is of the type that its sender gives it, and where the sender is unknown that is told; a whole filter is never meant.
    case 'nosql':
      return sentIn(flow.reach.trail) !== 'payload' || (flow.reach.position !== 'whole' && (evidence.isWebhook || flow.isProven));
    default:
      return false;
  }
}
