/** By which names the frameworks of a look register, make and take things: tables of their rows, made once for each set of frameworks. */
import type { FrameworkRow, RouteCallRow, RouterRow } from '../../knowledge/rows.js';

export interface NamedRoute {
  readonly framework: FrameworkRow;
  readonly router: RouterRow;
  readonly row: RouteCallRow;
}

/** The first route row of each router whose registration goes by this member. */
export function routesNamed(frameworks: readonly FrameworkRow[], member: string): readonly NamedRoute[] {
  return routesByName(frameworks).get(member) ?? [];
}

/** The canonical names of the calls that entry points are passed to, and their last names. */
export const entriesPassedTo = tableOf((frameworks) => {
  const names = frameworks.flatMap(({ entryPoints }) => (entryPoints ?? []).flatMap((row) => row.passedTo?.call ?? []));
  return { names: new Set(names), lastNames: new Set(names.map(lastNameOf)) };
});

/** The last names of what makes routers. */
export const routerMakers = tableOf(
  (frameworks): ReadonlySet<string> => new Set(frameworks.flatMap(({ routers }) => (routers ?? []).flatMap(({ created }) => created.map(lastNameOf)))),
);

const routesByName = tableOf((frameworks): ReadonlyMap<string, readonly NamedRoute[]> => {
  const all = new Map<string, NamedRoute[]>();
  for (const framework of frameworks)
    for (const router of framework.routers ?? [])
      for (const name of new Set(router.routes.map((row) => row.member))) {
        const row = router.routes.find((one) => one.member === name) as RouteCallRow;
        all.set(name, [...(all.get(name) ?? []), { framework, router, row }]);
      }
  return all;
});

function tableOf<Table>(make: (frameworks: readonly FrameworkRow[]) => Table): (frameworks: readonly FrameworkRow[]) => Table {
  const tables = new WeakMap<readonly FrameworkRow[], Table>();
  return (frameworks) => {
    let table = tables.get(frameworks);
    if (table === undefined) {
      table = make(frameworks);
      tables.set(frameworks, table);
    }
    return table;
  };
}

/** `Router` of `express.Router()`. */
function lastNameOf(created: string): string {
  return created.replace(/\(\)/g, '').split('.').pop() ?? created;
}
