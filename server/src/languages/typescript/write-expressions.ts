/** Prints drafts as TypeScript or JavaScript. */
import { keptLines } from '../text-style.js';
import type { Draft, DraftFunction, DraftParam, DraftStatement, TypeHint } from '../writer.js';
import type { TypeScriptStyle } from './style.js';
import { type Breaking, fitted, fittedTest, listed } from './write-breaks.js';

export interface Printing {
  readonly style: TypeScriptStyle;
  /** The text that `verbatim` quotes from. */
  readonly source: string;
}

/** Binding strength of what was printed, weakest first; an operand that binds weaker than its place needs gets parentheses. */
const Strength = {
  arrow: 1,
  conditional: 2,
  nullish: 3,
  or: 4,
  and: 5,
  bitOr: 6,
  bitXor: 7,
  bitAnd: 8,
  equality: 9,
  relation: 10,
  shift: 11,
  sum: 12,
  product: 13,
  power: 14,
  unary: 15,
  tight: 18,
} as const;

interface Printed {
  readonly text: string;
  readonly strength: number;
}

export function printExpression(draft: Draft, indent: string, printing: Printing): string {
  return print(draft, indent, printing).text;
}

export function printStatements(drafts: readonly DraftStatement[], indent: string, printing: Printing): string {
  return drafts.map((draft) => printStatement(draft, indent, printing)).join(printing.style.newline);
}

export function printFunction(fn: DraftFunction, indent: string, printing: Printing): string {
  const { style } = printing;
  const result = style.types && fn.result ? `: ${fn.isAsync ? `Promise<${typeText(fn.result)}>` : typeText(fn.result)}` : '';
  const lead = `${indent}${fn.isAsync ? 'async ' : ''}function ${fn.name}`;
  const line = `${lead}(${parameters(fn.params, printing)})${result} `;
  const isLong = line.length + 1 > style.width && fn.params.length > 0;
  const head = isLong
    ? `${lead}${listed(
        fn.params.map((param) => parameters([param], printing)),
        '(',
        ')',
        indent,
        style,
      )}${result} `
    : line;
  const comment = (fn.comment ?? []).map((one) => `${indent}// ${one}${style.newline}`).join('');
  return comment + head + printBlock(fn.body, indent, printing);
}

function breakingOf(indent: string, printing: Printing): Breaking {
  return {
    style: printing.style,
    show: (draft, below = indent) => printExpression(draft, below, printing),
    condition: (draft) => {
      const printed = print(draft, indent, printing);
      return printed.strength < Strength.nullish ? `(${printed.text})` : printed.text;
    },
    operand: (draft, op, first) => logicalOperand(draft, op, first, indent, printing),
  };
}

function logicalOperand(inner: Draft, op: 'and' | 'or' | 'nullish', first: boolean, indent: string, printing: Printing): string {
  const strength = { and: Strength.and, or: Strength.or, nullish: Strength.nullish }[op];
  const printed = print(inner, indent, printing);
  const mixed = inner.kind === 'logical' && (inner.op === 'nullish') !== (op === 'nullish');
  return mixed || printed.strength < (first ? strength : strength + 1) ? `(${printed.text})` : printed.text;
}

function printStatement(draft: DraftStatement, indent: string, printing: Printing): string {
  const end = printing.style.semicolons ? ';' : '';
  const breaking = breakingOf(indent, printing);
  const show = (expr: Draft): string => printExpression(expr, indent, printing);
  switch (draft.kind) {
    case 'evaluate': {
      const text = show(draft.expr);
      if (/^(?:\{|function\b|async function\b|class\b)/.test(text)) return `${indent}${printing.style.semicolons ? '' : ';'}(${text})${end}`;
      // In parentheses it would be a call of the line before.
      if (draft.expr.kind === 'logical') return `${indent}${!printing.style.semicolons && /^[[(`]/.test(text) ? ';' : ''}${text}${end}`;
      return fitted(indent + (!printing.style.semicolons && /^[[(`]/.test(text) ? ';' : ''), draft.expr, end, indent, breaking);
    }
    case 'assign': {
      const keyword = draft.declares ? (draft.mutable || draft.value === null ? 'let ' : 'const ') : '';
      const type = draft.declares && draft.type && printing.style.types ? `: ${typeText(draft.type)}` : '';
      const target = show(draft.target);
      const lead = `${indent}${keyword === '' && !printing.style.semicolons && /^[[(`]/.test(target) ? ';' : ''}${keyword}${target}${type}`;
      return draft.value === null ? lead + end : fitted(`${lead} = `, draft.value, end, indent, breaking);
    }
    case 'if': {
      const first = `${fittedTest(`${indent}if `, draft.test, ' {', indent, breaking)}${printBlock(draft.then, indent, printing).slice(1)}`;
      if (draft.otherwise.length === 0) return first;
      const [only] = draft.otherwise;
      if (draft.otherwise.length === 1 && only?.kind === 'if') return `${first} else ${printStatement(only, indent, printing).slice(indent.length)}`;
      return `${first} else ${printBlock(draft.otherwise, indent, printing)}`;
    }
    case 'for-each':
      return `${indent}for ${draft.isAwait ? 'await ' : ''}(const ${draft.target} of ${show(draft.source)}) ${printBlock(draft.body, indent, printing)}`;
    case 'try': {
      const handlers = draft.handlers.map(
        (handler) => ` catch ${handler.target === null ? '' : `(${handler.target}) `}${printBlock(handler.body, indent, printing)}`,
      );
      return `${indent}try ${printBlock(draft.body, indent, printing)}${handlers.join('')}`;
    }
    case 'return':
      return draft.value === null ? `${indent}return${end}` : fitted(`${indent}return `, draft.value, end, indent, breaking);
    case 'raise':
      return fitted(`${indent}throw `, draft.value ?? { kind: 'name', name: 'error' }, end, indent, breaking);
    case 'with':
      throw new Error('There is no such statement in this language.');
    case 'lines':
      return keptLines(draft.lines, indent, printing.style.newline);
    case 'define':
      return printFunction(draft.function, indent, printing);
  }
}

function printBlock(body: readonly DraftStatement[], indent: string, printing: Printing): string {
  const { newline, indent: step } = printing.style;
  if (body.length === 0) return '{}';
  return `{${newline}${printStatements(body, indent + step, printing)}${newline}${indent}}`;
}

function print(draft: Draft, indent: string, printing: Printing): Printed {
  const operand = (inner: Draft, least: number): string => {
    const printed = print(inner, indent, printing);
    return printed.strength < least ? `(${printed.text})` : printed.text;
  };
  const plain = (inner: Draft): string => operand(inner, Strength.arrow);
  switch (draft.kind) {
    case 'literal':
      if (typeof draft.value === 'number') return { text: String(draft.value), strength: draft.value < 0 ? Strength.unary : Strength.tight };
      return { text: typeof draft.value === 'string' ? quoted(draft.value, printing.style.quote) : String(draft.value), strength: Strength.tight };
    case 'name':
      return { text: draft.name, strength: Strength.tight };
    case 'this':
      return { text: 'this', strength: Strength.tight };
    case 'verbatim':
      return { text: printing.source.slice(draft.range.start, draft.range.end), strength: draft.tight ? Strength.tight : 0 };
    case 'typed':
      if (!printing.style.types) return print(draft.value, indent, printing);
      return { text: `${operand(draft.value, Strength.relation)} as ${typeText(draft.type)}`, strength: Strength.relation };
    case 'imported':
      return { text: draft.name ?? draft.module, strength: Strength.tight };
    case 'member': {
      const object =
        draft.object.kind === 'literal' && typeof draft.object.value === 'number' ? `(${plain(draft.object)})` : operand(draft.object, Strength.tight);
      return { text: `${object}${draft.optional ? '?.' : '.'}${draft.property}`, strength: Strength.tight };
    }
    case 'index':
      return { text: `${operand(draft.object, Strength.tight)}[${plain(draft.index)}]`, strength: Strength.tight };
    case 'call': {
      const callee = operand(draft.callee, Strength.tight);
      const args = draft.args.map((argument) => plain(argument.value)).join(', ');
      return { text: `${draft.isNew ? 'new ' : ''}${draft.isNew && /\(/.test(callee) ? `(${callee})` : callee}(${args})`, strength: Strength.tight };
    }
    case 'binary': {
      const strength = BINARY[draft.op] ?? Strength.relation;
      if (draft.op === 'not in') return print({ kind: 'unary', op: 'not', operand: { ...draft, op: 'in' } }, indent, printing);
      const left = operand(draft.left, draft.op === '**' ? Strength.tight : strength);
      const right = operand(draft.right, draft.op === '**' ? strength : strength + 1);
      return { text: `${left} ${SIGNS[draft.op] ?? draft.op} ${right}`, strength };
    }
    case 'logical': {
      const strength = { and: Strength.and, or: Strength.or, nullish: Strength.nullish }[draft.op];
      const part = (inner: Draft, first: boolean): string => logicalOperand(inner, draft.op, first, indent, printing);
      return { text: `${part(draft.left, true)} ${{ and: '&&', or: '||', nullish: '??' }[draft.op]} ${part(draft.right, false)}`, strength };
    }
    case 'unary': {
      const sign = { not: '!', '-': '-', typeof: 'typeof ' }[draft.op];
      const inner = draft.operand.kind === 'await' ? `(${plain(draft.operand)})` : operand(draft.operand, Strength.unary);
      return { text: `${sign}${sign === '-' && inner.startsWith('-') ? `(${inner})` : inner}`, strength: Strength.unary };
    }
    case 'conditional':
      return { text: `${operand(draft.test, Strength.nullish)} ? ${plain(draft.then)} : ${plain(draft.otherwise)}`, strength: Strength.conditional };
    case 'text':
      return { text: template(draft.parts, indent, printing), strength: Strength.tight };
    case 'record': {
      const entries = draft.entries.map(({ key, value }) =>
        value.kind === 'name' && value.name === key ? key : `${propertyKey(key, printing)}: ${plain(value)}`,
      );
      const space = printing.style.spacedBraces ? ' ' : '';
      return { text: entries.length === 0 ? '{}' : `{${space}${entries.join(', ')}${space}}`, strength: Strength.tight };
    }
    case 'list':
      return { text: `[${draft.items.map(plain).join(', ')}]`, strength: Strength.tight };
    case 'function':
      return { text: arrow(draft, indent, printing), strength: Strength.arrow };
    case 'await':
      return { text: `await ${operand(draft.operand, Strength.unary)}`, strength: Strength.unary };
    case 'each': {
      const item: DraftParam[] = [{ name: draft.target }];
      const mapped: Draft = {
        kind: 'call',
        callee: { kind: 'member', object: draft.source, property: 'map' },
        args: [{ value: { kind: 'function', params: item, body: draft.value } }],
      };
      return print(mapped, indent, printing);
    }
  }
}

function arrow(draft: Draft & { kind: 'function' }, indent: string, printing: Printing): string {
  const [only] = draft.params;
  const bare = draft.params.length === 1 && only && !printing.style.arrowParentheses && !(printing.style.types && only.type);
  const head = `${draft.isAsync ? 'async ' : ''}${bare ? only.name : `(${parameters(draft.params, printing)})`} => `;
  if (Array.isArray(draft.body)) return head + printBlock(draft.body as readonly DraftStatement[], indent, printing);
  const body = print(draft.body as Draft, indent, printing);
  return head + (body.text.startsWith('{') || body.strength < Strength.arrow ? `(${body.text})` : body.text);
}

function parameters(params: readonly DraftParam[], { style }: Printing): string {
  return params.map((param) => (style.types && param.type ? `${param.name}: ${typeText(param.type)}` : param.name)).join(', ');
}

function template(parts: readonly Draft[], indent: string, printing: Printing): string {
  const inside = parts.map((part) => {
    if (part.kind === 'literal' && typeof part.value === 'string')
      return part.value
        .replace(/[\\`]|\$(?=\{)/g, '\\$&')
        .replace(/\n/g, '\\n')
        .replace(/\r/g, '\\r');
    return `\${${printExpression(part, indent, printing)}}`;
  });
  return `\`${inside.join('')}\``;
}

function propertyKey(key: string, printing: Printing): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key, printing.style.quote);
}

/** The text in the file's quotes, or in the others where that saves escapes. */
export function quoted(value: string, quote: '"' | "'"): string {
  const other = quote === '"' ? "'" : '"';
  const used = value.includes(quote) && !value.includes(other) ? other : quote;
  const escaped = JSON.stringify(value)
    .slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
  return used + escaped.replaceAll(used, `\\${used}`) + used;
}

function typeText(type: TypeHint): string {
  if (typeof type === 'object') {
    if ('code' in type) return type.code;
    return type.member.kind === 'name' ? `${type.member.name}.${type.property}` : 'unknown';
  }
  return {
    text: 'string',
    'optional-text': 'string | null | undefined',
    bytes: 'Buffer',
    'bytes-or-text': 'Buffer | string',
    flag: 'boolean',
    anything: 'unknown',
  }[type];
}

const SIGNS: Readonly<Record<string, string>> = { '==': '===', '!=': '!==' };
const BINARY: Readonly<Record<string, number>> = {
  '==': Strength.equality,
  '!=': Strength.equality,
  '<': Strength.relation,
  '<=': Strength.relation,
  '>': Strength.relation,
  '>=': Strength.relation,
  in: Strength.relation,
  instanceof: Strength.relation,
  '<<': Strength.shift,
  '>>': Strength.shift,
  '+': Strength.sum,
  '-': Strength.sum,
  '*': Strength.product,
  '/': Strength.product,
  '%': Strength.product,
  '**': Strength.power,
  '&': Strength.bitAnd,
  '^': Strength.bitXor,
  '|': Strength.bitOr,
};
