/** Functions that deployment files name as handlers: `serverless.yml`, the templates of SAM and CloudFormation, Terraform's files. They are read as data. */
import type { DeclaredHandler } from '../analysis/project.js';
import { authorizerInTemplate, authorizerOfEvent } from './authorizers.js';
import { joinPaths } from './paths.js';

export const deploymentFiles = ['serverless.yml', 'serverless.yaml', 'serverless.json', 'template.yaml', 'template.yml', 'sam.yaml', 'sam.yml'];

/** Where Terraform's files stand beside the code. */
export const terraformFolders = ['terraform', 'infra', 'infrastructure', 'deploy', 'iac', 'ops'];

export interface DeclaredFunction extends DeclaredHandler {
  /** The code file without its ending, as a project path. */
  readonly stem: string;
}

/** What a deployment file in `folder` declares. */
export function declaredFunctions(content: unknown, folder: string): DeclaredFunction[] {
  const found: DeclaredFunction[] = [];
  const base = record(record(content).Globals).Function;
  for (const entry of Object.values(record(record(content).functions))) {
    const { handler, events, url } = record(entry);
    const guard: Guard = (event) => authorizerOfEvent(event, content, (name) => handlerIn(folder, '', record(record(record(content).functions)[name]).handler));
    found.push(...declared(folder, '', handler, Array.isArray(events) ? events.flatMap((one) => Object.entries(record(one))) : [], url, guard));
  }
  for (const entry of Object.values(record(record(content).Resources))) {
    const { Type: type, Properties: properties } = record(entry);
    if (type !== 'AWS::Serverless::Function' && type !== 'AWS::Lambda::Function') continue;
    const { Handler: handler, CodeUri: code, Events: events, FunctionUrlConfig: url } = { ...record(base), ...record(properties) };
    const sources = Object.values(record(events)).map((one): [string, unknown] => [String(record(one).Type), record(one).Properties]);
    const guard: Guard = (event) =>
      authorizerInTemplate(event, content, (name) => {
        const { Handler: other, CodeUri: place } = { ...record(base), ...record(record(record(record(content).Resources)[name]).Properties) };
        return handlerIn(folder, codeIn(place), other);
      });
    found.push(...declared(folder, codeIn(code), handler, sources, url, guard));
  }
  return found;
}

type Guard = (event: unknown) => Pick<DeclaredFunction, 'authorizer'>;

function declared(
  folder: string,
  code: string,
  handler: unknown,
  events: readonly (readonly [string, unknown])[],
  url: unknown,
  guard: Guard,
): DeclaredFunction[] {
  const meant = handlerIn(folder, code, handler);
  if (meant === null) return [];
  const http = events.find(([kind]) => /^(http|httpApi|Api|HttpApi|alb|url|FunctionUrl)$/.test(kind));
  const isHttp = events.length === 0 || http !== undefined || Boolean(url);
  return [{ ...meant, isHttp, ...routeOf(http?.[1]), ...guard(http?.[1]) }];
}

/** `src/hooks.receive`: the file, as a project path without its ending, and what it exports. */
function handlerIn(folder: string, code: string, handler: unknown): { readonly stem: string; readonly name: string } | null {
  const [, file, name] = typeof handler === 'string' ? (/^(.+)\.(\w+)$/.exec(handler.trim()) ?? []) : [];
  const stem = file === undefined ? undefined : joinPaths(folder, `${code === '' ? '' : `${code}/`}${file}`);
  return stem === undefined || name === undefined ? null : { stem, name };
}

function codeIn(given: unknown): string {
  return typeof given === 'string' ? given : '';
}

/** `POST /hooks/parcels`, `{ path: hooks/parcels, method: post }`, `{ Path: /hooks/parcels, Method: post }`. */
function routeOf(event: unknown): { readonly path: string | null; readonly method: string | null } {
  const [spokenMethod, spokenPath] = typeof event === 'string' ? event.trim().split(/\s+/) : [];
  const { path, method, Path, Method } = record(event);
  const address = spokenPath ?? path ?? Path;
  const verb = String(spokenMethod ?? method ?? Method ?? '').toUpperCase();
  return {
    path: typeof address === 'string' ? `/${address.replace(/^\//, '')}` : null,
    method: /^(POST|PUT|PATCH|DELETE|GET)$/.test(verb) ? verb : null,
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
