/** The names that matter to the order of things, laid out for looking up. */
import { claimNames, orderNames } from '../../knowledge/libraries/claims.js';
import type { ClaimName } from '../../knowledge/rows.js';

const claims = new Map<string, ClaimName[]>();
for (const claim of claimNames) claims.set(claim.last, [...(claims.get(claim.last) ?? []), claim]);
const marks = new Map(orderNames.marks.map((mark) => [mark.last, mark]));

export const locks: ReadonlySet<string> = new Set(orderNames.locks);
export const transactions: ReadonlySet<string> = new Set(orderNames.transactions);
export const commits: ReadonlySet<string> = new Set(orderNames.commits);
export const leavesExisting: ReadonlySet<string> = new Set(orderNames.leavesExisting);
export const updatesExisting: ReadonlySet<string> = new Set(orderNames.updatesExisting);
export const firstEntry: ReadonlySet<string> = new Set(orderNames.firstEntry);
export const counts: ReadonlySet<string> = new Set(orderNames.counts);
export const lookups: ReadonlySet<string> = new Set(orderNames.lookups);
export const onceKeys: ReadonlySet<string> = new Set(orderNames.onceKeys);
export const addsUp: ReadonlySet<string> = new Set(orderNames.addsUp);

export const messengers: readonly string[] = orderNames.messengers;

export function claimsNamed(last: string): readonly ClaimName[] {
  return claims.get(last) ?? none;
}

const none: readonly ClaimName[] = [];

export function isMarkName(last: string, receiver: string): boolean {
  const mark = marks.get(last);
  return mark !== undefined && (mark.only === undefined || mark.only.some((one) => receiver === one || receiver.endsWith(one)));
}

/** Some call of this name is of interest here; anything else costs one look. */
export function mattersToOrder(last: string): boolean {
  return everything.has(last);
}

const everything: ReadonlySet<string> = new Set([
  ...claims.keys(),
  ...marks.keys(),
  ...locks,
  ...transactions,
  ...commits,
  ...leavesExisting,
  ...updatesExisting,
  ...lookups,
]);
