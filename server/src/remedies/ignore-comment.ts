/** The comment that ignores a finding for a reason: on a line of its own, where it is read as one and speaks of the finding. */
import type { Finding } from '../analysis/finding.js';
import type { Expr, Module, Range } from '../ir/model.js';
import { standingOf } from '../languages/enclosing.js';
import { commonNewline, indentAt, lineStart } from '../languages/text-style.js';
import { writerFor } from '../languages/writers.js';
import type { RemedySource } from './repair.js';
import { expressionsOf, functionAt } from './walk.js';

export interface IgnoreComment {
  readonly path: string;
  /** The start of a line, where the comment goes. */
  readonly offset: number;
  /** The comment up to the reason. */
  readonly before: string;
  /** Stands for the reason until somebody writes one; valid as it is. */
  readonly reason: string;
  readonly after: string;
}

/** Undefined where no comment can be put in front of the finding: inside of a text that spans lines, and all around it. */
export function ignoreComment(finding: Finding, source: RemedySource): IgnoreComment | undefined {
  const { path, range } = finding.at;
  const module = source.module(path);
  const text = source.text(path);
  const writer = module && writerFor(module.language);
  if (module === undefined || text === undefined || writer === undefined) return undefined;
  const standing = standingOf(module, range);
  const statement = standing?.list[standing.at]?.range;
  const lines = [lineStart(text, range.start), ...(statement ? [lineStart(text, statement.start)] : [])];
  const offset = lines.find((line) => takesComment(module, text, range, line));
  if (offset === undefined) return undefined;
  const mark = `${indentAt(text, offset)}${writer.lineComment} webhookproof-ignore ${finding.rule} -- `;
  return { path, offset, before: mark, reason: 'say why', after: commonNewline(text) };
}

function takesComment(module: Module, text: string, finding: Range, line: number): boolean {
  if (/\\\r?\n$/.test(text.slice(0, line))) return false;
  return !expressionsOf(module, functionAt(module, finding)).some(({ expr }) => isText(expr) && expr.range.start < line && line < expr.range.end);
}

function isText(expr: Expr): boolean {
  return expr.kind === 'text' || (expr.kind === 'literal' && typeof expr.value === 'string') || (expr.kind === 'opaque' && /jsx/i.test(expr.syntax));
}
