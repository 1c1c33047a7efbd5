/** What of a delivery is stored as it came, and which checks that do not hold stood in front of it. */
import type { Call } from '../calls/model.js';
import type { Place } from '../finding.js';
import type { Run } from '../run.js';
import { isProven } from '../run.js';
import { placeKey } from '../state.js';
import { type Value, value } from '../value.js';
import { placeOf } from '../world.js';
import { type Check, LINE_BREAK } from './knows.js';
import { noteStored } from './sinks.js';
import { alternatives, type Trail, trailsIn } from './trail.js';

/** A check that lets more through than it says. */
export interface WeakCheck {
  /** `line-break`: also one at the end; `anything`: the schema lays nothing down. */
  readonly kind: 'line-break' | 'anything';
  readonly at: Place;
  readonly spelling: string;
}

/** Something that such a check was asked about is stored. */
export interface WeaklyStored {
  readonly check: WeakCheck;
  readonly trail: Trail;
  readonly at: Place;
  readonly spelling: string;
  readonly isProven: boolean;
}

export function noteWeakCheck(call: Call, check: Check, spelling: string): void {
  for (const [key, bits] of check.whenTrue)
    if (bits & LINE_BREAK) call.run.weakChecks.set(key, { kind: 'line-break', at: placeOf(call.frame, call.expr.range), spelling });
}

export function noteStoredPayload(call: Call, spelling: string): void {
  const { run, state, args, expr, frame } = call;
  const at = placeOf(frame, expr.range);
  const given = args.flatMap((one) => [one.value, ...madeOf(one.value)]);
  if (run.weakChecks.size > 0)
    for (const one of given) for (const trail of trailsIn(one, 4)) for (const other of alternatives(trail)) noteWeak(run, call, other, at, spelling);
  if (given.some((one) => trailsIn(one, 4).length > 0)) noteStored(run, state, 'stored', value({ items: given }), at, spelling, frame.calls ?? [], true);
}

/** `session.add(Parcel(number=body["number"]))` */
function madeOf({ made, trail }: Value): readonly Value[] {
  return trail || !made ? [] : made.map((one) => one.value);
}

function noteWeak(run: Run, { state }: Call, trail: Trail, at: Place, spelling: string): void {
  for (const one of trail.pieces ? trail.pieces.filter((piece) => piece !== null && typeof piece !== 'string') : [trail])
    for (let way: Trail | undefined = one, guard = 0; way && guard < 12; way = way.from[0], guard += 1) {
      const check = run.weakChecks.get(way.key);
      if (!check || !state.checked.has(way.key) || (check.kind === 'line-break' && way !== one)) continue;
      const key = placeKey(check.at);
      const known = run.weaklyStored.get(key);
      if (!known || (known.isProven && !isProven(state))) run.weaklyStored.set(key, { check, trail: one, at, spelling, isProven: isProven(state) });
    }
}
