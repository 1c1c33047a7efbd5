/** What a claim gives, seen closer: a member of it, a comparison with a number. */
import { ANY, type Attempt, FALSE, NULL, TRUE, type Value, value } from '../value.js';
import { counts } from './names.js';

/** A member of what a claim gave. */
export function memberOfClaim(of: Value, property: string): Value | null {
  const attempt = of.holds?.attempt;
  if (attempt?.kind !== 'claim') return null;
  if (counts.has(property)) return verdictOf(attempt);
  if (property === 'error' || property === 'err') return value({ truth: ANY, verdict: { attempt, accepts: NULL | FALSE } });
  return value({ holds: { attempt, accepts: TRUE }, truth: ANY });
}

/** `inserted === 1`, `rows.length > 0`, `result !== 'OK'`: a number or text that says who was first. */
export function claimCompared(op: string, left: Value, right: Value): Value | null {
  const verdict = left.verdict;
  if (verdict?.attempt.kind !== 'claim') return null;
  const takes = (verdict.accepts & TRUE) !== 0;
  const number = typeof right.literal === 'number' ? right.literal : null;
  let whenTrue: boolean | null = null;
  if (op === '==' || op === '!=') {
    const isNone = right.truth === NULL || right.literal === 0 || right.literal === false || right.literal === '';
    if (!isNone && right.literal === null) return null;
    whenTrue = (op === '==') !== isNone;
  } else if (number !== null) {
    if ((op === '>' && number === 0) || (op === '>=' && number === 1)) whenTrue = true;
    else if ((op === '<' && number === 1) || (op === '<=' && number === 0)) whenTrue = false;
  }
  if (whenTrue === null) return null;
  return value({ truth: TRUE | FALSE, verdict: { attempt: verdict.attempt, accepts: whenTrue === takes ? TRUE : NULL | FALSE } });
}

export function verdictOf(attempt: Attempt): Value {
  return value({ truth: ANY, verdict: { attempt, accepts: TRUE } });
}
