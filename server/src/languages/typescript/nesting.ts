/** A look at brackets before the parser runs: its recursion and its second tries have no bound of their own. */

/**
 * True when the text nests deeper than any program does. Linear. Brackets in comments and templates count too, brackets in
 * quotes do not; a text must be off by hundreds for that to matter.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  /** Whether `async` stands before, in the same statement on the same level. */
  let followsAsync = false;
  const triedTwice: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 40 /* ( */:
      case 91 /* [ */:
      case 123 /* { */:
        depth += 1;
        if (depth > maxDepth) return true;
        if (followsAsync || followsLess(text, at)) {
          triedTwice.push(depth);
          if (triedTwice.length > maxTriedTwice) return true;
        }
        followsAsync = false;
        break;
      case 41 /* ) */:
      case 93 /* ] */:
      case 125 /* } */:
        followsAsync = triedTwice.length > 0 && triedTwice[triedTwice.length - 1] === depth;
        if (followsAsync) triedTwice.pop();
        if (depth > 0) depth -= 1;
        break;
      case 97 /* a */:
        if (!followsAsync && text.startsWith('async', at)) followsAsync = true;
        break;
      case 59 /* ; */:
        followsAsync = false;
        break;
      case 61 /* = */:
        // `async (req) => {` is understood at once.
        if (text.charCodeAt(at + 1) === 62) followsAsync = false;
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
