/**
 * Moments: what the clock says, what the sender says, and which way round they were subtracted. A comparison of one with the
 * other bounds the age of a delivery; on which side can be told as long as nothing unknown came in between.
 */
import type { BinaryOp } from '../ir/model.js';
import type { NumberOperation } from '../knowledge/libraries/keeps-numbers.js';
import type { Place } from './finding.js';
import { CLOCK, SENT, type Value } from './value.js';

/** The clock less what was sent. */
export const AGE = 1 << 10;
/** What was sent less the clock. */
export const LEAD = 1 << 11;
export const SECONDS = 1 << 12;
export const MILLISECONDS = 1 << 13;
/** The clock, set back or put forward. */
export const BEHIND = 1 << 14;
export const AHEAD = 1 << 15;
const UNITS = SECONDS | MILLISECONDS;
const MOMENT = AGE | LEAD | UNITS | BEHIND | AHEAD;

/** A comparison of the clock with something sent. */
export interface AgeTest {
  readonly at: Place;
  /** Which sides it bounds; both where it cannot be told. */
  readonly past: boolean;
  readonly future: boolean;
  /** How far it lets them be apart, in seconds, where that can be told. */
  readonly seconds: number | null;
}

/** The shape of `left op right`, where one of them is the clock. */
export function shapeOfArithmetic(op: BinaryOp, left: Value, right: Value): number {
  if (op === '-') {
    const unit = (left.shape | right.shape) & UNITS;
    const width = unit === UNITS ? 0 : unit;
    if (isNow(left) && isSent(right)) return AGE | width;
    if (isSent(left) && isNow(right)) return LEAD | width;
    return isNow(left) ? BEHIND | width : 0;
  }
  if (op === '+') return isNow(left) || isNow(right) ? AHEAD | ((left.shape | right.shape) & UNITS) : 0;
  const by = right.literal;
  if (op === '/') return by === 1000 && left.shape & MILLISECONDS ? (left.shape & ~MILLISECONDS) | SECONDS : left.shape & (AGE | LEAD);
  if (op === '*') return by === 1000 && left.shape & SECONDS ? (left.shape & ~SECONDS) | MILLISECONDS : left.shape & (AGE | LEAD);
  return 0;
}

/** What a function of numbers leaves of a moment. */
export function shapeAfter(operation: NumberOperation | undefined, shape: number): number {
  switch (operation) {
    case 'same':
      return shape & MOMENT;
    case 'seconds':
      return (shape & MOMENT & ~UNITS) | SECONDS;
    case 'milliseconds':
      return (shape & MOMENT & ~UNITS) | MILLISECONDS;
    case 'absolute':
      return shape & UNITS;
    case undefined:
      return 0;
  }
}

/** `left op right` as a bound on how far the sender's moment may be from ours; null when it is none. */
export function ageTest(left: Value, right: Value, rightIsNegative: boolean, leftIsNegative: boolean, at: Place): AgeTest | null {
  const all = left.traits | right.traits;
  if (!(all & CLOCK) || !(all & SENT)) return null;
  const isDifference = (of: Value): boolean => (of.traits & CLOCK) !== 0 && (of.traits & SENT) !== 0;
  if (isDifference(left) && !isDifference(right)) return boundOf(left, right, rightIsNegative, at);
  if (isDifference(right) && !isDifference(left)) return boundOf(right, left, leftIsNegative, at);
  const now = isNow(left) ? left : right;
  if (now.shape & BEHIND) return { at, past: true, future: false, seconds: null };
  if (now.shape & AHEAD) return { at, past: false, future: true, seconds: null };
  return { at, past: true, future: true, seconds: null };
}

function boundOf(difference: Value, limit: Value, isNegative: boolean, at: Place): AgeTest {
  const number = typeof limit.literal === 'number' ? limit.literal : null;
  const seconds = number === null || number <= 0 ? null : difference.shape & MILLISECONDS ? number / 1000 : difference.shape & SECONDS ? number : null;
  const isUpper = !isNegative && (number === null || number > 0);
  if (difference.shape & AGE) return { at, past: isUpper, future: !isUpper, seconds: isUpper ? seconds : null };
  if (difference.shape & LEAD) return { at, past: !isUpper, future: isUpper, seconds: isUpper ? null : seconds };
  return { at, past: true, future: true, seconds };
}

function isNow(of: Value): boolean {
  return (of.traits & CLOCK) !== 0 && (of.traits & SENT) === 0;
}

function isSent(of: Value): boolean {
  return (of.traits & SENT) !== 0;
}
