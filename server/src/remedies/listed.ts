/** Things taken out of lists as they are written: an argument or an entry, with the comma that belongs to it. */
import type { Argument, CallExpr, Expr, Range } from '../ir/model.js';
import { lineEnd, lineStart } from '../languages/text-style.js';
import type { Draft } from '../languages/writer.js';
import { decline } from './decline.js';
import type { FileEditor } from './file-editor.js';

export function removeArgument(editor: FileEditor, call: CallExpr, argument: Argument): void {
  const at = call.args.indexOf(argument);
  const starts = call.args.map((one) => startOfArgument(editor, call, one));
  removeItem(editor, { start: call.callee.range.end, end: call.range.end }, call.args, starts, at);
}

/** The entry of a record whose value it is. */
export function removeEntry(editor: FileEditor, record: Expr & { kind: 'record' }, value: Expr): void {
  const at = record.entries.findIndex((one) => one.value === value);
  const starts = record.entries.map((one) => startOfEntry(editor, record, one));
  removeItem(editor, record.range, record.entries, starts, at);
}

/** Another value for an entry, an argument or whatever it stands in: `{ detail }` becomes `{ detail: 'failed' }`. */
export function replaceValue(editor: FileEditor, value: Expr, holder: Expr | undefined, draft: Draft): void {
  const isShort = holder?.kind === 'record' && holder.entries.some((one) => one.value === value && startOfEntry(editor, holder, one) === value.range.start);
  const key = holder?.kind === 'record' ? holder.entries.find((one) => one.value === value)?.key : null;
  if (isShort && key !== null && value.kind === 'name' && value.name === key) editor.insert(value.range.end, ': ', draft, '');
  else editor.replace(value.range, draft);
}

/** A keyword stands in front of its value, a spread has its marks. */
function startOfArgument({ text }: FileEditor, call: CallExpr, argument: Argument): number {
  const before = text.slice(call.callee.range.end, argument.value.range.start);
  const lead = argument.name !== null ? /[A-Za-z_]\w*\s*=\s*\(*$/.exec(before) : argument.spread ? /(?:\*{1,2}|\.{3})\s*$/.exec(before) : null;
  return argument.value.range.start - (lead?.[0].length ?? 0);
}

function startOfEntry({ text }: FileEditor, record: Expr & { kind: 'record' }, entry: (Expr & { kind: 'record' })['entries'][number]): number {
  const before = text.slice(record.range.start, entry.value.range.start);
  const lead = /(?:(['"])(?:(?!\1).)*\1|[\w$]+|\[[^\]]*\])\s*:\s*$|(?:\.{3}|\*\*)\s*$/.exec(before);
  return entry.value.range.start - (lead?.[0].length ?? 0);
}

function removeItem(editor: FileEditor, around: Range, items: readonly { readonly value: Expr }[], starts: readonly number[], at: number): void {
  const { text } = editor;
  const start = starts[at];
  const item = items[at];
  if (start === undefined || item === undefined) decline('What is to be taken out is not in reach.');
  const { end } = item.value.range;
  const next = starts[at + 1];
  const previous = items[at - 1]?.value.range.end;
  const comma = /^\s*,/.exec(text.slice(end, around.end));
  const line = lineStart(text, start);
  // With lines of its own it goes with its line, its comma and what is remarked behind.
  const ownLine = text.slice(line, start).trim() === '' && /^\s*,?[ \t]*(?:(?:\/\/|#)[^\n]*)?$/.test(text.slice(end, lineEnd(text, end)));
  if (ownLine && line > around.start) {
    const stop = lineEnd(text, end);
    editor.change({ start: line, end: text.startsWith('\r\n', stop) ? stop + 2 : Math.min(stop + 1, text.length) }, '');
  } else if (next !== undefined) editor.change({ start, end: next }, '');
  else if (previous !== undefined) editor.change({ start: previous, end }, '');
  else editor.change({ start, end: end + (comma?.[0].length ?? 0) }, '');
}
