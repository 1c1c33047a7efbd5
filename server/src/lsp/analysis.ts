/**
 * When a document is looked at again. There is no fixed delay: changes that are queued are taken together, and only a document
 * whose last looks took long waits for a pause in typing.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { CancellationToken } from 'vscode-languageserver/node';
import type { Finding } from '../analysis/finding.js';
import type { ConfigurationProblem } from '../configuration/configurations.js';
import type { FileReport } from '../scan.js';
import type { OpenDocument } from './document.js';
import type { ShownFinding } from './document-findings.js';
import type { Engine, OpenWorkspace } from './engine.js';
import { stopIfCancelled } from './safely.js';
import type { Session } from './session.js';
import { tellStatus } from './status.js';

/** Looks longer than this make the next one wait for a pause of twice its time, at most `longestPause`. Milliseconds. */
const unnoticed = 15;
const longestPause = 200;

interface Look {
  readonly version: number;
  readonly snapshot: number;
  readonly settings: object;
  readonly elsewhere: number;
  readonly report: Report;
  readonly milliseconds: number;
  /** The lesser of the last two, since one look may be slow for reasons of the machine's. */
  readonly usual: number;
}

const looks = new WeakMap<OpenDocument, Look>();
const problemsTold = new WeakMap<OpenDocument, Set<string>>();

/** What is shown for the document's newest version. */
export async function findingsOf(session: Session, document: OpenDocument, token: CancellationToken): Promise<readonly ShownFinding[]> {
  const engine = await session.engine();
  await document.workspace.ready(document.path);
  await quiet(session, document, token);
  look(session, engine, document);
  return document.findings.shown;
}

async function quiet(session: Session, document: OpenDocument, token: CancellationToken): Promise<void> {
  for (;;) {
    stopIfCancelled(token);
    const seen = session.activity;
    // The protocol library handles one queued message a turn, and our turn may come before its next one.
    await turn();
    await turn();
    if (seen !== session.activity) continue;
    const usual = looks.get(document)?.usual ?? 0;
    const pause = usual > unnoticed ? Math.min(usual * 2, longestPause) - (performance.now() - document.changedAt) : 0;
    if (pause <= 0) break;
    await sleep(pause);
  }
  stopIfCancelled(token);
}

function look(session: Session, engine: Engine, document: OpenDocument): void {
  const { workspace, path, version } = document;
  const snapshot = workspace.snapshot();
  const { elsewhere } = workspace;
  const last = looks.get(document);
  const isScanned = last?.version === version && last.snapshot === snapshot.version && last.settings === session.settings;
  if (isScanned && last.elsewhere === elsewhere.revision) return;

  const started = performance.now();
  const report = isScanned ? last.report : scan(session, engine, workspace, path);
  const own = report.findings.filter((finding) => finding.at.path === path);
  document.findings.update(together(engine, own, elsewhere.at(path)), snapshot.module(path));
  document.notes = report.notes;
  const milliseconds = isScanned ? last.milliseconds : performance.now() - started;

  const changed = isScanned
    ? []
    : elsewhere.put(
        path,
        report.findings.filter((finding) => finding.at.path !== path),
      );
  looks.set(document, {
    version,
    snapshot: snapshot.version,
    settings: session.settings,
    elsewhere: elsewhere.revision,
    report,
    milliseconds,
    usual: Math.min(milliseconds, last?.milliseconds ?? 0),
  });
  if (changed.length > 0) session.changedElsewhere(workspace, changed);
  if (isScanned) return;
  tellProblems(session, document, report.problems);
  tellStatus(session, document, { state: 'ready', findings: document.findings.shown.length, milliseconds });
}

export function lastReport(document: OpenDocument): Report | undefined {
  return looks.get(document)?.report;
}

export type Report = Pick<FileReport, 'findings' | 'problems' | 'notes' | 'endpoints'>;

export function scan(session: Session, engine: Engine, workspace: OpenWorkspace, path: string): Report {
  if (!session.settings.enable) return nothing;
  const { configurations } = workspace;
  const report = engine.scanFile(workspace.snapshot(), path, {
    configurations,
    door: 'editor',
    levels: session.settings.rules,
    ...(session.settings.scope === undefined ? {} : { scope: session.settings.scope }),
  });
  const { problems } = report.configuration;
  return problems.length === 0 ? report : { ...report, findings: [...report.findings, ...problems.map(mistake)] };
}

/** A mistake in a configuration stands in that file, whichever file was looked at. */
function mistake({ message, at }: ConfigurationProblem): Finding {
  return {
    rule: 'configuration',
    variant: 'mistake',
    message: `${message}\nUntil it is corrected, what was in force before stays in force.`,
    at,
    because: [],
    certainty: 'proven',
    severity: 'error',
    endpoints: [],
    remedies: [],
  };
}

const nothing: Report = { findings: [], problems: [], notes: [], endpoints: [] };

/** A cause that several handlers bring to light is shown once. */
function together(engine: Engine, own: readonly Finding[], others: readonly ShownFinding[]): readonly ShownFinding[] {
  const fresh = others.filter(({ kept }) => !kept).map(({ finding }) => finding);
  const merged = engine.mergeFindings([...own, ...fresh]).map((finding) => ({ finding, kept: false }));
  const stale = others.filter(
    ({ kept, finding }) => kept && !merged.some((each) => each.finding.rule === finding.rule && each.finding.at.range.start === finding.at.range.start),
  );
  return [...merged, ...stale];
}

/** Each problem of a document once, not once a keystroke. */
function tellProblems(session: Session, document: OpenDocument, problems: readonly string[]): void {
  const told = problemsTold.get(document) ?? new Set();
  problemsTold.set(document, told);
  for (const problem of problems) {
    if (told.has(problem)) continue;
    told.add(problem);
    session.log(problem);
  }
}
