/** A call outside the project that the sender's data is handed to, or made on: what it tells of that data, and whether it is a sink. */
import { type Call, lastNameOf } from '../calls/model.js';
import { rowFor } from '../calls/rows.js';
import type { Outcome } from '../run.js';
import { TRUE } from '../value.js';
import { keepAssigned } from './assigned.js';
import { callCheck, judgedBy, resolvedBy } from './conditions.js';
import { alsoKnown, type Check, nothingKnown } from './knows.js';
import { schemaMet } from './schemas.js';
import { noteSinks } from './sinks.js';

export function meetsFlow(call: Call, apply: (call: Call) => Outcome[]): Outcome[] {
  const last = lastNameOf(call);
  noteSinks(call, last);
  keepAssigned(call, last);
  const schema = schemaMet(call, last);
  if (schema !== null) {
    if (schema.size > 0) call.state.checked = alsoKnown(call.state.checked, schema);
    return apply(call);
  }
  const resolved = resolvedBy(call, last);
  if (resolved.size > 0) call.state.checked = alsoKnown(call.state.checked, resolved);
  const check = callCheck(call, last);
  if (check === null) {
    const judged = rowFor(call) ? nothingKnown : judgedBy(call, last);
    const outcomes = apply(call);
    for (const outcome of outcomes) if (judged.size > 0) outcome.state.checked = alsoKnown(outcome.state.checked, judged);
    return outcomes;
  }
  return apply(call).map((outcome) => (outcome.kind === 'return' ? withCheck(outcome, check, last) : outcome));
}

function withCheck(outcome: Outcome, check: Check, last: string): Outcome {
  const held = outcome.value;
  if (last === 'indexOf') return { ...outcome, value: { ...held, check, field: 'index', trail: null } };
  if (held.promiseOf) return { ...outcome, value: { ...held, promiseOf: { ...held.promiseOf, value: { ...held.promiseOf.value, check } } } };
  return { ...outcome, value: { ...held, check, truth: held.truth === 0 ? TRUE : held.truth } };
}
