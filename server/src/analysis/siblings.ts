/** Objects of one table, some of which have a method that others lack. */
import type { Expr, Module } from '../ir/model.js';
import { expressionsIn } from './endpoints/walk.js';
import type { Place } from './finding.js';
import type { Value } from './value.js';
import { soundsLikeGuard } from './words.js';
import type { Frame, World } from './world.js';

export interface Lacking {
  readonly name: string;
  readonly method: string;
  readonly at: Place;
}

/**
 * What lacks the method that is asked for at `condition`: `if (sender.verify && ...)` where `sender` comes from a table with an
 * entry that has no `verify`. Null where it is no such condition, or no entry lacks it.
 */
export function lackingMethod(world: World, condition: Place): Lacking | null {
  const module = world.project.module(condition.path);
  if (!module) return null;
  const asked = memberAt(module, condition);
  if (asked?.kind !== 'member' || !soundsLikeGuard(asked.property)) return null;
  const table = tableOf(world, module, condition.path, asked.object);
  if (table === null) return null;
  const entries = table.expr.entries.flatMap((entry) => {
    const held = entry.key === null ? null : world.readStatically(entry.value, table.frame);
    return held && (held.fields || held.instance || held.classRef)
      ? [{ name: entry.key as string, has: hasMember(world, held, asked.property), range: entry.value.range }]
      : [];
  });
  const lacking = entries.find((one) => !one.has);
  if (!lacking || !entries.some((one) => one.has)) return null;
  return { name: lacking.name, method: asked.property, at: { path: table.frame.path, range: lacking.range } };
}

function memberAt(module: Module, { range }: Place): Expr | null {
  for (const fn of module.functions)
    for (const expr of expressionsIn(fn)) if (expr.kind === 'member' && expr.range.start === range.start && expr.range.end === range.end) return expr;
  return null;
}

function tableOf(world: World, module: Module, path: string, object: Expr): { readonly expr: Extract<Expr, { kind: 'record' }>; readonly frame: Frame } | null {
  const { expr: made, frame: from } = world.definition(object, { path, module, self: null, stack: [] });
  const held =
    made.kind === 'index' ? made.object : made.kind === 'call' && made.callee.kind === 'member' && made.callee.property === 'get' ? made.callee.object : null;
  if (held === null) return null;
  const { expr, frame } = world.definition(held, from);
  return expr.kind === 'record' ? { expr, frame } : null;
}

function hasMember(world: World, held: Value, method: string): boolean {
  if (held.fields?.has(method) || held.fields?.has('*')) return true;
  const instance = held.instance ?? held.classRef;
  return instance ? world.classes.member(instance, held, method) !== null : false;
}
