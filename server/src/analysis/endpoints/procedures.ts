/** Endpoints at the end of a chain: `procedure.route({ method, path }).use(guard).input(schema).handler(fn)`. */
import type { CallExpr, Expr } from '../../ir/model.js';
import type { FrameworkRow, ProcedureRow } from '../../knowledge/rows.js';
import { value } from '../value.js';
import { soundsLikeGuard } from '../words.js';
import type { Frame } from '../world.js';
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
  const { links, roots } = chainOf(finder, call);
  const described = links.findLast(({ link }) => memberOf(link) === row.address.member);
  const address = described?.link.args[0]?.value;
  if (!handlerExpr || !described || address?.kind !== 'record') return null;
  const text = (member: string): string | null => {
    const entry = entryAt(address, member);
    return entry && textOf(finder.world.readStatically(entry, described.frame));
  };
  const path = text(row.address.path);
  if (!path) return null;
  const method = text(row.address.methods);
  const handler = finder.read(handlerExpr);
  const stages: Stage[] = links
    .filter(({ link }) => memberOf(link) === row.stages)
    .flatMap(({ link, frame }) => link.args.flatMap((one) => stagesFrom(finder, one.value, row.params, 'no-exception', frame)));
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
    stages: [...roots.flatMap((root) => closed(finder, root)), ...stages],
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

interface Link {
  readonly link: CallExpr;
  readonly frame: Frame;
}

const mostBases = 5;

/** The calls of a chain, with those of the procedures it was begun on: `const signed = procedure.use(check)` in whichever file. */
function chainOf(finder: Finder, call: CallExpr): { readonly links: readonly Link[]; readonly roots: readonly Expr[] } {
  const links: Link[] = [];
  const roots: Expr[] = [];
  let at: Expr = call;
  let { frame } = finder;
  for (let base = 0; base < mostBases; base += 1) {
    while (at.kind === 'call' && at.callee.kind === 'member') {
      links.unshift({ link: at, frame });
      at = at.callee.object;
    }
    roots.push(at);
    const made = finder.world.definition(at, frame);
    if (made.expr === at || made.expr.kind !== 'call') break;
    at = made.expr;
    ({ frame } = made);
  }
  return { links, roots };
}

function memberOf(link: CallExpr): string | null {
  return link.callee.kind === 'member' ? link.callee.property : null;
}
