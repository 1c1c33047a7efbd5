/** Is an Authorization header all that protects an endpoint: its presence, or a token that is the same in every request? */
import type { Evaluated } from './endpoints/evaluate.js';
import type { Place } from './finding.js';
import type { GuardReport } from './guards.js';
import type { Event } from './state.js';
import { type Attempt, deepTraits, HEADER, QUERY, SIGNATURE, type Value } from './value.js';

export type BearerUse =
  /** The header has to be there, or to begin with a word; nothing looks at the token. */
  | { readonly kind: 'presence'; readonly at: Place; readonly event: Event }
  /** The token is compared with one that is kept here. */
  | { readonly kind: 'static'; readonly attempt: Attempt; readonly alsoInQuery: boolean };

export function bearerUse(evaluated: Evaluated, guards: GuardReport): BearerUse | null {
  if (guards.unreadable.length > 0 || guards.isCutShort) return null;
  const proofs = guards.guards;
  if (proofs.length === 0) return presence(evaluated, guards);
  // Another proof beside it, a look-up of the token's owner included, makes it more than a static token.
  if (guards.verdict !== 'verified' || !proofs.every(comparesToken)) return null;
  const attempt = proofs.find((one) => sentSide(one) !== null && !isBasic(one));
  const sent = attempt && sentSide(attempt);
  return attempt && sent ? { kind: 'static', attempt, alsoInQuery: ((deepTraits(sent) | (sent.hash?.message ?? 0)) & QUERY) !== 0 } : null;
}

function presence({ run }: Evaluated, guards: GuardReport): BearerUse | null {
  if (guards.exposed === null || guards.skipped.length > 0 || guards.challenges.length > 0 || guards.bypasses.length > 0) return null;
  const record = run.records.find((one) => one.event === guards.exposed);
  for (const key of record?.conditions.keys() ?? []) {
    const at = run.bearerTests.get(key);
    if (at) return { kind: 'presence', at, event: guards.exposed };
  }
  return null;
}

/** Directly, or by the digests of both, which compares them in constant time. */
function comparesToken(guard: Attempt): boolean {
  return guard.kind === 'token' || (guard.kind === 'comparison' && [guard.left, guard.right].every((side) => side?.value.hash?.keyed === false));
}

/** The Authorization header, whole or in part. */
export function isAuthorization(held: Value): boolean {
  return held.field === 'authorization' && (held.traits & (HEADER | SIGNATURE)) !== 0;
}

function sentSide({ left, right }: Attempt): Value | null {
  for (const side of [left, right]) if (side && holdsAuthorization(side.value)) return side.value;
  return null;
}

function holdsAuthorization(held: Value): boolean {
  return isAuthorization(held) || (held.hash !== null && !held.hash.keyed && held.hash.of === 'authorization') || (held.items?.some(isAuthorization) ?? false);
}

/** A user and a password are a scheme of their own, which some senders have. */
function isBasic({ spelling, left, right }: Attempt): boolean {
  return /basic/i.test(spelling) || [left, right].some((side) => /user|passw|basic/i.test(side?.value.setting?.name ?? ''));
}
