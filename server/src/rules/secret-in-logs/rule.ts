import { type AnalysedEndpoint, judgedEndpoints } from '../../analysis/analyse.js';
import type { Outlet, SecretKind, ShownSecret } from '../../analysis/shown.js';
import { endpointFacts, message, request, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'secret-in-logs',
  title: 'Secret in a log or an error',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    const tell = (shown: ShownSecret, analysed: AnalysedEndpoint | null): void => {
      const [why, toDo] = said(shown);
      report({
        rule: 'secret-in-logs',
        variant: shown.kind,
        message: message(`\`${shown.spelling}\` ${doing[shown.outlet]} ${called(shown)}${shown.outlet === 'log' ? ' to the log' : ''}.`, why, toDo),
        at: shown.at,
        because: [{ message: `This is ${called(shown)}`, at: shown.part }],
        certainty: shown.kind === 'headers' || shown.kind === 'request' ? 'likely' : 'proven',
        endpoints: analysed ? [analysed.endpoint.route] : [],
        remedies: [
          request('log-without-secret', {
            kind: shown.kind,
            outlet: shown.outlet,
            part: shown.part,
            call: shown.at,
            ...(analysed ? { endpoint: endpointFacts(analysed) } : {}),
          }),
        ],
      });
    };
    for (const analysed of judgedEndpoints(analysis)) for (const shown of analysed.evaluated.run.shown.secrets.values()) tell(shown, analysed);
    for (const shown of analysis.printed) tell(shown, null);
  },
});

const doing: Readonly<Record<Outlet, string>> = { log: 'writes', answer: 'answers with', error: 'puts into its text' };

function called({ kind, name }: ShownSecret): string {
  switch (kind) {
    case 'secret':
      return name === null ? 'the secret' : `the secret \`${name}\``;
    case 'expected':
      return 'the signature that would have been right';
    case 'token':
      return `the header \`${name}\``;
    case 'signature':
      return `the signature in \`${name}\``;
    case 'headers':
      return 'all headers of the request';
    case 'request':
      return 'the whole request with its headers';
    case 'environment':
      return `all of \`${name}\``;
  }
}

function said({ kind }: Pick<ShownSecret, 'kind'>): [why: string, toDo: string] {
  switch (kind satisfies SecretKind) {
    case 'secret':
      return ['Whoever reads it there can sign deliveries of their own.', 'Say that it is set, or nothing, and replace the one that was written down.'];
    case 'expected':
      return [
        'Who sends a forged body and gets to see this has its signature, and the next attempt is let in.',
        'Say that the signature did not match, with the id of the delivery.',
      ];
    case 'token':
      return [
        'It is the same in every request: whoever reads it there can send with it.',
        'Leave it out, or say that it was there; replace the one that was written down.',
      ];
    case 'signature':
      return ['As long as its delivery counts as fresh, whoever reads both can send it again.', 'Say whether it matched, with the id of the delivery.'];
    case 'headers':
    case 'request':
      return ['Authorization, cookies and signatures are among them, and logs are copied and kept.', 'Name the headers that you need.'];
    case 'environment':
      return ['Every secret of the process is in it.', 'Name what you need, and replace what was written down.'];
  }
}
