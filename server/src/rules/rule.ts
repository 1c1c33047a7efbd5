/**
 * What a rule is: facts first, then the exceptions, then the report. Rules never see a syntax tree, a file system or a
 * language; they ask the analysis.
 */
import type { AnalysedEndpoint, FileAnalysis } from '../analysis/analyse.js';
import type { Finding, RemedyRequest, Severity } from '../analysis/finding.js';
import { providerById } from '../knowledge/index.js';

export interface RuleContext {
  readonly analysis: FileAnalysis;
  readonly path: string;
  report(finding: Reported): void;
}

/** How grave it is says `severity.ts`; a rule without a row there says so itself. */
export type Reported = Omit<Finding, 'severity'> & { readonly severity?: Severity };

export interface Rule {
  readonly id: string;
  /** Reads well in a list: what is wrong, in a few words. */
  readonly title: string;
  readonly severity: Severity;
  /** Its page, Markdown: what it finds, why it matters, unsound and sound code. */
  readonly page: string;
  check(context: RuleContext): void;
}

export function rule(definition: Rule): Rule {
  return definition;
}

/** Three parts, one line each: what, why, what to do. */
export function message(what: string, why: string, toDo: string): string {
  return `${what}\n${why}\n${toDo}`;
}

/** The endpoint as remedies want to know it. */
export function endpointFacts(analysed: AnalysedEndpoint): Readonly<Record<string, unknown>> {
  const { endpoint, evidence, evaluated } = analysed;
  return {
    framework: endpoint.framework.id,
    provider: evidence.provider?.id ?? null,
    // Of the user's own; who repairs knows only the built-in ones.
    ...(evidence.provider === null || providerById(evidence.provider.id) === evidence.provider ? {} : { ownProvider: evidence.provider }),
    methods: endpoint.methods,
    route: endpoint.route,
    handler: evaluated.handler ? { path: evaluated.handler.path, functionId: evaluated.handler.functionId } : null,
    registration: endpoint.registration,
    isParsed: evaluated.parsedAt !== null,
  };
}

export function request(remedy: string, facts: Readonly<Record<string, unknown>>): RemedyRequest {
  return { remedy, facts };
}

export function routeName(analysed: AnalysedEndpoint): string {
  const { methods, path, name } = analysed.endpoint;
  if (path) return `${methods.length === 1 ? `${methods[0]} ` : ''}${path}`;
  return name || 'the handler';
}
