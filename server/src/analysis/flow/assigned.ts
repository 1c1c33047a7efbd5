/** `Object.assign(parcel, body)`: from here on what was loaded has the fields that were sent. */
import type { Call } from '../calls/model.js';
import { type Argument, changed } from '../value.js';

export function keepAssigned({ run, frame, state, callee, args, expr }: Call, last: string): void {
  if (last !== 'assign' && last !== 'merge' && last !== 'extend') return;
  if (!/^(Object\.assign|_\.(assign|merge|extend)|lodash(\/\w+)?(\.(assign|merge|extend))?)$/.test(callee.name ?? '')) return;
  const [target, ...sources] = args;
  const written = expr.args[0]?.value;
  const sent = sources.find((one) => one.value.trail !== null);
  if (!target || !sent || target.value.fields || target.value.trail || written?.kind !== 'name' || written.binding === null) return;
  const given: Argument = { ...sent, name: null, spread: 'record' };
  state.env.set(run.world.bindingKey(frame.path, written.binding), changed(target.value, { name: target.value.name ?? 'record()', made: [given] }));
}
