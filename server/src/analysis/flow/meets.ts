/** A call outside the project that the sender's data is handed to, or made on: what it tells of that data, and whether it is a sink. */
import type { SinkKind } from '../../knowledge/rows.js';
import { type Call, lastNameOf } from '../calls/model.js';
import { rowFor } from '../calls/rows.js';
import { spell } from '../refine.js';
import type { Outcome } from '../run.js';
import { changed, TRUE, type Value } from '../value.js';
import { placeOf } from '../world.js';
import { keepAssigned } from './assigned.js';
import { callCheck, judgedBy, resolvedBy } from './conditions.js';
import { alsoKnown, type Check, nothingKnown } from './knows.js';
import { schemaMet } from './schemas.js';
import { noteSinks } from './sinks.js';
import { noteWeakCheck } from './stored.js';
import { answerTrail, type Trail, trailsIn } from './trail.js';

export function meetsFlow(call: Call, apply: (call: Call) => Outcome[]): Outcome[] {
  const last = lastNameOf(call);
  const sink = noteSinks(call, last);
  keepAssigned(call, last);
  const schema = schemaMet(call, last);
  if (schema !== null) {
    if (schema.size > 0) call.state.checked = alsoKnown(call.state.checked, schema);
    return apply(call);
  }
  if (sink === 'prompt') return answered(call, apply);
  // Where a statement has come to its end, what it gives is no longer told of.
  if (sink !== null && ends.has(sink)) return apply(call).map((outcome) => ({ ...outcome, value: withTrail(outcome.value, null) }));
  const resolved = resolvedBy(call, last);
  if (resolved.size > 0) call.state.checked = alsoKnown(call.state.checked, resolved);
  const check = callCheck(call, last);
  if (check !== null) noteWeakCheck(call, check, spell(call.expr.callee));
  if (check === null) {
    const judged = rowFor(call) ? nothingKnown : judgedBy(call, last);
    const outcomes = apply(call);
    for (const outcome of outcomes) if (judged.size > 0) outcome.state.checked = alsoKnown(outcome.state.checked, judged);
    return outcomes;
  }
  return apply(call).map((outcome) => (outcome.kind === 'return' ? withCheck(outcome, check, last) : outcome));
}

const ends: ReadonlySet<SinkKind> = new Set(['sql', 'code', 'template', 'request-url']);

/** What a model answers is made of what it was told. */
function answered(call: Call, apply: (call: Call) => Outcome[]): Outcome[] {
  const told = call.args.flatMap((one) => trailsIn(one.value, 4))[0];
  const trail = told ? answerTrail(told, placeOf(call.frame, call.expr.range)) : null;
  return apply(call).map((outcome) => (outcome.kind === 'return' ? { ...outcome, value: withTrail(outcome.value, trail) } : outcome));
}

function withTrail(held: Value, trail: Trail | null): Value {
  if (held.promiseOf) return changed(held, { promiseOf: { ...held.promiseOf, value: withTrail(held.promiseOf.value, trail) } });
  return held.trail === trail ? held : changed(held, { trail });
}

function withCheck(outcome: Outcome, check: Check, last: string): Outcome {
  const held = outcome.value;
  if (last === 'indexOf') return { ...outcome, value: changed(held, { check, field: 'index', trail: null }) };
  if (held.promiseOf) return { ...outcome, value: changed(held, { promiseOf: { ...held.promiseOf, value: changed(held.promiseOf.value, { check }) } }) };
  return { ...outcome, value: changed(held, { check, truth: held.truth === 0 ? TRUE : held.truth }) };
}
