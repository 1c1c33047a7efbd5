/** The action that adds a regression test for an endpoint: on its route line and on what is found of it. The test is a new file. */
import { type CodeAction, CodeActionKind, type CodeActionParams, type Range as ProtocolRange } from 'vscode-languageserver/node';
import type { EndpointSummary } from '../analysis/endpoint-summary.js';
import type { Place } from '../analysis/finding.js';
import { lastReport } from './analysis.js';
import type { OpenDocument } from './document.js';
import type { Engine } from './engine.js';
import { newFileEdit } from './new-file.js';
import type { Outcome } from './repair.js';
import type { Session } from './session.js';
import { toRange } from './to-protocol.js';

export const testKind = `${CodeActionKind.Refactor}.webhookproof`;

/** What the action carries until somebody picks it. */
export interface TestRequest {
  readonly uri: string;
  readonly version: number;
  /** Where the endpoint's route begins. */
  readonly testOf: number;
}

export function testActions(session: Session, engine: Engine, document: OpenDocument, { range, context }: CodeActionParams): CodeAction[] {
  const asked = context.only;
  const isWanted = asked === undefined || asked.some((each) => testKind === each || testKind.startsWith(`${each}.`) || each === '');
  if (!isWanted || !session.client.newFiles) return [];
  const snapshot = document.workspace.snapshot();
  return endpointsAt(document, range).flatMap((endpoint) => {
    const offer = engine.testOffer(endpoint, snapshot);
    if (offer === undefined) return [];
    const request: TestRequest = { uri: document.uri, version: document.version, testOf: endpoint.at.range.start };
    const action: CodeAction = { title: offer.title, kind: testKind, data: request };
    if (session.client.lazyEdits) return [action];
    const outcome = testEdit(session, engine, document, request);
    return 'edit' in outcome ? [{ ...action, edit: outcome.edit }] : [];
  });
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

export function testEdit(session: Session, engine: Engine, document: OpenDocument, { testOf }: TestRequest): Outcome {
  const endpoint = lastReport(document)?.endpoints.find(({ webhook, at }) => webhook && at.path === document.path && at.range.start === testOf);
  if (endpoint === undefined) return { declined: 'The endpoint is not here any more.' };
  const file = engine.regressionTest(endpoint, document.workspace.snapshot());
  return 'declined' in file ? file : { edit: newFileEdit(session, document, file) };
}

function touches(left: ProtocolRange, right: ProtocolRange): boolean {
  return left.start.line <= right.end.line && right.start.line <= left.end.line;
}
