/** What of a delivery names it: fields that sound like an identity. */
import { deepTraits, SENT, type Value } from '../value.js';

const identity =
  /(^|[^a-z])(id|uuid|guid|sid|key|nonce|number|no|ref|reference|sha|hash|slug|email|code|tracking)$|(event|delivery|message|webhook|order|payment|charge|invoice|session|customer|user|transaction|txn|object|request|notification|account|subscription|checkout|product|resource|item|contact|ticket|issue|update|call|entity|parcel|reference|intent|client|tenant|team|external|provider|stripe|source)_?(id|number|uuid|key)$/;
const ofEvent =
  /(^|[^a-z])(event|delivery|webhook|message|notification|update|request|idempotency|dedup\w*|svix|hook)[-_.]?(id|uuid|key|number|guid)$|^id$|delivery$|^x-.*-(delivery|event-id|webhook-id|request-id)|nonce$/;

export function soundsLikeIdentity(field: string): boolean {
  return identity.test(field);
}

/** `id`, `event_id`, `svix-id`, `x-github-delivery` ... */
export function soundsLikeEventId(field: string): boolean {
  return ofEvent.test(field.toLowerCase());
}

/** A table, or what it is asked through, that is kept for telling deliveries apart. */
export function soundsLikeLedger(name: string): boolean {
  return /processed|handled|webhook|deliver|idempot|seen|dedup|inbox|receipt|event/i.test(name);
}

/** The names of what was sent inside of a value, as deep as records are written. */
export function sentFields(held: Value, into: string[] = [], depth = 4): string[] {
  const { field } = held;
  if (field !== null && (held.traits & SENT) !== 0) {
    if (!into.includes(field)) into.push(field);
  }
  if (depth === 0) return into;
  if (held.fields) for (const one of held.fields.values()) sentFields(one, into, depth - 1);
  if (held.items) for (const one of held.items) sentFields(one, into, depth - 1);
  if (held.instance?.fields) for (const one of held.instance.fields.values()) sentFields(one, into, depth - 1);
  if (held.promiseOf) sentFields(held.promiseOf.value, into, depth - 1);
  if (held.made && into.length === 0) for (const one of held.made) sentFields(one.value, into, depth - 1);
  return into;
}

export function isSent(held: Value): boolean {
  return (deepTraits(held) & SENT) !== 0;
}

export function shareKey(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one));
}
