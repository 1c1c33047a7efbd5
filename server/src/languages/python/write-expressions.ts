/** Prints drafts as Python. */
import { keptLines } from '../text-style.js';
import type { Draft, DraftFunction, DraftStatement } from '../writer.js';
import type { PythonStyle } from './style.js';
import { type Breaking, fitted, listed } from './write-breaks.js';

export interface Printing {
  readonly style: PythonStyle;
  /** The text that `verbatim` quotes from. */
  readonly source: string;
}

const Strength = {
  lambda: 1,
  conditional: 2,
  or: 3,
  and: 4,
  not: 5,
  comparison: 6,
  bitOr: 7,
  bitXor: 8,
  bitAnd: 9,
  shift: 10,
  sum: 11,
  product: 12,
  unary: 13,
  power: 14,
  wait: 15,
  tight: 18,
} as const;

interface Printed {
  readonly text: string;
  readonly strength: number;
}

export function printExpression(draft: Draft, printing: Printing): string {
  return print(draft, printing).text;
}

export function printStatements(drafts: readonly DraftStatement[], indent: string, printing: Printing): string {
  const { newline } = printing.style;
  if (drafts.length === 0) return `${indent}pass`;
  return drafts.map((draft) => printStatement(draft, indent, printing)).join(newline);
}

export function printFunction(fn: DraftFunction, indent: string, printing: Printing): string {
  const lead = `${indent}${fn.isAsync ? 'async ' : ''}def ${fn.name}`;
  const names = fn.params.map((param) => param.name);
  const line = `${lead}(${names.join(', ')}):`;
  const head = line.length > printing.style.width && names.length > 0 ? `${lead}${listed(names, '(', ')', indent, printing.style)}:` : line;
  const comment = (fn.comment ?? []).map((one) => `${indent}# ${one}${printing.style.newline}`).join('');
  return comment + head + body(fn.body, indent, printing);
}

function breakingOf(printing: Printing): Breaking {
  return {
    style: printing.style,
    show: (draft) => printExpression(draft, printing),
    operand(draft, op, first) {
      const strength = op === 'and' ? Strength.and : Strength.or;
      const printed = print(draft, printing);
      return printed.strength < (first ? strength : strength + 1) ? `(${printed.text})` : printed.text;
    },
  };
}

function printStatement(draft: DraftStatement, indent: string, printing: Printing): string {
  const show = (expr: Draft): string => printExpression(expr, printing);
  const breaking = breakingOf(printing);
  switch (draft.kind) {
    case 'evaluate':
      return fitted(indent, draft.expr, '', indent, breaking);
    case 'assign':
      return draft.value === null ? `${indent}${show(draft.target)} = None` : fitted(`${indent}${show(draft.target)} = `, draft.value, '', indent, breaking);
    case 'if':
      return ifStatement(draft, 'if', indent, printing);
    case 'for-each':
      return `${indent}for ${draft.target} in ${show(draft.source)}:${body(draft.body, indent, printing)}`;
    case 'try': {
      const handlers = draft.handlers.map((handler) => {
        const types =
          handler.types.length === 0 ? 'Exception' : handler.types.length === 1 ? show(handler.types[0] as Draft) : `(${handler.types.map(show).join(', ')})`;
        return `${printing.style.newline}${indent}except ${types}${handler.target === null ? '' : ` as ${handler.target}`}:${body(handler.body, indent, printing)}`;
      });
      return `${indent}try:${body(draft.body, indent, printing)}${handlers.join('')}`;
    }
    case 'return':
      if (draft.value === null) return `${indent}return`;
      if (draft.value.kind === 'list' && draft.value.tuple && draft.value.items.length > 1) return `${indent}return ${draft.value.items.map(show).join(', ')}`;
      return fitted(`${indent}return `, draft.value, '', indent, breaking);
    case 'raise':
      return draft.value === null ? `${indent}raise` : fitted(`${indent}raise `, draft.value, '', indent, breaking);
    case 'with':
      return `${indent}with ${show(draft.subject)}${draft.target === null ? '' : ` as ${draft.target}`}:${body(draft.body, indent, printing)}`;
    case 'lines':
      return keptLines(draft.lines, indent, printing.style.newline);
    case 'define':
      return printFunction(draft.function, indent, printing);
  }
}

function ifStatement(draft: DraftStatement & { kind: 'if' }, keyword: 'if' | 'elif', indent: string, printing: Printing): string {
  const first = fitted(`${indent}${keyword} `, draft.test, ':', indent, breakingOf(printing)) + body(draft.then, indent, printing);
  const [only] = draft.otherwise;
  if (only === undefined) return first;
  const { newline } = printing.style;
  if (draft.otherwise.length === 1 && only.kind === 'if') return first + newline + ifStatement(only, 'elif', indent, printing);
  return `${first}${newline}${indent}else:${body(draft.otherwise, indent, printing)}`;
}

function body(statements: readonly DraftStatement[], indent: string, printing: Printing): string {
  return printing.style.newline + printStatements(statements, indent + printing.style.indent, printing);
}

function print(draft: Draft, printing: Printing): Printed {
  const operand = (inner: Draft, least: number): string => {
    const printed = print(inner, printing);
    return printed.strength < least ? `(${printed.text})` : printed.text;
  };
  const plain = (inner: Draft): string => operand(inner, Strength.lambda);
  switch (draft.kind) {
    case 'literal':
      return literal(draft.value, draft.bytes === true, printing);
    case 'name':
      return { text: draft.name, strength: Strength.tight };
    case 'this':
      return { text: 'self', strength: Strength.tight };
    case 'verbatim':
      return { text: printing.source.slice(draft.range.start, draft.range.end), strength: draft.tight ? Strength.tight : 0 };
    case 'typed':
      return print(draft.value, printing);
    case 'imported':
      return { text: draft.name ?? draft.module, strength: Strength.tight };
    case 'member': {
      const object =
        draft.object.kind === 'literal' && typeof draft.object.value === 'number' ? `(${plain(draft.object)})` : operand(draft.object, Strength.tight);
      return { text: `${object}.${draft.property}`, strength: Strength.tight };
    }
    case 'index':
      return { text: `${operand(draft.object, Strength.tight)}[${plain(draft.index)}]`, strength: Strength.tight };
    case 'call': {
      const [only] = draft.args;
      if (draft.args.length === 1 && only?.value.kind === 'each' && only.name === undefined)
        return { text: `${operand(draft.callee, Strength.tight)}(${each(only.value, printing)})`, strength: Strength.tight };
      const args = draft.args.map((argument) => `${argument.name === undefined ? '' : `${argument.name}=`}${plain(argument.value)}`);
      return { text: `${operand(draft.callee, Strength.tight)}(${args.join(', ')})`, strength: Strength.tight };
    }
    case 'binary':
      return binary(draft, operand);
    case 'logical': {
      if (draft.op === 'nullish') {
        const missing: Draft = { kind: 'binary', op: '!=', left: draft.left, right: { kind: 'literal', value: null } };
        return print({ kind: 'conditional', test: missing, then: draft.left, otherwise: draft.right }, printing);
      }
      const strength = draft.op === 'and' ? Strength.and : Strength.or;
      return { text: `${operand(draft.left, strength)} ${draft.op} ${operand(draft.right, strength + 1)}`, strength };
    }
    case 'unary':
      if (draft.op === 'not') return { text: `not ${operand(draft.operand, Strength.not)}`, strength: Strength.not };
      if (draft.op === '-') return { text: `-${operand(draft.operand, Strength.unary)}`, strength: Strength.unary };
      return { text: `type(${plain(draft.operand)})`, strength: Strength.tight };
    case 'conditional':
      return {
        text: `${operand(draft.then, Strength.or)} if ${operand(draft.test, Strength.or)} else ${operand(draft.otherwise, Strength.conditional)}`,
        strength: Strength.conditional,
      };
    case 'text':
      return { text: interpolated(draft.parts, printing), strength: Strength.tight };
    case 'record': {
      const entries = draft.entries.map(({ key, value }) => `${quoted(key, printing.style.quote)}: ${plain(value)}`);
      return { text: `{${entries.join(', ')}}`, strength: Strength.tight };
    }
    case 'list': {
      const items = draft.items.map(plain).join(', ');
      if (draft.tuple) return { text: draft.items.length === 1 ? `(${items},)` : `(${items})`, strength: Strength.tight };
      return { text: `[${items}]`, strength: Strength.tight };
    }
    case 'function': {
      const params = draft.params.map((param) => param.name).join(', ');
      const value = Array.isArray(draft.body) ? 'None' : plain(draft.body as Draft);
      return { text: `lambda${params === '' ? '' : ` ${params}`}: ${value}`, strength: Strength.lambda };
    }
    case 'await':
      return { text: `await ${operand(draft.operand, Strength.tight)}`, strength: Strength.wait };
    case 'each':
      return { text: `(${each(draft, printing)})`, strength: Strength.tight };
  }
}

function binary(draft: Draft & { kind: 'binary' }, operand: (inner: Draft, least: number) => string): Printed {
  const strength = BINARY[draft.op] ?? Strength.comparison;
  if (draft.op === 'instanceof')
    return { text: `isinstance(${operand(draft.left, Strength.lambda)}, ${operand(draft.right, Strength.lambda)})`, strength: Strength.tight };
  if (strength === Strength.comparison) {
    const none = draft.right.kind === 'literal' && draft.right.value === null;
    const sign = none && draft.op === '==' ? 'is' : none && draft.op === '!=' ? 'is not' : draft.op;
    return { text: `${operand(draft.left, strength + 1)} ${sign} ${operand(draft.right, strength + 1)}`, strength };
  }
  if (draft.op === '**') return { text: `${operand(draft.left, Strength.wait)} ** ${operand(draft.right, Strength.unary)}`, strength };
  return { text: `${operand(draft.left, strength)} ${draft.op} ${operand(draft.right, strength + 1)}`, strength };
}

function literal(value: string | number | boolean | null, isBytes: boolean, printing: Printing): Printed {
  if (value === null) return { text: 'None', strength: Strength.tight };
  if (typeof value === 'boolean') return { text: value ? 'True' : 'False', strength: Strength.tight };
  if (typeof value === 'number') return { text: String(value), strength: value < 0 ? Strength.unary : Strength.tight };
  return { text: `${isBytes ? 'b' : ''}${quoted(value, printing.style.quote)}`, strength: Strength.tight };
}

function each(draft: Draft & { kind: 'each' }, printing: Printing): string {
  const part = (inner: Draft): string => {
    const printed = print(inner, printing);
    return printed.strength < Strength.or ? `(${printed.text})` : printed.text;
  };
  const value = print(draft.value, printing);
  const conditions = draft.conditions.map((condition) => ` if ${part(condition)}`).join('');
  return `${value.strength < Strength.lambda ? `(${value.text})` : value.text} for ${draft.target} in ${part(draft.source)}${conditions}`;
}

/** An f-string; `format` where older versions of the language could not read the expressions inside it. */
function interpolated(parts: readonly Draft[], printing: Printing): string {
  const { quote } = printing.style;
  const inner: Printing = { ...printing, style: { ...printing.style, quote: quote === '"' ? "'" : '"' } };
  const values = parts.filter((part) => !(part.kind === 'literal' && typeof part.value === 'string')).map((part) => print(part, inner));
  const fixed = (value: string): string => escaped(value, quote).replaceAll('{', '{{').replaceAll('}', '}}');
  const fits = values.every(({ text }) => !text.includes(quote) && !text.includes('\\') && !text.includes('\n'));
  let at = 0;
  const pieces = parts.map((part) => {
    if (part.kind === 'literal' && typeof part.value === 'string') return fixed(part.value);
    const value = values[at++] as Printed;
    if (!fits) return '{}';
    return `{${value.strength < Strength.or ? `(${value.text})` : value.text.startsWith('{') ? ` ${value.text}` : value.text}}`;
  });
  if (fits) return `f${quote}${pieces.join('')}${quote}`;
  return `${quote}${pieces.join('')}${quote}.format(${values.map(({ text }) => text).join(', ')})`;
}

export function quoted(value: string, quote: '"' | "'"): string {
  const other = quote === '"' ? "'" : '"';
  const used = value.includes(quote) && !value.includes(other) ? other : quote;
  return used + escaped(value, used) + used;
}

function escaped(value: string, quote: '"' | "'"): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[\u0000-\u001f\u007f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

const BINARY: Readonly<Record<string, number>> = {
  '+': Strength.sum,
  '-': Strength.sum,
  '*': Strength.product,
  '/': Strength.product,
  '%': Strength.product,
  '**': Strength.power,
  '&': Strength.bitAnd,
  '^': Strength.bitXor,
  '|': Strength.bitOr,
  '<<': Strength.shift,
  '>>': Strength.shift,
};
