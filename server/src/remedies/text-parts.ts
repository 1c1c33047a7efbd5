/** A text that is put together, as its parts in order: templates, f-strings, `+`, `%` and `.format`. */
import type { Expr, Module } from '../ir/model.js';

export type TextPart = { readonly text: string } | { readonly hole: Expr };

/** Undefined where it cannot be taken apart. */
export function partsOfText(module: Module, expr: Expr): readonly TextPart[] | undefined {
  switch (expr.kind) {
    case 'literal':
      return typeof expr.value === 'string' && !expr.pattern && !expr.bytes ? [{ text: expr.value }] : undefined;
    case 'text':
      return expr.parts.map((part): TextPart => (part.kind === 'literal' && typeof part.value === 'string' ? { text: part.value } : { hole: part }));
    case 'binary': {
      if (expr.op === '%') return byMarks(expr.left, expr.right.kind === 'list' ? expr.right.items : [expr.right], /%[sdr]/g, /%(?![sdr%])|%%/);
      if (expr.op !== '+') return undefined;
      const left = partsOfText(module, expr.left) ?? [{ hole: expr.left }];
      const right = partsOfText(module, expr.right) ?? [{ hole: expr.right }];
      return [...left, ...right];
    }
    case 'call':
      return expr.callee.kind === 'member' && expr.callee.property === 'format' && expr.args.every((one) => one.name === null && one.spread === null)
        ? byMarks(
            expr.callee.object,
            expr.args.map(({ value }) => value),
            /\{\}/g,
            /\{[^}]/,
          )
        : undefined;
    default:
      return undefined;
  }
}

function byMarks(written: Expr, values: readonly Expr[], mark: RegExp, other: RegExp): readonly TextPart[] | undefined {
  if (written.kind !== 'literal' || typeof written.value !== 'string' || other.test(written.value)) return undefined;
  const texts = written.value.split(mark);
  if (texts.length !== values.length + 1) return undefined;
  return texts.flatMap((text, at): TextPart[] => {
    const value = values[at];
    return value ? [{ text }, { hole: value }] : [{ text }];
  });
}

/** Neighbouring texts as one. */
export function joined(parts: readonly TextPart[]): readonly TextPart[] {
  const all: TextPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if ('text' in part && last && 'text' in last) all[all.length - 1] = { text: last.text + part.text };
    else all.push(part);
  }
  return all;
}
