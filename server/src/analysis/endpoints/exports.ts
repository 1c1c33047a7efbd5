/** Endpoints that are exported functions: by the address of their file, by name, by what they take, or handed to a server. */
import type { Expr, FunctionNode, Range } from '../../ir/model.js';
import type { EntryPointRow, FileRouteRow, FrameworkRow } from '../../knowledge/rows.js';
import { pathMatcher } from '../glob.js';
import { unknown, type Value } from '../value.js';
import { movingRange } from '../world.js';
import { namesIn } from './by-name.js';
import type { Finder } from './finder.js';
import type { Endpoint } from './model.js';
import { callsIn } from './walk.js';

// ------------------------------------------------------------------------------------- files and classes
export function inFiles(finder: Finder): Endpoint[] {
  const found: Endpoint[] = [];
  for (const framework of finder.frameworks) {
    for (const row of framework.fileRoutes ?? []) {
      if (!matcher(row)(finder.path)) continue;
      for (const name of row.exports) {
        const exported = finder.module.exports.find((one) => one.name === name);
        if (!exported) continue;
        const held =
          exported.value.kind === 'module' ? finder.world.imported(finder.path, exported.value.module, exported.value.imported) : finder.read(exported.value);
        const at = exportRange(finder, exported.value, name);
        if (!held.callable && exported.value.kind !== 'call' && exported.value.kind !== 'name' && exported.value.kind !== 'module') continue;
        const handlerExpr = exported.value.kind === 'name' ? initialValue(finder, exported.value) : exported.value;
        found.push({
          framework,
          methods: row.methods ?? (name === name.toUpperCase() ? [name] : []),
          path: routePath(finder.path),
          route: finder.place(at),
          name: name === 'default' ? finder.functionName(held) : name,
          handler: held,
          params: row.variants?.find((one) => one.values.includes(String(exportedSetting(finder, one.export, one.member)?.literal)))?.params ?? row.params,
          injected: null,
          stages: [],
          attachedLate: [],
          registration: null,
          siblingMethods: [],
          keepsBytes: false,
          handlerExpr: { expr: handlerExpr, path: finder.path },
        });
      }
      break;
    }
  }
  return found;
}

/** What the file says of itself: `export const config = { runtime: 'edge' }`. */
function exportedSetting(finder: Finder, name: string, member: readonly string[]): Value | undefined {
  const exported = finder.module.exports.find((one) => one.name === name);
  let held: Value | undefined = exported && finder.read(exported.value);
  for (const one of member) held = held?.fields?.get(one);
  return held;
}

export function initialValue(finder: Finder, expr: Extract<Expr, { kind: 'name' }>): Expr {
  const binding = expr.binding === null ? undefined : finder.module.bindings[expr.binding];
  return binding?.value ?? expr;
}

/** Where a reader looks for an exported handler: the function's head, or the export itself. */
export function exportRange(finder: Finder, expr: Expr, name: string): Range {
  const binding = expr.kind === 'name' && expr.binding !== null ? finder.module.bindings[expr.binding] : undefined;
  const functionId =
    binding?.functionId ?? (expr.kind === 'function' ? expr.functionId : binding?.value?.kind === 'function' ? binding.value.functionId : null);
  if (functionId !== null && functionId !== undefined) {
    const fn = finder.module.functions[functionId];
    if (fn) return fn.nameRange.end > fn.nameRange.start ? fn.nameRange : headOf(fn);
  }
  void name;
  return binding?.value?.range ?? expr.range;
}

// ------------------------------------------------------------------------------------------- entry points
export function entryPoints(finder: Finder): Endpoint[] {
  const found: Endpoint[] = [];
  for (const framework of finder.frameworks) {
    for (const row of framework.entryPoints ?? []) {
      for (const name of row.exports ?? []) found.push(...exportedEntry(finder, framework, row, name));
      if (row.passedTo) found.push(...passedEntry(finder, framework, row, row.passedTo));
    }
  }
  return found;
}

export function exportedEntry(finder: Finder, framework: FrameworkRow, row: EntryPointRow, name: string): Endpoint[] {
  if (finder.frameworks.some((one) => one.fileRoutes?.some((route) => matcher(route)(finder.path)))) return [];
  const exported = finder.module.exports.find((one) => one.name === name) ?? (row.member ? undefined : recordExport(finder, name));
  if (!exported) return [];
  let held = finder.read(exported.value);
  if (row.member) held = held.fields?.get(row.member) ?? unknown;
  if (!held.callable) return [];
  const fn = finder.world.functionAt(held.callable.path, held.callable.functionId);
  if (!fn || fn.params.length === 0 || !looksLikeEntry(row, fn)) return [];
  const range = held.callable.path === finder.path ? fn.nameRange : exported.value.range;
  return [
    {
      framework,
      methods: [],
      path: null,
      route: finder.place(range),
      name: fn.name ?? name,
      handler: held,
      params: row.params,
      injected: null,
      stages: [],
      attachedLate: [],
      registration: null,
      siblingMethods: [],
      keepsBytes: false,
      handlerExpr: null,
    },
  ];
}

export function recordExport(finder: Finder, name: string): { name: string; value: Expr } | undefined {
  const whole = finder.module.exports.find((one) => one.name === 'default' && one.value.kind === 'record');
  if (whole?.value.kind !== 'record') return undefined;
  const entry = whole.value.entries.find((one) => one.key === name);
  return entry ? { name, value: entry.value } : undefined;
}

export function passedEntry(
  finder: Finder,
  framework: FrameworkRow,
  row: EntryPointRow,
  passedTo: { readonly call: string; readonly argument: number },
): Endpoint[] {
  const found: Endpoint[] = [];
  for (const call of callsIn(finder.module)) {
    const last = passedTo.call.split('.').pop() as string;
    if (call.callee.kind === 'member' ? call.callee.property !== last : call.callee.kind !== 'name') continue;
    if (finder.read(call.callee).name !== passedTo.call) continue;
    for (const argument of call.args) {
      let held = finder.read(argument.value);
      if (held.fields) held = held.fields.get(row.member ?? 'fetch') ?? held.fields.get('handler') ?? unknown;
      if (!held.callable) continue;
      found.push({
        framework,
        methods: [],
        path: null,
        route: finder.place(call.range),
        name: finder.functionName(held),
        handler: held,
        params: row.params,
        injected: null,
        stages: [],
        attachedLate: [],
        registration: { path: finder.path, call: call.range, handlersFrom: passedTo.argument },
        siblingMethods: [],
        keepsBytes: false,
        handlerExpr: null,
      });
      break;
    }
  }
  return found;
}

/** Handlers outside any router. What stands in front of them is not in sight. */
export function byParameters(finder: Finder): Endpoint[] {
  const found: Endpoint[] = [];
  const seen = new Set<number>();
  for (const framework of finder.frameworks) {
    const spec = framework.functionsTaking;
    if (!spec || !/hook/i.test(finder.path)) continue;
    for (const exported of finder.module.exports) {
      const held = finder.read(exported.value);
      if (held.callable?.path !== finder.path || seen.has(held.callable.functionId)) continue;
      const fn = finder.module.functions[held.callable.functionId];
      const names = fn?.params.flatMap((param) => namesIn(param.pattern)) ?? [];
      if (!fn || !names.some((name) => spec.headers.includes(name)) || !names.some((name) => spec.body.includes(name))) continue;
      if (/^(verif|valid|check|parse|is|assert|extract|get|create|build|sign)/i.test(fn.name ?? '')) continue;
      seen.add(fn.id);
      const at = fn.nameRange.end > fn.nameRange.start ? fn.nameRange : headOf(fn);
      found.push({
        framework,
        methods: [],
        path: null,
        route: finder.place(at),
        name: fn.name ?? exported.name,
        handler: held,
        params: null,
        injected: null,
        stages: [],
        attachedLate: [],
        registration: null,
        siblingMethods: [],
        keepsBytes: false,
        handlerExpr: null,
      });
    }
  }
  return found;
}

/** A function called `handler` is an endpoint when it takes an event apart like one. */
export function looksLikeEntry(row: EntryPointRow, fn: FunctionNode): boolean {
  if (!row.takes) return true;
  const first = fn.params[0]?.pattern;
  if (fn.params.length < (row.takes.atLeast ?? 1)) return false;
  if (first?.kind === 'bind') return row.takes.named.includes(first.name);
  return first?.kind === 'fields' && first.fields.some((field) => field.key !== null && row.takes?.fields?.includes(field.key));
}

export const matchers = new WeakMap<FileRouteRow, (path: string) => boolean>();

export function matcher(row: FileRouteRow): (path: string) => boolean {
  let match = matchers.get(row);
  if (match === undefined) {
    match = pathMatcher(row.files);
    matchers.set(row, match);
  }
  return match;
}

/** `app/api/hooks/route.ts` -> `/api/hooks`. */
export function routePath(path: string): string {
  return `/${path
    .replace(/\.[a-z]+$/, '')
    .replace(/^(.*\/)?(app|pages|routes)\//, '')
    .replace(/\/(route|index|\+server)$/, '')}`;
}

/** What stands before a function's body. */
function headOf(fn: FunctionNode): Range {
  return movingRange(
    () => fn.range.start,
    () => Math.min(fn.range.end, fn.bodyRange.start),
  );
}
