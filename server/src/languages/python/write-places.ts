/** Where statements and functions can be put into Python. */
import type { FunctionNode, Range, Statement } from '../../ir/model.js';
import { standingOf } from '../enclosing.js';
import { aboveComments, indentAt, isBlank, lineEnd, lineStart } from '../text-style.js';
import type { FileView, Place } from '../writer.js';
import type { PythonStyle } from './style.js';

const COMMENT = /^[ \t]*#/;

export function bodyStart(file: FileView, fn: FunctionNode, style: PythonStyle): Place | undefined {
  const { text } = file;
  if (fn.form === 'module' || fn.isExpressionBody) return undefined;
  const first = fn.body[0];
  const opening = first?.range.start ?? fn.bodyRange.start;
  const documented = first?.kind === 'evaluate' && first.expr.kind === 'literal' && typeof first.expr.value === 'string';
  if (!isBlank(text.slice(lineStart(text, opening), opening))) {
    // `def hook(): return "", 200` gets a block.
    const colon = text.lastIndexOf(':', opening - 1);
    if (colon < 0 || !isBlank(text.slice(colon + 1, opening))) return undefined;
    const indent = indentAt(text, opening) + style.indent;
    return { range: { start: colon + 1, end: opening }, indent, before: style.newline, after: style.newline + indent };
  }
  const indent = text.slice(lineStart(text, opening), opening);
  if (documented) return lineAfter(text, first.range.end, indent, style);
  const at = aboveComments(text, lineStart(text, opening), COMMENT);
  return { range: { start: at, end: at }, indent, before: '', after: style.newline };
}

export function emptyBlock(file: FileView, block: Range, style: PythonStyle): Place | undefined {
  const { text } = file;
  const pass = /(^|[\s:])(pass|\.\.\.)[ \t]*(?:#[^\n]*)?\s*$/.exec(text.slice(block.start, block.end));
  if (pass === null) return undefined;
  const start = block.start + pass.index + (pass[1]?.length ?? 0);
  const end = start + (pass[2]?.length ?? 0);
  const indent = text.slice(lineStart(text, start), start);
  if (isBlank(indent)) return { range: { start: start - indent.length, end }, indent, before: '', after: '' };
  const header = indent.trimEnd();
  if (!header.endsWith(':')) return undefined;
  return { range: { start: start - indent.length + header.length, end }, indent: indentAt(text, start) + style.indent, before: style.newline, after: '' };
}

function lineAfter(text: string, offset: number, indent: string, style: PythonStyle): Place | undefined {
  const at = lineEnd(text, offset);
  const rest = text.slice(offset, at);
  if (!isBlank(rest) && !/^\s*#/.test(rest)) return undefined;
  return { range: { start: at, end: at }, indent, before: style.newline, after: '' };
}

export function beforeStatement(file: FileView, statement: Range, style: PythonStyle): Place | undefined {
  const { text } = file;
  const start = lineStart(text, statement.start);
  const indent = text.slice(start, statement.start);
  if (!isBlank(indent)) return undefined;
  const at = aboveComments(text, start, COMMENT);
  return { range: { start: at, end: at }, indent, before: '', after: style.newline };
}

export function afterStatement(file: FileView, statement: Range, style: PythonStyle): Place | undefined {
  const { text } = file;
  const indent = text.slice(lineStart(text, statement.start), statement.start);
  return isBlank(indent) ? lineAfter(text, statement.end, indent, style) : behindHeader(file, statement, style);
}

/** `if wrong: log()`: what stands behind the colon gets lines of its own. */
function behindHeader(file: FileView, statement: Range, style: PythonStyle): Place | undefined {
  const { text } = file;
  const list = standingOf(file.module, { start: statement.start, end: statement.start })?.list ?? [];
  const first = list[0];
  if (first === undefined || list.at(-1)?.range.end !== statement.end) return undefined;
  const header = text.slice(lineStart(text, first.range.start), first.range.start).trimEnd();
  if (!header.endsWith(':')) return undefined;
  const indent = indentAt(text, first.range.start) + style.indent;
  const colon = lineStart(text, first.range.start) + header.length;
  const tail = list.map((one, at) => ({
    range: { start: at === 0 ? colon : (list[at - 1]?.range.end ?? colon), end: one.range.start },
    text: style.newline + indent,
  }));
  const place = lineAfter(text, statement.end, indent, style);
  return place && { ...place, tail };
}

/**
 * Names are looked up when a function runs, but a module may run its server at the end: new functions stand before the first
 * function or class, or before the code that needs them when that comes earlier.
 */
export function topLevel(file: FileView, near: Range, style: PythonStyle): Place {
  const { text, module } = file;
  const statement = (module.functions[0]?.body ?? []).find(
    (one) => one.kind === 'define' || one.kind === 'define-class' || (startOf(file, one) <= near.start && near.end <= one.range.end),
  );
  const gap = style.newline + style.newline + style.newline;
  if (statement === undefined) {
    const end = text.trimEnd().length;
    return { range: { start: end, end }, indent: '', before: end === 0 ? '' : gap, after: '' };
  }
  const at = aboveComments(text, lineStart(text, startOf(file, statement)), COMMENT);
  const above = text.slice(0, at);
  const blank = /\n\s*\n\s*\n[ \t]*$/.test(above) || isBlank(above) ? '' : /\n\s*\n[ \t]*$/.test(above) ? style.newline : style.newline + style.newline;
  return { range: { start: at, end: at }, indent: '', before: blank, after: gap };
}

/** Decorators belong to the function they stand on, whether or not the statement's range has them. */
function startOf(file: FileView, statement: Statement): number {
  if (statement.kind === 'define-class') {
    const decorators = file.module.classes[statement.classId]?.decorators ?? [];
    return Math.min(statement.range.start, ...decorators.map((decorator) => lineStart(file.text, decorator.range.start)));
  }
  if (statement.kind !== 'define') return statement.range.start;
  return Math.min(statement.range.start, file.module.functions[statement.functionId]?.range.start ?? statement.range.start);
}
