/**
 * `webhookproof-ignore <rule>[, <rule>] -- reason [until YYYY-MM-DD]` in a comment.
 *
 * It speaks of findings on its own line and, when it stands alone on its line, of the next line with code: of everything in
 * the statement that begins there but for the bodies of functions and blocks, so that a decorator or a call of many lines is
 * one place. A reason is required. What is malformed, names no rule or has expired suppresses nothing and is told.
 */

import type { Finding } from '../analysis/finding.js';
import type { ClassNode, Expr, FunctionNode, MarkedComment, Module, Range, Statement } from '../ir/model.js';

export interface Suppression {
  readonly rules: readonly string[];
  readonly reason: string;
  /** The comment. */
  readonly range: Range;
  /** Where findings must begin. */
  readonly scopes: readonly Range[];
}

export interface SuppressionNote {
  readonly kind: 'malformed' | 'unknown-rule' | 'expired' | 'unused';
  readonly message: string;
  readonly range: Range;
}

export interface FileSuppressions {
  readonly active: readonly Suppression[];
  readonly notes: readonly SuppressionNote[];
}

/** `today` is `YYYY-MM-DD`; a suppression holds through the day that it names. */
export function readSuppressions(module: Module, text: string, isRule: (id: string) => boolean, today: string): FileSuppressions {
  const active: Suppression[] = [];
  const notes: SuppressionNote[] = [];
  for (const comment of module.comments) {
    const parsed = parse(comment.text);
    if (parsed === undefined) continue;
    const { range } = comment;
    if (typeof parsed === 'string') {
      notes.push({ kind: 'malformed', message: `${parsed}; nothing is suppressed`, range });
      continue;
    }
    const known = parsed.rules.filter(isRule);
    for (const id of parsed.rules) if (!isRule(id)) notes.push({ kind: 'unknown-rule', message: `there is no rule \`${id}\` to ignore`, range });
    if (parsed.until !== undefined && parsed.until < today)
      notes.push({ kind: 'expired', message: `this ignore held until ${parsed.until}; it no longer does`, range });
    else if (known.length > 0) active.push({ rules: known, reason: parsed.reason, range, scopes: scopesOf(module, text, comment) });
  }
  return { active, notes };
}

export function suppressionOf(finding: Finding, suppressions: readonly Suppression[]): Suppression | undefined {
  const { start } = finding.at.range;
  return suppressions.find(
    (each) => each.rules.includes(finding.rule) && each.scopes.some((scope) => start >= scope.start && start < Math.max(scope.end, scope.start + 1)),
  );
}

// ------------------------------------------------------------------------------------------------- the text

interface Parsed {
  readonly rules: readonly string[];
  readonly reason: string;
  readonly until: string | undefined;
}

/** Undefined when the comment is none of ours, a sentence when it is and cannot be read. */
function parse(comment: string): Parsed | string | undefined {
  const at = comment.indexOf(marker);
  if (at === -1) return undefined;
  if (!/^[\s/*#{!<-]*$/.test(comment.slice(0, at))) return /[`"']$/.test(comment.slice(0, at)) ? undefined : `\`${marker}\` must begin the comment`;
  const line = comment
    .slice(at + marker.length)
    .split(/[\r\n]/, 1)
    .join('')
    .replace(/\s*(?:\*\/\}?|-->)\s*$/, '');
  if (line !== '' && !/^\s/.test(line)) return `a space must follow \`${marker}\``;
  const separator = /\s--(?:\s|$)/.exec(line);
  const listed = (separator === null ? line : line.slice(0, separator.index)).split(',').map((id) => id.trim());
  if (listed.some((id) => id === '')) return `\`${marker}\` must name the rules it ignores, with commas between them`;
  const bad = listed.find((id) => !/^[a-z][a-z0-9-]*$/.test(id));
  if (bad !== undefined) return `\`${bad}\` is no rule id; write \`${marker} <rule>[, <rule>] -- reason\``;
  const rest =
    separator === null
      ? ''
      : line
          .slice(separator.index)
          .replace(/^\s--\s*/, '')
          .trim();
  const [, said = '', date] = /^(.*?)(?:(?:^|\s)until\s+(\d[\d./-]*))?$/.exec(rest) ?? [];
  if (said.trim() === '') return `\`${marker}\` needs a reason after \` -- \``;
  if (date !== undefined && !isDate(date)) return `\`${date}\` is no date; write \`until YYYY-MM-DD\``;
  return { rules: [...new Set(listed)], reason: said.trim(), until: date };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const marker = 'webhookproof-ignore';

// ------------------------------------------------------------------------------------------------ the scope

function scopesOf(module: Module, text: string, comment: MarkedComment): readonly Range[] {
  const line = lineAt(text, comment.range.start);
  const before = text.slice(line.start, comment.range.start);
  const after = text.slice(comment.range.end, lineAt(text, comment.range.end).end);
  const standsAlone = /^[\s{(]*$/.test(before) && /^[\s})]*$/.test(after);
  const spoken = standsAlone ? nextCodeLine(module, text, comment.range.end) : line;
  return spoken === undefined ? [] : [spoken, ...headsBeginningIn(module, spoken)];
}

/** Past blank lines and comments, of ours or not. */
function nextCodeLine(module: Module, text: string, from: number): Range | undefined {
  for (let line = lineAt(text, from); line.end < text.length; ) {
    line = lineAt(text, endOfBreak(text, line.end));
    const code = text.slice(line.start, line.end).trim();
    const inside = module.comments.some(({ range }) => range.start <= line.start + 1 && range.end >= line.end);
    if (code !== '' && !inside && !/^(?:\/\/|#|\/\*.*\*\/$|\{\s*\/\*.*\*\/\s*\}$|\*)/.test(code)) return line;
  }
  return undefined;
}

function lineAt(text: string, offset: number): Range {
  let start = offset;
  while (start > 0 && !isBreak(text, start - 1)) start--;
  let end = offset;
  while (end < text.length && !isBreak(text, end)) end++;
  return { start, end };
}

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}

function endOfBreak(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}

/** For each statement, function or class that begins on the line: its own text, without what it encloses. */
function headsBeginningIn(module: Module, line: Range): readonly Range[] {
  const begins = (range: Range): boolean => range.start >= line.start && range.start < line.end;
  const heads: Range[] = [];
  const bodies = module.functions.filter((each) => each.form !== 'module' && !each.isExpressionBody).map((each) => each.bodyRange);
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      const inner = innerStatements(statement);
      if (begins(statement.range)) heads.push(...without(statement.range, [...bodies, ...inner.map((each) => each.range)]));
      visit(inner);
    }
  };
  for (const each of module.functions) {
    visit(each.body);
    if (each.form !== 'module' && begins(wholeRange(each))) heads.push({ start: wholeRange(each).start, end: each.bodyRange.start });
  }
  for (const each of module.classes) if (begins(each.range)) heads.push({ start: each.range.start, end: Math.max(each.nameRange.end, ...decoratorEnds(each)) });
  return heads;
}

function wholeRange(node: FunctionNode): Range {
  return { start: Math.min(node.range.start, ...node.decorators.map((each) => each.range.start)), end: node.range.end };
}

function decoratorEnds(node: ClassNode): number[] {
  return node.decorators.map((each: Expr) => each.range.end);
}

function without(range: Range, holes: readonly Range[]): Range[] {
  const parts: Range[] = [];
  let start = range.start;
  for (const hole of holes
    .filter((each) => each.start >= range.start && each.end <= range.end && each.end > each.start)
    .sort((left, right) => left.start - right.start)) {
    if (hole.start > start) parts.push({ start, end: hole.start });
    start = Math.max(start, hole.end);
  }
  if (start < range.end) parts.push({ start, end: range.end });
  return parts;
}

function innerStatements(statement: Statement): readonly Statement[] {
  switch (statement.kind) {
    case 'if':
      return [...statement.then, ...statement.otherwise];
    case 'loop':
    case 'for-each':
      return [...statement.body, ...statement.otherwise];
    case 'switch':
      return statement.cases.flatMap((each) => each.body);
    case 'try':
      return [...statement.body, ...statement.handlers.flatMap((each) => each.body), ...statement.otherwise, ...statement.finally];
    case 'with':
    case 'block':
      return statement.body;
    default:
      return [];
  }
}
