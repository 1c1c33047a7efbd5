/** Endpoints at the end of a chain: `procedure.route({ method, path }).use(guard).input(schema).handler(fn)`. */
import type { CallExpr, Expr } from '../../ir/model.js';
import type { FrameworkRow, ProcedureRow } from '../../knowledge/rows.js';
import { value } from '../value.js';
import { soundsLikeGuard } from '../words.js';
import { entryAt, type Finder, textOf } from './finder.js';
import type { Endpoint, Stage } from './model.js';
import { stagesFrom } from './stages.js';
import { callsIn } from './walk.js';

export function inProcedures(finder: Finder): Endpoint[] {
  const found: Endpoint[] = [];
  for (const framework of finder.frameworks)
    for (const row of framework.procedures ?? [])
      for (const call of callsIn(finder.module)) {
        const endpoint = call.callee.kind === 'member' && call.callee.property === row.handler ? procedureAt(finder, framework, row, call) : null;
        if (endpoint) found.push(endpoint);
      }
  return found;
}

function procedureAt(finder: Finder, framework: FrameworkRow, row: ProcedureRow, call: CallExpr): Endpoint | null {
  const handlerExpr = call.args[0]?.value;
  const { links, root } = chainOf(call);
  const address = links.find((link) => memberOf(link) === row.address.member)?.args[0]?.value;
  if (!handlerExpr || address?.kind !== 'record') return null;
  const pathExpr = entryAt(address, row.address.path);
  const path = pathExpr && textOf(finder.read(pathExpr));
  if (!pathExpr || !path) return null;
  const methodExpr = entryAt(address, row.address.methods);
  const method = methodExpr && textOf(finder.read(methodExpr));
  const handler = finder.read(handlerExpr);
  const stages: Stage[] = links
    .filter((link) => memberOf(link) === row.stages)
    .flatMap((link) => link.args.flatMap((one) => stagesFrom(finder, one.value, row.params, 'no-exception')));
  return {
    framework,
    methods: [(method ?? 'POST').toUpperCase()],
    path,
    route: finder.place({ start: call.callee.kind === 'member' ? call.callee.propertyRange.start : call.range.start, end: handlerExpr.range.start }),
    name: finder.functionName(handler),
    handler,
    handlerExpr: { expr: handlerExpr, path: finder.path },
    params: row.params,
    injected: null,
    stages: [...closed(finder, root), ...stages],
    attachedLate: [],
    registration: null,
    keepsBytes: false,
    siblingMethods: [],
  };
}

/** A procedure that is called protected lets in whom it knows; how, is said where it was made. */
function closed(finder: Finder, root: Expr): Stage[] {
  const name = root.kind === 'name' ? root.name : root.kind === 'member' ? root.property : '';
  if (!soundsLikeGuard(name) && !/private|admin|session|member/i.test(name)) return [];
  return [{ kind: 'before', expr: null, value: value({ name: `guard ${name}` }), passes: 'no-exception', params: [], at: finder.place(root.range) }];
}

function chainOf(call: CallExpr): { readonly links: readonly CallExpr[]; readonly root: Expr } {
  const links: CallExpr[] = [];
  let at: Expr = call;
  while (at.kind === 'call' && at.callee.kind === 'member') {
    links.unshift(at);
    at = at.callee.object;
  }
  return { links, root: at };
}

function memberOf(link: CallExpr): string | null {
  return link.callee.kind === 'member' ? link.callee.property : null;
}
