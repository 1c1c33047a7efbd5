/** What a test says of the sender's data when it holds: comparisons, memberships, tests by calls. */
import type { Expr } from '../../ir/model.js';
import { type Call, receiverName } from '../calls/model.js';
import { WHOLE } from '../shape.js';
import { deepTraits, isAboutLength, NULL, SIGNATURE, type Value } from '../value.js';
import { soundsLikeSignatureGuard } from '../words.js';
import {
  alsoKnown,
  type Check,
  FORBIDDEN,
  HOST,
  INSIDE,
  JUDGED,
  type Known,
  knowing,
  LISTED,
  NOT_DOUBLE,
  NUMBER,
  nothingKnown,
  OPEN_PREFIX,
  OPEN_SUFFIX,
  RESOLVED,
  ROOTED,
  SCHEMA,
  SCHEME_ONLY,
  SUBSTRING,
  TEXT,
} from './knows.js';
import { type Matching, settledByPattern } from './patterns.js';
import { alternatives, type Trail, trailsIn } from './trail.js';

/** `left === right`, for a comparison that holds. */
export function equalityCheck(left: Value, right: Value, isNegated: boolean, typeOf: Value | null): Check | null {
  if (typeOf?.trail) {
    const type = right.literal;
    const bits = type === 'number' || type === 'boolean' || type === 'bigint' ? NUMBER | TEXT : type === 'string' ? TEXT : 0;
    return bits === 0 ? null : told(knownOf(typeOf.trail, bits), isNegated);
  }
  const [sent, ours] = left.trail ? [left, right] : [right, left];
  if (!sent.trail || isAboutLength({ kind: 'equals', left: operand(left), right: operand(right), negated: false })) return null;
  if (ours.trail) return /(^|[.#\]])(host|origin|x-forwarded-host)$/i.test(ours.trail.key) ? told(ownHost(sent.trail), isNegated) : null;
  if (ours.truth === NULL || typeof ours.literal === 'boolean' || ours.literal === '') return null;
  if (sent.field === 'index' && typeof ours.literal === 'number') return null;
  return told(listed(sent.trail), isNegated);
}

function operand(value: Value): { readonly range: { start: number; end: number }; readonly value: Value } {
  return { range: { start: 0, end: 0 }, value };
}

function ownHost(trail: Trail): Known {
  return listed(trail);
}

/** `x in list`, `key in table`, `'part' in text`. */
export function membershipCheck(item: Value, container: Value, isNegated: boolean): Check | null {
  if (item.trail && !container.trail)
    return typeof container.literal === 'string' ? told(knownOf(item.trail, SUBSTRING), isNegated) : told(listed(item.trail), isNegated);
  if (container.trail && !item.trail) return lookedFor(container.trail, item, isNegated);
  return null;
}

/** A text of ours is, or is not, in one that was sent. */
function lookedFor(trail: Trail, item: Value, isNegated: boolean): Check {
  const whenFound = knownOf(trail, SUBSTRING);
  const absent = typeof item.literal === 'string' && /^\.\.|^[\\/]$/.test(item.literal) ? INSIDE : FORBIDDEN;
  const check = { whenTrue: whenFound, whenFalse: knownOf(trail, absent) };
  return isNegated ? { whenTrue: check.whenFalse, whenFalse: check.whenTrue } : check;
}

/** `body.keys() - allowed`: where nothing is left, there are no fields but ours. */
export function remainderCheck(left: Value, right: Value): Check | null {
  const isList = right.items !== null || /^(set|frozenset)\(\)$/.test(right.name ?? '');
  return left.trail && !right.trail && isList ? { whenTrue: nothingKnown, whenFalse: knownOf(left.trail, SCHEMA) } : null;
}

function told(known: Known, isNegated: boolean): Check {
  return isNegated ? { whenTrue: nothingKnown, whenFalse: known } : { whenTrue: known, whenFalse: nothingKnown };
}

/** The trail, and what it is a part of, is settled by a list of ours. */
function listed(trail: Trail): Known {
  let known: Known = nothingKnown;
  for (const one of alternatives(trail)) {
    if (one.kind === 'host') known = alsoKnown(known, knowing(one.from[0]?.key ?? one.key, HOST));
    else if (one.kind === 'scheme') known = alsoKnown(known, knowing(one.from[0]?.key ?? one.key, SCHEME_ONLY));
    known = alsoKnown(known, knowing(one.key, LISTED));
  }
  return known;
}

function knownOf(trail: Trail, bits: number): Known {
  let known: Known = nothingKnown;
  for (const one of alternatives(trail)) {
    known = alsoKnown(known, knowing(one.key, bits));
    const whole = one.kind === 'host' || one.kind === 'form' ? one.from[0] : undefined;
    if (whole && one.kind === 'host') known = alsoKnown(known, knowing(whole.key, bits & ~(NUMBER | LISTED | TEXT)));
  }
  return known;
}

/** What a call that gives a truth value tells; null where it tells nothing. */
export function callCheck(call: Call, last: string): Check | null {
  const { args, receiver } = call;
  const first = args[0]?.value;
  const second = args[1]?.value;
  if (/^(includes|has|contains|__contains__|indexOf|hasOwnProperty|hasOwn|is_in|containsKey)$/.test(last)) {
    if (last === 'hasOwn' && first && second) return membershipCheck(second, first, false);
    if (receiver && first) return membershipCheck(first, receiver, false);
    return null;
  }
  if (/^(startsWith|startswith)$/.test(last) && receiver?.trail && first) return withMark(receiver, first, prefixCheck(receiver.trail, first));
  if (/^(endsWith|endswith)$/.test(last) && receiver?.trail && first) return suffixCheck(receiver.trail, first, leading(call, 0));
  const pattern = patternCheck(call, last);
  if (pattern) return pattern;
  if (/^(isInteger|isSafeInteger|isFinite|isUUID|isUuid|is_uuid|isNumeric|isInt|isdigit|isdecimal|isnumeric|isMongoId|isBoolean|isDate)$/.test(last))
    return oneTrail(call, NUMBER | TEXT);
  if (/^(isalnum|isalpha|isidentifier|isAlphanumeric|isAlpha|isSlug)$/.test(last)) return oneTrail(call, LISTED);
  if (last === 'isinstance' && first?.trail && second)
    return told(knownOf(first.trail, /^(int|float|bool|UUID|uuid\.UUID)$/.test(second.name ?? '') ? NUMBER | TEXT : second.name === 'str' ? TEXT : 0), false);
  if (/^(is_relative_to|isSubPath|is_safe_path|isPathInside|isInside)$/.test(last)) return oneTrail(call, INSIDE);
  if (/^(url_has_allowed_host_and_scheme|is_safe_url|isSafeUrl|is_safe_redirect_url)$/.test(last)) return oneTrail(call, HOST | LISTED);
  return null;
}

function oneTrail(call: Call, bits: number): Check | null {
  const of = call.receiver?.trail ?? call.args[0]?.value.trail;
  return of ? told(knownOf(of, bits), false) : null;
}

/** `header.startsWith('sha256=')`: what stands in front of a digest, remembered for where all of the header is compared. */
function withMark({ trail, shape }: Value, { literal }: Value, check: Check): Check {
  if (!(shape & WHOLE) || trail === null || typeof literal !== 'string' || !/^\w+=$/.test(literal)) return check;
  return { ...check, whenTrue: alsoKnown(check.whenTrue, knowing(`${trail.key}^${literal}`, OPEN_PREFIX)) };
}

/** What all of a text is known to begin with here; null for nothing in particular. */
export function markOf({ trail, shape }: Value, checked: Known): string | null {
  if (checked.size === 0 || !(shape & WHOLE) || trail === null) return null;
  for (const key of checked.keys()) if (key.startsWith(`${trail.key}^`)) return key.slice(trail.key.length + 1);
  return null;
}

const wholeHost = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]+[/?#]/i;

function prefixCheck(trail: Trail, prefix: Value): Check {
  const texts = literalTexts(prefix);
  if (texts === null) {
    // What it begins with stands in a setting or is put together: its end cannot be told.
    return told(knownOf(trail, HOST | INSIDE), false);
  }
  if (texts.every((text) => text === '/')) return told(knownOf(trail, ROOTED), false);
  if (texts.every((text) => /^(\/\/|\/\\|\\)/.test(text))) return { whenTrue: nothingKnown, whenFalse: knownOf(trail, NOT_DOUBLE) };
  if (texts.every((text) => wholeHost.test(text))) return told(knownOf(trail, HOST), false);
  if (texts.every((text) => /^[a-z][a-z0-9+.-]*:(\/\/)?$/i.test(text))) return told(knownOf(trail, SCHEME_ONLY), false);
  if (texts.every((text) => /^\/[^/\\]/.test(text)))
    return told(knownOf(trail, ROOTED | NOT_DOUBLE | (texts.every((text) => text.endsWith('/')) ? INSIDE : 0)), false);
  return told(knownOf(trail, OPEN_PREFIX), false);
}

function suffixCheck(trail: Trail, suffix: Value, start: string | null): Check {
  const texts = literalTexts(suffix);
  const isHost = alternatives(trail).every((one) => one.kind === 'host');
  if (texts === null && start === null) return isHost ? told(alsoKnown(knownOf(trail, HOST), hostOf(trail)), false) : told(knownOf(trail, JUDGED), false);
  const hasDot = texts === null ? start?.startsWith('.') === true : texts.every((text) => text.startsWith('.'));
  if (isHost) return told(hasDot ? hostOf(trail) : knownOf(trail, OPEN_SUFFIX), false);
  return told(knownOf(trail, hasDot && texts?.every((text) => /^\.\w+$/.test(text)) ? 0 : OPEN_SUFFIX), false);
}

/** The host of an address, or a text that is a host by itself, lies below a domain of ours. */
function hostOf(trail: Trail): Known {
  let known: Known = nothingKnown;
  for (const one of alternatives(trail)) known = alsoKnown(known, alsoKnown(knowing(one.key, HOST), knowing(one.from[0]?.key ?? one.key, HOST)));
  return known;
}

function literalTexts(of: Value): readonly string[] | null {
  if (typeof of.literal === 'string') return [of.literal];
  const texts = of.items?.map((one) => one.literal);
  return texts && texts.length > 0 && texts.every((one) => typeof one === 'string') ? texts : null;
}

/** What is written at the start of an argument: `'.' + domain`, `` `.${domain}` ``. */
function leading(call: Call, index: number): string | null {
  let expr: Expr | undefined = call.expr.args[index]?.value;
  for (let guard = 0; expr && guard < 6; guard += 1) {
    if (expr.kind === 'literal') return typeof expr.value === 'string' ? expr.value : null;
    if (expr.kind === 'binary' && expr.op === '+') expr = expr.left;
    else if (expr.kind === 'text') expr = expr.parts[0];
    else return null;
  }
  return null;
}

function patternCheck(call: Call, last: string): Check | null {
  const { args, receiver, callee } = call;
  if (!/^(test|match|fullmatch|search|exec|matches)$/.test(last)) return null;
  const first = args[0]?.value;
  if (/^re\.(match|fullmatch|search)$/.test(callee.name ?? '') || /^regex\.(match|fullmatch|search)$/.test(callee.name ?? '')) {
    const subject = args[1]?.value;
    return subject?.trail && first ? byPattern(subject.trail, textOfPattern(first), matchingOf(last), true) : null;
  }
  // `PATTERN.match(text)` of a compiled one, `/x/.test(text)`, `text.match(/x/)`.
  if (receiver?.trail && last === 'match' && first) return byPattern(receiver.trail, textOfPattern(first), 'anywhere', false);
  if (first?.trail && receiver && !receiver.trail) {
    const isPython = receiver.name === 're.compile()' || receiver.name === 'regex.compile()';
    return byPattern(
      first.trail,
      textOfPattern(isPython ? (receiver.made?.[0]?.value ?? receiver) : receiver),
      isPython ? matchingOf(last) : 'anywhere',
      isPython,
    );
  }
  return null;
}

function matchingOf(last: string): Matching {
  return last === 'fullmatch' ? 'all' : last === 'match' ? 'start' : 'anywhere';
}

function textOfPattern(of: Value): string | null {
  if (typeof of.literal === 'string')
    return of.literal.startsWith('/') && /\/[a-z]*$/.test(of.literal) ? of.literal.slice(1).replace(/\/[a-z]*$/, '') : of.literal;
  const made = of.made?.[0]?.value;
  return made && /RegExp|compile/.test(of.name ?? '') && typeof made.literal === 'string' ? made.literal : null;
}

function byPattern(trail: Trail, pattern: string | null, matching: Matching, isPython: boolean): Check {
  // A pattern that cannot be read has judged it.
  if (pattern === null) return told(knownOf(trail, JUDGED), false);
  const bits = settledByPattern(pattern, matching, isPython);
  const found = bits & HOST ? hostOf(trail) : nothingKnown;
  const absent = /^\[.*\]\+?$/.test(pattern) && !pattern.startsWith('[^') ? JUDGED : 0;
  return { whenTrue: alsoKnown(knownOf(trail, bits), found), whenFalse: absent || /^\[\^/.test(pattern) ? knownOf(trail, JUDGED) : nothingKnown };
}

const judges =
  /^_?(is|has|can|check|valid|verif|assert|ensure|allow|safe|permit|match|sanit|clean|block|deny|forbid|reject|private|internal|guard|must|require|expect|restrict|authoriz|within|parse)|url_?(ok|safe|allowed)|(safe|allowed|valid|trusted|whitelisted|blocked|private|ssrf)(_?(url|host|uri|domain|target|address|path|ip))?$/i;

const judgesNothing =
  /^(is_?(file|dir|directory|symbolic_?link|empty|nil|null|none|undefined|array|object|string|function|json|list|dict|plain_?object|absolute|abs)|has_?(attr|own|own_?property|item|next|children)|check_?(out|in|sum)|match_?all|clean_?up|can_?continue|isinstance|issubclass)$/i;

/** A call that cannot be read and is named like a check, on the sender's data: it may have refused the rest. */
export function judgedBy(call: Call, last: string): Known {
  if (!judges.test(last) || judgesNothing.test(last) || last === 'hasattr' || /^(JSON|json|parse_qs)$/.test(receiverName(call))) return nothingKnown;
  // Who sent it is another question.
  if (soundsLikeSignatureGuard(last) || call.args.some((one) => (deepTraits(one.value) & SIGNATURE) !== 0)) return nothingKnown;
  let known: Known = nothingKnown;
  for (const one of call.args) for (const trail of trailsIn(one.value, 2)) known = alsoKnown(known, knownOf(trail, JUDGED));
  return known;
}

/** The name is resolved, or an address is made of it, to look at where it lies. */
export function resolvedBy(call: Call, last: string): Known {
  if (!/^(gethostbyname|gethostbyname_ex|getaddrinfo|lookup|resolve4|resolve6|resolveAny|ip_address|ip_network|isIP|isPrivate|is_private)$/.test(last))
    return nothingKnown;
  let known: Known = nothingKnown;
  for (const one of call.args) if (one.value.trail) known = alsoKnown(known, knownOf(one.value.trail, RESOLVED));
  return known;
}
