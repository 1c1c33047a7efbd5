/** From what is written in a configuration to what the analysis takes: rows, declared things, matchers. */
import { type Declared, type DeclaredVerifier, type DeclaredWebhooks, plainRoute, withoutExtension } from '../analysis/declared.js';
import { type PathMatcher, pathMatcher } from '../analysis/glob.js';
import type { Additions } from '../analysis/knowledge.js';
import type { FrameworkRow, ProviderRow } from '../knowledge/rows.js';
import { joinPaths, parentOf } from '../workspace/paths.js';
import { type Configuration, isRelative, type Written } from './load.js';
import type { FrameworkEntry, ProviderEntry, VerifierEntry, WebhooksEntry } from './model.js';

export function additionsOf(configuration: Configuration): Additions {
  return {
    frameworks: configuration.frameworks.map(({ entry }) => frameworkOf(entry)),
    providers: configuration.providers.map(({ entry }) => providerOf(entry)),
    declared: declaredIn(configuration),
  };
}

/** The entry that excludes a path, by itself or by a folder above it. */
export function exclusionOf({ exclude }: Configuration): (path: string) => Written<string> | undefined {
  const matchers = exclude.map((written) => ({ written, matches: filesBelow(written.at.path, [written.entry, `${written.entry.replace(/\/+$/, '')}/**`]) }));
  return (path) => matchers.find(({ matches }) => matches(path))?.written;
}

/**
 * Whether a file may hold an endpoint that only this configuration knows. A scan of a folder begins at files that show a sign of one;
 * these are the signs of the user's own rows.
 */
export function signsOf(configuration: Configuration): (path: string, text: string) => boolean {
  const words = new Set<string>();
  for (const { entry } of configuration.frameworks) for (const name of entry.packages) words.add(name);
  for (const { entry } of configuration.webhooks) for (const name of [...(entry.functions ?? []), ...(entry.decorators ?? [])]) words.add(name);
  const files = configuration.frameworks.flatMap(({ entry }) => (entry.fileRoutes ?? []).map((row) => pathMatcher(row.files)));
  for (const { entry, at } of configuration.webhooks) if (entry.files !== undefined) files.push(filesBelow(at.path, entry.files));
  const signs = [...words].filter((word) => word.length > 2);
  return (path, text) => signs.some((sign) => text.includes(sign)) || files.some((matches) => matches(path));
}

function declaredIn(configuration: Configuration): Declared {
  const verifiers = new Map<string, DeclaredVerifier[]>();
  for (const written of configuration.verifiers) {
    const last = written.entry.call.split('.').at(-1) ?? '';
    verifiers.set(last, [...(verifiers.get(last) ?? []), verifierOf(written)]);
  }
  return {
    verifiers,
    gateways: configuration.gateways.map(({ entry, at }) => ({
      ...placesOf(entry, at.path),
      reason: entry.reason.trim(),
      proves: entry.proves ?? ['signature', 'freshness'],
      at,
    })),
    webhooks: configuration.webhooks.map(webhooksOf),
  };
}

function verifierOf({ entry, at }: Written<VerifierEntry>): DeclaredVerifier {
  return {
    owner: entry.call.split('.').at(-2) ?? null,
    from: entry.from === undefined ? null : originOf(entry.from, at.path),
    guard: {
      accepts: entry.accepts,
      proves: entry.proves ?? ['signature'],
      ...(entry.provider === undefined ? {} : { provider: entry.provider }),
      ...(entry.async === true ? { isAsync: true } : {}),
    },
    at,
  };
}

function originOf(from: string, written: string): DeclaredVerifier['from'] {
  if (!isRelative(from)) return { module: from };
  return { file: withoutExtension(joinPaths(parentOf(written), from) ?? from) };
}

function webhooksOf({ entry, at }: Written<WebhooksEntry>): DeclaredWebhooks {
  return { ...placesOf(entry, at.path), functions: new Set(entry.functions), decorators: new Set(entry.decorators), at };
}

function placesOf(
  { paths, files }: { readonly paths?: readonly string[]; readonly files?: readonly string[] },
  written: string,
): { readonly routes: PathMatcher | null; readonly files: PathMatcher | null } {
  return {
    routes: paths === undefined ? null : pathMatcher(paths.map(plainRoute)),
    files: files === undefined ? null : filesBelow(written, files),
  };
}

/** Patterns relative to the file they are written in; `../` leads up from there. */
function filesBelow(written: string, patterns: readonly string[]): PathMatcher {
  const folder = parentOf(written);
  const matchers = patterns.map((pattern) => {
    let base = folder;
    let rest = pattern.replace(/^(?:\.\/)+/, '');
    for (; rest.startsWith('../'); rest = rest.slice(3)) base = parentOf(base);
    const matches = pathMatcher([rest.replace(/^\/+/, '')]);
    return (path: string) => (base === '' ? matches(path) : path.startsWith(`${base}/`) && matches(path.slice(base.length + 1)));
  });
  return (path) => matchers.some((matches) => matches(path));
}

function frameworkOf(entry: FrameworkEntry): FrameworkRow {
  return { ...entry, docs: entry.docs ?? '' };
}

/** What is not said is empty; header names are compared in lower case. */
function providerOf(entry: ProviderEntry): ProviderRow {
  return {
    docs: '',
    timestampHeader: null,
    toleranceSeconds: null,
    eventIdPath: null,
    secretEnvNames: [],
    payloadFields: [],
    packages: [],
    sdk: { node: null, python: null },
    recipe: null,
    challenge: null,
    ...entry,
    signatureHeader: entry.signatureHeader?.toLowerCase() ?? null,
    headers: (entry.headers ?? []).map((header) => header.toLowerCase()),
    words: (entry.words ?? [entry.id]).map((word) => word.toLowerCase()),
  };
}
