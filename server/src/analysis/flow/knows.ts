/**
 * What is settled about a piece of the sender's data: by a condition on the way, or by what a call made of it. A set of bits.
 * The strong ones take a choice from the sender; the weak ones are remembered because the message must name them.
 */
import { FALSY, TRUE, type Value } from '../value.js';

/** It is one of a list that the sender has no say in, or equal to something of ours. */
export const LISTED = 1 << 0;
/** The host that it names is one of ours. */
export const HOST = 1 << 1;
/** A number, an identifier of fixed form, a truth value. */
export const NUMBER = 1 << 2;
/** Letters, digits, dashes: nothing that means something where it is put. */
export const PLAIN = 1 << 3;
/** Text, and no object. */
export const TEXT = 1 << 4;
/** It begins with one slash. */
export const ROOTED = 1 << 5;
/** It does not begin with two. */
export const NOT_DOUBLE = 1 << 6;
/** The path lies in a folder of ours. */
export const INSIDE = 1 << 7;
/** Something that cannot be read has looked at it. */
export const JUDGED = 1 << 8;
/** No character of it means something in an address. */
export const ENCODED = 1 << 9;
export const SHELL_WORD = 1 << 10;
export const HTML_SAFE = 1 << 11;
export const SQL_SAFE = 1 << 12;
/** The last part of a path. */
export const FILE_NAME = 1 << 13;
/** A schema or a declared type has laid down which fields there are, and of what kind. */
export const SCHEMA = 1 << 14;

/** A text of ours was looked for anywhere in it. */
export const SUBSTRING = 1 << 16;
/** Compared with the beginning of an address that goes on: `https://api.x` fits `https://api.x.evil.test`. */
export const OPEN_PREFIX = 1 << 17;
/** Compared with an end that has no dot or slash in front. */
export const OPEN_SUFFIX = 1 << 18;
/** A regular expression without an anchor, or one that lets anything through. */
export const OPEN_PATTERN = 1 << 19;
/** Only its scheme was looked at. */
export const SCHEME_ONLY = 1 << 20;
/** The name was resolved and the address looked at; whoever asks resolves it once more. */
export const RESOLVED = 1 << 21;
/** `$` also matches in front of a line break at the end. */
export const LINE_BREAK = 1 << 22;
/** Compared with a list of what is forbidden. */
export const FORBIDDEN = 1 << 23;
/** A schema was asked that lets fields through which it does not name. */
export const OPEN_SCHEMA = 1 << 24;

export const weakBits = SUBSTRING | OPEN_PREFIX | OPEN_SUFFIX | OPEN_PATTERN | SCHEME_ONLY | RESOLVED | LINE_BREAK | FORBIDDEN | OPEN_SCHEMA;

/** What holds for the parts of a thing as well. */
export const settledBits = JUDGED | NUMBER | LISTED | SCHEMA | OPEN_SCHEMA;

/** What holds when a test comes out true, and when it comes out false; by the key of the trail. */
export interface Check {
  readonly whenTrue: Known;
  readonly whenFalse: Known;
}

export type Known = ReadonlyMap<string, number>;

export const nothingKnown: Known = new Map();

export function knowing(key: string, bits: number): Known {
  return new Map([[key, bits]]);
}

export function alsoKnown(known: Known, more: Known): Known {
  if (more.size === 0) return known;
  if (known.size === 0) return more;
  const all = new Map(known);
  for (const [key, bits] of more) all.set(key, (all.get(key) ?? 0) | bits);
  return all;
}

/** What is known on both ways. */
export function commonlyKnown(a: Known, b: Known): Known {
  if (a === b) return a;
  if (a.size === 0 || b.size === 0) return nothingKnown;
  const common = new Map<string, number>();
  for (const [key, bits] of a) {
    const both = bits & (b.get(key) ?? 0);
    if (both !== 0) common.set(key, both);
  }
  return common.size === 0 ? nothingKnown : common;
}

export function opposite(check: Check): Check {
  return { whenTrue: check.whenFalse, whenFalse: check.whenTrue };
}

/** The check that is left where two values meet. */
export function joinChecks(a: Value, b: Value): Check | null {
  if (a.check === b.check) return a.check;
  const whenTrue = onOneSide(a, b, TRUE, (check) => check.whenTrue);
  const whenFalse = onOneSide(a, b, FALSY, (check) => check.whenFalse);
  return whenTrue.size === 0 && whenFalse.size === 0 ? null : { whenTrue, whenFalse };
}

function onOneSide(a: Value, b: Value, mask: number, side: (check: Check) => Known): Known {
  if ((a.truth & mask) === 0) return b.check ? side(b.check) : nothingKnown;
  if ((b.truth & mask) === 0) return a.check ? side(a.check) : nothingKnown;
  return a.check && b.check ? commonlyKnown(side(a.check), side(b.check)) : nothingKnown;
}
