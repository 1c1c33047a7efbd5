/** What a path of a run has done so far about deliveries that come twice. */

import type { Place } from '../finding.js';
import type { Event } from '../state.js';
import type { Attempt } from '../value.js';

/** A question for what is kept of a delivery, and where its answer was acted upon. */
export interface Lookup {
  readonly at: Place;
  readonly spelling: string;
  /** `memory` is a table of this process; `unreadable` is a function that may look or claim. */
  readonly kind: 'store' | 'memory' | 'unreadable';
  /** Names of what was sent that it asks for. */
  readonly keys: readonly string[];
  /** What is asked, in lower case: the table, the receiver. */
  readonly of: string;
  /** A part of what was found is meant. */
  readonly isInside: boolean;
}

/** A key that was noted without asking whether it was there. */
export interface Mark {
  readonly at: Place;
  readonly spelling: string;
  readonly kind: 'sets' | 'inserts' | 'memory';
  readonly keys: readonly string[];
  readonly of: string;
  /** Commits that came before it on this path. */
  readonly commits: number;
}

export interface Work {
  readonly event: Event;
  readonly commits: number;
}

export const STATE_GUARD = 1;
export const OPAQUE = 2;
export const LOCKED = 4;
export const TRANSACTION = 8;

export interface Order {
  /** Look-ups that found nothing on this path. */
  readonly checks: readonly Lookup[];
  /** Look-ups that found something: one that did both on the ways here decides nothing. */
  readonly found: readonly Lookup[];
  readonly marks: readonly Mark[];
  /** What was done before. */
  readonly work: readonly Work[];
  readonly flags: number;
  /** An insert that is not committed yet. */
  readonly pending: Attempt | null;
  readonly commits: number;
  /** Handlers of exceptions that the path went through. */
  readonly caught: readonly Place[];
}

export const noOrder: Order = { checks: [], found: [], marks: [], work: [], flags: 0, pending: null, commits: 0, caught: [] };

/** What either path had done counts: who cannot tell which one it was accuses nobody. */
export function joinOrders(a: Order, b: Order): Order {
  if (a === b || b === noOrder) return a;
  if (a === noOrder) return b;
  return {
    checks: united(a.checks, b.checks),
    found: united(a.found, b.found),
    marks: united(a.marks, b.marks),
    work: unitedWork(a.work, b.work),
    flags: a.flags | b.flags,
    pending: a.pending ?? b.pending,
    commits: Math.max(a.commits, b.commits),
    caught: a.caught === b.caught ? a.caught : [...new Set([...a.caught, ...b.caught])],
  };
}

function united<Noted extends { readonly at: Place }>(a: readonly Noted[], b: readonly Noted[]): readonly Noted[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const fresh = b.filter((one) => !a.some((other) => other.at.range === one.at.range));
  return fresh.length === 0 ? a : [...a, ...fresh];
}

function unitedWork(a: readonly Work[], b: readonly Work[]): readonly Work[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const fresh = b.filter((one) => !a.some((other) => other.event.at.range === one.event.at.range));
  return fresh.length === 0 ? a : [...a, ...fresh];
}

export function withFlag(order: Order, flag: number): Order {
  return (order.flags & flag) === flag ? order : { ...order, flags: order.flags | flag };
}

/** What was looked for and not found, where finding it would have led elsewhere. */
export function decidingChecks(order: Order): readonly Lookup[] {
  if (order.found.length === 0) return order.checks;
  return order.checks.filter((check) => !order.found.some((one) => one.at.range === check.at.range));
}
