/** What a route's arguments say that are not written where it is registered. */
import type { Argument, CallExpr, Expr } from '../../ir/model.js';
import type { FrameworkRow, RouteCallRow, RouterRow } from '../../knowledge/rows.js';
import type { Frame } from '../world.js';
import { type Finder, textOf } from './finder.js';
import type { Stage } from './model.js';
import { stagesFrom } from './stages.js';

/** The description of a route: `createRoute({ method: 'post', path: '/x', middleware: [check] })`. */
export function describedRoute(
  finder: Finder,
  call: CallExpr,
  spec: NonNullable<RouteCallRow['described']>,
  router: RouterRow,
  framework: FrameworkRow,
): { readonly path: string | null; readonly methods: readonly string[] | null; readonly stages: readonly Stage[] } | null {
  const given = call.args[0]?.value;
  if (!given) return null;
  let { expr, frame } = finder.world.definition(given, finder.frame);
  if (expr.kind === 'call' && expr.args[0]) ({ expr, frame } = finder.world.definition(expr.args[0].value, frame));
  if (expr.kind !== 'record') return null;
  const { entries } = expr;
  const text = (member: string): string | null => {
    const entry = entries.find((one) => one.key === member);
    return entry ? textOf(finder.world.readStatically(entry.value, frame)) : null;
  };
  const stages = entries.find((one) => one.key === spec.stages);
  const method = text(spec.methods);
  return {
    path: text(spec.path),
    methods: method === null ? null : [method.toUpperCase()],
    stages: stages ? stagesFrom(finder, stages.value, router.params, framework.middlewarePasses ?? 'calls-next', frame) : [],
  };
}

/** Arguments as they are, and those that a list or a call keeps for later: `...factory.createHandlers(check, receive)`. */
export function spreadOut(finder: Finder, argument: Argument): { readonly expr: Expr; readonly frame: Frame }[] {
  const { expr, frame } = finder.meant(argument.value);
  if (argument.spread === null) return expr.kind === 'list' ? expr.items.map((item) => ({ expr: item, frame })) : [{ expr, frame }];
  const meant = finder.world.definition(expr, frame);
  if (meant.expr.kind === 'list') return meant.expr.items.map((item) => ({ expr: item, frame: meant.frame }));
  if (meant.expr.kind === 'call' && finder.world.rows.call(finder.world.readStatically(meant.expr.callee, meant.frame).name ?? '')?.stage?.sequence)
    return meant.expr.args.map((one) => ({ expr: one.value, frame: meant.frame }));
  return [{ expr, frame }];
}
