/** A repair's edits as one workspace edit, made from one version of the document. */
import type { AnnotatedTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { Finding } from '../analysis/finding.js';
import type { RemedyEdit } from '../remedies/index.js';
import type { OpenDocument } from './document.js';
import type { Engine } from './engine.js';
import type { Session } from './session.js';
import { textOf, toRange } from './to-protocol.js';

/** What an action carries until somebody picks it. */
export interface RepairRequest {
  readonly uri: string;
  readonly version: number;
  readonly repairs: readonly WantedRepair[];
  readonly onlyThisFile?: boolean;
}

/** A finding by its rule and where it stands, since others may come and go with other files, and which of its offers. */
interface WantedRepair {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly offer: string;
}

export type Outcome = { readonly edit: WorkspaceEdit } | { readonly declined: string };

export function editOf(session: Session, engine: Engine, document: OpenDocument, request: RepairRequest): Outcome {
  const snapshot = document.workspace.snapshot();
  const together: RemedyEdit[] = [];
  let declined = 'There is nothing left to repair here.';
  for (const { rule, start, end, offer } of request.repairs) {
    const shown = document.findings.shown.find(({ finding: { rule: its, at } }) => its === rule && at.range.start === start && at.range.end === end);
    if (shown === undefined || shown.kept) continue;
    const outcome = engine.editsFor(shown.finding, offer, snapshot);
    if ('declined' in outcome) declined = outcome.declined;
    else if (request.onlyThisFile !== true || outcome.edits.every((edit) => edit.path === document.path)) join(together, outcome.edits);
  }
  return together.length === 0 ? { declined } : { edit: toWorkspaceEdit(session, document, together) };
}

/** Two repairs may bring the same import; one that cuts across another waits for its own turn. */
function join(together: RemedyEdit[], edits: readonly RemedyEdit[]): void {
  const fresh = edits.filter((edit) => !together.some((other) => sameEdit(edit, other)));
  const crosses = fresh.some((edit) =>
    together.some((other) => other.path === edit.path && edit.range.start < other.range.end && other.range.start < edit.range.end),
  );
  if (!crosses) together.push(...fresh);
}

function sameEdit(left: RemedyEdit, right: RemedyEdit): boolean {
  return left.path === right.path && left.range.start === right.range.start && left.range.end === right.range.end && left.text === right.text;
}

export function wantedRepair({ rule, at }: Finding, offer: string): WantedRepair {
  return { rule, start: at.range.start, end: at.range.end, offer };
}

const repairing = 'repair';
const confirming = 'confirm';

/**
 * A repair of several files is shown before it is done. VS Code opens its preview for an edit that needs confirmation and leaves
 * just that one unticked, so an edit that changes nothing asks, and the repair itself is ticked as a whole.
 */
export function toWorkspaceEdit(session: Session, document: OpenDocument, edits: readonly RemedyEdit[], told?: string): WorkspaceEdit {
  const paths = [...new Set(edits.map((edit) => edit.path))];
  const elsewhere = paths.find((path) => path !== document.path);
  // What is told in words of its own is shown in any case.
  const confirm = session.client.annotations && (elsewhere !== undefined || told !== undefined);
  const files = paths.flatMap((path) => {
    const text = textOf(session, document.workspace, path);
    if (text === undefined) return [];
    const uri = session.uriOf(document.workspace, path);
    const own = edits.filter((edit) => edit.path === path);
    const textEdits = own.map((edit): TextEdit | AnnotatedTextEdit => ({
      range: toRange(text, edit.range),
      newText: edit.text,
      ...(confirm ? { annotationId: repairing } : {}),
    }));
    // At the end, where its row in the preview is empty.
    const end = text.positionAt(text.getText().length);
    if (confirm && path === (elsewhere ?? document.path)) textEdits.push({ range: { start: end, end }, newText: '', annotationId: confirming });
    return [{ uri, version: session.document(uri)?.version ?? null, textEdits }];
  });

  if (!session.client.documentChanges) return { changes: Object.fromEntries(files.map(({ uri, textEdits }) => [uri, textEdits])) };
  const documentChanges = files.map(({ uri, version, textEdits }): TextDocumentEdit => ({ textDocument: { uri, version }, edits: textEdits }));
  if (!confirm) return { documentChanges };
  const label = 'Webhookproof repair';
  const others = elsewhere === undefined ? [] : [`Changes ${paths.filter((path) => path !== document.path).join(', ')} as well.`];
  const description = [...(told === undefined ? [] : [told]), ...others].join(' ');
  return {
    documentChanges,
    changeAnnotations: {
      [repairing]: { label, description },
      [confirming]: { label: elsewhere === undefined ? `${label}, all of it` : `${label} of ${paths.length} files`, description, needsConfirmation: true },
    },
  };
}
