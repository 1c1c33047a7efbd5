/** Runs the scan over what was named on the command line: one workspace a project, files in the order of their addresses. */
import { resolve } from 'node:path';
import type { EndpointSummary } from '../analysis/endpoint-summary.js';
import type { Finding, Place } from '../analysis/finding.js';
import type { Scope } from '../analysis/knowledge.js';
import { Configurations, configurationName, type InForce } from '../configuration/configurations.js';
import { languageOf } from '../languages/index.js';
import { editsFor, offersFor } from '../remedies/index.js';
import { Lines } from '../reports/lines.js';
import type { OfferedRemedy, ReportedFinding } from '../reports/model.js';
import { plural } from '../reports/text.js';
import { coverageOf } from '../scan/coverage.js';
import { byPlace, type FileReport, isUnread, mergeFindings, type SuppressedFinding, scanFile } from '../scan.js';
import { type LeftOut, type Snapshot, Workspace } from '../workspace/index.js';
import { nameOf, toProjectPath } from '../workspace/paths.js';
import { usersOf } from '../workspace/users.js';
import { nothingLeftOut } from '../workspace/walk.js';
import { checkConfiguration, configurationFor } from './configuration.js';
import { addressOf, baseOf, type Target } from './places.js';
import type { Statistics } from './stats.js';

export interface SessionOptions {
  readonly targets: readonly Target[];
  readonly cwd: string;
  readonly includeTests: boolean;
  readonly rules: readonly string[] | undefined;
  /** Goes before the configuration's. */
  readonly scope?: Scope | undefined;
  /** Also computes what each remedy would change. */
  readonly withEdits?: boolean;
  /** Takes the figures of the scan, when somebody wants them. */
  readonly statistics?: Statistics | undefined;
  /** Also reads files of folders that hold no endpoint. */
  readonly everyFile?: boolean;
}

export interface SessionResult {
  readonly base: string;
  readonly findings: readonly ReportedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly endpoints: readonly EndpointSummary[];
  readonly problems: readonly string[];
  readonly filesSeen: number;
  readonly leftOut: readonly string[];
  text(address: string): string | undefined;
}

/** A file to look at, in the project it belongs to. */
export interface SessionFile {
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly configurations: Configurations;
  /** Set for a file that was not named and uses one that was: only what concerns the named one is of interest. */
  readonly uses?: string;
  /** Addresses of the project's paths. */
  address(path: string): string;
}

export async function scanTargets(options: SessionOptions): Promise<SessionResult> {
  const base = baseOf(options.targets, options.cwd);
  const problems = new Set<string>();
  const leftOut = nothingLeftOut();
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const endpoints: EndpointSummary[] = [];
  const offers = new Map<string, readonly OfferedRemedy[]>();
  const snapshots = new Set<Snapshot>();
  let filesSeen = 0;

  for await (const { snapshot, path, configurations, uses, address } of sessionFiles(options, base, (line) => problems.add(line), leftOut)) {
    if (uses === undefined) filesSeen++;
    snapshots.add(snapshot);
    const started = performance.now();
    const { rules, scope } = options;
    const whole = scanFile(snapshot, path, { configurations, ...(rules === undefined ? {} : { rules }), ...(scope === undefined ? {} : { scope }) });
    const report = uses === undefined ? whole : about(uses, whole);
    options.statistics?.spent('analysis and rules', performance.now() - started);
    options.statistics?.add(
      report,
      coverageOf(snapshot, path, configurations.for(snapshot, path).inForce.knowledge(scope)),
      snapshot.module(path) !== undefined,
    );
    const placed = (finding: Finding): Finding => withAddresses(finding, address);
    for (const finding of report.findings) {
      findings.push(placed(finding));
      if (offers.has(keyOf(placed(finding)))) continue;
      const remedies = offered(finding, snapshot, options.withEdits === true ? address : undefined, (problem) => problems.add(problem));
      offers.set(keyOf(placed(finding)), remedies);
    }
    suppressed.push(...report.suppressed.map(({ finding, reason }) => ({ finding: placed(finding), reason })));
    endpoints.push(...report.endpoints.map((endpoint) => ({ ...endpoint, at: { ...endpoint.at, path: address(endpoint.at.path) } })));
    for (const problem of report.problems) problems.add(address(path) + problem.slice(path.length));
    for (const problem of brokenParts(snapshot, path)) problems.add(address(path) + problem);
  }

  return {
    base,
    findings: mergeFindings(findings).map((finding) => ({ finding, remedies: offers.get(keyOf(finding)) ?? [] })),
    suppressed: mergedSuppressions(suppressed),
    endpoints: endpoints.sort((left, right) => byPlace(left.at, right.at)),
    problems: [...problems],
    filesSeen,
    leftOut: leftOutWords(leftOut, options.includeTests),
    text: (address) => textAt(snapshots, resolve(base, address)),
  };
}

/** What a report says of another file than the one it is about: its findings there, and those that were concluded from it. */
function about(path: string, report: FileReport): FileReport {
  const concerns = (finding: Finding): boolean => [finding.at, ...finding.because.map((step) => step.at)].some((place) => place.path === path);
  const findings = report.findings.filter(concerns);
  const routes = new Set(findings.flatMap((finding) => finding.endpoints.map((place) => JSON.stringify(place))));
  return {
    ...report,
    findings,
    suppressed: report.suppressed.filter(({ finding }) => concerns(finding)),
    endpoints: report.endpoints.filter(({ at, because }) => routes.has(JSON.stringify(at)) || because.some((step) => step.at.path === path)),
    problems: [],
  };
}

/** The files from which a scan starts, each once. */
export async function* sessionFiles(
  options: Pick<SessionOptions, 'targets' | 'includeTests' | 'everyFile' | 'statistics' | 'scope'>,
  base: string,
  log: (line: string) => void,
  leftOut: LeftOut,
): AsyncGenerator<SessionFile> {
  const roots = [...new Set(options.targets.map((target) => target.root))].sort();
  for (const root of roots) {
    const address = (path: string): string => addressOf(base, root, path);
    const workspace = new Workspace({ root, log: (line, path) => log(path === undefined ? line : address(path) + line.slice(path.length)) });
    const snapshot = workspace.snapshot();
    const configurations = new Configurations();
    const inForce = (path: string): InForce => configurationFor(configurations, snapshot, path, address);
    const seen = new Set<string>();
    const folders = options.targets
      .filter((target) => target.root === root)
      .map((target) => ({ under: workspace.pathOf(target.file) ?? '', isFolder: target.isFolder }));
    for (const { under, isFolder } of folders.sort((left, right) => (left.under < right.under ? -1 : 1))) {
      checkConfiguration(configurations, snapshot, { under, isFolder }, address);
      if (!isFolder && languageOf(under) === undefined && nameOf(under) !== configurationName)
        log(`${address(under)} is in no language that is understood and was not read`);
      const alsoHolds = (path: string, text: string): boolean => inForce(path).mayHoldEndpoint(path, text, options.scope);
      const files = workspace
        .files({ under, includeTests: options.includeTests, onlyHandlers: isFolder && options.everyFile !== true, alsoHolds, leftOut })
        [Symbol.asyncIterator]();
      for (;;) {
        const started = performance.now();
        const next = await files.next();
        options.statistics?.spent('finding files', performance.now() - started);
        if (next.done === true) break;
        if (seen.has(next.value)) continue;
        seen.add(next.value);
        if (inForce(next.value).excludes(next.value) !== undefined) {
          leftOut.excluded++;
          continue;
        }
        const loading = performance.now();
        await workspace.ready(next.value);
        options.statistics?.spent('loading parsers', performance.now() - loading);
        yield { snapshot, path: next.value, configurations, address };
      }
      if (isFolder || options.everyFile === true || !seen.has(under)) continue;
      // A handler or a helper that is named by itself: its routes stand in the files that use it.
      for (const path of usersOf(snapshot, under)) {
        if (seen.has(path) || folders.some((folder) => folder.under === path) || inForce(path).excludes(path) !== undefined) continue;
        await workspace.ready(path);
        yield { snapshot, path, configurations, uses: under, address };
      }
    }
  }
}

/** Code that was read around: what stands in it is neither accused nor cleared. */
function brokenParts(snapshot: Snapshot, path: string): readonly string[] {
  const module = snapshot.module(path);
  const first = module?.unreadable[0];
  if (module === undefined || first === undefined || isUnread(module)) return [];
  const { line } = new Lines(snapshot.text(path) ?? '').position(first.start);
  const { length } = module.unreadable;
  return [`:${line} cannot be read${length > 1 ? `, nor can ${plural(length - 1, 'other part')} of this file` : ''}; what stands there is not judged`];
}

function textAt(snapshots: Iterable<Snapshot>, file: string): string | undefined {
  for (const snapshot of snapshots) {
    const path = toProjectPath(snapshot.root, file);
    const text = path === undefined ? undefined : snapshot.text(path);
    if (text !== undefined) return text;
  }
  return undefined;
}

function offered(finding: Finding, snapshot: Snapshot, address: ((path: string) => string) | undefined, log: (line: string) => void): readonly OfferedRemedy[] {
  try {
    return offersFor(finding, snapshot).map(({ id, title, safety }) => {
      if (address === undefined || safety === 'sketch') return { title, safety };
      const outcome = editsFor(finding, id, snapshot);
      return 'declined' in outcome
        ? { title, safety }
        : { title, safety, edits: outcome.edits.map(({ path, range, text }) => ({ at: { path: address(path), range }, text })) };
    });
  } catch (error) {
    log(`${finding.at.path}: remedies for ${finding.rule} failed (${String(error).split('\n', 1)[0]})`);
    return [];
  }
}

function keyOf(finding: Finding): string {
  return JSON.stringify([finding.rule, finding.at]);
}

function withAddresses(finding: Finding, address: (path: string) => string): Finding {
  const moved = (place: Place): Place => ({ ...place, path: address(place.path) });
  return {
    ...finding,
    at: moved(finding.at),
    because: finding.because.map((step) => ({ ...step, at: moved(step.at) })),
    endpoints: finding.endpoints.map(moved),
  };
}

function mergedSuppressions(suppressed: readonly SuppressedFinding[]): readonly SuppressedFinding[] {
  const reasons = new Map(suppressed.map(({ finding, reason }) => [keyOf(finding), reason]));
  return mergeFindings(suppressed.map(({ finding }) => finding)).map((finding) => ({ finding, reason: reasons.get(keyOf(finding)) ?? '' }));
}

function leftOutWords({ testFiles, ignoredByGit, otherFolders, tooLarge, excluded }: LeftOut, includeTests: boolean): readonly string[] {
  const words: string[] = [];
  if (testFiles > 0 && !includeTests) words.push(`${plural(testFiles, 'test or fixture file')} (--include-tests)`);
  if (ignoredByGit > 0) words.push(`${plural(ignoredByGit, 'entry', 'entries')} that git ignores`);
  if (otherFolders > 0) words.push(`${plural(otherFolders, 'folder')} of installed or built code`);
  if (tooLarge > 0) words.push(`${plural(tooLarge, 'file')} too large or unreadable`);
  if (excluded > 0) words.push(`${plural(excluded, 'file')} by the configuration`);
  return words;
}
