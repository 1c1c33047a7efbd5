/** What a text is known to be once a regular expression has matched it. Patterns are looked at, never run. */
import { HOST, LINE_BREAK, LISTED, OPEN_PATTERN, PLAIN } from './knows.js';

/** How the match is asked for: all of the text, from its start on, or anywhere. */
export type Matching = 'all' | 'start' | 'anywhere';

/** The bits that a match settles. */
export function settledByPattern(pattern: string, matching: Matching, isPython: boolean): number {
  const body = withoutInlineFlags(pattern);
  const isAnchored = matching !== 'anywhere' || /^(\^|\\A)/.test(body);
  const ends = matching === 'all' || /(^|[^\\])(\\\\)*(\$|\\Z|\\z)$/.test(body);
  const inner = body.replace(/^(\^|\\A)/, '').replace(/(\$|\\Z|\\z)$/, '');
  if (!isAnchored || hasLooseAlternative(inner)) return OPEN_PATTERN;
  const lineBreak = isPython && matching !== 'all' && /\$$/.test(body) ? LINE_BREAK : 0;
  const scheme = /^(\(\?:)?https?\??\)?:(\\?\/){2}/.exec(inner) ?? /^(\(\?:)?https\?:(\\?\/){2}/.exec(inner);
  if (scheme) return (hostIsClosed(inner.slice(scheme[0].length), ends) ? HOST : OPEN_PATTERN) | lineBreak;
  if (!ends) return OPEN_PATTERN;
  if (/^\((\?:)?[\w-]+(\|[\w-]+)*\)$/.test(inner)) return LISTED | PLAIN | lineBreak;
  if (isPlain(inner)) return PLAIN | lineBreak | (endsInDomain(inner) ? HOST : 0);
  return OPEN_PATTERN;
}

function withoutInlineFlags(pattern: string): string {
  return pattern.replace(/^\(\?[a-zA-Z]+\)/, '');
}

/** `^a|b`: the anchor is for the first one only. */
function hasLooseAlternative(inner: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let index = 0; index < inner.length; index += 1) {
    const char = inner[index];
    if (char === '\\') index += 1;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (char === '|' && depth === 0) return true;
  }
  return false;
}

/** Everything up to the first slash is letters, digits, dots and ends in a domain that is written out. */
function hostIsClosed(rest: string, ends: boolean): boolean {
  const slash = /^((?:[^\\/(]|\\[^/]|\((?!\?:\\?\/|\\?\/)[^()]*\))*)(?:\(\??:?)?\\?\//.exec(rest);
  const host = slash ? (slash[1] ?? '') : ends ? rest : null;
  return host !== null && host !== '' && isPlain(host) && endsInDomain(host);
}

function endsInDomain(host: string): boolean {
  return /([\w-]|\\-)+\\\.[a-z]{2,}\)?(:\d+)?$|^localhost$/i.test(host);
}

/** Only literals and classes of letters, digits, dashes, underscores and dots. */
function isPlain(inner: string): boolean {
  const classes = inner.replace(/\[(\^?)((?:\\.|[^\]\\])*)\]/g, (_, negation: string, members: string) =>
    negation === '' && /^(?:\\[wd._-]|[\w.\- ]|[a-zA-Z0-9]-[a-zA-Z0-9])*$/.test(members) ? 'x' : '/',
  );
  const rest = classes.replace(/\\[wd]|\\[.\-_]/g, 'x').replace(/\(\?(?::|i:|<\w+>|P<\w+>)/g, '(');
  return /^[\w\-()|?+*{},]*$/.test(rest);
}
