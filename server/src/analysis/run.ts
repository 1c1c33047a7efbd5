/**
 * Runs a function on abstract values, path by path, and keeps account of guards and effects.
 *
 * A state is one way to come to a place; states that differ in what is proven or tried stay apart, others meet. The run is
 * bounded by a number of steps; what lies beyond is unknown, never wrong.
 */

import { type Block, type ControlFlow, orderOf, type Step } from '../ir/control-flow.js';
import type { BinaryExpr, Expr, FunctionNode, IndexExpr, Module, Pattern, Range } from '../ir/model.js';
import { answer } from './answered.js';
import type { ChosenKey } from './bounds.js';
import { callExpression } from './calls/dispatch.js';
import { noteEntry } from './calls/effects.js';
import { plainAttempt } from './calls/model.js';
import { unknownSigner } from './caught-signature.js';
import { judgeComparison } from './compare.js';
import type { Place } from './finding.js';
import { noteNamedEntry } from './flow/entries.js';
import { kept } from './flow/reach.js';
import { type Flow, noteAnswer, noteStored } from './flow/sinks.js';
import type { WeakCheck, WeaklyStored } from './flow/stored.js';
import { noteOwner, noteTenant } from './flow/tenants.js';
import { formTrail, memberTrail } from './flow/trail.js';
import { Forked } from './forked.js';
import type { Interest } from './interest.js';
import { type AgeTest, ageTest } from './moments.js';
import { caughtBy, placeAssigned } from './order/assignments.js';
import { partOfLookup } from './order/looked.js';
import { OrderNotes } from './order/notes.js';
import { orElse, type Reading, read, readMember, settled } from './read.js';
import { type Refining, refine } from './refine.js';
import { PART } from './shape.js';
import { ACTS, noteRaised, Shown, USES } from './shown.js';
import { type Assumption, type AttemptStatus, copyState, type Event, joinStates, keyOf, placeKey, type SlowStep, type State } from './state.js';
import {
  ANY,
  type Argument,
  type Attempt,
  bits,
  type Callable,
  changed,
  DERIVED,
  deepTraits,
  FALSE,
  FALSY,
  HEADER,
  joinValues,
  NULL,
  nothing,
  PAYLOAD,
  QUERY,
  REQUEST,
  SENT,
  TRUE,
  unknown,
  type Value,
  type Verdict,
  value,
} from './value.js';
import { type Frame, placeOf, type World } from './world.js';

export interface Outcome {
  readonly kind: 'return' | 'raise';
  readonly state: State;
  readonly value: Value;
  /** Where it returns or raises; null at the end of the body. */
  readonly at: Place | null;
}

/** An event with what was known when it happened. */
export interface EventRecord {
  readonly event: Event;
  readonly isProven: boolean;
  readonly assumptions: readonly Assumption[];
  readonly conditions: ReadonlyMap<string, boolean>;
  readonly refusals: State['refusals'];
  readonly attempts: ReadonlyMap<Attempt, AttemptStatus>;
  readonly method: string | null;
  /** The request had been answered when it happened. */
  readonly isAnswered: boolean;
}

export interface LateEffect {
  readonly event: Event;
  readonly attempt: Attempt;
}

const maxStates = 14;
const maxVisits = 3;
const maxDepth = 14;
/** What is run aside may not use up what the question of the sender needs. */
const maxStepsAside = 2_500;

export class Run implements Reading, Refining {
  readonly records: EventRecord[] = [];
  readonly attempts = new Map<string, Attempt>();
  readonly late: LateEffect[] = [];
  /** Per side of a condition: was a guard tried after it was passed on that side? */
  readonly guardedSides = new Set<string>();
  /** States handed on by `next()` since the last `takeNexts`. */
  private nexts: State[] = [];
  /** Claims of tokens that the code compares or hands to a check; `*` where it cannot be told which. */
  readonly claimsLookedAt = new Set<string>();
  /** Tests of the Authorization header that are no comparison with anything kept. */
  readonly bearerTests = new Map<string, Place>();
  /** Where a delivery is parsed after an exception was caught. */
  readonly parsedAfterAll: Place[] = [];
  /** What may verify, by the exception that is caught behind it. */
  unknownSigner: Attempt | null = null;
  /** Checks that are made where there is one: `sender.verify?.(request)`. */
  readonly optionalChecks: Place[] = [];
  /** Where something is fetched from a host that the sender chose. */
  readonly chosenHosts: Place[] = [];
  /** A token was met, so that its claims are worth following. */
  readsTokens = false;
  /** Comparisons of the clock with something sent, by place. */
  readonly ages = new Map<string, AgeTest>();
  /** When it was sent was handed to something unknown, which may have looked at it. */
  handsOnTimestamp = false;
  /** Headers that were read, in lower case. */
  readonly headersRead = new Set<string>();
  /** Payload data reaching places where it matters, by kind and place. */
  readonly flows = new Map<string, Flow>();
  readonly order = new OrderNotes();
  /** Checks that let more through than they say, by the key of what they were asked about, and where it was stored. */
  readonly weakChecks = new Map<string, WeakCheck>();
  readonly weaklyStored = new Map<string, WeaklyStored>();
  /** Look-ups, by where their first argument stands, that gave a tenant whose own secret was read, with the keys of what they went by. */
  readonly tenants = new Map<Range, ReadonlySet<string>>();
  /** Look-ups, by the same, that gave something which was then compared. */
  readonly owned = new Set<Range>();
  /** Functions that were run, as `path#id`. */
  readonly entered = new Set<string>();
  /** What is shown in logs, errors and answers. */
  readonly shown: Shown = new Shown();
  /** Keys of limiters that the sender chooses, where one is asked by hand. */
  readonly limiterKeys = new Map<string, ChosenKey>();
  /** The longest way to an answer so far. */
  slowest: readonly SlowStep[] = [];
  /** What was done since this was set to 0. */
  private works = 0;
  private steps = 0;
  private handlersAbove = 0;
  private quiet = 0;
  private stepsAside = 0;
  private readonly attemptsAside = new Map<string, Attempt>();

  constructor(
    /** A later look that draws on this run puts its own here, so that the one it was made in is kept by nobody. */
    public world: World,
    private readonly maxSteps = 12_000,
  ) {}

  get interest(): Interest {
    return this.world.interest;
  }

  /** There is room for following what a sender that is known has sent. */
  get hasRoom(): boolean {
    return this.stepsAside < maxStepsAside;
  }

  get isExhausted(): boolean {
    return this.quiet > 0 ? this.stepsAside > 2 * maxStepsAside : this.steps > this.maxSteps;
  }

  takeNexts(): State[] {
    const taken = this.nexts;
    this.nexts = [];
    return taken;
  }

  passOn(state: State): void {
    this.nexts.push(copyState(state));
  }

  onHeader(field: string): void {
    this.headersRead.add(field);
  }

  onOrder(expr: BinaryExpr, left: Value, right: Value, frame: Frame): void {
    if (this.quiet > 0) return;
    const at = placeOf(frame, expr.range);
    const test = ageTest(left, right, isNegative(expr.right), isNegative(expr.left), at);
    if (test) this.ages.set(placeKey(at), test);
  }

  onSecretOf(object: Value): void {
    noteTenant(this, object);
  }

  onEntry(expr: IndexExpr, table: Value, key: Value, frame: Frame, state: State): void {
    noteNamedEntry(this, expr, table, key, frame, state);
  }

  onAge(at: Place): void {
    if (this.quiet > 0) return;
    const key = placeKey(at);
    if (!this.ages.has(key)) this.ages.set(key, { at, past: true, future: true, seconds: null });
  }

  onComparison(expr: BinaryExpr, left: Value, right: Value, frame: Frame, state: State): Verdict | null {
    noteOwner(this, left, right);
    return judgeComparison(this, expr, left, right, frame, state);
  }

  /** One attempt per place, whichever state comes by; a place that compares several things has one for each kind. */
  attempt(at: Place, make: (id: number) => Attempt, kind = ''): Attempt {
    const key = `${at.path}:${at.range.start}:${at.range.end}${kind}`;
    const attempts = this.quiet > 0 && kind !== 'claim' ? this.attemptsAside : this.attempts;
    let attempt = attempts.get(key);
    if (attempt === undefined) {
      attempt = make(this.attempts.size + this.attemptsAside.size);
      attempts.set(key, attempt);
    }
    return attempt;
  }

  vouched(state: State, at: Place, spelling: string): Attempt {
    const attempt = this.attempt(at, (id): Attempt => ({ ...plainAttempt(id, 'lookup', at, spelling), proofs: ['identity'] }));
    this.tried(state, attempt);
    return attempt;
  }

  tried(state: State, attempt: Attempt, status: AttemptStatus = 'open'): void {
    if (state.attempts.get(attempt) === 'accepted' || (status === 'open' && state.attempts.has(attempt))) return;
    state.attempts = new Map(state.attempts).set(attempt, status);
    if (attempt.proofs.length > 0 && attempt.kind !== 'claim' && attempt.kind !== 'session')
      for (const [key, side] of state.conditions) this.guardedSides.add(`${key} ${side}`);
  }

  accept(state: State, attempt: Attempt): void {
    state.attempts = new Map(state.attempts).set(attempt, 'accepted');
    // What has come before says nothing of who sent it.
    if (attempt.proofs.length === 0 || attempt.kind === 'claim') return;
    state.proofs = new Set([...state.proofs, ...attempt.proofs]);
    if (!isProven(state) || attempt.kind === 'session') return;
    for (const event of state.early) if (attempt.kind !== 'lookup' || (event.kind !== 'fetch' && event.kind !== 'send')) this.late.push({ event, attempt });
    state.early = [];
    state.assumptions = [];
  }

  /** What is tried and done meanwhile is nobody's business; where data goes is, and what is done about deliveries that come twice. */
  quietly(run: () => Outcome[]): Outcome[] {
    this.quiet += 1;
    const outcomes = run();
    this.quiet -= 1;
    return outcomes;
  }

  /** What is run is something that others may run some time: what it does is theirs. */
  mayBeRun<Result>(run: () => Result): Result {
    const before = this.works;
    const result = run();
    this.works = this.works === before ? before : before | USES;
    return result;
  }

  record(event: Event, state: State): void {
    if (event.kind !== 'pass') this.works |= event.kind === 'use' ? USES : ACTS;
    if (this.quiet > 0) return;
    const proven = isProven(state) || event.takesAnswer;
    this.records.push({
      event,
      isProven: proven,
      assumptions: state.assumptions,
      conditions: state.conditions,
      refusals: state.refusals,
      attempts: state.attempts,
      method: state.method,
      isAnswered: state.isAnswered,
    });
    if (!proven && isStrong(event) && !state.early.some((one) => one.at.range.start === event.at.range.start)) state.early = [...state.early, event];
  }

  /** True when an exception now would be caught by code of the project. */
  get exceptionsMatter(): boolean {
    return this.handlersAbove > 0;
  }

  /** Runs a function of the project. Recursion, depth and exhaustion give an unknown result. */
  call(callable: Callable, args: readonly Argument[], frame: Frame | null, state: State, site: Place | null = null): Outcome[] {
    if (callable.special === 'resolve' || callable.special === 'reject') {
      state.heap.set(callable.special === 'reject' ? '#rejected' : '#resolved', args[0]?.value ?? nothing);
      return [{ kind: 'return', state, value: nothing, at: null }];
    }
    if (callable.special === 'answer') {
      answer(state, args);
      return [{ kind: 'return', state, value: nothing, at: null }];
    }
    if (callable.special === 'next') {
      const isError = args.length > 0 && args[0]?.value.truth !== 1 && args[0]?.value.literal !== 'route' && ((args[0]?.value.traits ?? 0) & REQUEST) === 0;
      if (!isError) this.passOn(state);
      return [{ kind: 'return', state, value: unknown, at: null }];
    }
    const given = callable.bound ? [...callable.bound, ...args] : args;
    const key = `${callable.path}#${callable.functionId}`;
    const module = this.world.project.module(callable.path);
    const fn = this.world.functionAt(callable.path, callable.functionId);
    const stack = frame?.stack ?? [];
    if (!module || !fn || stack.includes(key) || stack.length >= maxDepth || this.isExhausted) {
      return [{ kind: 'return', state, value: value({ traits: argumentTraits(args) }), at: null }];
    }
    const inner: Frame = {
      path: callable.path,
      module,
      self: callable.self,
      stack: [...stack, key],
      calls: site ? [...(frame?.calls ?? []), site] : (frame?.calls ?? []),
      ...(frame?.isBackground ? { isBackground: true } : {}),
    };
    if (this.quiet === 0) this.entered.add(key);
    const callerEnv = state.env;
    const callerTemps = state.temps;
    const shared = this.enterScope(callable, fn, inner, state);
    for (const [key, held] of callerEnv.entries()) if (this.world.isModuleLevel(key)) state.env.set(key, held);
    state.temps = new Forked();
    this.bindParameters(fn, given, callable, inner, state);
    const outcomes = this.runBody(fn, this.world.flow(fn), inner, state);
    for (const outcome of outcomes) {
      const env = callerEnv.fork();
      for (const binding of shared) {
        const held = outcome.state.env.get(binding);
        if (held !== undefined) env.set(binding, held);
      }
      for (const [key, held] of outcome.state.env.entries()) if (this.world.isModuleLevel(key)) env.set(key, held);
      outcome.state.env = env;
      outcome.state.temps = callerTemps.fork();
    }
    return outcomes;
  }

  /**
   * A function sees its own names and those of the functions around it: the caller's, where that is still running, else the
   * captured ones. Returns the keys of the names it shares with the caller.
   */
  private enterScope(callable: Callable, fn: FunctionNode, frame: Frame, state: State): number[] {
    const env = new Forked<number, Value>();
    const shared: number[] = [];
    for (let owner: number | null = fn.owner; owner !== null && owner !== 0; owner = this.world.functionAt(frame.path, owner)?.owner ?? null) {
      const isLive = frame.stack.slice(0, -1).includes(`${frame.path}#${owner}`);
      for (const binding of bindingsOf(frame.module, owner)) {
        const key = this.world.bindingKey(frame.path, binding);
        const callers = isLive ? state.env.get(key) : undefined;
        const held = callers ?? callable.captured?.get(key);
        if (held !== undefined) env.set(key, held);
        if (isLive) shared.push(key);
      }
    }
    state.env = env;
    return shared;
  }

  private bindParameters(fn: FunctionNode, given: readonly Argument[], callable: Callable, frame: Frame, state: State): void {
    const first = fn.params[0]?.pattern;
    const takesSelf = fn.classId !== null && !fn.isStatic && first?.kind === 'bind' && (first.name === 'self' || first.name === 'cls');
    const args: Argument[] = [];
    if (takesSelf) args.push({ name: null, spread: null, value: callable.self ?? ownClass(first.name, fn, frame), range: fn.range });
    let openEnded: Value | null = null;
    let openRecord: Value | null = null;
    for (const one of given) {
      if (one.spread === 'list') {
        if (one.value.items) args.push(...one.value.items.map((item) => ({ name: null, spread: null, value: item, range: one.range })));
        else openEnded = value({ traits: one.value.traits });
      } else if (one.spread === 'record') {
        if (one.value.fields) for (const [name, item] of one.value.fields) args.push({ name, spread: null, value: item, range: one.range });
        else if (one.value.trail) openRecord = one.value;
      } else args.push(one);
    }
    const positional = args.filter((one) => one.name === null);
    const named = new Map(args.flatMap((one) => (one.name === null ? [] : [[one.name, one.value] as const])));
    fn.params.forEach((param, index) => {
      let held: Value | undefined;
      if (param.rest === 'list') held = value({ items: positional.slice(index).map((one) => one.value), truth: ANY });
      else if (param.rest === 'record') held = openRecord ? changed(openRecord, { fields: null }) : value({ fields: new Map(named), truth: ANY });
      else {
        held = positional[index]?.value;
        if (held === undefined && param.pattern.kind === 'bind') {
          held = named.get(param.pattern.name);
          named.delete(param.pattern.name);
        }
        if (held === undefined && openRecord && param.pattern.kind === 'bind') held = entryOf(openRecord, param.pattern.name, param.fallback !== null);
        if (held === undefined && param.fallback) held = read(this, param.fallback, frame, state);
        if (held === undefined) held = openEnded ?? (given.length === 0 || positional.length <= index ? this.absent(param, frame) : unknown);
        if (held === unknown && param.type) held = this.world.instanceOfType(frame.path, frame.module, param.type) ?? unknown;
      }
      this.give(param.pattern, held, frame, state);
    });
  }

  private absent(param: FunctionNode['params'][number], frame: Frame): Value {
    if (param.type) return this.world.instanceOfType(frame.path, frame.module, param.type) ?? unknown;
    return unknown;
  }

  /** Gives a pattern's names the parts of a value. */
  give(pattern: Pattern, held: Value, frame: Frame, state: State): void {
    switch (pattern.kind) {
      case 'bind':
        if (pattern.binding !== null) state.env.set(this.world.bindingKey(frame.path, pattern.binding), held.trail ? kept(held, state) : held);
        return;
      case 'place':
        return this.store(pattern.expr, held, frame, state);
      case 'fields':
        for (const field of pattern.fields) {
          let part = field.key === null ? unknown : partOfLookup(held, field.key, readMember(this, held, field.key, field.target.range, frame, state, null));
          if (field.fallback && part.truth & NULL) {
            const fallback = read(this, field.fallback, frame, state);
            part = part.truth === NULL ? fallback : orElse(part, fallback);
          }
          this.give(field.target, part, frame, state);
        }
        if (pattern.rest) this.give(pattern.rest, value({ traits: held.traits, fields: held.fields, trail: held.trail }), frame, state);
        return;
      case 'items':
        pattern.items.forEach((item, index) => {
          if (item)
            this.give(
              item,
              held.items?.[index] ??
                value({
                  lookup: held.lookup,
                  traits: held.traits & ~REQUEST,
                  shape: held.shape & PART ? held.shape : 0,
                  field: held.field,
                  truth: held.traits & SENT ? TRUE | FALSE : ANY,
                  hash: held.hash,
                  trail: held.trail && formTrail(held.trail, placeOf(frame, item.range), `${index}`),
                }),
              frame,
              state,
            );
        });
        if (pattern.rest) this.give(pattern.rest, value({ traits: held.traits, trail: held.trail }), frame, state);
    }
  }

  private store(place: Extract<Pattern, { kind: 'place' }>['expr'], held: Value, frame: Frame, state: State): void {
    const property = place.kind === 'member' ? place.property : place.index.kind === 'literal' ? String(place.index.value) : null;
    if (property === null) return place.kind === 'index' ? noteEntry(this, place, held, frame, state) : undefined;
    const object = read(this, place.object, frame, state);
    if (held.trail && /^location$/i.test(property)) noteStored(this, state, 'redirect', held, placeOf(frame, place.range), property, frame.calls ?? []);
    if (object.instance) state.heap.set(`${object.instance.path}#${object.instance.classId}.${property}`, held);
    else if (object.name) state.heap.set(`${object.name}.${property}`, held);
    if (place.object.kind === 'name' && place.object.binding !== null && object.fields) {
      state.env.set(this.world.bindingKey(frame.path, place.object.binding), changed(object, { fields: new Map(object.fields).set(property, held) }));
    }
  }

  // ------------------------------------------------------------------------------------------------- bodies

  private runBody(fn: FunctionNode, flow: ControlFlow, frame: Frame, start: State): Outcome[] {
    const order = orderOf(flow);
    const pending = new Map<number, Map<string, State>>();
    const visits: (Map<string, number> | undefined)[] = [];
    const outcomes = new Map<string, Outcome>();
    const hasHandlers = flow.blocks.some((block) => block.onRaise !== null);
    if (hasHandlers) this.handlersAbove += 1;
    const arrive = (to: number, state: State): void => {
      const key = keyOf(state);
      if ((visits[to]?.get(key) ?? 0) >= maxVisits) return;
      let states = pending.get(to);
      if (states === undefined) {
        states = new Map();
        pending.set(to, states);
      }
      const other = states.get(key);
      if (other === undefined && states.size >= maxStates) return;
      states.set(key, other ? joinStates(other, state) : state);
    };
    const leave = (outcome: Outcome): void => addOutcome(outcomes, outcome);
    arrive(flow.entry, start);
    while (pending.size > 0 && !this.isExhausted) {
      let next = -1;
      for (const id of pending.keys()) if (next < 0 || (order[id] ?? 0) < (order[next] ?? 0)) next = id;
      const states = pending.get(next) as Map<string, State>;
      pending.delete(next);
      const block = flow.blocks[next] as Block;
      let visited = visits[next];
      if (visited === undefined) {
        visited = new Map();
        visits[next] = visited;
      }
      for (const [key, state] of states) {
        visited.set(key, (visited.get(key) ?? 0) + 1);
        this.runBlock(block, state, fn, frame, arrive, leave);
      }
    }
    if (hasHandlers) this.handlersAbove -= 1;
    return outcomes.size > 0 ? [...outcomes.values()] : [{ kind: 'return', state: start, value: unknown, at: null }];
  }

  private runBlock(
    block: Block,
    start: State,
    fn: FunctionNode,
    frame: Frame,
    arrive: (to: number, state: State) => void,
    leave: (outcome: Outcome) => void,
  ): void {
    let states = [start];
    const raise = (state: State, raised: Value): void => {
      if (block.onRaise !== null) {
        const next = copyState(state);
        noteRaised(next, this.works, raised);
        arrive(block.onRaise, next);
      } else leave({ kind: 'raise', state, value: raised, at: null });
    };
    for (const step of block.steps) {
      if (this.quiet > 0) this.stepsAside += 1;
      else this.steps += 1;
      const after: State[] = [];
      for (const state of states) after.push(...this.step(step, state, frame, raise, block.onRaise !== null));
      states = after.length > 1 ? merged(after, step.kind === 'call' ? step.expr : null) : after;
      if (states.length === 0) return;
    }
    for (const state of states) this.end(block, state, fn, frame, arrive, leave);
  }

  private end(block: Block, state: State, fn: FunctionNode, frame: Frame, arrive: (to: number, state: State) => void, leave: (outcome: Outcome) => void): void {
    const { end } = block;
    switch (end.kind) {
      case 'jump':
        return arrive(end.to, state);
      case 'either':
        for (const to of end.to) arrive(to, copyState(state));
        return;
      case 'branch': {
        const other = copyState(state);
        // Both sides read the test before either narrows what it read.
        if (refine(this, end.test, true, frame, state)) arrive(end.whenTrue, state);
        if (refine(this, end.test, false, frame, other)) arrive(end.whenFalse, other);
        return;
      }
      case 'return': {
        const held = end.value ? kept(read(this, end.value, frame, state), state) : nothing;
        if (end.value) this.shown.returned(this, held, end.value, end.range, frame, state);
        if (held.fields !== null) noteAnswer(this, state, held, placeOf(frame, end.range), frame.calls ?? []);
        return leave({ kind: 'return', state, value: held, at: placeOf(frame, end.range) });
      }
      case 'raise':
        if (block.onRaise !== null) {
          noteRaised(state, 0, end.value ? read(this, end.value, frame, state) : unknown);
          return arrive(block.onRaise, state);
        }
        return leave({ kind: 'raise', state, value: end.value ? read(this, end.value, frame, state) : unknown, at: placeOf(frame, end.range) });
      case 'fall':
        return leave({ kind: 'return', state, value: fn.form === 'constructor' ? (frame.self ?? nothing) : nothing, at: null });
    }
  }

  private step(step: Step, state: State, frame: Frame, raise: (state: State, raised: Value) => void, isGuarded: boolean): State[] {
    switch (step.kind) {
      case 'call': {
        const results: State[] = [];
        const before = this.works;
        this.works = 0;
        for (const outcome of callExpression(this, step.expr, frame, state, isGuarded || this.exceptionsMatter)) {
          if (outcome.kind === 'raise') raise(outcome.state, outcome.value);
          else {
            outcome.state.temps.set(step.expr, outcome.value);
            results.push(outcome.state);
          }
        }
        this.works |= before;
        return results;
      }
      case 'await':
        return this.awaited(step, state, frame, raise);
      case 'choose':
        state.temps.set(
          step.of,
          withFallback(step.of, kept(known(read(this, step.value, frame, state), step.known), state), step.known, (inner) => read(this, inner, frame, state)),
        );
        return [state];
      case 'assign': {
        const held = step.value ? read(this, step.value, frame, state) : null;
        if (held !== null && step.target.kind === 'place') this.shown.stored(this, step.target.expr, step.value as Expr, held, step.range, frame, state);
        if (held === null) {
          if (step.target.kind === 'bind') this.give(step.target, nothing, frame, state);
          return [state];
        }
        if (step.target.kind === 'place') placeAssigned(this, step.target.expr, step.value, held, frame, state);
        this.give(
          step.target,
          step.from === 'value'
            ? held
            : step.from === 'element'
              ? this.element(held)
              : value({ traits: held.traits & DERIVED, trail: held.trail && formTrail(held.trail, held.trail.at, 'key') }),
          frame,
          state,
        );
        return [state];
      }
      case 'discard':
        this.discarded(step.expr, state, frame);
        return [state];
      case 'define':
        if (step.binding !== null) {
          state.env.set(
            this.world.bindingKey(frame.path, step.binding),
            this.decorated(
              step.functionId,
              value({ callable: { path: frame.path, functionId: step.functionId, captured: state.env, self: frame.self, special: null }, truth: TRUE }),
              frame,
              state,
            ),
          );
        }
        return [state];
      case 'define-class':
        return [state];
      case 'caught': {
        const { handler } = step;
        this.unknownSigner ??= handler.types.length > 0 && this.quiet === 0 ? unknownSigner(this.world, handler, frame, state) : null;
        const caught = this.shown.caught(this, handler, frame, state);
        if (handler.target) this.give(handler.target, caught, frame, state);
        state.order = caughtBy(state.order, placeOf(frame, handler.range));
        if (state.proofs.size === 0) state.assumptions = [...state.assumptions, { kind: 'caught', at: placeOf(frame, handler.range), subject: '', side: true }];
        return [state];
      }
      case 'each': {
        const one = kept(read(this, step.expr.value, frame, state), state);
        state.temps.set(
          step.expr,
          value({ traits: one.traits, verdict: one.verdict, truth: ANY, items: null, hash: one.hash, field: one.field, trail: one.trail, check: one.check }),
        );
        return [state];
      }
    }
  }

  /** What a loop is given: of a stream, for one, its bytes. */
  private element(held: Value): Value {
    const one = elementOf(held);
    const row = one.name === null ? undefined : this.world.rows.member(one.name);
    return row ? changed(one, { traits: one.traits | bits(row.is) }) : one;
  }

  /** A function of a module as its decorators have made it. */
  asDecorated(callable: Callable, fn: FunctionNode, caller: Frame, state: State): Callable {
    const module = fn.decorators.length === 0 ? undefined : this.world.project.module(callable.path);
    if (!module) return callable;
    const frame: Frame = { path: callable.path, module, self: callable.self, stack: [] };
    const made = this.decorated(callable.functionId, value({ callable, truth: TRUE }), frame, state).callable ?? callable;
    // Its decorators call the bare one.
    return caller.stack.includes(`${made.path}#${made.functionId}`) ? callable : made;
  }

  /** Decorators of a function defined in a run are applied to it, innermost first. */
  private decorated(functionId: number, bare: Value, frame: Frame, state: State): Value {
    const fn = this.world.functionAt(frame.path, functionId);
    let held = bare;
    for (const decorator of [...(fn?.decorators ?? [])].reverse()) {
      const made = read(this, decorator, frame, state);
      if (!made.callable) continue;
      const returned = this.call(made.callable, [{ name: null, spread: null, value: held, range: decorator.range }], frame, copyState(state)).find(
        (outcome) => outcome.kind === 'return',
      );
      if (returned?.value.callable) held = returned.value;
    }
    return held;
  }

  private awaited(step: Extract<Step, { kind: 'await' }>, state: State, frame: Frame, raise: (state: State, raised: Value) => void): State[] {
    let held = read(this, step.expr.operand, frame, state);
    for (let level = 0; held.promiseOf && level < 4; level += 1) {
      const { attempt } = held.promiseOf;
      held = held.promiseOf.value;
      const status = attempt === null ? undefined : state.attempts.get(attempt);
      // What raised in one round of a loop may accept in the next.
      if (attempt && (status === 'open' || status === 'raised')) {
        attempt.decided = true;
        const failed = copyState(state);
        this.tried(failed, attempt, 'raised');
        raise(failed, unknown);
        this.accept(state, attempt);
      }
    }
    if (held.items) held = changed(held, { items: held.items.map(settled) });
    state.temps.set(step.expr, held);
    return [state];
  }

  private discarded(expr: Expr, state: State, frame: Frame): void {
    const called = expr.kind === 'await' ? expr.operand : expr;
    if (state.refusals.size > 0 && called.kind === 'call') {
      const origin = placeKey(placeOf(frame, called.range));
      for (const [attempt, refusal] of state.refusals)
        if (refusal.origin === origin) state.refusals = new Map(state.refusals).set(attempt, { ...refusal, kind: 'result-ignored' });
    }
    if (expr.kind !== 'call' && expr.kind !== 'await' && expr.kind !== 'binary' && expr.kind !== 'name') return;
    const held = read(this, expr, frame, state);
    const verdict = held.verdict ?? held.holds;
    if (verdict && !verdict.attempt.decided) {
      verdict.attempt.ignored ??= 'discarded';
      verdict.attempt.ignoredAt ??= placeOf(frame, expr.range);
    }
    if (held.promiseOf?.attempt && !held.promiseOf.attempt.decided) {
      held.promiseOf.attempt.ignored ??= 'not-awaited';
      held.promiseOf.attempt.ignoredAt ??= placeOf(frame, expr.range);
    }
    const inner = held.promiseOf?.value.verdict;
    if (inner && !inner.attempt.decided) {
      inner.attempt.ignored ??= expr.kind === 'await' ? 'discarded' : 'not-awaited';
      inner.attempt.ignoredAt ??= placeOf(frame, expr.range);
    }
  }
}

/** `cls` of a class method. */
function ownClass(name: string, fn: FunctionNode, frame: Frame): Value {
  return name === 'cls' && fn.classId !== null ? value({ classRef: { path: frame.path, classId: fn.classId, fields: null }, truth: TRUE }) : unknown;
}

/** `f(**payload)`: a parameter is given the entry of its name, where there is one. */
function entryOf(record: Value, name: string, mayLack: boolean): Value {
  const trail = record.trail && memberTrail(record.trail, name, null);
  return value({ traits: record.traits & DERIVED, field: name.toLowerCase(), trail, truth: mayLack ? ANY : TRUE | FALSE });
}

function isNegative(expr: Expr): boolean {
  return expr.kind === 'unary' && expr.op === '-';
}

/** `setting || 'x'`: the text is what the setting is when it is not set. */
function withFallback(of: Expr, held: Value, side: string | null, readOne: (expr: Expr) => Value): Value {
  if (side !== null || of.kind !== 'logical' || of.op === 'and' || held.literal === null) return held;
  const { setting } = readOne(of.left);
  return setting && !setting.fallback ? changed(held, { setting: { ...setting, fallback: held } }) : held;
}

function known(held: Value, side: 'true' | 'false' | 'present' | null): Value {
  if (side === null) return held;
  const mask = side === 'true' ? TRUE : side === 'false' ? FALSY : FALSE | TRUE;
  // A verdict that is known to be false on this path is a refusal, no longer a question.
  return changed(held, { truth: held.truth & mask || mask, verdict: held.verdict && (mask & held.verdict.accepts) === 0 ? null : held.verdict, test: null });
}

export function isProven(state: State): boolean {
  return state.proofs.has('signature') || state.proofs.has('token') || state.proofs.has('identity');
}

/** Effects that must not happen before the sender is known. */
export function isStrong(event: Event): boolean {
  return event.kind === 'write' || event.kind === 'send' || event.kind === 'pay' || event.kind === 'enqueue' || event.kind === 'execute';
}

export function elementOf(held: Value): Value {
  // Every element has its turn, so none is chosen.
  if (held.items && held.items.length > 0) return changed(held.items.reduce(joinValues), { oneOf: null });
  // What text is taken apart into is text.
  const truth = held.traits & HEADER ? TRUE | FALSE : ANY;
  return value({
    traits: held.traits & ~REQUEST,
    field: held.field,
    name: held.name ? `${held.name}[]` : null,
    hash: held.hash,
    truth,
    trail: held.trail && formTrail(held.trail, held.trail.at, 'entry'),
  });
}

function argumentTraits(args: readonly Argument[]): number {
  let traits = 0;
  for (const one of args) traits |= deepTraits(one.value);
  return traits & (DERIVED | (SENT & (PAYLOAD | HEADER | QUERY)));
}

/** More than these that differ in nothing but the results of earlier calls are too many. */
const mostResults = 4;

function merged(states: readonly State[], last: Expr | null): State[] {
  // States of one key but different results of the last call must stay apart until a branch has read it.
  const all = met(states, (state) => `${keyOf(state)}#${[...state.temps.entries().values()].map(shapeOf).join()}`);
  const few = last !== null && all.length > mostResults ? met(all, (state) => `${keyOf(state)}#${shapeOf(state.temps.get(last) ?? nothing)}`) : all;
  return few.slice(0, maxStates);
}

function met(states: readonly State[], key: (state: State) => string): State[] {
  const byKey = new Map<string, State>();
  for (const state of states) {
    const own = key(state);
    const other = byKey.get(own);
    byKey.set(own, other ? joinStates(other, state) : state);
  }
  return [...byKey.values()];
}

function shapeOf(held: Value): string {
  if (held.promiseOf) return `p${shapeOf(held.promiseOf.value)}`;
  const inside = held.fields ?? held.instance?.fields ?? null;
  return `${held.truth}${inside ? [...inside].map(([name, field]) => name + field.truth).join('') : ''}`;
}

function addOutcome(outcomes: Map<string, Outcome>, outcome: Outcome): void {
  const key = outcomeKey(outcome);
  const other = outcomes.get(key);
  if (other === undefined) {
    if (outcomes.size < maxStates * 2) outcomes.set(key, outcome);
    return;
  }
  const met: Outcome = { kind: outcome.kind, state: joinStates(other.state, outcome.state), value: joinValues(other.value, outcome.value), at: other.at };
  // What was known of one of them alone is not known of both.
  const metKey = outcomeKey(met);
  if (metKey !== key) outcomes.delete(key);
  outcomes.set(metKey, met);
}

function outcomeKey(outcome: Outcome): string {
  return `${outcome.kind} ${keyOf(outcome.state)} ${shapeOf(outcome.value)}${outcome.value.verdict ? 'v' : ''}${outcome.value.literal ?? ''}`;
}

const bindingsByOwner = new WeakMap<Module, Map<number, number[]>>();

function bindingsOf(module: Module, owner: number): readonly number[] {
  let byOwner = bindingsByOwner.get(module);
  if (byOwner === undefined) {
    byOwner = new Map();
    for (const binding of module.bindings) {
      const list = byOwner.get(binding.owner);
      if (list) list.push(binding.id);
      else byOwner.set(binding.owner, [binding.id]);
    }
    bindingsByOwner.set(module, byOwner);
  }
  return byOwner.get(owner) ?? [];
}
