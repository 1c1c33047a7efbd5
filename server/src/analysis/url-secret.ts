/** Is a secret in the address all that protects an endpoint? */
import type { AnalysedEndpoint } from './analyse.js';
import type { Place } from './finding.js';
import { type Attempt, deepTraits, HEADER, QUERY, ROUTE, type Value } from './value.js';

export interface SecretInUrl {
  readonly attempt: Attempt;
  /** What was sent, where it is compared. */
  readonly at: Place;
  readonly where: 'query' | 'path';
  /** The name it goes by in the address. */
  readonly field: string | null;
}

/** Every guard is a comparison with something from the address; a look-up by it may be anything and is not judged. */
export function secretInUrl({ guards }: AnalysedEndpoint): SecretInUrl | null {
  // Who subscribes with a challenge and signs nothing leaves only the address to put a secret in.
  if (guards.challenges.length > 0) return null;
  if (guards.unreadable.length > 0 || guards.isCutShort || guards.unprovenTokens.length > 0) return null;
  let first: SecretInUrl | null = null;
  for (const attempt of guards.guards) {
    const found = inUrl(attempt);
    if (found === null) return null;
    first ??= found;
  }
  return first;
}

function inUrl(attempt: Attempt): SecretInUrl | null {
  if (attempt.kind !== 'token' && attempt.kind !== 'comparison') return null;
  // A MAC in an address was made for this one address; it opens no other.
  if (attempt.hash?.keyed) return null;
  for (const side of [attempt.left, attempt.right]) {
    if (side === null) continue;
    const traits = sentIn(side.value);
    if (!(traits & (QUERY | ROUTE)) || traits & HEADER) continue;
    const field = side.value.field ?? side.value.hash?.of ?? null;
    return { attempt, at: { path: attempt.at.path, range: side.range }, where: traits & QUERY ? 'query' : 'path', field };
  }
  return null;
}

/** Of the value itself, or of what a plain hash was made of, as it is to compare in constant time. */
function sentIn(held: Value): number {
  return deepTraits(held) | (held.hash?.message ?? 0);
}
