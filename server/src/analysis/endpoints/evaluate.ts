/** Runs an endpoint from its first stage to the end of its handler. */
import type { Expr, Param } from '../../ir/model.js';
import type { CallRow, HandlerParams } from '../../knowledge/rows.js';
import { answeringCallback, takeAnswer } from '../answered.js';
import { plainAttempt } from '../calls/model.js';
import { constructed } from '../calls/project.js';
import { isSwitchedOff, switchedOffOption, tokenCheck } from '../calls/tokens.js';
import { type DeclaredVerifier, declaredStage, gatewayOf } from '../declared.js';
import type { Place } from '../finding.js';
import { sourceTrail } from '../flow/trail.js';
import { argumentAt, argumentsOf, read, readMember, settled } from '../read.js';
import { type Outcome, Run } from '../run.js';
import { BODY } from '../shape.js';
import { copyState, freshState, joinStates, keyOf, placeKey, type State } from '../state.js';
import {
  ADDRESS,
  ANY,
  type Argument,
  type Attempt,
  bit,
  bits,
  type Callable,
  CLAIMS,
  FALSE,
  type Instance,
  NULL,
  PARSED,
  PAYLOAD,
  RAW,
  REQUEST,
  ROUTE,
  SENT,
  TRUE,
  unknown,
  type Value,
  value,
} from '../value.js';
import { soundsLikeGuard } from '../words.js';
import type { Frame, World } from '../world.js';
import { keepForm, laysDownForm, ofDeclaredForm } from './body-form.js';
import { namesIn, valueOfPattern } from './by-name.js';
import type { Endpoint, Stage } from './model.js';

export interface Evaluated {
  readonly endpoint: Endpoint;
  readonly run: Run;
  /** The handler once its wrappers were taken off; null when it cannot be read. */
  readonly handler: Callable | null;
  /** The stage in front that has parsed the body already. */
  readonly parsedAt: Place | null;
  readonly exits: readonly Outcome[];
}

export function evaluateEndpoint(world: World, endpoint: Endpoint): Evaluated {
  const run = new Run(world);
  let states: State[] = [freshState()];
  states = states.map((state) => withBody(world, endpoint, state));
  const gateway = gatewayOf(world, endpoint);
  if (gateway) for (const state of states) accept(run, state, gateway.proves, gateway.at, `the gateway (${gateway.reason})`).declaredAt = gateway.at;
  const wrappers: Stage[] = [];
  for (const stage of endpoint.stages) {
    if (stage.kind === 'wraps') wrappers.push(stage);
    else states = throughStage(run, endpoint, stage, states);
  }
  const parsedAt = parsedIn(endpoint, states);
  let handler = handlerOf(run, endpoint, states[0] ?? freshState());
  for (const state of handler.proofs ? states : []) {
    const attempt = accept(run, state, handler.proofs ?? [], handler.at ?? endpoint.route, handler.spelling);
    if (handler.declaredAt) attempt.declaredAt = handler.declaredAt;
  }
  for (const stage of wrappers.reverse()) handler = wrapped(run, endpoint, stage, handler, states);
  const exits: Outcome[] = [];
  if (handler.callable) {
    for (const state of states) exits.push(...run.call(handler.callable, argumentsFor(run, endpoint, state, handler.callable), null, copyState(state)));
  }
  return { endpoint, run, handler: handler.callable, parsedAt, exits };
}

function parsedIn(endpoint: Endpoint, states: readonly State[]): Place | null {
  const type = endpoint.params?.find((one) => one !== null && one !== 'next');
  for (const state of states) {
    const body = state.heap.get(`${type}.body`);
    if (body && body.traits & PARSED && body.at) return body.at;
  }
  return null;
}

/** Runs stages that were attached too late by themselves, to see whether one of them is a guard. */
export function evaluateStage(world: World, endpoint: Endpoint, stage: Stage): Run {
  const run = new Run(world, 4_000);
  const state = freshState();
  if (stage.kind === 'before') throughStage(run, endpoint, stage, [state]);
  else {
    const { callable } = wrapped(run, endpoint, stage, { callable: endpoint.handler.callable, proofs: null, at: null, spelling: '' }, [state]);
    if (callable && callable !== endpoint.handler.callable) run.call(callable, argumentsFor(run, endpoint, state, callable), null, state);
  }
  return run;
}

function withBody(world: World, endpoint: Endpoint, state: State): State {
  const asked = endpoint.servedAt ?? (endpoint.isWholePath && endpoint.path !== null && !/[<:{*]/.test(endpoint.path) ? endpoint.path : null);
  if (asked !== null)
    for (const { name, isPath } of endpoint.framework.members ?? [])
      if (isPath) state.heap.set(name, value({ name, traits: ADDRESS, literal: asked, truth: TRUE }));
  const type = endpoint.params?.[0] ?? endpoint.framework.request;
  for (const [key, mark] of endpoint.marks ?? []) state.heap.set(`#mark ${key}`, mark);
  const body = `${type}.${endpoint.framework.body ?? 'body'}`;
  if (endpoint.keepsBytes && type) state.heap.set(body, value({ name: body, traits: RAW | PAYLOAD, shape: BODY, trail: sourceTrail(body, PAYLOAD) }));
  const spec = endpoint.framework.parserSwitch;
  if (!spec || !type || type === 'next') return state;
  const module = world.project.module(endpoint.route.path);
  const config = world.exportedExpr(endpoint.route.path, spec.export);
  const frame: Frame | null = module ? { path: endpoint.route.path, module, self: null, stack: [] } : null;
  let held: Value | undefined = config && frame ? world.readStatically(config, frame) : unknown;
  for (const member of spec.member) held = held?.fields?.get(member);
  const isOff = held?.literal === false;
  if (isOff) state.heap.set(type, value({ name: type, traits: bit('request') | RAW | PAYLOAD, trail: sourceTrail(type, PAYLOAD) }));
  else state.heap.set(body, value({ name: body, traits: PARSED | PAYLOAD, trail: sourceTrail(body, PAYLOAD) }));
  return state;
}

// ---------------------------------------------------------------------------------------------------- stages

function throughStage(run: Run, endpoint: Endpoint, stage: Stage, states: readonly State[]): State[] {
  const { world } = run;
  const passed: State[] = [];
  for (const given of states) {
    const state = stage.onlyWhere ? withoutDoubt(given, stage.onlyWhere, passed) : given;
    if (stage.anyOf) {
      for (const row of stage.anyOf)
        passed.push(...row.reduce((before: readonly State[], one) => throughStage(run, endpoint, one, before), [copyState(state)]));
      continue;
    }
    let held = stage.value;
    const declared = declaredStage(world, stage.expr, held, stage.at.path);
    if (declared) {
      acceptDeclared(run, state, declared, stage.at, spellingOf(stage, held));
      passed.push(state);
      continue;
    }
    if (stage.member !== undefined && stage.expr) held = memberOfStage(run, stage.expr, stage.member, frameOf(world, stage.at), state);
    else if (stage.expr?.kind === 'call') {
      held = evaluated(run, stage.expr, frameOf(world, stage.at), state);
      // `createMiddleware(async (c, next) => ...)`, `asyncHandler(fn)`: what is handed in is what runs.
      const known = rowOf(world, held)?.stage;
      if (!held.callable && (!known || known.wraps !== undefined)) {
        const inside = unwrapped(run, stage.expr, frameOf(world, stage.at), state, 0).callable;
        if (inside) held = value({ callable: inside, truth: TRUE });
      }
    } else if (!held.callable && stage.expr) {
      // What the application gives its router is known once all of it was looked at.
      if (stage.expr.kind === 'member') held = world.readStatically(stage.expr, frameOf(world, stage.at));
      const inside = held.callable ?? handedMiddleware(run, stage.expr, frameOf(world, stage.at), state);
      if (inside) held = value({ callable: inside, truth: TRUE });
    }
    if (held.callable) {
      passed.push(...throughFunction(run, endpoint, stage, held.callable, state));
      continue;
    }
    const name = held.name?.replace(/\(\)$/, '') ?? null;
    const row = rowOf(world, held);
    const isOn = row?.stage && !(row.stage.ownAddress && isInFront(stage, endpoint)) ? stageIsOn(row, held.made ?? []) : false;
    if (row?.stage && isOn) {
      applyBody(run, endpoint, row, held, state, stage.at);
      provenByRow(run, endpoint, row, held, state, stage.at, name ?? 'middleware');
    } else if (!row && laysDownForm(held, spellingOf(stage, held))) keepForm(endpoint, state);
    else if (row?.stage?.switchedOffBy && held.made) skipped(run, state, row, held.made, stage.at, name ?? 'middleware');
    else if (row?.skipsVerification) skipped(run, state, row, held.made ?? [], stage.at, name ?? 'middleware');
    else if (row?.guard) accept(run, state, row.guard.proves, stage.at, name ?? 'middleware', row.guard.provider);
    else if (!row?.stage && soundsLikeGuard(spellingOf(stage, held))) unreadable(run, state, stage.at, spellingOf(stage, held));
    passed.push(state);
  }
  return merge(passed);
}

/** Whom the stage does not concern passes it by; what comes of the others is told apart by the condition. */
function withoutDoubt(state: State, { at, subject }: NonNullable<Stage['onlyWhere']>, passed: State[]): State {
  const around = copyState(state);
  around.assumptions = [...around.assumptions, { kind: 'sender', at, subject, side: false }];
  around.conditions = new Map(around.conditions).set(placeKey(at), false);
  passed.push(around);
  const concerned = copyState(state);
  concerned.conditions = new Map(concerned.conditions).set(placeKey(at), true);
  return concerned;
}

/** For the whole application or router: what such a middleware is there for never comes as far as this route. */
function isInFront({ at }: Stage, { route }: Endpoint): boolean {
  return at.path !== route.path || at.range.start < route.range.start;
}

/** `{ before: async (request) => ... }`, also made by a call. What is no such object keeps its name, so that a row may know it. */
function memberOfStage(run: Run, expr: Expr, member: string, frame: Frame, state: State): Value {
  const made = run.world.definition(expr, frame);
  const held = evaluated(run, made.expr, made.frame, state);
  return held.fields?.get(member) ?? held;
}

function rowOf(world: World, held: Value): CallRow | undefined {
  return held.name === null ? undefined : (world.rows.call(held.name.replace(/\(\)$/, '')) ?? world.rows.call(held.name));
}

/** A middleware that was made by a call somewhere else. */
function handedMiddleware(run: Run, expr: Expr, frame: Frame, state: State): Callable | null {
  const made = run.world.definition(expr, frame);
  if (made.expr.kind !== 'call') return null;
  const held = evaluated(run, made.expr, made.frame, state);
  return held.callable ?? unwrapped(run, made.expr, made.frame, state, 0).callable;
}

function throughFunction(run: Run, endpoint: Endpoint, stage: Stage, callable: Callable, state: State): State[] {
  run.takeNexts();
  const args = stage.params.map((type) =>
    argument(stage.isInjected && type !== null ? injectedValue(run, endpoint, type, state) : parameterValue(run.world, type, state)),
  );
  if (stage.passes === 'returns-allowance' && (run.world.functionAt(callable.path, callable.functionId)?.params.length ?? 0) > 2)
    args.splice(2, args.length, answeringCallback());
  const outcomes = run.call(callable, args, null, copyState(state));
  const nexts = run.takeNexts();
  switch (stage.passes) {
    case 'calls-next':
      // A middleware of the project that never calls `next` in sight (it hands it to something unknown) may pass.
      return nexts.length > 0 ? nexts : endpoint.framework.passesByReturning ? outcomes.filter((one) => one.kind === 'return').map((one) => one.state) : [];
    case 'calls-next-or-returns':
      return nexts.length > 0 ? nexts : outcomes.filter((one) => one.kind === 'return').map((one) => one.state);
    case 'returns-nothing':
      return outcomes
        .filter((one) => one.kind === 'return' && !one.state.isAnswered)
        .filter((one) => (stage.passesOn === undefined ? one.value.truth & NULL : letsThrough(one, stage.passesOn)))
        .map((one) => one.state);
    case 'returns-true':
      return outcomes.flatMap((one) => (one.kind === 'return' ? affirmed(run, one.state, one.value.promiseOf ? one.value.promiseOf.value : one.value) : []));
    case 'returns-allowance':
      return outcomes.flatMap((one) => (one.kind === 'return' ? allowed(run, one.state, takeAnswer(one.state, settled(one.value)), stage) : []));
    case 'no-exception': {
      // `(request, reply, done) => ...`: who takes the continuation passes on by calling it.
      const continuation = stage.params.indexOf('next');
      const fn = run.world.functionAt(callable.path, callable.functionId);
      if (continuation >= 0 && fn && fn.params.length > continuation) return nexts;
      if (stage.keeps) for (const one of outcomes) keepReturned(one.state, stage.keeps, settled(one.value));
      return [
        ...nexts,
        ...outcomes
          .filter((one) => one.kind === 'return' && !one.state.isAnswered)
          .filter((one) => !isAnswer(one))
          .map((one) => one.state),
      ];
    }
  }
}

/** What an answer of yes or no lets through. */
function affirmed(run: Run, state: State, answer: Value): State[] {
  if (answer.verdict) {
    if (answer.verdict.accepts & TRUE) run.accept(state, answer.verdict.attempt);
    answer.verdict.attempt.decided = true;
    return [state];
  }
  return answer.truth & TRUE ? [state] : [];
}

/** `{ isAuthorized: true }`, or a policy in which nothing is denied. */
function allowed(run: Run, state: State, answer: Value, stage: Stage): State[] {
  const said = answer.fields?.get('isAuthorized');
  if (said) return affirmed(run, state, settled(said));
  if (answer.truth === NULL) {
    unreadable(run, state, stage.at, 'authorizer');
    return [state];
  }
  return denies(answer, 5) ? [] : [state];
}

function denies(held: Value, depth: number): boolean {
  if (held.literal === 'Deny') return true;
  if (depth === 0) return false;
  for (const one of held.fields?.values() ?? []) if (denies(one, depth - 1)) return true;
  return held.items?.some((one) => denies(one, depth - 1)) ?? false;
}

/** What a stage returns is there for those behind it: as a whole, or member by member. */
function keepReturned(state: State, keeps: string, held: Value): void {
  if (!keeps.endsWith('.*')) state.heap.set(keeps, held);
  else for (const [member, one] of held.fields ?? []) state.heap.set(`${keeps.slice(0, -1)}${member}`, one);
}

/** `return NextResponse.next()`, or nothing; what cannot be told is no answer. */
function letsThrough(outcome: Outcome, passesOn: readonly string[]): boolean {
  return passesOn.includes(outcome.value.name ?? '') || ((outcome.value.truth & NULL) !== 0 && !isAnswer(outcome));
}

/** `return reply.code(401).send()` in a hook ends the request. */
function isAnswer(outcome: Outcome): boolean {
  return outcome.value.name !== null && /Reply|Response/.test(outcome.value.name);
}

function stageIsOn(row: CallRow, args: readonly Argument[]): boolean {
  const { stage } = row;
  if (!stage) return false;
  if (stage.needsArgument !== undefined && argumentAt(args, stage.needsArgument) === null) return false;
  return !isSwitchedOff(stage.switchedOffBy, args, null);
}

/** What a known middleware or decorator proves of the request, and the verified claims that it leaves there. */
function provenByRow(run: Run, endpoint: Endpoint, row: CallRow, held: Value, state: State, at: Place, spelling: string): void {
  const { stage } = row;
  if (!stage?.proves?.some((proof) => proof !== 'rate')) return;
  const token = tokenCheck(row, held.made ?? [], null);
  if (token) run.readsTokens = true;
  const isOptional = isSwitchedOff(stage.optionalBy, held.made ?? [], null);
  const type = endpoint.params?.find((one) => one !== null && one !== 'next');
  const attempt = run.attempt(at, (id) => ({
    ...plainAttempt(id, 'stage', at, spelling),
    proofs: stage.proves ?? [],
    provider: stage.provider ?? null,
    token,
    decided: !isOptional,
    ignored: isOptional ? 'optional' : null,
    ignoredAt: isOptional ? at : null,
  }));
  if (isOptional) run.tried(state, attempt);
  else run.accept(state, attempt);
  if (!stage.claimsIn || !type) return;
  const claims = value({ traits: CLAIMS, truth: isOptional ? TRUE | NULL : TRUE, verdict: isOptional ? { attempt, accepts: TRUE | FALSE } : null });
  state.heap.set(`${type}.${stage.claimsIn}`, claims);
}

function skipped(run: Run, state: State, row: CallRow, args: readonly Argument[], at: Place, spelling: string): void {
  const off = switchedOffOption(row.stage?.switchedOffBy, args, null);
  if (off === null && !row.skipsVerification) return;
  const attempt = run.attempt(at, (id) => ({ ...plainAttempt(id, 'skipped', at, spelling), provider: row.stage?.provider ?? null, off }));
  run.tried(state, attempt);
}

function applyBody(run: Run, endpoint: Endpoint, row: CallRow, held: Value, state: State, at: Place): void {
  const body = row.stage?.body;
  const type = endpoint.params?.find((one) => one !== null && one !== 'next') ?? endpoint.framework.request;
  if (!body || !type) return;
  const key = `${type}.${endpoint.framework.body ?? 'body'}`;
  const known = state.heap.get(key);
  const raw = row.stage?.rawCallback ? argumentAt(held.made ?? [], `0.${row.stage.rawCallback}`) : null;
  if (raw?.callable) {
    // `verify(req, res, buf)`: what it keeps of the bytes is on the request afterwards.
    const buffer = value({ traits: RAW | PAYLOAD, shape: BODY, truth: TRUE, trail: sourceTrail(key, PAYLOAD) });
    const request = parameterValue(run.world, type, state);
    const outcomes = run.call(raw.callable, [argument(request), argument(unknown), argument(buffer)], null, state).filter((one) => one.kind === 'return');
    for (const outcome of outcomes) {
      for (const [name, stored] of outcome.state.heap.entries()) state.heap.set(name, stored);
      for (const [attempt, status] of outcome.state.attempts) run.tried(state, attempt, status);
      if (outcome.state.proofs.size > 0 && outcomes.every((one) => one.state.proofs.size > 0)) state.proofs = outcome.state.proofs;
    }
  }
  if (known) return;
  const [traits, shape] = body === 'parsed' ? [PARSED | PAYLOAD, 0] : [RAW | PAYLOAD, BODY];
  state.heap.set(key, value({ name: key, traits, shape, at, trail: sourceTrail(key, PAYLOAD) }));
}

function unreadable(run: Run, state: State, at: Place, spelling: string): void {
  const attempt = run.attempt(at, (id) => plainAttempt(id, 'unreadable', at, spelling));
  run.tried(state, attempt);
}

function accept(run: Run, state: State, proofs: NonNullable<NonNullable<CallRow['stage']>['proves']>, at: Place, spelling: string, provider?: string): Attempt {
  const attempt = run.attempt(at, (id) => ({ ...plainAttempt(id, 'stage', at, spelling), proofs, provider: provider ?? null, decided: true }));
  run.accept(state, attempt);
  return attempt;
}

function acceptDeclared(run: Run, state: State, { guard, at }: DeclaredVerifier, place: Place, spelling: string): void {
  accept(run, state, guard.proves, place, spelling, guard.provider).declaredAt = at;
}

function spellingOf(stage: Stage, held: Value): string {
  if (stage.expr) return spellExpr(stage.expr);
  return held.name ?? '';
}

function spellExpr(expr: Expr): string {
  if (expr.kind === 'name') return expr.name;
  if (expr.kind === 'member') return expr.property;
  if (expr.kind === 'call') return spellExpr(expr.callee);
  return '';
}

function merge(states: readonly State[]): State[] {
  const byKey = new Map<string, State>();
  for (const state of states) {
    const key = keyOf(state);
    const other = byKey.get(key);
    byKey.set(key, other ? joinStates(other, state) : state);
  }
  return [...byKey.values()];
}

// --------------------------------------------------------------------------------------------------- handler

interface Handler {
  readonly callable: Callable | null;
  readonly proofs: NonNullable<NonNullable<CallRow['stage']>['proves']> | null;
  readonly at: Place | null;
  readonly spelling: string;
  readonly declaredAt?: Place;
}

function handlerOf(run: Run, endpoint: Endpoint, state: State): Handler {
  const isMade = endpoint.handlerExpr !== null && isCall(run.world, endpoint.handlerExpr.expr, endpoint.handlerExpr.path);
  if (endpoint.handler.callable && !isMade) return { callable: endpoint.handler.callable, proofs: null, at: null, spelling: '' };
  if (!endpoint.handlerExpr) return { callable: null, proofs: null, at: null, spelling: '' };
  const module = run.world.project.module(endpoint.handlerExpr.path);
  if (!module) return { callable: null, proofs: null, at: null, spelling: '' };
  return unwrapped(run, endpoint.handlerExpr.expr, { path: endpoint.handlerExpr.path, module, self: null, stack: [] }, state, 0);
}

function isCall(world: World, expr: Expr, path: string): boolean {
  const module = world.project.module(path);
  return module !== undefined && world.definition(expr, { path, module, self: null, stack: [] }).expr.kind === 'call';
}

/** The function that is left when wrappers are taken off a handler: project wrappers are run, known ones looked up, others seen through. */
function unwrapped(run: Run, given: Expr, givenFrame: Frame, state: State, depth: number): Handler {
  const { expr, frame } = run.world.definition(given, givenFrame);
  const none: Handler = { callable: null, proofs: null, at: null, spelling: '' };
  if (depth > 8) return none;
  const held = expr.kind === 'call' ? unknown : run.world.readStatically(expr, frame);
  if (held.callable) return { ...none, callable: held.callable };
  if (expr.kind === 'await') return unwrapped(run, expr.operand, frame, state, depth + 1);
  if (expr.kind !== 'call') return none;
  const at: Place = { path: frame.path, range: expr.range };
  if (expr.callee.kind === 'member' && expr.callee.property === 'bind') {
    const { callable } = run.world.readStatically(expr, frame);
    if (callable) return { ...none, callable };
  }
  const callee = run.world.readStatically(expr.callee, frame);
  const row = callee.name === null ? undefined : run.world.rows.call(callee.name);
  const inner = (argumentExpr: Expr): Handler =>
    argumentExpr.kind === 'record' ? recordHandler(run, argumentExpr, frame, state, depth) : unwrapped(run, argumentExpr, frame, state, depth + 1);
  const declared = declaredStage(run.world, expr.callee, callee, frame.path);
  if (declared) {
    const found = expr.args.map((one) => inner(one.value)).find((one) => one.callable) ?? none;
    return { ...found, proofs: declared.guard.proves, at, spelling: spellExpr(expr.callee), declaredAt: declared.at };
  }
  if (row?.stage?.wraps !== undefined) {
    const index = typeof row.stage.wraps === 'number' ? row.stage.wraps : Number.parseInt(row.stage.wraps, 10);
    const wrappedExpr = expr.args[Number.isNaN(index) ? 0 : index]?.value;
    const found = wrappedExpr ? inner(wrappedExpr) : none;
    return stageIsOn(
      row,
      argumentsOf(expr.args, (one) => run.world.readStatically(one, frame)),
    ) && row.stage.proves
      ? { ...found, proofs: row.stage.proves, at, spelling: callee.name ?? '' }
      : found;
  }
  if (callee.callable) {
    const handed: Handler[] = [];
    const wrapper = evaluated(run, expr, frame, state, (argumentExpr) => {
      const found = inner(argumentExpr);
      if (!found.callable) return null;
      handed.push(found);
      return value({ callable: found.callable, truth: TRUE });
    });
    const [first = none] = handed;
    const proven = handed.every((one) => one.proofs !== null) ? first : none;
    if (wrapper.callable) return { ...proven, callable: wrapper.callable };
    const field = [...(wrapper.fields?.values() ?? [])].find((one) => one.callable);
    if (field?.callable) return { ...proven, callable: field.callable };
  }
  for (const one of [...expr.args].reverse()) {
    if (one.value.kind === 'literal') continue;
    const found = inner(one.value);
    if (!found.callable) continue;
    if (!callee.callable && soundsLikeGuard(spellExpr(expr.callee)) && !row?.stage?.harmless) unreadable(run, state, at, spellExpr(expr.callee));
    return found;
  }
  return none;
}

const handlerKeys = ['handler', 'POST', 'post', 'execute', 'onRequest'];

function recordHandler(run: Run, expr: Extract<Expr, { kind: 'record' }>, frame: Frame, state: State, depth: number): Handler {
  const entry = handlerKeys.map((key) => expr.entries.find((one) => one.key === key)).find((one) => one !== undefined);
  return entry ? unwrapped(run, entry.value, frame, state, depth + 1) : { callable: null, proofs: null, at: null, spelling: '' };
}

function wrapped(run: Run, endpoint: Endpoint, stage: Stage, handler: Handler, states: readonly State[]): Handler {
  const frame = frameOf(run.world, stage.at);
  const state = states[0];
  if (!stage.expr || !state) return handler;
  const declared = declaredStage(run.world, stage.expr, stage.value, stage.at.path);
  if (declared) {
    for (const one of states) acceptDeclared(run, one, declared, stage.at, spellExpr(stage.expr));
    return handler;
  }
  const held = stage.value.callable || stage.expr.kind !== 'call' ? stage.value : evaluated(run, stage.expr, frame, copyState(state));
  const decorator = held.instance ? (run.world.classes.member(held.instance, held, '__call__') ?? held) : held;
  if (decorator.callable && handler.callable) {
    const returned = run
      .call(decorator.callable, [argument(value({ callable: handler.callable, truth: TRUE }))], null, copyState(state))
      .find((one) => one.kind === 'return' && one.value.callable);
    return returned?.value.callable ? { ...handler, callable: returned.value.callable } : handler;
  }
  if (held.classRef && handler.callable) {
    const made = newObject(run, held.classRef, [argument(value({ callable: handler.callable, truth: TRUE }))], state);
    const called = made?.instance ? run.world.classes.member(made.instance, made, '__call__') : null;
    if (called?.callable) return { ...handler, callable: called.callable };
  }
  const name = held.name?.replace(/\(\)$/, '') ?? '';
  const row = run.world.rows.call(name);
  if (row?.stage?.proves && stageIsOn(row, held.made ?? [])) for (const one of states) provenByRow(run, endpoint, row, held, one, stage.at, name);
  else if (row?.stage?.switchedOffBy && held.made) for (const one of states) skipped(run, one, row, held.made, stage.at, name);
  else if (!row?.stage && !row?.guard && soundsLikeGuard(spellExpr(stage.expr)))
    for (const one of states) unreadable(run, one, stage.at, spellExpr(stage.expr));
  return handler;
}

/** Carries out the calls of an expression outside any function: a factory at module level. */
function evaluated(run: Run, expr: Expr, frame: Frame, state: State, argumentValue?: (expr: Expr) => Value | null): Value {
  if (expr.kind !== 'call') return read(run, expr, frame, state);
  const callee = expr.callee.kind === 'call' ? evaluated(run, expr.callee, frame, state, argumentValue) : read(run, expr.callee, frame, null);
  const args: Argument[] = argumentsOf(
    expr.args,
    (inner) => argumentValue?.(inner) ?? (inner.kind === 'call' ? evaluated(run, inner, frame, state, argumentValue) : run.world.readStatically(inner, frame)),
  );
  if (callee.classRef) return newObject(run, callee.classRef, args, state) ?? unknown;
  if (!callee.callable) return run.world.readStatically(expr, frame);
  const outcomes = run.call(callee.callable, args, null, copyState(state));
  return (
    outcomes.find((one) => one.kind === 'return' && (one.value.callable || one.value.fields))?.value ??
    outcomes.find((one) => one.kind === 'return')?.value ??
    unknown
  );
}

function newObject(run: Run, ref: Instance, args: readonly Argument[], state: State): Value | null {
  return constructed(run, ref, args, null, copyState(state)).find((one) => one.kind === 'return')?.value ?? null;
}

// ------------------------------------------------------------------------------------------------- arguments

function argumentsFor(run: Run, endpoint: Endpoint, state: State, handler: Callable): Argument[] {
  const { world } = run;
  const fn = world.functionAt(handler.path, handler.functionId);
  if (endpoint.injected) {
    return endpoint.injected.map((type, index) => {
      if (type === null) {
        const param = fn?.params[index];
        const typed = param?.type
          ? (world.instanceOfType(handler.path, frameOf(world, { path: handler.path, range: { start: 0, end: 0 } }).module, param.type) ?? unknown)
          : unknown;
        return argument(typed);
      }
      return argument(ofDeclaredForm(injectedValue(run, endpoint, type, state), fn?.params[index]));
    });
  }
  if (endpoint.framework.functionsTaking && fn) {
    const names = fn.params.flatMap((param) => namesIn(param.pattern));
    const hasRaw = names.some((name) => /^raw/i.test(name));
    return fn.params.map((param) => argument(valueOfPattern(param.pattern, !hasRaw)));
  }
  if (endpoint.params === null || endpoint.params.length === 0) {
    const takesSelf = handler.self !== null;
    return (fn?.params ?? [])
      .slice(takesSelf ? 1 : 0)
      .filter((param) => !param.rest)
      .map((param) => argument(routeParameter(endpoint, param)));
  }
  return endpoint.params.map((type, index) => argument(declared(world, handler, fn?.params[index], type) ?? parameterValue(world, type, state)));
}

/** `nestjs.Headers`, and `nestjs.Headers.x-signature` for one of them. */
function injectedValue(run: Run, endpoint: Endpoint, type: string, state: State): Value {
  const [base, member] = type.split('.').length > 2 ? [type.split('.').slice(0, 2).join('.'), type.split('.').slice(2).join('.')] : [type, null];
  const whole = parameterValue(run.world, base, state);
  return member === null ? whole : readMember(run, whole, member, endpoint.route.range, frameOf(run.world, endpoint.route), state, null);
}

/** What a parameter says it is beats what the framework hands over as a rule: many take handlers of two styles. */
function declared(world: World, handler: Callable, param: Param | undefined, type: HandlerParams[number]): Value | null {
  if (!param?.type || type === null || type === 'next') return null;
  const module = world.project.module(handler.path);
  const held = module && world.instanceOfType(handler.path, module, param.type);
  return held && held.traits & REQUEST && held.name !== type ? held : null;
}

/** `<int:number>` is a number whoever asks. */
function routeParameter(endpoint: Endpoint, param: Param): Value {
  const name = param.pattern.kind === 'bind' ? param.pattern.name : '';
  const isPlain = endpoint.path !== null && new RegExp(`<(int|float|uuid|any\\([^)]*\\)):${name}>`).test(endpoint.path);
  return value({ traits: ROUTE, truth: ANY, trail: isPlain || name === '' ? null : sourceTrail(name, ROUTE) });
}

function parameterValue(world: World, type: string | null, state: State): Value {
  if (type === null) return unknown;
  if (type === 'next') return value({ callable: { path: '', functionId: -1, captured: null, self: null, special: 'next' }, truth: TRUE });
  const known = state.heap.get(type);
  if (known) return known;
  const traits = bits(world.rows.member(type)?.is);
  return value({ name: type, traits, truth: TRUE, trail: traits & SENT && !(traits & REQUEST) ? sourceTrail(type, traits & SENT) : null });
}

function argument(held: Value): Argument {
  return { name: null, spread: null, value: held, range: { start: 0, end: 0 } };
}

function frameOf(world: World, at: Place): Frame {
  const module = world.project.module(at.path);
  return {
    path: at.path,
    module: module ?? { language: '', functions: [], classes: [], bindings: [], exports: [], unreadable: [], comments: [] },
    self: null,
    stack: [],
  };
}
