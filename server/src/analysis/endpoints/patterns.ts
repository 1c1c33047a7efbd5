/**
 * Patterns that say for which paths something runs: `/hooks/:path*`, `/((?!_next|favicon.ico).*)`. They are read, never made into
 * regular expressions, whoever wrote them; what is not understood may mean any path.
 */

/** Whether a path is meant: it begins where the pattern does and ends where it does. */
export function pathIsMeant(pattern: string, path: string): boolean {
  return restIsMeant(pattern.replace(/(.)\/$/, '$1'), path.replace(/(.)\/$/, '$1'), { left: mostSteps });
}

/** Names that repeat may share a path out in many ways; whoever needs more than this may mean it. */
const mostSteps = 2_000;

interface Budget {
  left: number;
}

function restIsMeant(pattern: string, path: string, budget: Budget): boolean {
  budget.left -= 1;
  if (budget.left < 0) return true;
  if (pattern === '') return path === '';
  const named = /^\/?:\w+([*+?]?)/.exec(pattern);
  if (named && pattern[named[0].length] !== '(') return nameIsMeant(named, pattern.slice(named[0].length), path, budget);
  if (pattern[0] === '(') return groupIsMeant(pattern, path, budget);
  if (/^\/?:/.test(pattern)) return true;
  if (pattern[0] !== path[0]) return false;
  const length = commonLength(pattern, path);
  return restIsMeant(pattern.slice(length), path.slice(length), budget);
}

/** The letters in front of the next name or group, as far as they agree; at least one. */
function commonLength(pattern: string, path: string): number {
  let length = 1;
  while (pattern[length] !== undefined && pattern[length] === path[length] && !/^(\/?:\w|\()/.test(pattern.slice(length))) length += 1;
  return length;
}

function nameIsMeant([whole = '', modifier = '']: RegExpExecArray, rest: string, path: string, budget: Budget): boolean {
  const hasSlash = whole.startsWith('/');
  if (modifier === '*' || modifier === '?') if (restIsMeant(rest, path, budget)) return true;
  if (hasSlash && path[0] !== '/') return false;
  let at = path.indexOf('/', hasSlash ? 1 : 0);
  if (at < 0) at = path.length;
  for (;;) {
    if (at > (hasSlash ? 1 : 0) && restIsMeant(rest, path.slice(at), budget)) return true;
    if (at === path.length || (modifier !== '*' && modifier !== '+')) return false;
    at = path.indexOf('/', at + 1);
    if (at < 0) at = path.length;
  }
}

function groupIsMeant(pattern: string, path: string, budget: Budget): boolean {
  const end = closing(pattern);
  if (end < 0) return true;
  const group = pattern.slice(1, end);
  const rest = pattern.slice(end + 1);
  if (group === '.*' || group === '.+') return rest === '' ? true : !/^[\w/-]+$/.test(rest) || path.endsWith(rest);
  const without = /^\(\?!(.*)\)\.[*+]$/.exec(group)?.[1];
  if (without !== undefined) return !without.split('|').some((one) => isPlain(one) && path.startsWith(plain(one)));
  const choices = group.split('|');
  if (!choices.every(isPlain)) return true;
  return choices.some((one) => path.startsWith(plain(one)) && restIsMeant(rest, path.slice(plain(one).length), budget));
}

function closing(pattern: string): number {
  let open = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern[at] === '\\') at += 1;
    else if (pattern[at] === '(') open += 1;
    else if (pattern[at] === ')') {
      open -= 1;
      if (open === 0) return at;
    }
  }
  return -1;
}

/** Letters that mean themselves; a dot is meant as one. */
function isPlain(text: string): boolean {
  return /^(?:[\w/.-]|\\[./-])+$/.test(text);
}

function plain(text: string): string {
  return text.replaceAll('\\', '');
}
