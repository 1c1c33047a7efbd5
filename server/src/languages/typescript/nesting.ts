/** A look at brackets before the parser runs: its recursion and its second tries have no bound of their own. */

/**
 * True when the text nests deeper than any program does. Linear. Brackets in comments and templates count too, brackets in
 * quotes do not; a text must be off by hundreds for that to matter.
 */
export function isTooDeep(text: string): boolean {
  const open = new OpenBrackets();
  /** Whether `async` stands before, in the same statement on the same level. */
  let followsAsync = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    switch (code) {
      case 40 /* ( */:
      case 91 /* [ */:
      case 123 /* { */:
        open.push(code, followsAsync || followsLess(text, at));
        if (open.isTooDeep()) return true;
        followsAsync = false;
        break;
      case 41 /* ) */:
        followsAsync = open.close(40);
        break;
      case 93 /* ] */:
      case 125 /* } */:
        followsAsync = open.close(code - 2);
        break;
      case 97 /* a */:
        if (!followsAsync && text.startsWith('async', at)) followsAsync = true;
        break;
      case 59 /* ; */:
        followsAsync = false;
        break;
      case 61 /* = */:
        // `async (req) => {` is understood at once.
        if (followsAsync && text.charCodeAt(at + 1) === 62 && /[\w$)\]}>]\s*$/.test(text.slice(Math.max(0, at - 20), at))) followsAsync = false;
        break;
      case 34 /* " */:
      case 39 /* ' */:
        at = endOfQuote(text, at);
        break;
    }
  }
  return false;
}

const maxDepth = 800;
/**
 * The parser reads what follows `async` as an arrow function first and as a call or name second, and `<{` as types first and
 * as comparisons second, each time with all that is inside: twice the time per level, hours for forty of them.
 */
const maxTriedTwice = 10;

/** A closing bracket without its opening one closes nothing; one that skips others closes those, too. */
class OpenBrackets {
  private readonly codes: number[] = [];
  private readonly areTriedTwice: boolean[] = [];
  private triedTwice = 0;
  private readonly count: Record<number, number> = { 40: 0, 91: 0, 123: 0 };

  push(code: number, isTriedTwice: boolean): void {
    this.codes.push(code);
    this.areTriedTwice.push(isTriedTwice);
    this.count[code] = (this.count[code] ?? 0) + 1;
    if (isTriedTwice) this.triedTwice += 1;
  }

  /** Gives whether the bracket was tried twice. */
  close(code: number): boolean {
    if (!this.count[code]) return false;
    for (;;) {
      const closed = this.codes.pop();
      const isTriedTwice = this.areTriedTwice.pop() === true;
      if (closed === undefined) return false;
      this.count[closed] = (this.count[closed] ?? 0) - 1;
      if (isTriedTwice) this.triedTwice -= 1;
      if (closed === code) return isTriedTwice;
    }
  }

  isTooDeep(): boolean {
    return this.codes.length > maxDepth || this.triedTwice > maxTriedTwice;
  }
}

function followsLess(text: string, at: number): boolean {
  let end = at - 1;
  while (end >= 0 && isBlank(text.charCodeAt(end))) end -= 1;
  const last = text.charCodeAt(end);
  return last === 60 /* < */ || (last === 47 /* / */ && /<\s*\/\*[^()]*$/.test(text.slice(Math.max(0, end - 200), end)));
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** The closing quote, or the end of the line: an apostrophe in a comment opens nothing. */
function endOfQuote(text: string, at: number): number {
  const quote = text.charCodeAt(at);
  for (let end = at + 1; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === quote) return end;
    if (code === 10 || code === 13) return end;
    if (code === 92 /* \ */) end += 1;
  }
  return text.length;
}
