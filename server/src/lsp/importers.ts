/** An open helper: what is wrong with it shows in the handlers that use it, so those are scanned too, though they are not open. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Finding, Place } from '../analysis/finding.js';
import { usersOf } from '../workspace/users.js';
import { lastReport, scan } from './analysis.js';
import type { OpenDocument } from './document.js';
import type { Session } from './session.js';

const looked = new WeakMap<OpenDocument, number>();

/** In slices; gives up when something changes, since that starts it again. */
export async function lookAtImporters(session: Session): Promise<void> {
  const engine = await session.engine();
  for (const document of session.documents) {
    const { workspace, path } = document;
    const { version } = workspace.snapshot();
    if (looked.get(document) === version || !mayBeHelper(document)) continue;
    await workspace.prepareImporters();
    for (const importer of usersOf(workspace.snapshot(), path)) {
      await turn();
      if (workspace.snapshot().version !== version) return;
      if (session.isOpen(workspace, importer)) continue;
      await workspace.ready(importer);
      const { findings } = scan(session, engine, workspace, importer);
      const isOpen = (place: Place): boolean => place.path !== importer && session.isOpen(workspace, place.path);
      const changed = workspace.elsewhere.put(
        importer,
        findings.flatMap((finding) => (isOpen(finding.at) ? finding : (seenFrom(finding, isOpen) ?? []))),
      );
      if (changed.length > 0) session.changedElsewhere(workspace, changed);
    }
    looked.set(document, version);
  }
}

/**
 * A finding at a route whose file nobody has open, as the open handler's file shows it: where what it speaks of happens. It is
 * repaired at the route.
 */
function seenFrom(finding: Finding, isOpen: (place: Place) => boolean): Finding | undefined {
  const step = finding.because.find(({ at }) => isOpen(at));
  if (step === undefined) return undefined;
  const because = [{ message: 'The route is registered here', at: finding.at }, ...finding.because.filter((each) => each !== step)];
  return { ...finding, at: step.at, because, remedies: [] };
}

/** A file with routes of its own is judged by itself, and one that gives nothing away has no users. */
function mayBeHelper(document: OpenDocument): boolean {
  const functions = document.workspace.snapshot().module(document.path)?.functions.length ?? 0;
  return functions > 1 && lastReport(document)?.endpoints.length === 0;
}
