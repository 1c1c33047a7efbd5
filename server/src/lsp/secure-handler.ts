/**
 * All repairs that a handler is offered, as one edit: each is applied to a copy of the workspace that nobody sees, on the text that the
 * one before left behind, and stays only if less is found afterwards. Sketches, which a person must complete, are left out.
 */
import type { EndpointSummary } from '../analysis/endpoint-summary.js';
import type { Finding, Place } from '../analysis/finding.js';
import type { RemedyEdit } from '../remedies/index.js';
import { scan } from './analysis.js';
import type { OpenDocument } from './document.js';
import type { Engine, OpenWorkspace } from './engine.js';
import type { Session } from './session.js';

/** Verified first, since everything else rests on that; then what the check leaves open; what it says last. Rules beside these come between. */
const order = [
  'missing-signature-verification',
  'parsed-body-signature',
  'fail-open-verification',
  'weak-signature-comparison',
  'signature-format-mismatch',
  'hardcoded-secret',
  'missing-timestamp-tolerance',
  'late-verification',
  'unbounded-payload',
  'unvalidated-payload',
  'missing-idempotency',
  'racy-idempotency',
];
const atLast = ['slow-acknowledgement', 'secret-in-logs', 'error-detail-leak', 'debug-mode'];

/** What would be applied as things stand, in this order: one repair for each finding of the endpoint that has one. */
export function repairsOf(engine: Engine, workspace: OpenWorkspace, endpoint: EndpointSummary, findings: readonly Finding[]): readonly Wanted[] {
  const snapshot = workspace.snapshot();
  const module = endpoint.handler && snapshot.module(endpoint.handler.path);
  const handler = endpoint.handler && module?.functions[endpoint.handler.functionId]?.range;
  const isOf = ({ path, range }: Place): boolean =>
    (path === endpoint.at.path && range.start === endpoint.at.range.start) ||
    (handler !== undefined && path === endpoint.handler?.path && handler.start <= range.start && range.end <= handler.end);
  return findings
    .filter((finding) => [finding.at, ...finding.endpoints].some(isOf))
    .flatMap((finding): Wanted[] => {
      const offers = engine.offersFor(finding, snapshot).filter((offer) => offer.safety !== 'sketch');
      const offer = offers.find((one) => one.preferred) ?? offers[0];
      return offer === undefined ? [] : [{ finding, offer: offer.id, title: offer.title }];
    })
    .sort((left, right) => rank(left.finding) - rank(right.finding));
}

export interface Wanted {
  readonly finding: Finding;
  readonly offer: string;
  readonly title: string;
}

export interface Secured {
  readonly edits: readonly RemedyEdit[];
  /** What was done, in order. */
  readonly titles: readonly string[];
}

export async function secured(session: Session, engine: Engine, document: OpenDocument, endpoint: EndpointSummary): Promise<Secured> {
  const copy = engine.open(document.workspace.root, () => undefined);
  const opened = new Set<string>();
  const put = (path: string, text: string, version: number): void => {
    opened.add(path);
    copy.openDocument(path, text, version);
  };
  for (const each of session.documents) if (each.workspace === document.workspace) put(each.path, each.text.getText(), each.version);
  await copy.ready(document.path);
  const before = copy.snapshot();
  const tried = new Set<string>();
  const titles: string[] = [];
  try {
    for (let version = document.version + 1; ; version++) {
      const report = scan(session, engine, copy, document.path);
      const same = report.endpoints.filter((one) => one.webhook && nameOf(one) === nameOf(endpoint));
      const next = same.flatMap((one) => repairsOf(engine, copy, one, report.findings)).find((wanted) => !tried.has(keyOf(wanted)));
      if (next === undefined) break;
      tried.add(keyOf(next));
      const snapshot = copy.snapshot();
      const outcome = engine.editsFor(next.finding, next.offer, snapshot);
      if ('declined' in outcome) continue;
      const paths = [...new Set(outcome.edits.map((edit) => edit.path))];
      if (paths.some((path) => path.split('/').includes('node_modules'))) continue;
      for (const path of paths) {
        const own = outcome.edits.filter((edit) => edit.path === path);
        put(path, applied(snapshot.text(path) ?? '', own), version);
      }
      const now = copy.snapshot();
      const isReadable = paths.every((path) => (now.module(path)?.unreadable.length ?? 0) <= (snapshot.module(path)?.unreadable.length ?? 0));
      if (isReadable && scan(session, engine, copy, document.path).findings.length < report.findings.length) titles.push(next.title);
      else for (const path of paths) put(path, snapshot.text(path) ?? '', version);
    }
    const after = copy.snapshot();
    const edits = [...opened].flatMap((path) =>
      engine.hunksBetween(before.text(path) ?? '', after.text(path) ?? '').map((edit): RemedyEdit => ({ path, ...edit })),
    );
    return { edits, titles };
  } finally {
    for (const path of opened) copy.closeDocument(path);
  }
}

function applied(text: string, edits: readonly RemedyEdit[]): string {
  return edits
    .map((edit, at) => ({ edit, at }))
    .sort((left, right) => right.edit.range.start - left.edit.range.start || right.edit.range.end - left.edit.range.end || right.at - left.at)
    .reduce((now, { edit }) => now.slice(0, edit.range.start) + edit.text + now.slice(edit.range.end), text);
}

function rank({ rule }: Finding): number {
  if (order.includes(rule)) return order.indexOf(rule);
  return atLast.includes(rule) ? 100 + atLast.indexOf(rule) : 50;
}

/** Places move while repairs are applied; what an endpoint is called does not. */
function nameOf({ framework, methods, path, name }: EndpointSummary): string {
  return JSON.stringify([framework, methods, path, name]);
}

/** The same finding may be met again further down, so it is known by what it says. */
function keyOf({ finding, offer }: Wanted): string {
  return JSON.stringify([finding.rule, finding.variant, finding.message, finding.at.path, offer]);
}
