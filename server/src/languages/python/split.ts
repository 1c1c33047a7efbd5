/**
 * Cuts a file into its top-level statements by a look at brackets, strings and line starts, without a parser.
 *
 * Every piece is parsed on its own and kept by its text, so an edit parses one piece, a result never depends on the history
 * of edits, and half-typed code spoils its own statement only: a definition's head at the start of a line always begins a new
 * piece, whatever brackets or strings are left open above it.
 */

export interface Piece {
  readonly start: number;
  /** Where the next piece starts; blank lines and comments in between belong to this one. */
  readonly end: number;
  /** True for one logical line (`import os`); false for anything with a block or a decorator. */
  readonly isSimple: boolean;
  readonly followsBlankLine: boolean;
  /** The deepest nesting of brackets. */
  readonly nesting: number;
}

/** The pieces cover the text from its first statement or comment to its end, in order and without overlap. */
export function splitTopLevel(text: string): Piece[] {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const strict = scan(text, start, text.length, false);
  // An odd number of triple quotes: somewhere a string swallowed code. Definitions then end strings, too.
  const { pieces } = strict.endsInString ? scan(text, start, text.length, true) : strict;
  return pieces.flatMap((piece) => (piece.isUnbalanced ? scan(text, piece.start, piece.end, true).pieces : [piece]));
}

interface ScannedPiece extends Piece {
  readonly isUnbalanced: boolean;
}

const BYTE_ORDER_MARK = 0xfeff;
const compoundHead = /(?:if|for|while|try|with|def|class|async|match)\b|@/y;
const definitionHead = /(?:def|class|async[ \t]+def|import|from)[ \t]|@\w/y;
const clauseHead = /(?:else|elif|except|finally)\b/y;
const statementHead = /[\w@'"]/y;

/**
 * `lenient` is for text that is known to be broken: there a definition ends a string that is still open, and any statement
 * at the start of a line closes the brackets that are.
 */
function scan(text: string, from: number, to: number, lenient: boolean): { pieces: ScannedPiece[]; endsInString: boolean } {
  const pieces: ScannedPiece[] = [];
  let depth = 0;
  let nesting = 0;
  let endsInString = false;
  let pieceStart = -1;
  let pieceIsSimple = true;
  let pieceFollowsBlank = true;
  let onlyDecorators = false;
  let blankLine = false;

  const finish = (end: number, isUnbalanced: boolean): void => {
    if (pieceStart >= 0)
      pieces.push({ start: pieceStart, end, isSimple: pieceIsSimple, followsBlankLine: pieceFollowsBlank, nesting, isUnbalanced: isUnbalanced && !lenient });
    nesting = 0;
  };

  const lineStart = (at: number): void => {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      if (code === LINE_FEED || code === CARRIAGE_RETURN) blankLine = true;
      return;
    }
    const isComment = code === HASH;
    if (pieceStart >= 0 && (isComment || isCloser(code))) return;
    const openBrackets = depth > 0;
    if (openBrackets && !matches(lenient ? statementHead : definitionHead, text, at)) return;
    if (pieceStart >= 0 && !openBrackets && matches(clauseHead, text, at)) {
      pieceIsSimple = false;
      return;
    }
    const isCompound = matches(compoundHead, text, at);
    if (onlyDecorators && !openBrackets && isCompound) {
      onlyDecorators = code === AT;
      return;
    }
    finish(at, openBrackets);
    depth = 0;
    pieceStart = at;
    pieceIsSimple = !isCompound;
    pieceFollowsBlank = blankLine;
    onlyDecorators = code === AT;
    blankLine = false;
  };

  let at = from;
  lineStart(at);
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) {
      at += 1;
      if (at < to) lineStart(at);
    } else if (code === HASH) {
      at = lineEnd(text, at, to);
    } else if (code === BACKSLASH) {
      at += text.charCodeAt(at + 1) === CARRIAGE_RETURN && text.charCodeAt(at + 2) === LINE_FEED ? 3 : 2;
    } else if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) {
      const end = text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code ? tripleEnd(text, at, to, code, lenient) : stringEnd(text, at, to, code);
      if (end < 0) {
        endsInString = true;
        at = to;
      } else at = end;
    } else if (isOpener(code)) {
      depth += 1;
      if (depth > nesting) nesting = depth;
      at += 1;
    } else if (isCloser(code)) {
      if (depth > 0) depth -= 1;
      at += 1;
    } else at += 1;
  }
  finish(to, depth > 0);
  return { pieces, endsInString };
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const AT = 64;
const BACKSLASH = 92;

function isBlank(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN || code === 32 || code === 9 || code === 12 || Number.isNaN(code);
}

function isOpener(code: number): boolean {
  return code === 40 || code === 91 || code === 123;
}

function isCloser(code: number): boolean {
  return code === 41 || code === 93 || code === 125;
}

function matches(head: RegExp, text: string, at: number): boolean {
  head.lastIndex = at;
  return head.test(text);
}

function lineEnd(text: string, at: number, to: number): number {
  for (let end = at; end < to; end += 1) {
    const code = text.charCodeAt(end);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return end;
  }
  return to;
}

/** Behind the closing quote; an open string ends with its line. */
function stringEnd(text: string, at: number, to: number, quote: number): number {
  for (let end = at + 1; end < to; end += 1) {
    const code = text.charCodeAt(end);
    if (code === quote) return end + 1;
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return end;
    if (code === BACKSLASH) end += text.charCodeAt(end + 1) === CARRIAGE_RETURN && text.charCodeAt(end + 2) === LINE_FEED ? 2 : 1;
  }
  return to;
}

/** Behind the closing quotes; negative when they are missing. */
function tripleEnd(text: string, at: number, to: number, quote: number, lenient: boolean): number {
  for (let end = at + 3; end < to; end += 1) {
    const code = text.charCodeAt(end);
    if (code === quote && text.charCodeAt(end + 1) === quote && text.charCodeAt(end + 2) === quote) return Math.min(end + 3, to);
    if (code === BACKSLASH) end += 1;
    else if (lenient && code === LINE_FEED && matches(definitionHead, text, end + 1)) return end;
  }
  return lenient ? to : -1;
}
