/** The quick fixes that ignore a finding: the comment with its reason left to type, or with words that stand in for it; for good or until a day. */
import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { Finding } from '../analysis/finding.js';
import type { IgnoreComment } from '../remedies/index.js';
import type { OpenDocument } from './document.js';
import type { Engine } from './engine.js';
import type { Session } from './session.js';
import { toRange } from './to-protocol.js';

/** A while is this long unless somebody types another day. */
const days = 90;

export function ignoreActions(session: Session, engine: Engine, document: OpenDocument, finding: Finding, diagnostic: Diagnostic): CodeAction[] {
  const comment = engine.ignoreComment(finding, document.workspace.snapshot());
  if (comment === undefined || comment.path !== document.path) return [];
  const until = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return [
    { title: `Ignore ${finding.rule} here with a reason…`, day: undefined },
    { title: `Ignore ${finding.rule} here until ${until}…`, day: until },
  ].map(({ title, day }) => ({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: toEdit(session, document, comment, day) }));
}

function toEdit(
  session: Session,
  { uri, version, text }: OpenDocument,
  { offset, before, reason, after }: IgnoreComment,
  day: string | undefined,
): WorkspaceEdit {
  const range = toRange(text, { start: offset, end: offset });
  const plain = { range, newText: before + reason + (day === undefined ? '' : ` until ${day}`) + after };
  if (!session.client.documentChanges) return { changes: { [uri]: [plain] } };
  const until = day === undefined ? '' : ` until \${2:${day}}`;
  const snippet = { kind: 'snippet' as const, value: `${escaped(before)}\${1:${escaped(reason)}}${until}${after}` };
  return { documentChanges: [{ textDocument: { uri, version }, edits: [session.client.snippets ? { range, snippet } : plain] }] };
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
