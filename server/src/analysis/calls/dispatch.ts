/** Whom a call goes to: a function of the project, a promise, a row of knowledge, or something unknown. */
import type { CallExpr } from '../../ir/model.js';
import { declaredVerifier } from '../declared.js';
import { meetsFlow } from '../flow/meets.js';
import { kept } from '../flow/reach.js';
import { entering, ordered } from '../order/calls.js';
import { argumentsOf, lookedUp, read, settled, withBound } from '../read.js';
import type { Outcome, Run } from '../run.js';
import { copyState, type State } from '../state.js';
import { bits, CLAIMS, changed, deepTraits, mostChoices, NULL, nothing, PROMISE, REQUEST, TRUE, type Value, value } from '../value.js';
import { soundsLikeGuard } from '../words.js';
import { type Frame, placeOf } from '../world.js';
import { noteLimiter } from './limiters.js';
import { type Call, carriesTrail, lastNameOf, returns } from './model.js';
import { noteModelCall } from './pace.js';
import { callProject, construct } from './project.js';
import { chained, promised } from './promises.js';
import { referredTo } from './references.js';
import { applyRow, rowFor } from './rows.js';
import { noteClaimsHanded } from './tokens.js';
import { unknownCall } from './unknown.js';
import { declaredGuard } from './verifiers.js';
import { watch } from './watch.js';

export function callExpression(run: Run, expr: CallExpr, frame: Frame, state: State, raises: boolean): Outcome[] {
  const callee = read(run, expr.callee, frame, state);
  const member = expr.callee.kind === 'member' ? expr.callee : null;
  const receiver = member ? read(run, member.object, frame, state) : null;
  const args = argumentsOf(expr.args, (inner) => read(run, inner, frame, state));
  const call: Call = { run, expr, frame, state, callee, receiver, property: member?.property ?? null, args, raises };
  // Loggers keep their troubles to themselves.
  if (watch(call) === 'log' && raises) return dispatch({ ...call, raises: false });
  noteModelCall(call);
  noteLimiter(call);
  const isOptional = (member?.optional === true && (receiver?.truth ?? 0) & NULL) || (expr.optional && callee.truth & NULL);
  return isOptional ? perhaps(call) : dispatch(call);
}

/** `header?.trim()`, `provider.verify?.(request)`: without what it is called on, nothing is called and there is nothing. */
function perhaps(call: Call): Outcome[] {
  if (call.callee.truth === NULL || call.receiver?.truth === NULL) return returns(call.state, nothing);
  if (call.expr.optional && soundsLikeGuard(call.property ?? '')) call.run.optionalChecks.push(placeOf(call.frame, call.expr.callee.range));
  const skipped = call.expr.optional ? returns(copyState(call.state), nothing) : [];
  const called = dispatch(call).map((outcome) =>
    outcome.kind === 'return' && !outcome.value.verdict && !outcome.value.promiseOf
      ? { ...outcome, value: changed(outcome.value, { truth: outcome.value.truth | NULL, literal: null }) }
      : outcome,
  );
  return [...called, ...skipped];
}

export function dispatch(call: Call): Outcome[] {
  const { callee, receiver, property, args, run, state } = call;
  if (
    property !== null &&
    receiver &&
    (receiver.callable || receiver.classRef || (receiver.name && (property === 'bind' || property === 'call' || property === 'apply')))
  ) {
    if (property === 'bind') return returns(state, withBound(receiver, args));
    if (property === 'call')
      return dispatch({ ...call, callee: calledOn(receiver, args[0]?.value), receiver: args[0]?.value ?? null, property: null, args: args.slice(1) });
    if (property === 'apply')
      return dispatch({
        ...call,
        callee: calledOn(receiver, args[0]?.value),
        receiver: args[0]?.value ?? null,
        property: null,
        args: (args[1]?.value.items ?? []).map((item) => ({ name: null, spread: null, value: item, range: call.expr.range })),
      });
  }
  if (callee.oneOf) return callee.oneOf.flatMap((one) => dispatch({ ...call, callee: one, state: copyState(state) }));
  const declared = run.world.rows.declared === null ? null : declaredVerifier(run.world, call.expr.callee, callee, call.frame.path);
  if (declared) return declaredGuard(call, declared);
  if (run.readsTokens && (args.some((one) => deepTraits(one.value) & CLAIMS) || (receiver !== null && receiver.traits & CLAIMS)))
    noteClaimsHanded(call, lastNameOf(call));
  if (callee.callable) return callProject(call);
  const reference = property === null ? undefined : run.world.rows.reference(property);
  const referred = reference && referredTo(call, reference);
  if (referred) return callProject({ ...call, ...referred });
  if (callee.classRef) return construct(call);
  if (callee.instance) {
    const invoked = run.world.classes.member(callee.instance, callee, '__call__');
    if (invoked?.callable) return callProject({ ...call, callee: invoked });
  }
  if (property !== null && receiver && (property === 'then' || property === 'catch' || property === 'finally') && args.length > 0) return chained(call);
  // A request that is made of a request, with other headers for one, is still the one that was sent.
  if (call.expr.isNew && args[0] && args[0].value.traits & REQUEST && callee.name && bits(run.world.rows.member(callee.name)?.is) & REQUEST)
    return returns(state, args[0].value);
  if (callee.name === 'Promise' && call.expr.isNew && args[0]?.value.callable) return promised(call, args[0].value.callable);
  if (/^(Promise\.(all|allSettled|any|race)|asyncio\.gather)$/.test(callee.name ?? '')) {
    const items = callee.name === 'asyncio.gather' ? args.map((one) => one.value) : (args[0]?.value.items ?? []);
    return returns(state, value({ promiseOf: { value: value({ items: items.map(settled), truth: TRUE }), attempt: null }, truth: TRUE, traits: PROMISE }));
  }
  if (receiver?.items && property !== null && /^(push|append|unshift)$/.test(property) && args.length > 0) return grown(call, receiver, receiver.items);
  const entry = property === 'get' && receiver ? lookedUp(receiver, args[0]?.value) : null;
  if (entry) return returns(state, entry);
  const last = lastNameOf(call);
  entering(call, last);
  return carriesTrail(call) ? meetsFlow(call, called) : called(call);
}

function called(call: Call): Outcome[] {
  const row = rowFor(call);
  return ordered(call, lastNameOf(call), row ? applyRow(call, row) : unknownCall(call), row !== undefined);
}

/** `verify.call(this)`: a function of no object's own gets the one that it is called on. */
function calledOn(of: Value, self: Value | undefined): Value {
  return of.callable && of.callable.self === null && self ? changed(of, { callable: { ...of.callable, self } }) : of;
}

/** `chunks.push(chunk)`: the list holds it from here on. */
function grown(call: Call, list: Value, items: readonly Value[]): Outcome[] {
  const { run, frame, state, args, expr } = call;
  const object = expr.callee.kind === 'member' ? expr.callee.object : null;
  if (object?.kind !== 'name' || object.binding === null) return unknownCall(call);
  const added = args.map((one) => kept(one.value, state));
  let traits = list.traits;
  for (const one of added) traits |= deepTraits(one) & ~PROMISE;
  const all = items.length + added.length <= mostChoices ? [...items, ...added] : items;
  state.env.set(run.world.bindingKey(frame.path, object.binding), changed(list, { items: all, traits, truth: TRUE }));
  return returns(state, value({ truth: TRUE }));
}
