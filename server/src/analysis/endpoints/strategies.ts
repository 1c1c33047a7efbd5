/** Guards that routes name and routers define: `auth: 'depot'` with `server.auth.strategy('depot', 'scheme', ...)` somewhere. */
import type { CallExpr, Expr, RecordExpr } from '../../ir/model.js';
import type { RouterRow, StrategyRow } from '../../knowledge/rows.js';
import { type Value, value } from '../value.js';
import type { Frame } from '../world.js';
import { entryAt, type Finder, textOf } from './finder.js';
import type { Stage } from './model.js';
import { mountingFiles } from './stages.js';
import { callsIn } from './walk.js';

export function strategyStages(finder: Finder, record: RecordExpr, router: RouterRow, frame: Frame): Stage[] {
  const spec = router.strategies;
  if (!spec) return [];
  const given = spec.option.map((option) => entryAt(record, option)).find((one) => one !== null) ?? null;
  const names = given ? namesOf(finder.world.readStatically(given, frame)) : fallbacks(finder, spec, frame);
  const at = { path: frame.path, range: (given ?? record).range };
  return names.flatMap((name) => {
    const found = definitionOf(finder, spec, name, frame);
    // Whoever defines it elsewhere decides whether the request is let in.
    const guards = found ?? [value({ name: `auth strategy ${name}` })];
    return guards.map((one) => ({ kind: 'before' as const, expr: null, value: one, passes: 'no-exception' as const, params: spec.params, at }));
  });
}

/** A strategy that is only tried lets everybody in. */
function namesOf(held: Value): string[] {
  const mode = textOf(held.fields?.get('mode'));
  if (mode === 'try' || mode === 'optional') return [];
  const named = [held, held.fields?.get('strategy'), ...(held.fields?.get('strategies')?.items ?? [])];
  return named.flatMap((one) => textOf(one ?? undefined) ?? []);
}

function fallbacks(finder: Finder, spec: StrategyRow, frame: Frame): string[] {
  for (const { call, frame: inside } of callsAround(finder, spec.fallback, frame)) {
    const first = call.args[0]?.value;
    const names = first && isAuth(call) ? namesOf(finder.world.readStatically(first, inside)) : [];
    if (names.length > 0) return names;
  }
  return [];
}

/** The functions of the scheme that a strategy is of. */
function definitionOf(finder: Finder, spec: StrategyRow, strategy: string, frame: Frame): Value[] | null {
  for (const { call, frame: inside } of callsAround(finder, spec.strategy, frame)) {
    const read = (expr: Expr | undefined): string | null => (expr ? textOf(finder.world.readStatically(expr, inside)) : null);
    if (read(call.args[0]?.value) !== strategy) continue;
    const scheme = read(call.args[1]?.value);
    for (const other of callsAround(finder, spec.scheme, frame)) {
      const [name, made] = other.call.args;
      if (!name || !made || textOf(finder.world.readStatically(name.value, other.frame)) !== scheme) continue;
      const implementation = finder.world.returnedBy(finder.world.readStatically(made.value, other.frame));
      const methods = spec.methods.flatMap((method) => implementation?.fields?.get(method) ?? []);
      if (methods.length > 0) return methods;
    }
  }
  return null;
}

function isAuth(call: CallExpr): boolean {
  return call.callee.kind === 'member' && call.callee.object.kind === 'member';
}

/** Calls of this member in the files around a router. */
function callsAround(finder: Finder, member: string, frame: Frame): { readonly call: CallExpr; readonly frame: Frame }[] {
  const paths = new Set([frame.path, finder.path, ...mountingFiles(finder, finder.path, null)]);
  return [...paths].flatMap((path) => {
    const module = finder.world.project.module(path);
    const inside: Frame | null = module ? { path, module, self: null, stack: [] } : null;
    return module && inside
      ? callsIn(module)
          .filter((call) => call.callee.kind === 'member' && call.callee.property === member)
          .map((call) => ({ call, frame: inside }))
      : [];
  });
}
