/**
 * When a document is looked at again. There is no fixed delay: changes that are queued are taken together, and only a document
 * whose last look took long waits for a pause in typing.
 */
import { performance } from 'node:perf_hooks';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { CancellationToken } from 'vscode-languageserver/node';
import type { OpenDocument } from './document.js';
import type { ShownFinding } from './document-findings.js';
import type { Engine } from './engine.js';
import { stopIfCancelled } from './safely.js';
import type { Session } from './session.js';
import { tellStatus } from './status.js';

/** A look longer than this makes the next one wait for a pause of twice its time, at most `longestPause`. Milliseconds. */
const unnoticed = 15;
const longestPause = 200;

interface Look {
  readonly version: number;
  readonly snapshot: number;
  readonly settings: object;
  readonly milliseconds: number;
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
    const last = looks.get(document)?.milliseconds ?? 0;
    const pause = last > unnoticed ? Math.min(last * 2, longestPause) - (performance.now() - document.changedAt) : 0;
    if (pause <= 0) break;
    await sleep(pause);
  }
  stopIfCancelled(token);
}

function look(session: Session, engine: Engine, document: OpenDocument): void {
  const { workspace, path, version } = document;
  const snapshot = workspace.snapshot();
  const last = looks.get(document);
  if (last?.version === version && last.snapshot === snapshot.version && last.settings === session.settings) return;

  const started = performance.now();
  const report = session.settings.enable ? engine.scanFile(snapshot, path, { rules: rulesOn(session, engine) }) : nothing;
  document.findings.update(path, report.findings, snapshot.module(path));
  const milliseconds = performance.now() - started;
  looks.set(document, { version, snapshot: snapshot.version, settings: session.settings, milliseconds });

  tellProblems(session, document, report.problems);
  tellStatus(session, document, { state: 'ready', findings: document.findings.shown.length, milliseconds });
}

const nothing = { findings: [], problems: [] };

function rulesOn(session: Session, engine: Engine): readonly string[] | undefined {
  const off = Object.entries(session.settings.rules).flatMap(([id, on]) => (on === false ? id : []));
  return off.length === 0 ? undefined : engine.rules.map((rule) => rule.id).filter((id) => !off.includes(id));
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
