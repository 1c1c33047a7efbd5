/** The quick fix that ignores a finding: the comment with its reason left to type, or with words that stand in for it. */
import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { Finding } from '../analysis/finding.js';
import type { IgnoreComment } from '../remedies/index.js';
import type { OpenDocument } from './document.js';
import type { Engine } from './engine.js';
import type { Session } from './session.js';
import { toRange } from './to-protocol.js';

export function ignoreAction(session: Session, engine: Engine, document: OpenDocument, finding: Finding, diagnostic: Diagnostic): CodeAction[] {
  const comment = engine.ignoreComment(finding, document.workspace.snapshot());
  if (comment === undefined || comment.path !== document.path) return [];
  const title = `Ignore ${finding.rule} here with a reason…`;
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: toEdit(session, document, comment) }];
}

function toEdit(session: Session, { uri, version, text }: OpenDocument, { offset, before, reason, after }: IgnoreComment): WorkspaceEdit {
  const range = toRange(text, { start: offset, end: offset });
  const plain = { range, newText: before + reason + after };
  if (!session.client.documentChanges) return { changes: { [uri]: [plain] } };
  const snippet = { kind: 'snippet' as const, value: `${escaped(before)}\${1:${escaped(reason)}}${after}` };
  return { documentChanges: [{ textDocument: { uri, version }, edits: [session.client.snippets ? { range, snippet } : plain] }] };
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
