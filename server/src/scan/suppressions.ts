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
  const scopes = new Scopes(module, text);
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
    else if (known.length > 0) active.push({ rules: known, reason: parsed.reason, range, scopes: scopes.of(comment) });
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
    .trimEnd()
    .replace(/(?:\*\/\}?|-->)$/, '')
    .trimEnd();
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

/** What the ignores of one file ask about its lines and statements; put together once, however many ignores there are. */
class Scopes {
  readonly #module: Module;
  readonly #text: string;
  readonly #lines: readonly Range[];
  readonly #ofLines = new Map<Range, readonly Range[]>();
  #codeLines: readonly Range[] | undefined;
  #heads: readonly Head[] | undefined;

  constructor(module: Module, text: string) {
    this.#module = module;
    this.#text = text;
    this.#lines = linesOf(text);
  }

  of(comment: MarkedComment): readonly Range[] {
    const line = this.#lineAt(comment.range.start);
    const before = this.#text.slice(line.start, comment.range.start);
    const after = this.#text.slice(comment.range.end, this.#lineAt(comment.range.end).end);
    const standsAlone = /^[\s{(]*$/.test(before) && /^[\s})]*$/.test(after);
    const spoken = standsAlone ? this.#nextCodeLine(comment.range.end) : line;
    if (spoken === undefined) return [];
    let ranges = this.#ofLines.get(spoken);
    if (ranges === undefined) this.#ofLines.set(spoken, (ranges = [spoken, ...this.#headsBeginningIn(spoken)]));
    return ranges;
  }

  #lineAt(offset: number): Range {
    return this.#lines[firstFrom(this.#lines, offset + 1) - 1] as Range;
  }

  /** Past blank lines and comments, of ours or not. */
  #nextCodeLine(from: number): Range | undefined {
    this.#codeLines ??= codeLines(this.#module, this.#text, this.#lines);
    const { end } = this.#lineAt(from);
    return this.#codeLines[firstFrom(this.#codeLines, end)];
  }

  /** For each statement, function or class that begins on the line: its own text, without what it encloses. */
  #headsBeginningIn(line: Range): readonly Range[] {
    this.#heads ??= headsOf(this.#module);
    const found: Range[] = [];
    for (let at = firstFrom(this.#heads, line.start); at < this.#heads.length; at++) {
      const head = this.#heads[at] as Head;
      if (head.start >= line.end) break;
      found.push(...head.parts());
    }
    return found;
  }
}

/** The index of the first that starts at or after an offset, among what is sorted by its start. */
function firstFrom(sorted: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Without their breaks; never empty. */
function linesOf(text: string): readonly Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ start, end: index });
    start = index + end.length;
  }
  return [...lines, { start, end: text.length }];
}

function codeLines(module: Module, text: string, lines: readonly Range[]): readonly Range[] {
  const comments = module.comments.map((each) => each.range).sort((left, right) => left.start - right.start);
  let commentedTo = 0;
  let next = 0;
  return lines.filter(({ start, end }) => {
    for (let comment = comments[next]; comment !== undefined && comment.start <= start + 1; comment = comments[++next])
      commentedTo = Math.max(commentedTo, comment.end);
    const code = text.slice(start, end).trim();
    const isCommented = commentedTo > start && commentedTo >= end;
    return code !== '' && !isCommented && !/^(?:\/\/|#|\/\*.*\*\/$|\{\s*\/\*.*\*\/\s*\}$|\*)/.test(code);
  });
}

interface Head {
  readonly start: number;
  parts(): readonly Range[];
}

function headsOf(module: Module): readonly Head[] {
  const heads: Head[] = [];
  const bodies = module.functions
    .filter((each) => each.form !== 'module' && !each.isExpressionBody)
    .map((each) => each.bodyRange)
    .sort((left, right) => left.start - right.start);
  const bodiesIn = (range: Range): readonly Range[] => bodies.slice(firstFrom(bodies, range.start), firstFrom(bodies, range.end));
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      const { range } = statement;
      const inner = innerStatements(statement);
      heads.push({ start: range.start, parts: () => without(range, [...bodiesIn(range), ...inner.map((each) => each.range)]) });
      visit(inner);
    }
  };
  for (const each of module.functions) {
    visit(each.body);
    const { start } = wholeRange(each);
    if (each.form !== 'module') heads.push({ start, parts: () => [{ start, end: each.bodyRange.start }] });
  }
  for (const each of module.classes)
    heads.push({ start: each.range.start, parts: () => [{ start: each.range.start, end: Math.max(each.nameRange.end, ...decoratorEnds(each)) }] });
  return heads.sort((left, right) => left.start - right.start);
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
