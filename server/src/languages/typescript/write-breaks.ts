/** Breaks statements that are too long for the file, where the usual formatters of the language do. */
import type { Draft } from '../writer.js';
import type { TypeScriptStyle } from './style.js';

export interface Breaking {
  readonly style: TypeScriptStyle;
  /** Prints an expression on one line; the blocks of functions in it stand below `indent`, if another than the statement's is given. */
  show(draft: Draft, indent?: string): string;
  /** Prints it in front of a `?`. */
  condition(draft: Draft): string;
  /** Prints it as an operand of a logical operator. */
  operand(draft: Draft, op: 'and' | 'or' | 'nullish', first: boolean): string;
}

/** `lead` and the expression and `end` on one line where they fit, else broken. `lead` has the indentation in it. */
export function fitted(lead: string, draft: Draft, end: string, indent: string, breaking: Breaking): string {
  const line = lead + breaking.show(draft) + end;
  return fits(line, breaking.style) ? line : lead + broken(draft, indent, breaking) + end;
}

/** What stands in the parentheses of an `if`. */
export function fittedTest(lead: string, test: Draft, end: string, indent: string, breaking: Breaking): string {
  const { style } = breaking;
  const line = `${lead}(${breaking.show(test)})${end}`;
  if (fits(line, style)) return line;
  const inner = indent + style.indent;
  const parts =
    test.kind === 'logical' ? operands(test, inner, breaking).join(`${sign(test.op)}${style.newline}${inner}`) : brokenWhere(test, inner, '', breaking);
  return `${lead}(${style.newline}${inner}${parts}${style.newline}${indent})${end}`;
}

/** One entry a line, between brackets. */
export function listed(entries: readonly string[], open: string, close: string, indent: string, style: TypeScriptStyle): string {
  const inner = indent + style.indent;
  const trailing = style.trailingCommas ? ',' : '';
  return `${open}${style.newline}${entries.map((entry) => inner + entry).join(`,${style.newline}`)}${trailing}${style.newline}${indent}${close}`;
}

function fits(line: string, style: TypeScriptStyle): boolean {
  return Math.max(...line.split(style.newline).map((one) => one.length)) <= style.width;
}

function broken(draft: Draft, indent: string, breaking: Breaking): string {
  const { style, show } = breaking;
  const inner = indent + style.indent;
  if (draft.kind === 'conditional') {
    return `${breaking.condition(draft.test)}${style.newline}${inner}? ${show(draft.then)}${style.newline}${inner}: ${show(draft.otherwise)}`;
  }
  if (draft.kind === 'logical') {
    return `(${style.newline}${inner}${operands(draft, inner, breaking).join(`${sign(draft.op)}${style.newline}${inner}`)}${style.newline}${indent})`;
  }
  return brokenCall(draft, indent, breaking);
}

function brokenWhere(draft: Draft, indent: string, end: string, breaking: Breaking): string {
  const line = breaking.show(draft) + end;
  return fits(indent + line, breaking.style) ? line : brokenCall(draft, indent, breaking) + end;
}

function brokenCall(draft: Draft, indent: string, breaking: Breaking): string {
  const { style, show } = breaking;
  if (draft.kind === 'unary' && draft.op === 'not' && draft.operand.kind === 'call') return `!${brokenCall(draft.operand, indent, breaking)}`;
  if (draft.kind !== 'call') return show(draft);
  const links = chain(draft);
  if (links.length >= 3) {
    const inner = indent + style.indent;
    const [first, ...rest] = links as [string, ...string[]];
    return first + rest.map((link) => style.newline + inner + link).join('');
  }
  if (draft.args.length === 0) return show(draft);
  const callee = show({ ...draft, args: [] }).slice(0, -2);
  const last = draft.args.at(-1)?.value;
  if (last?.kind === 'record' && last.entries.length > 0) {
    const others = draft.args.slice(0, -1).map((argument) => `${show(argument.value)}, `);
    const entries = last.entries.map((entry) => show({ kind: 'record', entries: [entry] }).replace(/^\{\s*|\s*\}$/g, ''));
    return `${callee}(${others.join('')}${listed(entries, '{', '}', indent, style)})`;
  }
  return (
    callee +
    listed(
      draft.args.map((argument) => show(argument.value, indent + style.indent)),
      '(',
      ')',
      indent,
      style,
    )
  );

  /** `a(x)`, `.b(y)`, `.c(z)` of a chain of calls. */
  function chain(end: Draft & { kind: 'call' }): string[] {
    const args = show({ kind: 'call', callee: { kind: 'name', name: 'f' }, args: end.args }).slice(1);
    if (end.isNew || end.callee.kind !== 'member' || end.callee.object.kind !== 'call' || end.callee.optional) return [show(end)];
    return [...chain(end.callee.object), `.${end.callee.property}${args}`];
  }
}

function operands(draft: Draft & { kind: 'logical' }, indent: string, breaking: Breaking): string[] {
  const parts: Draft[] = [];
  let left: Draft = draft;
  while (left.kind === 'logical' && left.op === draft.op) {
    parts.unshift(left.right);
    left = left.left;
  }
  parts.unshift(left);
  return parts.map((part, at) => {
    const line = breaking.operand(part, draft.op, at === 0);
    const isCall = part.kind === 'call' || (part.kind === 'unary' && part.operand.kind === 'call');
    return isCall && !fits(`${indent}${line}${at < parts.length - 1 ? sign(draft.op) : ''}`, breaking.style) ? brokenCall(part, indent, breaking) : line;
  });
}

function sign(op: 'and' | 'or' | 'nullish'): string {
  return { and: ' &&', or: ' ||', nullish: ' ??' }[op];
}
