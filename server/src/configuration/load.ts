/**
 * One configuration file with what it extends, read and checked. All or nothing: with a problem in any of the files there is no
 * configuration, because half of one would accuse or acquit by accident.
 */
import type { Place } from '../analysis/finding.js';
import { providerById, providers } from '../knowledge/index.js';
import { type JsonNode, jsonTree, valueOf } from '../workspace/json.js';
import { joinPaths, parentOf } from '../workspace/paths.js';
import type { ConfigurationFile, FrameworkEntry, GatewayEntry, ProviderEntry, RuleSetting, Scope, VerifierEntry, WebhooksEntry } from './model.js';
import { nearest } from './nearest.js';
import { problemsOf } from './validate.js';

/** An entry, and the file and place it was written at: its patterns and paths are relative to that file. */
export interface Written<Entry> {
  readonly entry: Entry;
  readonly at: Place;
}

/** What holds for a file, put together from everything that was extended; see `merging` in the documentation. */
export interface Configuration {
  readonly path: string;
  readonly verifiers: readonly Written<VerifierEntry>[];
  readonly gateways: readonly Written<GatewayEntry>[];
  readonly webhooks: readonly Written<WebhooksEntry>[];
  readonly frameworks: readonly Written<FrameworkEntry>[];
  readonly providers: readonly Written<ProviderEntry>[];
  readonly exclude: readonly Written<string>[];
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly scope: Scope;
}

export interface ConfigurationProblem {
  readonly message: string;
  readonly at: Place;
}

export interface Loaded {
  readonly configuration: Configuration | undefined;
  readonly problems: readonly ConfigurationProblem[];
  /** Every file that was looked at, with its text; a change of any of them makes another configuration. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/** What is needed of a snapshot. */
export interface Texts {
  text(path: string): string | undefined;
  problem(path: string): string | undefined;
}

const longestText = 256 * 1024;
const mostFiles = 32;

export function load(texts: Texts, path: string): Loaded {
  const loading = new Loading(texts);
  loading.file(path, [], { path, range: { start: 0, end: 0 } });
  const { layers, problems, files } = loading;
  if (problems.length === 0) loading.references(merged(path, layers));
  return { configuration: problems.length > 0 ? undefined : merged(path, layers), problems, files };
}

/** One file's own entries. */
interface Layer {
  readonly path: string;
  readonly file: ConfigurationFile;
  readonly tree: JsonNode;
}

class Loading {
  /** In the order in which they are laid over each other. */
  readonly layers: Layer[] = [];
  readonly problems: ConfigurationProblem[] = [];
  readonly files = new Map<string, string | undefined>();
  readonly #texts: Texts;

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  /** `chain` are the files that led here, `asked` the place that names this one. */
  file(path: string, chain: readonly string[], asked: Place): void {
    if (chain.includes(path)) return this.#tell(asked, `the files extend each other in a ring: ${[...chain, path].join(' -> ')}`);
    if (this.files.has(path)) return;
    if (this.files.size >= mostFiles) return this.#tell(asked, `more than ${mostFiles} files are extended`);
    const text = this.#texts.text(path);
    this.files.set(path, text);
    if (text === undefined) return this.#tell(asked, `${path} ${this.#texts.problem(path) ?? 'does not exist'}`);
    if (text.length > longestText) return this.#tell(asked, `${path} is longer than ${longestText / 1024} kB`);
    const { content: tree, errors } = jsonTree(text);
    if (text.trim() === '') return this.#tell({ path, range: { start: 0, end: 0 } }, 'the file is empty; write {} for a configuration that says nothing');
    for (const { message, range } of errors.slice(0, 5)) this.#tell({ path, range }, `this is no JSON: ${message}`);
    if (errors.length > 0 || tree === undefined) return;
    const wrong = [...problemsOf(tree), ...(tree.type === 'object' ? unfinished(tree) : [])];
    for (const { message, range } of wrong) this.#tell({ path, range }, message);
    if (wrong.length > 0) return;
    const file = valueOf(tree) as ConfigurationFile;
    for (const named of namesIn(tree, 'extends')) {
      const base = String(named.value);
      const at: Place = { path, range: rangeOf(named) };
      const target = base.startsWith('/') ? undefined : joinPaths(parentOf(path), base);
      if (target === undefined || target === '')
        this.#tell(at, `${JSON.stringify(base)} does not lead to a file of this project; \`extends\` takes relative paths`);
      else this.file(target, [...chain, path], at);
    }
    this.layers.push({ path, file, tree });
  }

  /** What entries name must be there: a slip of the pen would silently declare nothing. */
  references({ verifiers, providers: own }: Configuration): void {
    for (const { entry, at } of verifiers) {
      const { provider, from } = entry;
      if (provider !== undefined && providerById(provider) === undefined && !own.some((each) => each.entry.id === provider)) {
        const meant = nearest(
          provider,
          [...providers, ...own.map((each) => each.entry)].map((each) => each.id),
        );
        this.#tell(at, `there is no sender \`${provider}\`${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`);
      }
      if (from !== undefined && isRelative(from) && !this.#leadsToSource(parentOf(at.path), from))
        this.#tell(at, `${JSON.stringify(from)} leads to no source file of this project`);
    }
  }

  #leadsToSource(folder: string, from: string): boolean {
    const base = joinPaths(folder, from);
    if (base === undefined) return false;
    return sourceEndings.some((ending) => {
      const text = this.#texts.text(base + ending);
      this.files.set(base + ending, text);
      return text !== undefined;
    });
  }

  #tell(at: Place, message: string): void {
    this.problems.push({ message, at });
  }
}

const sourceEndings = [
  '.ts',
  '.tsx',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.mts',
  '.cts',
  '.py',
  '/index.ts',
  '/index.tsx',
  '/index.js',
  '/index.mjs',
  '/__init__.py',
  '',
];

/** Beside the file it is written in, and no package. */
export function isRelative(from: string): boolean {
  return /^\.{1,2}(?:\/|$)/.test(from);
}

/** What types cannot say. */
function unfinished(tree: JsonNode): { readonly message: string; readonly range: Place['range'] }[] {
  return entriesOf(tree, 'gateways')
    .filter((entry) => entry.type === 'object' && [...namesIn(entry, 'paths'), ...namesIn(entry, 'files')].length === 0)
    .map((entry) => ({
      message: 'a gateway says by `paths` or `files` which endpoints it stands before',
      range: { start: entry.offset, end: entry.offset + 1 },
    }));
}

function merged(path: string, layers: readonly Layer[]): Configuration {
  const all = <Entry>(key: keyof ConfigurationFile): Written<Entry>[] =>
    layers.flatMap(({ path: written, tree }) =>
      entriesOf(tree, key).map((node) => ({ entry: valueOf(node) as Entry, at: { path: written, range: rangeOf(node) } })),
    );
  return {
    path,
    verifiers: all('verifiers'),
    gateways: all('gateways'),
    webhooks: all('webhooks'),
    frameworks: lastOfId(all<FrameworkEntry>('frameworks')),
    providers: lastOfId(all<ProviderEntry>('providers')),
    exclude: all('exclude'),
    rules: new Map(layers.flatMap(({ file }) => Object.entries(file.rules ?? {}))),
    scope: layers.reduce<Scope>((scope, { file }) => file.scope ?? scope, 'webhooks'),
  };
}

function lastOfId<Entry extends { readonly id: string }>(written: readonly Written<Entry>[]): Written<Entry>[] {
  return [...new Map(written.map((each) => [each.entry.id, each])).values()];
}

/** The elements of a list, or the one value that stands in its place. */
function entriesOf(tree: JsonNode, key: string): readonly JsonNode[] {
  const value = tree.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1];
  if (value === undefined) return [];
  return value.type === 'array' ? (value.children ?? []) : [value];
}

function namesIn(tree: JsonNode, key: string): readonly JsonNode[] {
  return entriesOf(tree, key).filter((node) => node.type === 'string');
}

function rangeOf({ offset, length }: JsonNode): Place['range'] {
  return { start: offset, end: offset + length };
}
