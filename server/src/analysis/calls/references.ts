/** Calls of a function by reference: `context.runAction(internal.parcels.store, args)` runs what `parcels` exports as `store`. */
import type { Expr } from '../../ir/model.js';
import type { ReferenceRow } from '../../knowledge/rows.js';
import { type Argument, unknown, type Value } from '../value.js';
import type { Frame, World } from '../world.js';
import { type Call, given } from './model.js';

export interface Referred {
  readonly callee: Value;
  readonly args: readonly Argument[];
}

/** The function that the first argument of a call means, with what it is handed; null where the file it stands in is not at hand. */
export function referredTo(call: Call, row: ReferenceRow): Referred | null {
  const { run, frame } = call;
  const meant = call.expr.args[0] ? referenceIn(run.world, call.expr.args[0].value, frame, row) : null;
  if (meant === null) return null;
  const path = run.world.project.resolve(frame.path, meant.specifier);
  const exported = path === undefined ? undefined : run.world.exportedExpr(path, meant.name);
  const module = path === undefined ? undefined : run.world.project.module(path);
  if (path === undefined || module === undefined || exported === undefined) return null;
  const made = run.world.definition(exported, { path, module, self: null, stack: [] });
  const first = made.expr.kind === 'call' ? made.expr.args[0]?.value : undefined;
  const handler = first?.kind === 'record' ? first.entries.find((entry) => entry.key === row.handler)?.value : first;
  const held = handler && run.world.readStatically(handler, made.frame);
  return held?.callable ? { callee: held, args: [given(unknown, call), ...call.args.slice(1, 2)] } : null;
}

/** `internal.hooks.parcels.store` is `store` of `./hooks/parcels`, where `internal` comes from `./_generated/api`. */
function referenceIn(world: World, expr: Expr, frame: Frame, row: ReferenceRow): { readonly specifier: string; readonly name: string } | null {
  const steps: string[] = [];
  let at = expr;
  while (at.kind === 'member') {
    steps.unshift(at.property);
    at = at.object;
  }
  const root = at.kind === 'name' && at.binding !== null ? world.bindingAt(frame.path, at.binding)?.value : at;
  const name = steps.pop();
  if (root?.kind !== 'module' || name === undefined || steps.length === 0) return null;
  const folder = root.module.replace(/\.js$/, '');
  return folder.endsWith(row.module) ? { specifier: `${folder.slice(0, -row.module.length)}${steps.join('/')}`, name } : null;
}
