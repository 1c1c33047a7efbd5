/** One state of a run: what is proven, what was assumed on the way here, and what every name holds. */
import type { Expr } from '../ir/model.js';
import type { EffectKind, Proof } from '../knowledge/rows.js';
import type { Place } from './finding.js';
import { commonlyKnown, type Known, nothingKnown } from './flow/knows.js';
import { kept } from './flow/reach.js';
import { Forked } from './forked.js';
import { claimsKey, joinAttempts } from './order/meeting.js';
import { joinOrders, noOrder, type Order } from './order/state.js';
import { type Attempt, joinValues, type Value } from './value.js';

/** Why this path came past a guard. */
export interface Assumption {
  readonly kind: 'secret-unset' | 'header-missing' | 'flag' | 'caught' | 'address' | 'sender' | 'loopback' | 'other';
  readonly at: Place;
  readonly subject: string;
  /** The setting it is about. */
  readonly setting?: string | undefined;
  /** Nothing ever sets it. */
  readonly isNowhere?: true;
  /** The side of the condition that was taken. */
  readonly side: boolean;
}

export type AttemptStatus = 'open' | 'accepted' | 'rejected' | 'raised';

/** Something the code did, at one place, under one state's knowledge. */
export interface Event {
  /** `use`: the payload is handed to something unknown; `pass`: to a function of the project that is looked into. */
  readonly kind: EffectKind | 'use' | 'pass';
  readonly at: Place;
  readonly spelling: string;
  /** Carries data of the sender. */
  readonly takesPayload: boolean;
  /** Carries only what the provider itself answered when asked about the delivery. */
  readonly takesAnswer: boolean;
  /** Something is asked for at a host that the sender has no say in. */
  readonly asksKnownHost?: boolean;
  /** The calls that led to it, outermost first. */
  readonly via: readonly Place[];
}

/** A call that may take its time, in front of the answer. */
export interface SlowStep {
  readonly kind: EffectKind | 'model';
  readonly at: Place;
  readonly spelling: string;
  /** The code waits for its result in so many words. */
  readonly isAwaited: boolean;
  /** The functions of the project that lead to it, and its own, as `path#id`. */
  readonly within: readonly string[];
  readonly via: readonly Place[];
}

/** Where a refusal was made known and not acted upon. */
export interface Refusal {
  readonly at: Place;
  readonly kind: 'mismatch-continues' | 'result-ignored' | 'object-as-boolean';
  /** The call that handed the refusal on, as a place key. */
  readonly origin: string | null;
  readonly spelling: string;
}

/** All states are made by copying one, so that they share one hidden class. */
export class State {
  proofs: ReadonlySet<Proof>;
  assumptions: readonly Assumption[];
  /** Conditions passed on the way that could be reasons to skip a guard, by place, with the side taken. */
  conditions: ReadonlyMap<string, boolean>;
  attempts: ReadonlyMap<Attempt, AttemptStatus>;
  refusals: ReadonlyMap<Attempt, Refusal>;
  /** Strong effects so far on this path while nothing was proven. */
  early: readonly Event[];
  /** What conditions on the way have settled about the sender's data, by the key of its trail. */
  checked: Known;
  /** What may take its time and was waited for on this path; where paths meet, the longer list. */
  slow: readonly SlowStep[];
  /** What the request's method is known to be. */
  method: string | null;
  /** An answer has been given. */
  isAnswered: boolean;
  /** What was asked, noted and done about deliveries that come twice. */
  order: Order;
  /** The key when it was last asked for, with what it was made of. */
  keyed: Keyed | null;
  env: Forked<number, Value>;
  heap: Forked<string, Value>;
  temps: Forked<Expr, Value>;

  constructor(of: State) {
    this.proofs = of.proofs;
    this.assumptions = of.assumptions;
    this.conditions = of.conditions;
    this.attempts = of.attempts;
    this.refusals = of.refusals;
    this.early = of.early;
    this.checked = of.checked;
    this.slow = of.slow;
    this.method = of.method;
    this.isAnswered = of.isAnswered;
    this.order = of.order;
    this.keyed = of.keyed;
    this.env = of.env;
    this.heap = of.heap;
    this.temps = of.temps;
  }
}

interface Keyed {
  readonly proofs: State['proofs'];
  readonly attempts: State['attempts'];
  readonly method: string | null;
  readonly isAnswered: boolean;
  readonly key: string;
}

const start = new State({
  proofs: new Set(),
  assumptions: [],
  conditions: new Map(),
  attempts: new Map(),
  refusals: new Map(),
  early: [],
  checked: nothingKnown,
  slow: [],
  method: null,
  isAnswered: false,
  order: noOrder,
  keyed: null,
  env: new Forked(),
  heap: new Forked(),
  temps: new Forked(),
});

export function freshState(): State {
  return copyState(start);
}

export function copyState(state: State): State {
  const copy = new State(state);
  copy.env = state.env.fork();
  copy.heap = state.heap.fork();
  copy.temps = state.temps.fork();
  return copy;
}

/** States with the same key may meet: nothing a rule asks about tells them apart. */
export function keyOf(state: State): string {
  const known = state.keyed;
  if (known && known.proofs === state.proofs && known.attempts === state.attempts && known.method === state.method && known.isAnswered === state.isAnswered)
    return known.key;
  let key = `${state.method ?? ''}${state.isAnswered ? '!' : ''}`;
  for (const proof of [...state.proofs].sort()) key += `|${proof}`;
  if (state.attempts.size > 0) {
    for (const [attempt, status] of [...state.attempts].sort((a, b) => a[0].id - b[0].id))
      if (attempt.kind !== 'claim') key += `;${attempt.id}${status[0]}${status[1]}`;
    key += claimsKey(state.attempts);
  }
  state.keyed = { proofs: state.proofs, attempts: state.attempts, method: state.method, isAnswered: state.isAnswered, key };
  return key;
}

/** Meets `b` into `a`, both of one key. */
export function joinStates(a: State, b: State): State {
  const met = new State(a);
  met.attempts = joinAttempts(a.attempts, b.attempts);
  met.isAnswered = a.isAnswered && b.isAnswered;
  met.assumptions = joinAssumptions(a.assumptions, b.assumptions);
  if (a.conditions !== b.conditions) met.conditions = new Map([...a.conditions].filter(([key, side]) => b.conditions.get(key) === side));
  if (a.refusals.size < b.refusals.size) met.refusals = b.refusals;
  met.checked = commonlyKnown(a.checked, b.checked);
  met.early = joinEvents(a.early, b.early);
  if (b.slow.length > a.slow.length) met.slow = b.slow;
  met.order = joinOrders(a.order, b.order);
  met.env = a.env.joined(b.env, a.checked === b.checked ? joinValues : (one, other) => joinValues(kept(one, a), kept(other, b)));
  met.heap = a.heap.joined(b.heap, joinValues);
  met.temps = a.temps.joined(b.temps, joinValues);
  return met;
}

/** States that meet have most of their past in common, so only what each saw since they parted is compared. */
function joinEvents(a: readonly Event[], b: readonly Event[]): readonly Event[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  let common = 0;
  while (common < a.length && a[common] === b[common]) common += 1;
  if (common === b.length) return a;
  if (common === a.length) return b;
  const known = new Set(a.slice(common).map((event) => placeKey(event.at)));
  const fresh = b.slice(common).filter((event) => !known.has(placeKey(event.at)));
  return fresh.length === 0 ? a : [...a, ...fresh];
}

function joinAssumptions(a: readonly Assumption[], b: readonly Assumption[]): readonly Assumption[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const all = [...a, ...b.filter((one) => !a.some((other) => other.side === one.side && samePlace(other.at, one.at)))];
  if (all.length <= 20) return all;
  const telling = all.filter((one) => !isVague(one));
  return [...telling, ...all.filter(isVague).slice(-(20 - Math.min(telling.length, 20)))].slice(0, 20);
}

/** A condition that is no reason by itself to skip a check; the ones to forget when there are many. */
export function isVague({ kind }: Assumption): boolean {
  return kind === 'other' || kind === 'sender' || kind === 'loopback';
}

export function placeKey(at: Place): string {
  return `${at.path}:${at.range.start}:${at.range.end}`;
}

export function samePlace(a: Place, b: Place): boolean {
  return a.path === b.path && a.range.start === b.range.start && a.range.end === b.range.end;
}
