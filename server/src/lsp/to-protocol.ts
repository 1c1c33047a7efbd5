/** Our places and findings in the protocol's words. */
import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, type Range as ProtocolRange } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Place } from '../analysis/finding.js';
import type { Range } from '../ir/model.js';
import type { ShownFinding } from './document-findings.js';
import type { IgnoreNote, OpenWorkspace } from './engine.js';
import { pageUri } from './rule-pages.js';
import type { Session } from './session.js';

/** What a client hands back with a diagnostic. */
export interface DiagnosticData {
  readonly rule: string;
  readonly variant: string;
}

/** `text` is the file's that the finding stands in. */
export function toDiagnostic(session: Session, workspace: OpenWorkspace, text: TextDocument, { finding }: ShownFinding): Diagnostic {
  const page = session.client.codeDescription ? pageUri(finding.rule) : undefined;
  const data: DiagnosticData = { rule: finding.rule, variant: finding.variant };
  return {
    range: toRange(text, finding.at.range),
    severity: severityOf(finding),
    code: finding.rule,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    source: 'webhookproof',
    message: finding.message,
    ...(session.client.relatedInformation ? { relatedInformation: related(session, workspace, finding) } : {}),
    data,
  };
}

/** An ignore that does nothing: faded when nothing is left to ignore, told when it was meant to ignore something. */
export function noteToDiagnostic(text: TextDocument, note: IgnoreNote): Diagnostic {
  const isUnused = note.kind === 'unused';
  return {
    range: toRange(text, note.range),
    severity: isUnused ? DiagnosticSeverity.Hint : DiagnosticSeverity.Information,
    ...(isUnused ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    code: `${note.kind}-ignore`,
    source: 'webhookproof',
    message: note.message,
  };
}

export function toRange(text: TextDocument, range: Range): ProtocolRange {
  return { start: text.positionAt(range.start), end: text.positionAt(range.end) };
}

/** The text a place's offsets count in. */
export function textOf(session: Session, workspace: OpenWorkspace, path: string): TextDocument | undefined {
  const open = session.document(session.uriOf(workspace, path));
  if (open !== undefined) return open.text;
  const text = workspace.snapshot().text(path);
  return text === undefined ? undefined : TextDocument.create(path, '', 0, text);
}

function related(session: Session, workspace: OpenWorkspace, finding: Finding): DiagnosticRelatedInformation[] {
  const endpoints = finding.endpoints.filter((place) => !samePlace(place, finding.at)).map((at) => ({ message: 'The endpoint it is about.', at }));
  return [...finding.because, ...endpoints].flatMap(({ message, at }) => {
    const text = textOf(session, workspace, at.path);
    return text === undefined ? [] : [{ message, location: { uri: session.uriOf(workspace, at.path), range: toRange(text, at.range) } }];
  });
}

/** As reports on the command line have it; what cannot be read informs and never accuses. */
function severityOf({ certainty, severity }: Finding): DiagnosticSeverity {
  if (certainty === 'cannot-tell') return DiagnosticSeverity.Information;
  return { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, note: DiagnosticSeverity.Information }[severity];
}

function samePlace(left: Place, right: Place): boolean {
  return left.path === right.path && left.range.start === right.range.start && left.range.end === right.range.end;
}
