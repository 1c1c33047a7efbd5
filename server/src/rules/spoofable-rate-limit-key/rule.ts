import { type ChosenKey, chosenKeys } from '../../analysis/bounds.js';
import type { Place } from '../../analysis/finding.js';
import { endpointFacts, message, request, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'spoofable-rate-limit-key',
  title: 'Limiter that the sender can step around',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    const told = new Map<string, { readonly key: ChosenKey; readonly endpoints: Place[]; readonly facts: Readonly<Record<string, unknown>> }>();
    for (const analysed of analysis.endpoints)
      for (const key of chosenKeys(analysed)) {
        const place = `${key.at.path}:${key.at.range.start}`;
        const known = told.get(place);
        if (known) known.endpoints.push(analysed.endpoint.route);
        else told.set(place, { key, endpoints: [analysed.endpoint.route], facts: endpointFacts(analysed) });
      }
    for (const { key, endpoints, facts } of told.values())
      report({
        rule: 'spoofable-rate-limit-key',
        variant: key.from,
        message: message(
          key.from === 'proxies'
            ? 'Every proxy is believed, so the address that a limiter counts by is what `X-Forwarded-For` says.'
            : `The limiter (\`${key.spelling}\`) counts by ${called(key)}, which the sender fills in.`,
          'Another value in every request is another sender to the limiter, so there is no limit.',
          key.from === 'proxies' || key.field === 'x-forwarded-for'
            ? 'Say how many proxies of your own there are, and count by the address of the connection that follows from it.'
            : 'Count by the address of the connection, or for all senders together.',
        ),
        at: key.at,
        because: [],
        certainty: key.field === 'x-forwarded-for' ? 'likely' : 'proven',
        endpoints,
        remedies: [request('count-by-address', { key: key.at, from: key.from, endpoint: facts })],
      });
  },
});

function called({ field, from }: ChosenKey): string {
  const name = field === null ? '' : ` \`${field}\``;
  switch (from) {
    case 'header':
      return field === null ? 'a header' : `the header${name}`;
    case 'body':
      return `the field${name} of the body`;
    case 'query':
      return `the parameter${name}`;
    case 'cookie':
      return `the cookie${name}`;
    case 'proxies':
      return 'what a proxy says';
  }
}
