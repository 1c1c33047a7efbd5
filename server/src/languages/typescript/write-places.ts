/** Where statements and functions can be put into TypeScript and JavaScript. */
import type { FunctionNode, Range, Statement } from '../../ir/model.js';
import { standingOf } from '../enclosing.js';
import { aboveComments, indentAt, isBlank, lineEnd, lineStart } from '../text-style.js';
import type { FileView, Place, TextEdit } from '../writer.js';
import type { TypeScriptStyle } from './style.js';

export function bodyStart(file: FileView, fn: FunctionNode, style: TypeScriptStyle): Place | undefined {
  if (fn.isExpressionBody) return expressionBody(file, fn, style);
  const { text } = file;
  const open = fn.bodyRange.start;
  const close = fn.bodyRange.end - 1;
  if (text[open] !== '{' || text[close] !== '}' || close <= open) return undefined;
  const start = afterDirectives(text, open + 1, close);
  const outer = indentAt(text, open);
  const firstLine = lineEnd(text, start);
  if (firstLine >= close) {
    // The whole body stands on the line of its braces: give every part a line of its own.
    const indent = outer + style.indent;
    const rest = text.slice(start, close).trim();
    const before = style.newline;
    if (rest === '') return { range: { start, end: close }, indent, before, after: style.newline + outer };
    const restStart = start + (text.slice(start, close).length - text.slice(start, close).trimStart().length);
    const restEnd = restStart + rest.length;
    return {
      range: { start, end: restStart },
      indent,
      before,
      after: style.newline + indent,
      tail: [{ range: { start: restEnd, end: close }, text: style.newline + outer }],
    };
  }
  const first = fn.body.find((statement) => statement.range.start >= start);
  const onOwnLine = first !== undefined && isBlank(text.slice(lineStart(text, first.range.start), first.range.start));
  const indent = onOwnLine ? indentAt(text, first.range.start) : outer + style.indent;
  if (!isBlank(text.slice(start, firstLine)) && !/^\s*\/\//.test(text.slice(start, firstLine))) {
    return { range: { start, end: start }, indent, before: style.newline, after: '' };
  }
  const at = text[firstLine] === '\r' ? firstLine + 2 : firstLine + 1;
  return { range: { start: at, end: at }, indent, before: '', after: style.newline };
}

/** `(req) => answer(req)` becomes a block that returns. */
function expressionBody(file: FileView, fn: FunctionNode, style: TypeScriptStyle): Place | undefined {
  const { text } = file;
  const arrow = text.lastIndexOf('=>', fn.bodyRange.start);
  if (arrow < fn.range.start) return undefined;
  const start = arrow + 2;
  const end = fn.range.end;
  const first = start + (text.slice(start).length - text.slice(start).trimStart().length);
  if (end < fn.bodyRange.end) return undefined;
  const outer = indentAt(text, fn.range.start);
  const indent = outer + style.indent;
  const tail: TextEdit = { range: { start: end, end }, text: `${style.semicolons ? ';' : ''}${style.newline}${outer}}` };
  return { range: { start, end: first }, indent, before: ` {${style.newline}`, after: `${style.newline}${indent}return `, tail: [tail] };
}

function afterDirectives(text: string, from: number, end: number): number {
  const directive = /^\s*(?:'use [\w ]+'|"use [\w ]+");?/.exec(text.slice(from, end));
  return directive ? from + directive[0].length : from;
}

export function beforeStatement(file: FileView, statement: Range, style: TypeScriptStyle): Place | undefined {
  const start = lineStart(file.text, statement.start);
  if (!isBlank(file.text.slice(start, statement.start)) || !standsInBlock(file, statement)) return undefined;
  const at = aboveComments(file.text, start, /^[ \t]*(?:\/\/|\/\*|\*)/);
  return { range: { start: at, end: at }, indent: file.text.slice(start, statement.start), before: '', after: style.newline };
}

export function afterStatement(file: FileView, statement: Range, style: TypeScriptStyle): Place | undefined {
  const { text } = file;
  let end = statement.end;
  if (text[end] === ';') end++;
  const rest = text.slice(end, lineEnd(text, end));
  if (/^[ \t]*\}/.test(rest)) return endOfLineBlock(file, statement, { start: end, end }, style);
  if (!isBlank(rest) && !/^\s*\/\//.test(rest)) return undefined;
  if (!standsInBlock(file, statement)) return undefined;
  const at = lineEnd(text, end);
  return { range: { start: at, end: at }, indent: indentAt(text, statement.start), before: style.newline, after: '' };
}

/**
 * The end of a block whose closing brace shares the line of its last statement: every statement and the brace get lines of their
 * own. `instead` is what the new statements stand in for: the end of the last one, or everything from an earlier one to there.
 */
function endOfLineBlock(file: FileView, last: Range, instead: Range, style: TypeScriptStyle): Place | undefined {
  const { text } = file;
  const standing = standingOf(file.module, { start: last.start, end: last.start });
  if (standing === undefined || (standing.list.at(-1)?.range.end ?? -1) > last.end || !standsInBlock(file, last)) return undefined;
  const first = standing.list[0] as Statement;
  const gap = /\{[ \t]*$/.exec(text.slice(0, first.range.start));
  const outer = indentAt(text, gap ? gap.index : lineStart(text, first.range.start));
  const indent = gap ? outer + style.indent : outer;
  const kept = standing.list.filter((one) => one.range.start < instead.start);
  const closing = instead.end + (/^[ \t]*/.exec(text.slice(instead.end))?.[0].length ?? 0);
  const tail: TextEdit[] = [];
  for (const one of kept) {
    const from = one.range.start - (/[ \t]*$/.exec(text.slice(0, one.range.start))?.[0].length ?? 0);
    if (text[from - 1] !== '\n' && (one !== first || gap)) tail.push({ range: { start: from, end: one.range.start }, text: style.newline + indent });
  }
  const end = kept.at(-1)?.range.end;
  const unended = style.semicolons && end !== undefined && !/[;}]/.test(text[end - 1] ?? '') && text[end] !== ';';
  const space = /[ \t]*$/.exec(text.slice(0, instead.start))?.[0].length ?? 0;
  const closes = gap ? outer : outer.slice(0, -style.indent.length);
  return {
    range: { start: instead.start - space, end: closing },
    indent,
    before: `${unended ? ';' : ''}${style.newline}`,
    after: style.newline + closes,
    tail,
  };
}

export function blockAround(file: FileView, statement: Range, style: TypeScriptStyle): Place | undefined {
  if (standsInBlock(file, statement)) return undefined;
  const { text } = file;
  const end = text[statement.end] === ';' ? statement.end + 1 : statement.end;
  const gap = /\s*$/.exec(text.slice(0, statement.start))?.[0] ?? '';
  const outer = indentAt(text, statement.start - gap.length);
  const indent = outer + style.indent;
  const open: TextEdit = { range: { start: statement.start - gap.length, end: statement.start }, text: ` {${style.newline}${indent}` };
  return { range: { start: end, end }, indent, before: style.newline, after: `${style.newline}${outer}}`, tail: [open] };
}

export function blockInstead(file: FileView, statement: Range, style: TypeScriptStyle): Place | undefined {
  const end = file.text[statement.end] === ';' ? statement.end + 1 : statement.end;
  if (standsInBlock(file, statement)) {
    const shares = /^[ \t]*\}/.test(file.text.slice(end)) && !isBlank(file.text.slice(lineStart(file.text, statement.start), statement.start));
    return shares ? endOfLineBlock(file, statement, { start: statement.start, end }, style) : undefined;
  }
  const start = statement.start - (/\s*$/.exec(file.text.slice(0, statement.start))?.[0].length ?? 0);
  const outer = indentAt(file.text, start);
  return { range: { start, end }, indent: outer + style.indent, before: ` {${style.newline}`, after: `${style.newline}${outer}}` };
}

export function emptyBlock(file: FileView, block: Range, style: TypeScriptStyle): Place | undefined {
  const { text } = file;
  const close = block.end - 1;
  const open = text.slice(block.start, close).search(/\{(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*$/);
  if (text[close] !== '}' || open < 0) return undefined;
  const outer = indentAt(text, block.start + open);
  const inside = text.slice(block.start + open + 1, close);
  const remark = inside.trim();
  if (remark !== '' && !remark.includes('\n')) {
    const indent = outer + style.indent;
    const before = `${style.newline}${indent}${remark}${style.newline}`;
    return { range: { start: block.start + open + 1, end: close }, indent, before, after: style.newline + outer };
  }
  const end = block.start + open + 1 + inside.trimEnd().length;
  return { range: { start: end, end: close }, indent: outer + style.indent, before: style.newline, after: style.newline + outer };
}

/** False for the single statement of an `if` or loop without braces: a second one there would not belong to it. */
function standsInBlock(file: FileView, statement: Range): boolean {
  const standing = standingOf(file.module, statement);
  if (standing === undefined || standing.parent === null) return true;
  const { parent, list } = standing;
  const first = list[0] as Statement;
  switch (parent.kind) {
    case 'if': {
      const from = list === parent.then ? parent.test.range.end : (parent.then.at(-1)?.range.end ?? parent.test.range.end);
      return braceBefore(file.text.slice(from, first.range.start));
    }
    case 'loop':
    case 'for-each':
      return braceBefore(file.text.slice(parent.range.start, first.range.start)) || file.text[parent.range.end - 1] === '}';
    default:
      return true;
  }
}

function braceBefore(between: string): boolean {
  return /\{\s*$/.test(between.replace(/\/\/[^\n]*|\/\*[^]*?\*\//g, ''));
}

/** Functions are hoisted, so new ones stand at the end: the reader meets the handler first. */
export function topLevel(file: FileView, style: TypeScriptStyle): Place {
  const { text } = file;
  const end = text.trimEnd().length;
  return { range: { start: end, end }, indent: '', before: end === 0 ? '' : style.newline + style.newline, after: '' };
}

/** Behind the last one; a list that grows too long for its line gets a line for each. */
export function addParameter({ text }: FileView, fn: FunctionNode, parameter: string, style: TypeScriptStyle): readonly TextEdit[] | undefined {
  const first = fn.params[0];
  const last = fn.params.at(-1);
  if (first === undefined || last === undefined) {
    const open = text.indexOf('(', fn.form === 'arrow' ? fn.range.start : fn.nameRange.start);
    return open < 0 || open > fn.bodyRange.start ? undefined : [{ range: { start: open + 1, end: open + 1 }, text: parameter }];
  }
  if (last.rest !== null) return undefined;
  const isBare = fn.form === 'arrow' && fn.params.length === 1 && !/\(\s*$/.test(text.slice(fn.range.start, first.range.start));
  if (isBare) return [{ range: last.range, text: `(${text.slice(last.range.start, last.range.end)}, ${parameter})` }];
  const at = { start: last.range.end, end: last.range.end };
  const start = lineStart(text, last.range.start);
  if (isBlank(text.slice(start, last.range.start))) return [{ range: at, text: `,${style.newline}${text.slice(start, last.range.start)}${parameter}` }];
  const line = text.slice(lineStart(text, first.range.start), lineEnd(text, last.range.end));
  if (line.includes('\n') || line.length + parameter.length + 2 <= style.width) return [{ range: at, text: `, ${parameter}` }];
  const outer = indentAt(text, first.range.start);
  const inner = style.newline + outer + style.indent;
  const gaps = fn.params.slice(1).map((param, index): TextEdit => {
    const before = fn.params[index] as typeof param;
    return { range: { start: before.range.end, end: param.range.start }, text: `,${inner}` };
  });
  const closing = `${style.trailingCommas ? ',' : ''}${style.newline}${outer}`;
  return [{ range: { start: first.range.start, end: first.range.start }, text: inner }, ...gaps, { range: at, text: `,${inner}${parameter}${closing}` }];
}

export function makeAsync(file: FileView, fn: FunctionNode): TextEdit | undefined {
  if (fn.isAsync || fn.form === 'constructor' || fn.form === 'getter' || fn.form === 'setter' || fn.form === 'module' || fn.form === 'class-body')
    return undefined;
  const { text } = file;
  const head = text.slice(fn.range.start, fn.bodyRange.start);
  if (/\)\s*:\s*(?!Promise\b)[^=]/.test(head)) return undefined;
  if (fn.form === 'arrow') return insert(fn.range.start);
  if (fn.form === 'method') return insert(fn.nameRange.start);
  const keyword = /\bfunction\b/.exec(head);
  return keyword ? insert(fn.range.start + keyword.index) : undefined;
}

function insert(at: number): TextEdit {
  return { range: { start: at, end: at }, text: 'async ' };
}
