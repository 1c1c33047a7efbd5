/** What a string literal's spelling says: prefixes, quotes, escapes. */

export interface StringSpelling {
  readonly isRaw: boolean;
  readonly isBytes: boolean;
  /** Offsets of the content inside the literal's text. */
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** Reads prefix and quotes of a string literal. */
export function spellingOf(literal: string): StringSpelling {
  let at = 0;
  let isRaw = false;
  let isBytes = false;
  while (at < literal.length) {
    const letter = literal.charCodeAt(at);
    if (letter === 34 || letter === 39) break;
    if (letter === 114 || letter === 82) isRaw = true;
    else if (letter === 98 || letter === 66) isBytes = true;
    at += 1;
  }
  const quote = literal.charAt(at);
  const width = literal.startsWith(quote.repeat(3), at) && literal.length >= at + 6 ? 3 : 1;
  const contentStart = Math.min(at + width, literal.length);
  const isClosed = literal.endsWith(quote.repeat(width)) && literal.length >= contentStart + width;
  return { isRaw, isBytes, contentStart, contentEnd: isClosed ? literal.length - width : literal.length };
}

/** The characters a literal's content stands for. `isFormat` also undoes doubled braces. */
export function contentOf(content: string, spelling: Pick<StringSpelling, 'isRaw' | 'isBytes'>, isFormat: boolean): string {
  let text = content.includes('\r') ? content.replace(/\r\n?/g, '\n') : content;
  if (isFormat && (text.includes('{{') || text.includes('}}'))) text = text.replace(/\{\{|\}\}/g, (braces) => braces.charAt(0));
  if (spelling.isRaw || !text.includes('\\')) return text;
  return text.replace(spelling.isBytes ? bytesEscape : textEscape, (whole, escaped: string) => characterOf(whole, escaped));
}

const bytesEscape = /\\(x[0-9a-fA-F]{2}|[0-7]{1,3}|[\s\S])/g;
const textEscape = /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|[\s\S])/g;
const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v', '\\': '\\', "'": "'", '"': '"', '\n': '' };

function characterOf(whole: string, escaped: string): string {
  const simple = letters[escaped];
  if (simple !== undefined) return simple;
  const first = escaped.charAt(0);
  if (escaped.length > 1 && (first === 'x' || first === 'u' || first === 'U')) {
    const code = Number.parseInt(escaped.slice(1), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  }
  return first >= '0' && first <= '7' ? String.fromCharCode(Number.parseInt(escaped, 8)) : whole;
}
