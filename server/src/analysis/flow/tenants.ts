/**
 * Tenants: what was looked up by something sent, and whose own secret the delivery is then checked with. Once it is, the sender is
 * known to be that tenant, and what belongs to others must stay out of its reach.
 */
import type { Run } from '../run.js';
import { type Argument, deepTraits, NULL, SENT, type Value } from '../value.js';
import type { Flow } from './sinks.js';
import { alternatives, trailsIn } from './trail.js';

/** A secret is read off something: off a tenant, if that was looked up by what was sent. */
export function noteTenant(run: Run, { made }: Value): void {
  const [first] = made ?? [];
  if (!made || !first || !made.some((one) => (deepTraits(one.value) & SENT) !== 0)) return;
  const keys = made.flatMap((one) => trailsIn(one.value).flatMap((trail) => alternatives(trail).map((other) => other.key)));
  run.tenants.set(first.range, new Set(keys));
}

/** Something that was looked up is compared: `if (parcel.tenantId !== tenant.id)`. */
export function noteOwner(run: Run, left: Value, right: Value): void {
  if (run.tenants.size === 0 || left.truth === NULL || right.truth === NULL || left.literal !== null || right.literal !== null) return;
  for (const { made } of [left, right]) if (made?.[0]) run.owned.add(made[0].range);
}

/** Whether what finds the object says more than the sender did: whose it is, or something that cannot be read. */
export function isScoped(run: Run, { argument, call, reach }: Flow): boolean {
  const asked = call.args[0]?.range;
  if (asked !== undefined && run.owned.has(asked)) return true;
  const keys = new Set([...run.tenants.values()].flatMap((one) => [...one]));
  if (alternatives(reach.trail).some((one) => keys.has(one.key))) return true;
  return leaves(argument, 4).some((one) => bindsBeside(run, one, keys)) || (call.receiver?.made ?? []).some((one) => isOfTenant(run, one, keys));
}

function bindsBeside(run: Run, leaf: Value, keys: ReadonlySet<string>): boolean {
  if (leaf.trail) return trailsIn(leaf).some((trail) => trail.pieces?.includes(null) === true || alternatives(trail).some((one) => keys.has(one.key)));
  if (leaf.literal !== null || leaf.truth === NULL) return false;
  // A number that was made of what was sent is still the sender's.
  return (leaf.traits & SENT) === 0 || isTenant(run, leaf);
}

function isOfTenant(run: Run, { value }: Argument, keys: ReadonlySet<string>): boolean {
  return leaves(value, 3).some(
    (leaf) => isTenant(run, leaf) || (leaf.trail !== null && alternatives(leaf.trail).some((one) => keys.has(one.key))) || (leaf.made !== null && !leaf.trail),
  );
}

function isTenant({ tenants }: Run, { made }: Value): boolean {
  return made?.[0] !== undefined && tenants.has(made[0].range);
}

function leaves(of: Value, depth: number): readonly Value[] {
  if (of.trail || depth === 0 || !(of.fields || of.items)) return [of];
  return [...(of.fields?.values() ?? []), ...(of.items ?? [])].flatMap((one) => leaves(one, depth - 1));
}
