/**
 * `textDocument/codeAction`: one quick fix for each repair that a finding in the range is offered, with how far it can be trusted
 * unless it is safe; two that ignore the finding, for good or for a while; one that declares what could not be read; fix-all for the safe ones; and what there is for the endpoint that the place is about.
 */
import { type CancellationToken, type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver/node';
import { findingsOf } from './analysis.js';
import { wasInvoked } from './client-features.js';
import { declareAction } from './declare-action.js';
import type { OpenDocument } from './document.js';
import type { Engine } from './engine.js';
import { ignoreActions } from './ignore-action.js';
import { editOf, type RepairRequest, wantedRepair } from './repair.js';
import { routeActions } from './route-actions.js';
import type { Session } from './session.js';
import { toDiagnostic, toRange } from './to-protocol.js';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.webhookproof`;

export async function codeActions(session: Session, params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
  if (!session.client.codeActionLiterals) return [];
  const engine = await session.engine();
  const document = session.document(params.textDocument.uri);
  if (document === undefined) return [];
  await findingsOf(session, document, token);

  const actions = wants(params, CodeActionKind.QuickFix) ? quickFixes(session, engine, document, params) : [];
  actions.push(...(await routeActions(session, engine, document, params)));
  if (wants(params, fixAllKind, 'named')) actions.push(...fixAll(session, engine, document));
  return actions;
}

function quickFixes(session: Session, engine: Engine, document: OpenDocument, params: CodeActionParams): CodeAction[] {
  const snapshot = document.workspace.snapshot();
  const eager = !session.client.lazyEdits || (session.client.disabledActions && wasInvoked(params.context.triggerKind));

  return document.findings.shown.flatMap((shown) => {
    // What was found in an earlier version has repairs for that version only.
    if (shown.kept || !overlap(toRange(document.text, shown.finding.at.range), params.range)) return [];
    const diagnostic = sameAsClient(toDiagnostic(session, document.workspace, document.text, shown), params.context.diagnostics);
    const repairs = engine.offersFor(shown.finding, snapshot).flatMap((offer): CodeAction[] => {
      const request: RepairRequest = { uri: document.uri, version: document.version, repairs: [wantedRepair(shown.finding, offer.id)] };
      const action: CodeAction = {
        title: offer.safety === 'safe' ? offer.title : `${offer.title} (${offer.safety})`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        ...(session.client.preferredActions && offer.safety === 'safe' && offer.preferred ? { isPreferred: true } : {}),
        data: request,
      };
      if (!eager) return [action];
      const outcome = editOf(session, engine, document, request);
      if ('edit' in outcome) return [{ ...action, edit: outcome.edit }];
      return session.client.disabledActions ? [{ ...action, disabled: { reason: outcome.declined } }] : [];
    });
    const others = [declareAction, ignoreActions].flatMap((actions) => actions(session, engine, document, shown.finding, diagnostic));
    return [...repairs, ...others];
  });
}

/** Only what is safe joins: same behaviour for every legitimate caller, and nothing outside this file. */
function fixAll(session: Session, engine: Engine, document: OpenDocument): CodeAction[] {
  const snapshot = document.workspace.snapshot();
  const repairs = document.findings.shown.flatMap((shown) => {
    const safe = shown.kept ? [] : engine.offersFor(shown.finding, snapshot).filter((offer) => offer.safety === 'safe');
    const offer = safe.find((each) => each.preferred) ?? safe[0];
    return offer === undefined ? [] : [wantedRepair(shown.finding, offer.id)];
  });
  if (repairs.length === 0) return [];
  const request: RepairRequest = { uri: document.uri, version: document.version, repairs, onlyThisFile: true };
  const action: CodeAction = { title: 'Fix everything that Webhookproof can fix safely', kind: fixAllKind, data: request };
  if (session.client.lazyEdits) return [action];
  const outcome = editOf(session, engine, document, request);
  return 'edit' in outcome ? [{ ...action, edit: outcome.edit }] : [];
}

/** Source actions are given only when they are asked for: an editor that lists everything would show them at each lightbulb. */
function wants({ context }: CodeActionParams, kind: string, when?: 'named'): boolean {
  if (context.only === undefined) return when !== 'named';
  return context.only.some((asked) => kind === asked || kind.startsWith(`${asked}.`) || asked === '');
}

/** Editors match an action to its squiggle by the diagnostic they hold, so theirs is handed back when it is ours. */
function sameAsClient(ours: Diagnostic, theirs: readonly Diagnostic[]): Diagnostic {
  return theirs.find((each) => each.code === ours.code && each.source === ours.source && sameStart(each, ours)) ?? ours;
}

function sameStart(left: Diagnostic, right: Diagnostic): boolean {
  return left.range.start.line === right.range.start.line && left.range.start.character === right.range.start.character;
}

function overlap(left: Diagnostic['range'], right: Diagnostic['range']): boolean {
  return !before(left.end, right.start) && !before(right.end, left.start);
}

function before(left: Diagnostic['range']['start'], right: Diagnostic['range']['start']): boolean {
  return left.line < right.line || (left.line === right.line && left.character < right.character);
}
