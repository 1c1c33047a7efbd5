/** What a call is while it is judged, and the small questions that everything here asks of it. */
import type { CallExpr, Expr } from '../../ir/model.js';
import { madeOfSent } from '../flow/reach.js';
import { hasTrail } from '../flow/trail.js';
import type { Outcome, Run } from '../run.js';
import { copyState, type State } from '../state.js';
import { type Argument, type Attempt, deepTraits, unknown, type Value } from '../value.js';
import type { Frame } from '../world.js';

export interface Call {
  readonly run: Run;
  readonly expr: CallExpr;
  readonly frame: Frame;
  readonly state: State;
  readonly callee: Value;
  readonly receiver: Value | null;
  readonly property: string | null;
  readonly args: readonly Argument[];
  readonly raises: boolean;
}

export function returns(state: State, result: Value): Outcome[] {
  return [{ kind: 'return', state, value: result, at: null }];
}

export function given(held: Value, call: Call): Argument {
  return { name: null, spread: null, value: held, range: call.expr.range };
}

export function withRaise(call: Call, outcomes: Outcome[]): Outcome[] {
  if (call.raises) outcomes.push({ kind: 'raise', state: copyState(call.state), value: unknown, at: null });
  return outcomes;
}

export function allTraits(call: Call): number {
  let traits = call.receiver ? call.receiver.traits : 0;
  for (const one of call.args) traits |= deepTraits(one.value);
  return traits;
}

/** The last name of what is called. */
export function lastNameOf(call: Call): string {
  return call.property ?? (call.expr.callee.kind === 'name' ? call.expr.callee.name : (call.callee.name?.split('.').pop() ?? ''));
}

/** What a result was made of: the arguments, or those of the query that `.first()` and the like end. */
export function madeOf({ args, receiver }: Call, last: string): readonly Argument[] {
  return args.length === 0 && receiver?.made && endsQuery.test(last) ? receiver.made : args;
}

const endsQuery = /^(first|one|one_or_none|first_or_404|one_or_404|scalar|scalar_one|scalar_one_or_none|scalars|fetchone|lean|exec|orFail|single|maybeSingle)$/;

/** It is made on something of the sender's, or handed it. */
export function carriesTrail({ receiver, args }: Call): boolean {
  if (receiver && (receiver.trail || madeOfSent(receiver))) return true;
  for (const one of args) if (hasTrail(one.value) || madeOfSent(one.value)) return true;
  return false;
}

/** The last name of what a call is made on, in lower case; empty for a plain function. */
export function receiverName(call: Call): string {
  const { receiverNames } = call.run.world;
  const known = receiverNames.get(call.expr);
  if (known !== undefined) return known;
  const { callee } = call.expr;
  const name = callee.kind === 'member' ? lastName(callee.object) : '';
  receiverNames.set(call.expr, name);
  return name;
}

function lastName(expr: Expr): string {
  if (expr.kind === 'name') return expr.name.toLowerCase();
  if (expr.kind === 'member') return expr.property.toLowerCase();
  if (expr.kind === 'call') return lastName(expr.callee);
  if (expr.kind === 'this') return 'this';
  return '';
}

export function plainAttempt(id: number, kind: Attempt['kind'], at: Attempt['at'], spelling: string): Attempt {
  return {
    id,
    kind,
    at,
    spelling,
    proofs: [],
    provider: null,
    constantTime: true,
    isAsync: false,
    left: null,
    right: null,
    throwsOn: null,
    hash: null,
    body: null,
    needsRaw: false,
    sent: null,
    tolerance: null,
    asksForTolerance: false,
    key: null,
    member: null,
    decided: false,
    off: null,
    token: null,
    throwsUnprepared: false,
    varies: false,
    ignored: null,
    ignoredAt: null,
  };
}

export const keepsText = /^(from|encode|decode|Buffer|bytes|str|String|trim|strip|toString)$/;
