/** A look at the text before the parser runs: neither its recursion nor its looking ahead has a bound of its own. */

/**
 * True when the text nests deeper than any program does. Linear. Brackets in comments and templates count too, brackets in
 * quotes do not; a text must be off by hundreds for that to matter.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 40 /* ( */:
      case 91 /* [ */:
      case 123 /* { */:
        depth += 1;
        if (depth > maxDepth) return true;
        break;
      case 41 /* ) */:
      case 93 /* ] */:
      case 125 /* } */:
        if (depth > 0) depth -= 1;
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

/**
 * True when hundreds of modifiers follow each other (`async async async`). At each of them the parser looks past all that
 * come after it, so that a file of them takes minutes. Linear.
 */
export function hasEndlessModifiers(text: string): boolean {
  let run = 0;
  let end = -1;
  for (const { index, 0: word } of text.matchAll(modifier)) {
    run = end >= 0 && nothingBetween.test(text.slice(end, index)) ? run + 1 : 0;
    if (run > maxModifiers) return true;
    end = index + word.length;
  }
  return false;
}

const modifier = /\b(?:abstract|accessor|async|const|declare|default|export|in|out|override|private|protected|public|readonly|static)\b/g;
const nothingBetween = /^(?:\s|\/\*[^*]*\*\/|\/\/[^\n]*\n)+$/;
const maxModifiers = 300;
