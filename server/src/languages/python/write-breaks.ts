/** Breaks statements that are too long for the file, where the usual formatters of the language do. */
import type { Draft } from '../writer.js';
import type { PythonStyle } from './style.js';

export interface Breaking {
  readonly style: PythonStyle;
  show(draft: Draft): string;
  /** Prints it as an operand of `and` or `or`. */
  operand(draft: Draft, op: 'and' | 'or', first: boolean): string;
}

/** `lead` and the expression and `end` on one line where they fit, else broken at the outermost call or the logical operators. */
export function fitted(lead: string, draft: Draft, end: string, indent: string, breaking: Breaking): string {
  const { style, show } = breaking;
  const line = lead + show(draft) + end;
  if (line.length <= style.width) return line;
  if (draft.kind === 'logical' && draft.op !== 'nullish') {
    const inner = indent + style.indent;
    const parts = operands(draft, draft.op, breaking).join(`${style.newline}${inner}${draft.op} `);
    return `${lead}(${style.newline}${inner}${parts}${style.newline}${indent})${end}`;
  }
  return lead + brokenCall(draft, indent, breaking) + end;
}

/** `open` and the entries and `close`: the entries on a line of their own where they fit, else one a line. */
export function listed(entries: readonly string[], open: string, close: string, indent: string, style: PythonStyle): string {
  const inner = indent + style.indent;
  const together = inner + entries.join(', ');
  const lines = together.length <= style.width ? together : `${entries.map((entry) => inner + entry).join(`,${style.newline}`)},`;
  return `${open}${style.newline}${lines}${style.newline}${indent}${close}`;
}

function brokenCall(draft: Draft, indent: string, breaking: Breaking): string {
  const { style, show } = breaking;
  if (draft.kind === 'unary' && draft.op === 'not' && draft.operand.kind === 'call') return `not ${brokenCall(draft.operand, indent, breaking)}`;
  if (draft.kind === 'call' && draft.args.length > 0 && !draft.args.some((argument) => argument.value.kind === 'each')) {
    const callee = show({ ...draft, args: [] }).slice(0, -2);
    const entries = draft.args.map((argument) => show({ kind: 'call', callee: { kind: 'name', name: 'f' }, args: [argument] }).slice(2, -1));
    return callee + listed(entries, '(', ')', indent, style);
  }
  // The brackets at the very end are empty: the call in front of them is broken.
  if (draft.kind === 'call' && draft.callee.kind === 'member' && draft.callee.object.kind === 'call' && draft.args.length === 0) {
    return `${brokenCall(draft.callee.object, indent, breaking)}.${draft.callee.property}()`;
  }
  return show(draft);
}

function operands(draft: Draft & { kind: 'logical' }, op: 'and' | 'or', breaking: Breaking): string[] {
  const parts: Draft[] = [];
  let left: Draft = draft;
  while (left.kind === 'logical' && left.op === op) {
    parts.unshift(left.right);
    left = left.left;
  }
  parts.unshift(left);
  return parts.map((part, at) => breaking.operand(part, op, at === 0));
}
