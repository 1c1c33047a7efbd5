/**
 * Guards of an endpoint: which were tried, which decide, and which ways lead past them.
 *
 * The answer has three values. What was seen on a path is told with the path; what could not be read is told as such.
 */

import type { Evaluated } from './endpoints/evaluate.js';
import type { Place } from './finding.js';
import { type EventRecord, isStrong, type Run } from './run.js';
import { lackingMethod } from './siblings.js';
import { answersAndStays, contains, standsInAssertion, standsInFinally } from './standing.js';
import type { Assumption, Event } from './state.js';
import type { Attempt } from './value.js';

export type Verdict = 'verified' | 'unverified' | 'cannot-tell' | 'idle';

export type BypassKind =
  | 'secret-unset'
  | 'secret-nowhere'
  | 'header-missing'
  | 'debug-flag'
  | 'exception-swallowed'
  | 'mismatch-continues'
  | 'result-ignored'
  | 'not-awaited'
  | 'object-as-boolean'
  | 'always-accepts'
  | 'attached-late'
  | 'runs-anyway'
  | 'catch-parses'
  | 'status-only'
  | 'asserted'
  | 'loopback'
  | 'sender-says'
  | 'token-optional'
  | 'switched-off'
  | 'both-undefined'
  | 'unset-in-text'
  | 'method-missing'
  | 'empty-key'
  | 'key-from-sender'
  | 'other-path';

/** A way to an effect on which a guard did not decide. */
export interface Bypass {
  readonly kind: BypassKind;
  /** What lets it through: the condition, the call, the catch. */
  readonly at: Place;
  readonly subject: string;
  readonly attempt: Attempt | null;
  readonly event: Event;
}

export interface GuardReport {
  readonly verdict: Verdict;
  /** Tries that could prove something. */
  readonly guards: readonly Attempt[];
  readonly unreadable: readonly Attempt[];
  /** Parsers that look like verifiers. */
  readonly skipped: readonly Attempt[];
  readonly challenges: readonly Attempt[];
  readonly bypasses: readonly Bypass[];
  readonly late: readonly { readonly event: Event; readonly attempt: Attempt }[];
  /** Tokens that were read, or verified in a way that proves nothing, in front of something that happens unproven. */
  readonly unprovenTokens: readonly { readonly attempt: Attempt; readonly event: Event }[];
  /** Verifiers that an option has switched off, in front of something that happens unproven. */
  readonly switchedOff: readonly { readonly attempt: Attempt; readonly event: Event }[];
  /** The first thing that happens to a delivery nobody has verified; null when nothing does. */
  readonly exposed: Event | null;
  /** The run ended before the code did. */
  readonly isCutShort: boolean;
}

export function guardReport(evaluated: Evaluated): GuardReport {
  const { run } = evaluated;
  const attempts = [...run.attempts.values()];
  const openly = attempts.filter((one) => one.kind === 'unreadable');
  const records = run.records.filter((one) => one.method === null || one.method === 'POST' || one.method === 'PUT');
  const unproven = records.filter((one) => !one.isProven);
  const proven = records.filter((one) => one.isProven);
  const proving = attempts.filter((one) => one.proofs.some((proof) => proof === 'signature' || proof === 'token' || proof === 'identity'));
  // A session guards what only people reach; it says nothing of what is done for everybody.
  const guards = unproven.every((one) => one.event.kind === 'pass') ? proving : proving.filter((one) => one.kind !== 'session');
  const unreadable = run.unknownSigner && guards.length === 0 && openly.length === 0 ? [run.unknownSigner] : openly;
  const stubs = attempts.filter((one) => one.kind === 'stub');
  const bypasses =
    guards.length > 0 || stubs.length > 0
      ? bypassesOf(
          telling(unproven, proven),
          proven,
          guards.filter((one) => one.kind !== 'lookup' && one.kind !== 'session'),
          stubs,
          run.late.map((one) => one.event),
          run,
        )
      : [];
  const late = guards.length > 0 ? distinctLate(run.late.filter((one) => !bypasses.some((bypass) => samePlace(bypass.event.at, one.event.at)))) : [];
  const unguarded = unproven.filter((one) => one.event.kind !== 'pass');
  // The delivery only says what to ask for, and what is done is done with the answer.
  const isFetchedAgain =
    proven.some((one) => one.event.takesAnswer) &&
    unguarded.every((one) => one.event.kind === 'read' || (one.event.kind === 'fetch' && one.event.asksKnownHost));
  const exposed = isFetchedAgain
    ? undefined
    : (unguarded.find((one) => isStrong(one.event) && one.event.kind !== 'send') ??
      unguarded.find((one) => isStrong(one.event)) ??
      unguarded.find((one) => one.event.kind !== 'read' && one.event.kind !== 'fetch') ??
      unguarded[0]);
  let verdict: Verdict;
  if (guards.length > 0) verdict = bypasses.length > 0 ? 'unverified' : isLeftToUnreadable(guards, unreadable, unproven) ? 'cannot-tell' : 'verified';
  else if (unreadable.length > 0 || run.isExhausted) verdict = 'cannot-tell';
  else if (evaluated.handler === null) verdict = 'cannot-tell';
  else if (exposed) verdict = 'unverified';
  else verdict = 'idle';
  return {
    verdict,
    guards,
    unreadable,
    skipped: attempts.filter((one) => one.kind === 'skipped'),
    challenges: attempts.filter((one) => one.kind === 'challenge'),
    bypasses,
    late,
    unprovenTokens: metAfter(
      attempts.filter((one) => one.kind === 'skipped' && one.token !== null),
      unguarded,
    ),
    switchedOff: metAfter(
      attempts.filter((one) => one.kind === 'skipped' && one.token === null && one.off !== null),
      unguarded,
    ),
    exposed: exposed?.event ?? null,
    isCutShort: run.isExhausted,
  };
}

/** What happens unproven after each of these. */
function metAfter(attempts: readonly Attempt[], unguarded: readonly EventRecord[]): { readonly attempt: Attempt; readonly event: Event }[] {
  return attempts.flatMap((attempt) => {
    const after = unguarded.filter((one) => one.attempts.has(attempt));
    const met = after.find((one) => isStrong(one.event)) ?? after[0];
    return met ? [{ attempt, event: met.event }] : [];
  });
}

/** A verdict was handed to something that cannot be read, and nothing else depends on it. */
function isLeftToUnreadable(guards: readonly Attempt[], unreadable: readonly Attempt[], unproven: readonly EventRecord[]): boolean {
  return (
    unreadable.length > 0 &&
    unproven.some(
      (one) => isStrong(one.event) && guards.some((guard) => one.attempts.get(guard) === 'open') && unreadable.some((each) => one.attempts.has(each)),
    )
  );
}

/** What comes after a refusal too (metrics, flushing) is no proof of one that was missed; what takes the delivery is. */
function telling(unproven: readonly EventRecord[], proven: readonly EventRecord[]): EventRecord[] {
  const processing = new Set(proven.filter((one) => one.event.takesPayload).map((one) => keyOf(one.event.at)));
  return processing.size > 0 ? unproven.filter((one) => one.event.takesPayload || processing.has(keyOf(one.event.at))) : [...unproven];
}

function bypassesOf(
  unproven: readonly EventRecord[],
  proven: readonly EventRecord[],
  guards: readonly Attempt[],
  stubs: readonly Attempt[],
  late: readonly Event[],
  run: Run,
): Bypass[] {
  const found: Bypass[] = [];
  const swallowed = (handler: Place | undefined): BypassKind =>
    handler && run.parsedAfterAll.some((one) => contains(handler, one)) ? 'catch-parses' : 'exception-swallowed';
  const unheeded = (kind: BypassKind, at: Place, record: EventRecord): BypassKind =>
    kind === 'result-ignored' && standsInAssertion(run.world.project, at)
      ? 'asserted'
      : kind === 'mismatch-continues' && (record.isAnswered || answersAndStays(run.world.project, at))
        ? 'status-only'
        : kind;
  const optionallyChecked = run.optionalChecks.map((at) => lackingMethod(run.world, at)).find((one) => one !== null);
  const provenPlaces = new Set(proven.map((one) => keyOf(one.event.at)));
  const latePlaces = new Set(late.map((one) => keyOf(one.at)));
  const add = (bypass: Bypass): void => {
    if (!found.some((one) => one.kind === bypass.kind && keyOf(one.at) === keyOf(bypass.at))) found.push(bypass);
  };
  for (const record of unproven) {
    const { event } = record;
    const alsoProven = provenPlaces.has(keyOf(event.at));
    if (isInsideCatch(record)) continue; // what is done about an exception is no use of the delivery
    if (!isStrong(event) && event.kind !== 'use' && !(event.kind === 'pass' && alsoProven)) continue;
    const tried = guards.filter((guard) => record.attempts.has(guard));
    const raised = tried.find((guard) => record.attempts.get(guard) === 'raised');
    const rejected = tried.find((guard) => record.attempts.get(guard) === 'rejected');
    const open = tried.find((guard) => record.attempts.get(guard) === 'open');
    // A condition is why the guard was missed only if the guard is met on its other side, and not on this one.
    const relevant = record.assumptions
      .filter((one) => run.guardedSides.has(`${keyOf(one.at)} ${!one.side}`) && !run.guardedSides.has(`${keyOf(one.at)} ${one.side}`))
      .map((one) => (isKeyOf(one, guards) ? { ...one, kind: 'secret-unset' as const } : one));
    const assumed = lastOf(relevant, ['header-missing']) ?? lastOf(relevant, ['secret-unset']) ?? lastOf(relevant, ['flag']);
    const around = lastOf(relevant, ['other', 'sender', 'loopback']);
    const caught = lastOf(record.assumptions, ['caught']);
    const unreadable = [...record.attempts.keys()].some((one) => one.kind === 'unreadable');
    if (raised) {
      // What failed is tried again: with another key, in another environment.
      if (event.kind === 'pass' && raised.via?.some((site) => samePlace(site, event.at))) continue;
      if (alsoProven || (isStrong(event) && proven.length === 0))
        add(
          standsInFinally(run.world.project, event)
            ? { kind: 'runs-anyway', at: event.at, subject: raised.spelling, attempt: raised, event }
            : { kind: swallowed(caught?.at), at: caught?.at ?? raised.at, subject: raised.spelling, attempt: raised, event },
        );
    } else if (rejected) {
      if (!alsoProven && (proven.length > 0 || !event.takesPayload)) continue;
      if (caught && record.refusals.get(rejected) !== undefined) {
        add({ kind: swallowed(caught.at), at: caught.at, subject: rejected.spelling, attempt: rejected, event });
        continue;
      }
      const flag = assumed ?? decidingFlag(record.assumptions);
      if (flag?.kind === 'loopback') add({ kind: 'loopback', at: flag.at, subject: flag.subject, attempt: rejected, event });
      else if (flag?.kind === 'flag') add({ kind: 'debug-flag', at: flag.at, subject: flag.subject, attempt: rejected, event });
      else if (assumed?.kind === 'secret-unset') add({ kind: unsetKind(assumed), at: assumed.at, subject: assumed.subject, attempt: rejected, event });
      else {
        const refusal = record.refusals.get(rejected);
        const at = refusal?.at ?? rejected.at;
        add({
          kind: unheeded(refusal?.kind ?? 'mismatch-continues', at, record),
          at,
          subject: refusal?.spelling ?? rejected.spelling,
          attempt: rejected,
          event,
        });
      }
    } else if (open) {
      if (open.ignored === 'not-awaited') add({ kind: 'not-awaited', at: open.ignoredAt ?? open.at, subject: open.spelling, attempt: open, event });
      else if (open.ignored === 'object-as-boolean')
        add({ kind: 'object-as-boolean', at: open.ignoredAt ?? open.at, subject: open.spelling, attempt: open, event });
      else if (open.ignored === 'optional') add({ kind: 'token-optional', at: open.at, subject: open.spelling, attempt: open, event });
      else if (!open.decided)
        add({
          kind: unheeded('result-ignored', open.ignoredAt ?? open.at, record),
          at: open.ignoredAt ?? open.at,
          subject: open.spelling,
          attempt: open,
          event,
        });
      else if (alsoProven) add({ kind: unheeded('mismatch-continues', open.at, record), at: open.at, subject: open.spelling, attempt: open, event });
    } else if (lastOf(relevant, ['address'])) {
      // The check is for some endpoints; whether this is one of them cannot be told.
    } else if (assumed && (alsoProven || isStrong(event) || event.takesPayload)) {
      add({
        kind: assumed.kind === 'flag' ? 'debug-flag' : assumed.kind === 'secret-unset' ? unsetKind(assumed) : 'header-missing',
        at: assumed.at,
        subject: assumed.subject,
        attempt: guards[0] ?? null,
        event,
      });
    } else if (stubs.length > 0 && guards.length === 0) {
      const stub = stubs[0] as Attempt;
      add({ kind: 'always-accepts', at: stub.at, subject: stub.spelling, attempt: stub, event });
    } else if (unreadable || latePlaces.has(keyOf(event.at))) {
      // Something that cannot be read stood in front of it, or it is told as late.
    } else if (isStrong(event) && optionallyChecked) {
      const { name, method, at } = optionallyChecked;
      add({ kind: 'method-missing', at, subject: `${name}.${method}`, attempt: guards[0] ?? null, event });
    } else if (isStrong(event) && guards.length > 0 && (alsoProven || (around && event.takesPayload))) {
      const lacking = around ? lackingMethod(run.world, around.at) : null;
      if (lacking) {
        add({ kind: 'method-missing', at: lacking.at, subject: `${lacking.name}.${lacking.method}`, attempt: guards[0] ?? null, event });
        continue;
      }
      const kind = around?.kind === 'loopback' ? 'loopback' : around?.kind === 'sender' ? 'sender-says' : 'other-path';
      const subject = kind === 'other-path' ? event.spelling : (around?.subject ?? event.spelling);
      add({ kind, at: around?.at ?? event.at, subject, attempt: guards[0] ?? null, event });
    }
  }
  return oneCauseEach(found);
}

function unsetKind(assumed: Assumption): BypassKind {
  return assumed.isNowhere ? 'secret-nowhere' : 'secret-unset';
}

/** A setting that a guard takes its key from is the secret, whatever it is called. */
function isKeyOf(one: Assumption, guards: readonly Attempt[]): boolean {
  return one.kind === 'flag' && one.setting !== undefined && guards.some((guard) => guard.key?.setting?.name === one.setting);
}

/** `genuine or app.debug`: the setting that lets a refused delivery through, where only one side of it came here. */
function decidingFlag(assumptions: readonly Assumption[]): Assumption | undefined {
  return assumptions.find(
    (one) =>
      (one.kind === 'flag' || one.kind === 'loopback') &&
      one.side &&
      !assumptions.some((other) => other.side !== one.side && keyOf(other.at) === keyOf(one.at)),
  );
}

function isInsideCatch(record: EventRecord): boolean {
  const sites = [record.event.at, ...record.event.via];
  return record.assumptions.some(
    (one) =>
      one.kind === 'caught' && sites.some((site) => site.path === one.at.path && site.range.start >= one.at.range.start && site.range.end <= one.at.range.end),
  );
}

/** An effect that is reached for a telling reason is not told again for a vague one. */
function oneCauseEach(found: readonly Bypass[]): Bypass[] {
  // Who does not act upon a refusal does not act upon any: the reasons for refusing are no findings of their own.
  const unheeded = found.filter(
    (one) =>
      one.kind === 'not-awaited' ||
      one.kind === 'object-as-boolean' ||
      one.kind === 'result-ignored' ||
      one.kind === 'asserted' ||
      one.kind === 'mismatch-continues' ||
      one.kind === 'status-only',
  );
  if (unheeded.length > 0) return firstPerAttempt(unheeded);
  const telling = found.filter((one) => one.kind !== 'other-path' && one.kind !== 'sender-says' && one.kind !== 'loopback');
  return telling.length > 0 ? telling : found.slice(0, 1);
}

function firstPerAttempt(found: readonly Bypass[]): Bypass[] {
  const seen = new Set<Attempt | null>();
  return found.filter((one) => !seen.has(one.attempt) && seen.add(one.attempt));
}

function lastOf(assumptions: readonly Assumption[], kinds: readonly Assumption['kind'][]): Assumption | undefined {
  return [...assumptions].reverse().find((one) => kinds.includes(one.kind));
}

function distinctLate<Late extends { readonly event: Event; readonly attempt: Attempt }>(late: readonly Late[]): Late[] {
  const seen = new Set<string>();
  // The first effect tells it; what follows has the same cause.
  const first = [...late].sort((a, b) => a.event.at.range.start - b.event.at.range.start);
  return first.filter((one) => !seen.has(keyOf(one.attempt.at)) && seen.add(keyOf(one.attempt.at))).slice(0, 1);
}

function keyOf(at: Place): string {
  return `${at.path}:${at.range.start}:${at.range.end}`;
}

function samePlace(a: Place, b: Place): boolean {
  return keyOf(a) === keyOf(b);
}
