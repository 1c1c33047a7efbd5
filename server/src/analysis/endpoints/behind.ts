/** What is said of a route behind its registration, and of the group it is registered in: `router.post(...).prefix('/x').use(guard)`. */
import type { CallExpr, Expr } from '../../ir/model.js';
import type { RouterRow, TextNamesRow } from '../../knowledge/rows.js';
import { type Instance, TRUE, type Value, value } from '../value.js';
import type { Frame } from '../world.js';
import { stageOf } from './application.js';
import { classIn, controllerNamed, middlewareNamed } from './by-text.js';
import { type Finder, textOf } from './finder.js';
import type { Stage } from './model.js';
import { joinPaths } from './stages.js';
import { callsIn } from './walk.js';

export interface Behind {
  readonly stages: readonly Stage[];
  readonly prefix: string | null;
}

export function saidBehind(finder: Finder, router: RouterRow, route: CallExpr): Behind {
  const spec = router.behind;
  if (!spec) return { stages: [], prefix: null };
  const all = callsIn(finder.module);
  const groups = all.filter((call) => call.callee.kind === 'member' && spec.groups.includes(call.callee.property) && holds(call, route));
  let prefix: string | null = null;
  const stages: Stage[] = [];
  // Outermost first.
  for (const base of [...groups, route]) {
    for (const link of all) {
      if (link.callee.kind !== 'member' || !isLinkOf(link, base)) continue;
      const { property } = link.callee;
      if (spec.prefix.includes(property) && link.args[0]) prefix = joinPaths(prefix, textOf(finder.read(link.args[0].value)));
      else if (spec.stages.includes(property)) stages.push(...link.args.flatMap((one) => middlewares(finder, one.value, router, spec)));
    }
  }
  return { stages, prefix };
}

/** `[Controller, 'method']`, where the class may be imported when it is needed; or a text that names both. */
export function methodOf(finder: Finder, router: RouterRow, route: CallExpr, expr: Expr, fallback: string): Value | null {
  const [named, method] = expr.kind === 'list' ? expr.items : [expr];
  const text = expr.kind === 'literal' ? textOf(finder.read(expr)) : null;
  if (text !== null) {
    const texts = router.behind?.texts;
    const found = texts && controllerNamed(finder, texts, text, folderBehind(finder, texts.folder, route), fallback);
    return found ? finder.world.classes.member(found.ref, value({ instance: found.ref, truth: TRUE }), found.method) : null;
  }
  const ref = named ? classOf(finder, finder.read(named)) : null;
  if (!ref) return null;
  const name = (method && textOf(finder.read(method))) ?? fallback;
  return finder.world.classes.member(ref, value({ instance: ref, truth: TRUE }), name);
}

/** The folder that is named behind a route, or behind the group it lies in. */
function folderBehind(finder: Finder, members: readonly string[], route: CallExpr): string | null {
  for (const link of callsIn(finder.module))
    if (link.callee.kind === 'member' && members.includes(link.callee.property) && link.args[0] && (isLinkOf(link, route) || holds(rootOf(link), route)))
      return textOf(finder.read(link.args[0].value));
  return null;
}

/** `Route.group(...)` of `Route.group(...).prefix('/x').namespace('y')`. */
function rootOf(link: CallExpr): CallExpr {
  let at = link;
  while (at.callee.kind === 'member' && at.callee.object.kind === 'call') at = at.callee.object;
  return at;
}

/** The registration lies in a function that the group was given. */
function holds(group: CallExpr, route: CallExpr): boolean {
  return group.args.some((one) => one.value.kind === 'function' && one.value.range.start <= route.range.start && one.value.range.end >= route.range.end);
}

function isLinkOf(link: CallExpr, base: CallExpr): boolean {
  for (let at: Expr = link; at.kind === 'call' && at.callee.kind === 'member'; at = at.callee.object) if (at.callee.object === base) return true;
  return false;
}

function middlewares(finder: Finder, expr: Expr, router: RouterRow, spec: NonNullable<RouterRow['behind']>): Stage[] {
  if (expr.kind === 'list') return expr.items.flatMap((item) => middlewares(finder, item, router, spec));
  const held =
    expr.kind === 'call' && expr.callee.kind === 'member'
      ? (fromTable(finder, expr.callee.object, expr.callee.property, spec) ?? finder.read(expr))
      : finder.read(expr);
  const told = textOf(held);
  const kept = told === null || !spec.texts ? null : middlewareNamed(finder, spec.texts, told);
  const ref = classOf(finder, kept ?? held, spec.texts);
  const known = told === null ? held : value({ name: told });
  const frame: Frame = finder.frame;
  return [stageOf(finder, ref ? value({ instance: ref }) : known, expr, frame, { method: spec.method, params: router.params, passes: 'calls-next' })];
}

/** `middleware.signed()` of a table of named middlewares. */
function fromTable(finder: Finder, table: Expr, name: string, spec: NonNullable<RouterRow['behind']>): Value | null {
  const held = finder.read(table);
  return held.name?.endsWith(`.${spec.named}()`) ? (held.made?.[0]?.value.fields?.get(name) ?? null) : null;
}

/** A class, or a function that imports the file whose default export it is. */
function classOf(finder: Finder, held: Value, texts?: TextNamesRow): Instance | null {
  if (held.classRef || held.instance) return held.classRef ?? held.instance;
  const imported = finder.world.returnedBy(held);
  if (texts && imported?.name) {
    const found = classIn(finder, texts, imported.name);
    if (found) return found;
  }
  if (!imported?.name?.startsWith('file:')) return imported?.classRef ?? null;
  return finder.world.imports.exported(imported.name.slice(5), 'default', new Set())?.classRef ?? null;
}
