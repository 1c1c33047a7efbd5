/**
 * Globs over paths, matched without regular expressions: in time proportional to pattern times path, whoever wrote the pattern.
 *
 * `*` and `?` stay within a segment, `**` as a whole segment is any number of them, `{a,b}` is either. Everything else means
 * itself, brackets included, because they are part of names like `[slug]`.
 */

export type PathMatcher = (path: string) => boolean;

export function pathMatcher(patterns: readonly string[]): PathMatcher {
  const alternatives = patterns.flatMap((pattern) => alternativesOf(pattern)).map((pattern) => pattern.split('/'));
  return (path) => {
    const segments = path.split('/');
    return alternatives.some((pattern) => matchesAll(pattern, segments));
  };
}

/** Why a pattern of a user's is not taken; undefined when it is. */
export function problemOfGlob(pattern: string): string | undefined {
  if (pattern.length > 300) return 'a path pattern is at most 300 characters long';
  if (pattern.startsWith('!')) return 'patterns cannot be negated; name what is meant';
  if (/[!+@?*]\(/.test(pattern)) return 'patterns know `*`, `**`, `?` and `{a,b}`, no groups in parentheses';
  if (pattern.includes('\\')) return 'paths are written with `/`';
  if (alternativesOf(pattern).length > mostAlternatives) return `a pattern has at most ${mostAlternatives} alternatives`;
  return undefined;
}

const mostAlternatives = 64;

/** `a/{b,c}.ts` -> `a/b.ts`, `a/c.ts`; the innermost braces first, and no more than are allowed. */
function alternativesOf(pattern: string): string[] {
  let all = [pattern];
  for (let round = 0; round < 12; round += 1) {
    const next: string[] = [];
    for (const one of all) {
      const close = one.indexOf('}');
      const open = close === -1 ? -1 : one.lastIndexOf('{', close);
      if (open === -1) next.push(one);
      else for (const choice of one.slice(open + 1, close).split(',')) next.push(`${one.slice(0, open)}${choice}${one.slice(close + 1)}`);
      if (next.length > mostAlternatives) return next;
    }
    if (next.length === all.length && next.every((one, index) => one === all[index])) break;
    all = next;
  }
  return all;
}

function matchesAll(pattern: readonly string[], segments: readonly string[]): boolean {
  return matches(
    pattern.length,
    segments.length,
    (at) => pattern[at] === '**',
    (at, of) => matchesSegment(pattern[at] ?? '', segments[of] ?? ''),
  );
}

function matchesSegment(pattern: string, segment: string): boolean {
  if (!pattern.includes('*') && !pattern.includes('?')) return pattern === segment;
  return matches(
    pattern.length,
    segment.length,
    (at) => pattern[at] === '*',
    (at, of) => pattern[at] === '?' || pattern[at] === segment[of],
  );
}

/** Only the last wildcard met is ever tried longer: what comes before it has matched, and a longer match of that gains nothing. */
function matches(patternLength: number, length: number, isAny: (at: number) => boolean, isSame: (at: number, of: number) => boolean): boolean {
  let at = 0;
  let of = 0;
  let lastAny = -1;
  let resumeAt = 0;
  while (of < length) {
    if (at < patternLength && isAny(at)) {
      lastAny = at;
      resumeAt = of;
      at += 1;
    } else if (at < patternLength && isSame(at, of)) {
      at += 1;
      of += 1;
    } else if (lastAny >= 0) {
      resumeAt += 1;
      at = lastAny + 1;
      of = resumeAt;
    } else return false;
  }
  while (at < patternLength && isAny(at)) at += 1;
  return at === patternLength;
}
