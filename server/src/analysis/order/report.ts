/**
 * What a finished run says of deliveries that come twice: what is done again, and which checks do not keep it from being done.
 *
 * Whatever may keep a second delivery out and cannot be read, does: what is told was seen on a path without any of it.
 */
import type { Evaluated } from '../endpoints/evaluate.js';
import type { Place } from '../finding.js';
import { contains } from '../standing.js';
import type { Attempt } from '../value.js';
import { shareKey, soundsLikeEventId, soundsLikeLedger } from './keys.js';
import type { ClaimInfo, Deed, NotedMark, OrderNotes } from './notes.js';
import { decidingChecks, LOCKED, type Lookup, type Mark, OPAQUE, type Order, STATE_GUARD, TRANSACTION } from './state.js';

export type RaceKind =
  /** Looked for, worked, noted: two at once both find nothing, and what fails in between is done again. */
  | 'marked-after'
  /** Looked for, noted, worked: two at once both find nothing, and what fails afterwards is never done. */
  | 'marked-before'
  /** What was seen is remembered by this process only. */
  | 'process-local'
  /** The claim says that it was refused, and the work is done all the same. */
  | 'goes-on'
  /** Nobody looks at what the claim says. */
  | 'unheeded'
  /** The claim is forgotten while the sender still tries again. */
  | 'short-lived';

export interface Race {
  readonly kind: RaceKind;
  readonly at: Place;
  /** The check, or the claim. */
  readonly spelling: string;
  readonly mark: { readonly spelling: string; readonly at: Place } | null;
  readonly work: Deed;
  /** Seconds that the claim holds. */
  readonly lifetime: number | null;
}

export interface OrderReport {
  /** What is done again for a delivery that comes again; the telling ones first. */
  readonly repeated: readonly Deed[];
  readonly races: readonly Race[];
  /** Whole entries that are put in the place of others, chosen by what was sent, without a condition. */
  readonly overwrites: readonly Deed[];
}

export const nothingRepeated: OrderReport = { repeated: [], races: [], overwrites: [] };

export function orderReport({ run, endpoint }: Evaluated): OrderReport {
  const notes = run.order;
  if (notes.deeds.length === 0 || run.isExhausted) return nothingRepeated;
  const deeds = notes.deeds.filter((deed) => mayDeliver(deed.method) && !isAboutException(deed));
  const races = racesIn(notes, deeds);
  const raced = new Set(races.map((race) => race.work));
  const isLeftToStage = endpoint.stages.some((stage) => stage.expr !== null && stage.expr !== undefined && stage.value.callable === null && spellsClaim(stage));
  const repeated =
    races.length > 0 || isLeftToStage || notes.isCutShort
      ? []
      : deeds.filter((deed) => isRepeated(deed, notes) && !raced.has(deed) && protection(deed, notes) === null);
  const overwrites = isLeftToStage ? [] : deeds.filter((deed) => deed.repeats === 'replaces' && deed.isChosen && claimedBy(deed, notes) === null);
  return { repeated: distinct(repeated), races, overwrites: distinct(overwrites) };
}

function mayDeliver(method: string | null): boolean {
  return method === null || method === 'POST' || method === 'PUT';
}

function isAboutException(deed: Deed): boolean {
  const sites = [deed.event.at, ...deed.event.via];
  return deed.order.caught.some((handler) => sites.some((site) => contains(handler, site)));
}

function spellsClaim(stage: Evaluated['endpoint']['stages'][number]): boolean {
  const { expr } = stage;
  const callee = expr?.kind === 'call' ? expr.callee : expr;
  const name = callee?.kind === 'name' ? callee.name : callee?.kind === 'member' ? callee.property : '';
  return /idempot|dedup|once|claim|replay|unique|lock|duplicate/i.test(name);
}

/** What is done here makes a difference the second time. */
export function isRepeated(deed: Deed, notes: OrderNotes): boolean {
  if (deed.repeats === null || deed.repeats === 'same' || deed.repeats === 'replaces') return false;
  if (notes.survives.has(deed.event.at.range)) return false;
  return deed.repeats !== 'inserts' || deed.keyed === 'plain';
}

/** What stands between this and a second time; null for nothing. */
function protection(deed: Deed, notes: OrderNotes): 'claimed' | 'looked-up' | 'left-open' | null {
  const { order } = deed;
  if (claimedBy(deed, notes)) return 'claimed';
  if (order.flags & (STATE_GUARD | OPAQUE | LOCKED)) return 'left-open';
  if (decidingChecks(order).length > 0) return 'looked-up';
  for (const attempt of notes.claims.keys()) if (deed.attempts.has(attempt)) return 'left-open';
  return order.pending ? 'claimed' : null;
}

function claimedBy(deed: { readonly attempts: Deed['attempts'] }, notes: OrderNotes): Attempt | null {
  for (const attempt of notes.claims.keys()) if (deed.attempts.get(attempt) === 'accepted') return attempt;
  return null;
}

// ---------------------------------------------------------------------------------------------------- races

function racesIn(notes: OrderNotes, deeds: readonly Deed[]): Race[] {
  return [...checkedRaces(notes, deeds), ...unheededClaims(notes, deeds), ...shortLived(notes, deeds)];
}

function checkedRaces(notes: OrderNotes, deeds: readonly Deed[]): Race[] {
  const found: Race[] = [];
  for (const noted of notes.marks) {
    if (!mayDeliver(noted.method) || isGuarded(noted.order) || claimedBy(noted, notes)) continue;
    for (const check of decidingChecks(noted.order)) {
      if (found.some((race) => race.at.range === check.at.range) || !belong(check, noted.mark)) continue;
      const race = raceOf(check, noted, notes, deeds);
      if (race) found.push(race);
    }
  }
  return found;
}

function isGuarded(order: Order): boolean {
  return (order.flags & LOCKED) !== 0;
}

/** The mark notes what the check asks for. */
function belong(check: Lookup, mark: Mark): boolean {
  if (check.kind === 'unreadable' || (check.kind === 'memory') !== (mark.kind === 'memory')) return false;
  if (mark.kind === 'inserts' && !(check.keys.some(soundsLikeEventId) || soundsLikeLedger(check.of) || soundsLikeLedger(mark.of))) return false;
  return shareKey(check.keys, mark.keys) || (check.of !== '' && check.of === mark.of && (check.keys.length === 0 || mark.keys.length === 0));
}

function raceOf(check: Lookup, noted: NotedMark, notes: OrderNotes, deeds: readonly Deed[]): Race | null {
  const { mark } = noted;
  // What is done whether or not it was found is not what the check is for: a cache is filled, and work goes on.
  if (deeds.some((deed) => isWork(deed, notes) && deed.order.found.some((one) => one.at.range === check.at.range))) return null;
  const works = deeds.filter(
    (deed) =>
      deed.event.at.range !== mark.at.range &&
      decidingChecks(deed.order).some((one) => one.at.range === check.at.range) &&
      !isGuarded(deed.order) &&
      claimedBy(deed, notes) === null &&
      isWork(deed, notes),
  );
  const before = works.find((deed) => noted.order.work.some((one) => one.event.at.range === deed.event.at.range) && !standsWith(deed, noted, notes));
  const after = works.find((deed) => deed.order.marks.some((one) => one.at.range === mark.at.range));
  // Whether an insert in front of the work keeps a second one out is for its store to say.
  const work = before ?? (mark.kind === 'inserts' ? undefined : after);
  if (!work) return null;
  const kind: RaceKind = check.kind === 'memory' ? 'process-local' : before ? 'marked-after' : 'marked-before';
  return { kind, at: check.at, spelling: check.spelling, mark: { spelling: mark.spelling, at: mark.at }, work, lifetime: null };
}

/** Who looks before this says himself that it must not be done twice. */
function isWork(deed: Deed, notes: OrderNotes): boolean {
  if (notes.survives.has(deed.event.at.range)) return false;
  // `HandledEvent(...)` makes an object.
  if (deed.event.kind === 'use') return deed.event.takesPayload && !/(^|\.)[A-Z]\w*$/.test(deed.event.spelling);
  return deed.repeats !== 'same' && !(deed.repeats === 'inserts' && deed.keyed === 'unique');
}

/** The write and the mark are one transaction: the second one fails as a whole. */
function standsWith(deed: Deed, { mark, order }: NotedMark, notes: OrderNotes): boolean {
  if (mark.kind !== 'inserts' || deed.event.kind !== 'write') return false;
  if (order.flags & TRANSACTION) return true;
  return deed.order.commits === mark.commits && notes.committed.has(mark.at.range);
}

function unheededClaims(notes: OrderNotes, deeds: readonly Deed[]): Race[] {
  const found: Race[] = [];
  for (const [attempt, info] of notes.claims) {
    // Who swallows what an insert raises may only want it to be there.
    if (!info.isSure || (info.by === 'insert' && !info.keys.some(soundsLikeEventId))) continue;
    const unclaimed = deeds.filter(
      (deed) => (isRepeated(deed, notes) || deed.event.kind === 'use') && deed.attempts.has(attempt) && deed.event.at.range !== attempt.at.range,
    );
    const work = unclaimed.find((deed) => !isProtectedOtherwise(deed, attempt, notes) && isRefused(deed.attempts.get(attempt)));
    if (work) found.push(race('goes-on', attempt, work));
    else if (!attempt.decided && info.by !== 'sadd' && info.by !== 'sAdd') {
      const ignoring = unclaimed.find(
        (deed) => deed.attempts.get(attempt) === 'open' && !isProtectedOtherwise(deed, attempt, notes) && isRepeated(deed, notes),
      );
      if (ignoring) found.push(race('unheeded', attempt, ignoring));
    }
  }
  return found;
}

function race(kind: RaceKind, attempt: Attempt, work: Deed, info?: ClaimInfo): Race {
  return { kind, at: attempt.at, spelling: attempt.spelling, mark: null, work, lifetime: info?.lifetime ?? null };
}

function isRefused(status: string | undefined): boolean {
  return status === 'rejected' || status === 'raised';
}

function isProtectedOtherwise(deed: Deed, but: Attempt, notes: OrderNotes): boolean {
  if (deed.order.flags & (STATE_GUARD | OPAQUE | LOCKED) || decidingChecks(deed.order).length > 0) return true;
  for (const attempt of notes.claims.keys()) if (attempt !== but && deed.attempts.has(attempt)) return true;
  return false;
}

/** Senders go on trying for hours, most of them for days. */
const shortestLife = 1800;

function shortLived(notes: OrderNotes, deeds: readonly Deed[]): Race[] {
  const found: Race[] = [];
  for (const [attempt, info] of notes.claims) {
    if (typeof info.lifetime !== 'number' || info.lifetime >= shortestLife || !info.isSure) continue;
    const work = deeds.find(
      (deed) =>
        deed.attempts.get(attempt) === 'accepted' && (isRepeated(deed, notes) || deed.event.kind === 'use') && !isProtectedOtherwise(deed, attempt, notes),
    );
    // A key that is noted for longer, or looked for as well, makes it a lock.
    if (work && !notes.marks.some((one) => one.mark.kind !== 'memory')) found.push(race('short-lived', attempt, work, info));
  }
  return found;
}

function distinct(deeds: readonly Deed[]): Deed[] {
  const found: Deed[] = [];
  for (const deed of deeds) if (!found.some((one) => one.event.at.range === deed.event.at.range)) found.push(deed);
  return found.sort((a, b) => weight(b) - weight(a));
}

const weights: Readonly<Record<string, number>> = { charges: 9, counts: 8, inserts: 7, appends: 6, sends: 5, starts: 4, posts: 3, enqueues: 1 };

function weight(deed: Deed): number {
  return weights[deed.repeats ?? ''] ?? 0;
}
