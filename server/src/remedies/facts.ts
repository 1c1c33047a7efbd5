/** Reads the facts that rules hand over, once, into our types. What is missing or malformed is a reason to decline. */
import type { Place, RemedyRequest } from '../analysis/finding.js';
import type { Range } from '../ir/model.js';
import type { ProviderRow } from '../knowledge/rows.js';
import { decline } from './decline.js';
import type { EndpointFacts } from './repair.js';

export class Facts {
  constructor(private readonly request: RemedyRequest) {}

  range(fact: string): Range {
    return this.optionalRange(fact) ?? decline(`The rule did not say where \`${fact}\` is.`);
  }

  optionalRange(fact: string): Range | undefined {
    return asRange(this.request.facts[fact]);
  }

  text(fact: string): string | undefined {
    const value = this.request.facts[fact];
    return typeof value === 'string' ? value : undefined;
  }

  flag(fact: string): boolean {
    return this.request.facts[fact] === true;
  }

  place(fact: string): Place | undefined {
    return asPlace(this.request.facts[fact]);
  }

  list(fact: string): readonly unknown[] {
    const value = this.request.facts[fact];
    return Array.isArray(value) ? (value as unknown[]) : [];
  }

  functionPlace(fact: string): { readonly path: string; readonly functionId: number } | undefined {
    const value = this.request.facts[fact];
    return isObject(value) && typeof value['path'] === 'string' && typeof value['functionId'] === 'number'
      ? { path: value['path'], functionId: value['functionId'] }
      : undefined;
  }

  endpoint(): EndpointFacts {
    return this.optionalEndpoint() ?? decline('The rule did not say which endpoint this is about.');
  }

  optionalEndpoint(): EndpointFacts | undefined {
    const value = this.request.facts['endpoint'];
    if (!isObject(value) || typeof value['framework'] !== 'string') return undefined;
    const { framework, provider, ownProvider, methods, route, handler, registration, isParsed } = value;
    const routePlace = asPlace(route);
    const call = isObject(registration) ? asRange(registration['call']) : undefined;
    return {
      framework,
      provider: typeof provider === 'string' ? provider : null,
      ownProvider: isObject(ownProvider) ? (ownProvider as unknown as ProviderRow) : null,
      methods: Array.isArray(methods) ? methods.filter((one): one is string => typeof one === 'string') : [],
      isParsed: isParsed === true,
      route: routePlace ?? { path: '', range: { start: 0, end: 0 } },
      handler:
        isObject(handler) && typeof handler['path'] === 'string' && typeof handler['functionId'] === 'number'
          ? { path: handler['path'], functionId: handler['functionId'] }
          : null,
      registration:
        isObject(registration) && call && typeof registration['path'] === 'string'
          ? { path: registration['path'], call, handlersFrom: typeof registration['handlersFrom'] === 'number' ? registration['handlersFrom'] : 1 }
          : null,
    };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function asRange(value: unknown): Range | undefined {
  return isObject(value) && typeof value['start'] === 'number' && typeof value['end'] === 'number' ? { start: value['start'], end: value['end'] } : undefined;
}

function asPlace(value: unknown): Place | undefined {
  const range = isObject(value) ? asRange(value['range']) : undefined;
  return isObject(value) && typeof value['path'] === 'string' && range ? { path: value['path'], range } : undefined;
}
