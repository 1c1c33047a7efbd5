/**
 * Snapshot in, findings out: the one function that every door calls.
 *
 * It never throws. A rule that crashes becomes a line in `problems` with its id; the other rules go on. The same snapshot
 * gives the same report, byte for byte.
 */
import { analyseFile, type FileAnalysis } from './analysis/analyse.js';
import type { EndpointSummary } from './analysis/endpoint-summary.js';
import type { Finding, Place } from './analysis/finding.js';
import type { Knowledge, Scope } from './analysis/knowledge.js';
import { type ConfigurationProblem, Configurations, InForce, isConfiguration } from './configuration/configurations.js';
import type { RuleLevel } from './configuration/model.js';
import type { Module } from './ir/model.js';
import { rules as allRules, type Rule } from './rules/registry.js';
import { severityOf } from './rules/severity.js';
import { type FileSuppressions, readSuppressions, type SuppressionNote, suppressionOf } from './scan/suppressions.js';
import type { Snapshot } from './workspace/index.js';

export interface ScanOptions {
  /** Rule ids; all rules without it. */
  readonly rules?: readonly string[];
  /** `YYYY-MM-DD`, for ignores that expire. */
  readonly today?: string;
  /** Of the workspace; who keeps them from scan to scan keeps what was in force while a file was wrong. */
  readonly configurations?: Configurations;
  /** Where the findings are shown: a configuration may give a rule one level for editors and another for the command line. */
  readonly door?: 'editor' | 'ci';
  /** Levels that go before those of the configuration. */
  readonly levels?: Readonly<Record<string, RuleLevel>>;
  /** Goes before the configuration's. */
  readonly scope?: Scope;
}

export interface FileReport {
  readonly path: string;
  /** By place, then rule. A finding may stand in another file: a helper's fault is told where it is written. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly endpoints: readonly EndpointSummary[];
  /** Lines for the log: what could not be read or judged. */
  readonly problems: readonly string[];
  /** Ignores in this file that do nothing, and why. */
  readonly notes: readonly SuppressionNote[];
  readonly configuration: AppliedConfiguration;
}

/** The user's configuration that holds for a file. */
export interface AppliedConfiguration {
  /** Null without one. */
  readonly path: string | null;
  /** What is wrong in it or in what it extends; while there is something, what was in force before still is. */
  readonly problems: readonly ConfigurationProblem[];
  /** The entry that excludes the file, so that nothing is said of it. */
  readonly excludedBy: Place | null;
}

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

export function scanFile(snapshot: Snapshot, path: string, options: ScanOptions = {}): FileReport {
  return scanWith({ rules: allRules, analyse: analyseFile }, snapshot, path, options);
}

/** What a scan runs; a test may put its own in. */
export interface Engine {
  readonly rules: readonly Rule[];
  analyse(snapshot: Snapshot, path: string, knowledge: Knowledge): FileAnalysis;
}

export function scanWith(engine: Engine, snapshot: Snapshot, path: string, options: ScanOptions): FileReport {
  const problems: string[] = [];
  const attempt = <Value>(what: string, run: () => Value): Value | undefined => {
    try {
      return run();
    } catch (error) {
      problems.push(`${path}: ${what} failed (${firstLine(error)})`);
      return undefined;
    }
  };
  const applied = attempt('reading the configuration', () => (options.configurations ?? new Configurations()).for(snapshot, path));
  const inForce = applied?.inForce;
  const excludedBy = inForce?.excludes(path)?.at ?? null;
  const configuration = { path: inForce?.configuration?.path ?? null, problems: applied?.problems ?? [], excludedBy };
  const empty: FileReport = { path, findings: [], suppressed: [], endpoints: [], problems, notes: [], configuration };
  if (excludedBy !== null) return empty;

  if (isConfiguration(path)) return empty;

  const module = attempt('reading', () => snapshot.module(path));
  if (module === undefined) {
    if (problems.length === 0) problems.push(`${path} ${attempt('reading', () => snapshot.problem(path)) ?? 'is in no language that is understood'}`);
    return empty;
  }
  if (isUnread(module)) problems.push(`${path} cannot be read (it is nested too deeply, or broken throughout) and is not judged`);
  const analysis = attempt('the analysis', () => engine.analyse(snapshot, path, (inForce ?? withoutConfiguration).knowledge(options.scope)));
  if (analysis === undefined) return empty;

  const found: Finding[] = [];
  const levels = new Levels(inForce, options);
  const wanted = engine.rules.filter((rule) => (options.rules === undefined || options.rules.includes(rule.id)) && levels.of(rule.id) !== 'off');
  for (const rule of wanted)
    attempt(`rule ${rule.id}`, () =>
      rule.check({ analysis, path, report: (told) => void found.push({ ...told, severity: severityOf(told) ?? told.severity ?? rule.severity }) }),
    );

  const ignores = attempt('reading ignores', () => new Ignores(engine, snapshot, options.today ?? new Date().toISOString().slice(0, 10)));
  const suppressed: SuppressedFinding[] = [];
  const findings: Finding[] = [];
  for (const merged of mergeFindings(found).flatMap((each) => configured(each, inForce, levels))) {
    const finding = copied(merged);
    const reason = attempt('reading ignores', () => ignores?.reasonFor(finding));
    if (reason === undefined) findings.push(finding);
    else suppressed.push({ finding, reason });
  }
  const endpoints = attempt('listing endpoints', () => copied(analysis.summaries)) ?? [];
  // In a helper's file an ignore may be for findings that only its callers bring to light; an authorizer's has a function that looks like an endpoint.
  const tellsUnused = wanted.length === engine.rules.length && endpoints.some((one) => one.webhook);
  const notes = attempt('reading ignores', () => ignores?.notesOf(path, module, tellsUnused)) ?? [];
  const lineAt = lineCounter(snapshot.text(path) ?? '');
  for (const note of notes) if (note.kind !== 'unused') problems.push(`${path}:${lineAt(note.range.start)} ${note.message}`);
  return { path, findings, suppressed, endpoints, problems, notes, configuration };
}

/** At the level the configuration gives it; nothing where the file that it stands in is excluded. */
function configured(finding: Finding, inForce: InForce | undefined, levels: Levels): readonly Finding[] {
  if (inForce?.excludes(finding.at.path) !== undefined) return [];
  const level = levels.of(finding.rule);
  return level === undefined || level === 'off' ? [finding] : [{ ...finding, severity: level }];
}

/** The level that somebody has given a rule for where it is shown. */
class Levels {
  constructor(
    private readonly inForce: InForce | undefined,
    private readonly options: ScanOptions,
  ) {}

  of(rule: string): RuleLevel | undefined {
    const { levels, door = 'ci' } = this.options;
    const own = levels !== undefined && Object.hasOwn(levels, rule) ? levels[rule] : undefined;
    const written = this.inForce?.configuration?.rules.get(rule);
    return own ?? (typeof written === 'object' ? written[door] : written);
  }
}

const withoutConfiguration = new InForce(undefined);

/** Plain data of its own: ranges of the neutral form move along when the next version of an open file takes it over. */
function copied<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(copied) as Data;
  const own: Record<string, unknown> = {};
  for (const key of Object.keys(data)) own[key] = copied((data as Record<string, unknown>)[key]);
  return own as Data;
}

/** True when nothing of a text could be read, not even in part. */
export function isUnread({ unreadable, functions }: Module): boolean {
  const body = functions[0]?.body ?? [];
  return unreadable.length > 0 && body.length > 0 && body.every((statement) => statement.kind === 'opaque');
}

/** One finding a rule and place; what several endpoints share names them all. Sorted by place, then rule. */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const { rule, at } = finding;
    const key = `${rule} ${at.range.start} ${at.range.end} ${at.path}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? finding : joined(known, finding));
  }
  return [...merged.values()].sort((left, right) => byPlace(left.at, right.at) || compare(left.rule, right.rule));
}

export function byPlace(left: Place, right: Place): number {
  return compare(left.path, right.path) || left.range.start - right.range.start || left.range.end - right.range.end;
}

/** The graver of two judgements wins, with its words; endpoints are those of both. */
function joined(first: Finding, second: Finding): Finding {
  const winner = gravity(second) > gravity(first) ? second : first;
  const endpoints = new Map([...first.endpoints, ...second.endpoints].map((place) => [JSON.stringify(place), place]));
  return { ...winner, endpoints: [...endpoints.values()].sort(byPlace) };
}

function gravity({ certainty, severity }: Finding): number {
  return (certainty === 'cannot-tell' ? 0 : 10) + (certainty === 'proven' ? 1 : 0) + { note: 0, warning: 2, error: 4 }[severity];
}

/** The ignore comments of every file that a finding stands in. */
class Ignores {
  readonly #engine: Engine;
  readonly #snapshot: Snapshot;
  readonly #today: string;
  readonly #files = new Map<string, FileSuppressions>();
  readonly #used = new Set<unknown>();

  constructor(engine: Engine, snapshot: Snapshot, today: string) {
    this.#engine = engine;
    this.#snapshot = snapshot;
    this.#today = today;
  }

  reasonFor(finding: Finding): string | undefined {
    const module = this.#snapshot.module(finding.at.path);
    if (module === undefined || module.comments.length === 0) return undefined;
    const found = suppressionOf(finding, this.#of(finding.at.path, module).active);
    if (found !== undefined) this.#used.add(found);
    return found?.reason;
  }

  notesOf(path: string, module: Module, tellsUnused: boolean): readonly SuppressionNote[] {
    const { active, notes } = this.#of(path, module);
    if (!tellsUnused) return notes;
    const unused = active.filter((each) => !this.#used.has(each));
    return [
      ...notes,
      ...unused.map((each) => ({ kind: 'unused' as const, message: `nothing is left to ignore here (${each.rules.join(', ')})`, range: each.range })),
    ];
  }

  #of(path: string, module: Module): FileSuppressions {
    let file = this.#files.get(path);
    if (file === undefined) {
      const isRule = (id: string): boolean => this.#engine.rules.some((rule) => rule.id === id);
      file = module.comments.length === 0 ? { active: [], notes: [] } : readSuppressions(module, this.#snapshot.text(path) ?? '', isRule, this.#today);
      this.#files.set(path, file);
    }
    return file;
  }
}

/** Lines counted from 1, for offsets that come in the order of the text; any other order is right as well, and slower. */
function lineCounter(text: string): (offset: number) => number {
  let counted = { offset: 0, line: 1 };
  return (offset) => {
    if (offset < counted.offset) counted = { offset: 0, line: 1 };
    const breaks = text.slice(counted.offset, offset).match(/\r\n?|\n/g)?.length ?? 0;
    counted = { offset, line: counted.line + breaks };
    return counted.line;
  };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n', 1)[0] ?? '';
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
