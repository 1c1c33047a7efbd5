/** `textDocument/hover` on a finding: its rule's page, from the package itself. */
import { type CancellationToken, type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver/node';
import { findingsOf } from './analysis.js';
import type { Session } from './session.js';
import { toRange } from './to-protocol.js';

export async function hover(session: Session, params: HoverParams, token: CancellationToken): Promise<Hover | null> {
  const engine = await session.engine();
  const document = session.document(params.textDocument.uri);
  if (document === undefined) return null;
  const offset = document.text.offsetAt(params.position);
  const shown = await findingsOf(session, document, token);
  const here = shown.filter(({ finding }) => finding.at.range.start <= offset && offset <= finding.at.range.end);
  const pages = [...new Set(here.map(({ finding }) => finding.rule))].flatMap((id) => engine.rules.find((rule) => rule.id === id)?.page ?? []);
  const first = here[0];
  if (first === undefined || pages.length === 0) return null;
  return {
    range: toRange(document.text, first.finding.at.range),
    contents: { kind: session.client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: pages.join('\n\n---\n\n') },
  };
}
