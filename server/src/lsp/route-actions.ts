/**
 * The actions for a whole endpoint, on its route line and on what is found of it: all repairs that its handler is offered as one edit,
 * and a regression test in a new file. Both are shown before they are done.
 */
import { type CodeAction, CodeActionKind, type CodeActionParams, type Range as ProtocolRange } from 'vscode-languageserver/node';
import type { EndpointSummary } from '../analysis/endpoint-summary.js';
import type { Place } from '../analysis/finding.js';
import { lastReport } from './analysis.js';
import type { OpenDocument } from './document.js';
import type { Engine } from './engine.js';
import { newFileEdit } from './new-file.js';
import { type Outcome, toWorkspaceEdit } from './repair.js';
import { repairsOf, secured } from './secure-handler.js';
import type { Session } from './session.js';
import { toRange } from './to-protocol.js';

export const routeKind = `${CodeActionKind.Refactor}.webhookproof`;

/** What an action carries until somebody picks it. */
export interface RouteRequest {
  readonly uri: string;
  readonly version: number;
  readonly does: 'secure' | 'test';
  /** Where the endpoint's route begins. */
  readonly route: number;
}

export async function routeActions(session: Session, engine: Engine, document: OpenDocument, { range, context }: CodeActionParams): Promise<CodeAction[]> {
  const asked = context.only;
  const isWanted = asked === undefined || asked.some((each) => routeKind === each || routeKind.startsWith(`${each}.`) || each === '');
  if (!isWanted) return [];
  const actions = endpointsAt(document, range).flatMap((endpoint) =>
    [secureTitle(session, engine, document, endpoint), testTitle(session, engine, document, endpoint)].flatMap(({ does, title }) => {
      const request: RouteRequest = { uri: document.uri, version: document.version, does, route: endpoint.at.range.start };
      return title === undefined ? [] : [{ title, request }];
    }),
  );
  const whole = actions.map(async ({ title, request }): Promise<CodeAction | undefined> => {
    const action: CodeAction = { title, kind: routeKind, data: request };
    if (session.client.lazyEdits) return action;
    const outcome = await routeEdit(session, engine, document, request);
    return 'edit' in outcome ? { ...action, edit: outcome.edit } : undefined;
  });
  return (await Promise.all(whole)).filter((action) => action !== undefined);
}

interface Offered {
  readonly does: RouteRequest['does'];
  readonly title: string | undefined;
}

/** Names what would be changed. It is worked out whole when it is picked, so a client must be able to ask for that. */
function secureTitle(session: Session, engine: Engine, document: OpenDocument, endpoint: EndpointSummary): Offered {
  const findings = document.findings.shown.filter(({ kept }) => !kept).map(({ finding }) => finding);
  const repairs = session.client.lazyEdits ? repairsOf(engine, document.workspace, endpoint, findings) : [];
  const titles = [...new Set(repairs.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)))];
  return { does: 'secure', title: titles.length === 0 ? undefined : `Secure this handler: ${titles.join(', ')} (review)` };
}

function testTitle(session: Session, engine: Engine, document: OpenDocument, endpoint: EndpointSummary): Offered {
  return { does: 'test', title: session.client.newFiles ? engine.testOffer(endpoint, document.workspace.snapshot())?.title : undefined };
}

/** Those whose route line is in the range, or that something in the range is found of; each route once. */
function endpointsAt(document: OpenDocument, range: ProtocolRange): EndpointSummary[] {
  const isIn = ({ path, range: own }: Place): boolean => path === document.path && touches(toRange(document.text, own), range);
  const about = document.findings.shown.flatMap(({ finding, kept }) => (!kept && isIn(finding.at) ? finding.endpoints : []));
  const found = (lastReport(document)?.endpoints ?? []).filter(
    ({ webhook, at }) =>
      webhook && at.path === document.path && (isIn(at) || about.some((place) => place.path === at.path && place.range.start === at.range.start)),
  );
  return found.filter(({ at }, index) => found.findIndex((other) => other.at.range.start === at.range.start) === index);
}

export async function routeEdit(session: Session, engine: Engine, document: OpenDocument, { does, route }: RouteRequest): Promise<Outcome> {
  const endpoint = lastReport(document)?.endpoints.find(({ webhook, at }) => webhook && at.path === document.path && at.range.start === route);
  if (endpoint === undefined) return { declined: 'The endpoint is not here any more.' };
  if (does === 'test') {
    const file = engine.regressionTest(endpoint, document.workspace.snapshot());
    return 'declined' in file ? file : { edit: newFileEdit(session, document, file) };
  }
  const { version } = document;
  const { edits, titles } = await secured(session, engine, document, endpoint);
  if (document.version !== version) return { declined: 'The file has changed since this was offered.' };
  if (edits.length === 0) return { declined: 'None of the repairs fits here by itself; the quick fixes say why.' };
  return { edit: toWorkspaceEdit(session, document, edits, `${titles.join('; ')}.`) };
}

function touches(left: ProtocolRange, right: ProtocolRange): boolean {
  return left.start.line <= right.end.line && right.start.line <= left.end.line;
}
