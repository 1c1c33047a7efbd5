import { type Unbounded, unboundedIn } from '../../analysis/bounds.js';
import type { Place } from '../../analysis/finding.js';
import { endpointFacts, message, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'unbounded-payload',
  title: 'Body without a limit',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    const told = new Map<string, { readonly unbounded: Unbounded; readonly name: string; readonly endpoints: Place[]; readonly facts: Facts[] }>();
    for (const analysed of analysis.endpoints)
      for (const unbounded of unboundedIn(analysed)) {
        const key = `${unbounded.at.path}:${unbounded.at.range.start}`;
        const known = told.get(key);
        if (known) {
          known.endpoints.push(analysed.endpoint.route);
          known.facts.push(endpointFacts(analysed));
        } else told.set(key, { unbounded, name: routeName(analysed), endpoints: [analysed.endpoint.route], facts: [endpointFacts(analysed)] });
      }
    for (const { unbounded, name, endpoints, facts } of told.values()) {
      const [what, toDo] = said(unbounded, name);
      report({
        rule: 'unbounded-payload',
        variant: unbounded.kind,
        message: message(what, 'Anyone can post a body of any size, also without a signature, and it is held in memory before a check can refuse it.', toDo),
        at: unbounded.at,
        because: [],
        certainty: unbounded.kind === 'no-limit' ? 'likely' : 'proven',
        endpoints,
        remedies: [request('limit-body', repairFacts(unbounded, facts))],
      });
    }
  },
});

type Facts = Readonly<Record<string, unknown>>;

function repairFacts(unbounded: Unbounded, facts: readonly Facts[]): Facts {
  const { kind } = unbounded;
  switch (unbounded.kind) {
    case 'far-above':
      return { kind, value: unbounded.at, option: unbounded.option };
    case 'stream':
      return { kind, stream: unbounded.at, endpoints: facts };
    case 'no-limit':
      return { kind, setting: unbounded.setting, created: unbounded.created, endpoint: facts[0] };
  }
}

function said(unbounded: Unbounded, name: string): [what: string, toDo: string] {
  switch (unbounded.kind) {
    case 'no-limit':
      return unbounded.setting === 'Content-Length'
        ? [`${name} reads as many bytes as the sender says.`, 'Refuse a `Content-Length` above what is delivered, and read no more than that.']
        : [
            `${name} takes a body of any size: \`${unbounded.setting}\` is not set anywhere.`,
            `Set \`${unbounded.setting}\` to little more than what is delivered; releases before 2.3 bound only forms by it, so read \`request.stream\` bounded there.`,
          ];
    case 'stream':
      return [
        `\`${unbounded.spelling}\` gathers the body to its end, whatever its size.`,
        'Count the bytes while they come, and answer 413 above what is delivered.',
      ];
    case 'far-above':
      return [
        `\`${unbounded.option}\` lets bodies of ${inWords(unbounded.bytes)} through, far above what any sender delivers.`,
        'Lower it to little more than what is delivered; 1 MB is enough for most.',
      ];
  }
}

function inWords(bytes: number): string {
  if (!Number.isFinite(bytes)) return 'any size';
  return bytes >= 1024 ** 3 ? `${Math.round(bytes / 1024 ** 3)} GB` : `${Math.round(bytes / 1024 ** 2)} MB`;
}
