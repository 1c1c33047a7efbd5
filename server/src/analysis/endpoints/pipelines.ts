/** Chains that put middleware in front of a handler: `middy(handler).use(signed())`, `middy().use(signed()).handler(receive)`. */
import type { CallExpr, Expr } from '../../ir/model.js';
import type { FrameworkRow, PipelineRow } from '../../knowledge/rows.js';
import { unknown } from '../value.js';
import type { Frame } from '../world.js';
import type { Finder } from './finder.js';
import type { Stage } from './model.js';
import { callsIn } from './walk.js';

export interface Pipeline {
  readonly handler: Expr | null;
  readonly stages: readonly Stage[];
}

export function pipelineOf(finder: Finder, framework: FrameworkRow, expr: Expr): Pipeline | null {
  if (!framework.pipelines) return null;
  const { expr: meant, frame } = finder.world.definition(expr, finder.frame);
  for (const row of framework.pipelines) {
    const found = chain(finder, row, meant, frame);
    if (!found) continue;
    // `const handler = middy(receive); handler.use(signed());`
    const binding = expr.kind === 'name' ? expr.binding : null;
    for (const call of binding === null ? [] : callsIn(finder.module))
      if (
        call.callee.kind === 'member' &&
        row.use.includes(call.callee.property) &&
        call.callee.object.kind === 'name' &&
        call.callee.object.binding === binding
      )
        found.stages.push(...used(row, call, frame));
    return found;
  }
  return null;
}

function chain(finder: Finder, row: PipelineRow, expr: Expr, frame: Frame): { handler: Expr | null; stages: Stage[] } | null {
  if (expr.kind !== 'call') return null;
  if (row.created.includes(`${finder.world.readStatically(expr.callee, frame).name ?? ''}()`)) return { handler: expr.args[0]?.value ?? null, stages: [] };
  if (expr.callee.kind !== 'member') return null;
  const { property, object } = expr.callee;
  const before = chain(finder, row, finder.world.definition(object, frame).expr, frame);
  if (!before) return null;
  if (row.finish.includes(property)) return { ...before, handler: expr.args[0]?.value ?? before.handler };
  return row.use.includes(property) ? { ...before, stages: [...before.stages, ...used(row, expr, frame)] } : before;
}

function used(row: PipelineRow, call: CallExpr, frame: Frame): Stage[] {
  return call.args
    .flatMap((one) => (one.value.kind === 'list' ? one.value.items : [one.value]))
    .map((expr) => ({
      kind: 'before',
      expr,
      value: unknown,
      member: row.before,
      passes: row.passes,
      params: row.params,
      at: { path: frame.path, range: expr.range },
    }));
}
