/**
 * Which claims keep two states of a run apart, and what holds where states meet that tried different ones.
 *
 * Code that writes a lot makes something like a claim at every other line, and each may be had, refused or raise: kept apart, they
 * multiply with each other. The first that is sure decides over what follows. Of the others it only matters whether there was one on
 * every way that leads here; how it ended is taken for the best that it was on any.
 */
import type { AttemptStatus } from '../state.js';
import type { Attempt } from '../value.js';

type Attempts = ReadonlyMap<Attempt, AttemptStatus>;

/** The part of a state's key that its claims make. */
export function claimsKey(attempts: Attempts): string {
  for (const [attempt, status] of attempts) if (attempt.kind === 'claim' && !attempt.isUnsure) return `;${attempt.id}${status[0]}${status[1]}`;
  return '';
}

/** What was tried on the ways that meet, which are of one key: only claims may differ. */
export function joinAttempts(a: Attempts, b: Attempts): Attempts {
  if (a === b) return a;
  let met: Map<Attempt, AttemptStatus> | null = null;
  for (const [attempt, status] of a) {
    if (attempt.kind !== 'claim') continue;
    const other = b.get(attempt);
    if (other === status) continue;
    met ??= new Map(a);
    if (other === undefined) met.delete(attempt);
    else if (weight[other] > weight[status]) met.set(attempt, other);
  }
  return met ?? a;
}

const weight: Readonly<Record<AttemptStatus, number>> = { accepted: 3, open: 2, rejected: 1, raised: 0 };
