/** Small surgery on statement lists, where text moves but is not written anew. */

import type { FunctionNode, Statement } from '../ir/model.js';
import { bindsOf } from '../ir/parts.js';
import { indentAt, isBlank, lineEnd, lineStart } from '../languages/text-style.js';
import { decline } from './decline.js';
import type { FileEditor } from './file-editor.js';

/** Whether the branch's lines may move: no text that spans lines, and no name of its own that the function uses outside it too. */
export function canUnwrap(editor: FileEditor, statement: Extract<Statement, { kind: 'if' }>, fn: FunctionNode): boolean {
  const { text } = editor;
  const [first, last] = [statement.then[0], statement.then.at(-1)];
  if (!first || !last || statement.otherwise.length > 0) return false;
  const start = lineStart(text, first.range.start);
  const outer = indentAt(text, statement.range.start);
  const inner = text.slice(start, first.range.start);
  const alone =
    isBlank(inner) &&
    inner.startsWith(outer) &&
    start > statement.test.range.end &&
    isBlank(text.slice(lineStart(text, statement.range.start), statement.range.start));
  const body = text.slice(start, last.range.end);
  if (!alone || /"""|'''|`[^`]*\n/.test(body)) return false;
  const own = new Set(
    statement.then
      .flatMap((one) => (one.kind === 'assign' ? bindsOf(one.target) : []))
      .filter((bind) => bind.declares === 'block')
      .map((bind) => bind.name),
  );
  const elsewhere = text.slice(fn.range.start, statement.range.start) + text.slice(statement.range.end, fn.range.end);
  return [...own].every((name) => !new RegExp(`(?<![\\w$.])${name.replace(/\$/g, '\\$')}(?![\\w$])`).test(elsewhere));
}

/** The branch of an `if` in place of the `if`, its lines moved to the left. */
export function unwrap(editor: FileEditor, statement: Extract<Statement, { kind: 'if' }>): void {
  const { text } = editor;
  const [first, last] = [statement.then[0], statement.then.at(-1)];
  if (!first || !last) decline('The branch is empty.');
  const start = lineStart(text, first.range.start);
  const inner = text.slice(start, first.range.start);
  const outer = indentAt(text, statement.range.start);
  if (!isBlank(inner) || !inner.startsWith(outer) || !isBlank(text.slice(lineStart(text, statement.range.start), statement.range.start)))
    decline('The branch shares its line with the condition.');
  const step = inner.slice(outer.length);
  const end = lineEnd(text, last.range.end);
  const lines = text
    .slice(start, end)
    .split('\n')
    .map((line) => (line.startsWith(outer + step) ? outer + line.slice(inner.length) : line));
  editor.change({ start: statement.range.start, end: Math.max(statement.range.end, end) }, lines.join('\n').slice(outer.length));
}
