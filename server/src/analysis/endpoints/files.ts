/** Endpoints by the address of their file: what it exports under certain names, and the files whose exports run before it. */
import type { Expr, FunctionNode, Range } from '../../ir/model.js';
import type { FileRouteRow, MiddlewareFileRow } from '../../knowledge/rows.js';
import { pathMatcher } from '../glob.js';
import type { Value } from '../value.js';
import { type Frame, movingRange } from '../world.js';
import { type Finder, textOf } from './finder.js';
import type { Endpoint, Stage } from './model.js';
import { pathIsMeant } from './patterns.js';
import { stagesFrom } from './stages.js';

export function inFiles(finder: Finder): Endpoint[] {
  const found: Endpoint[] = [];
  const taken = new Set<string>();
  for (const framework of finder.frameworks) {
    for (const row of framework.fileRoutes ?? []) {
      if (!matcher(row)(finder.path)) continue;
      for (const name of row.exports) {
        const exported = taken.has(name) ? undefined : finder.module.exports.find((one) => one.name === name);
        if (!exported || (row.madeBy && !isMadeBy(finder, exported.value, row.madeBy))) continue;
        const whole =
          exported.value.kind === 'module'
            ? finder.world.imports.imported(finder.path, exported.value.module, exported.value.imported)
            : finder.read(exported.value);
        const inside = row.member ? whole.fields?.get(row.member.name) : undefined;
        const held = inside ?? whole;
        if (!held.callable && exported.value.kind !== 'call' && exported.value.kind !== 'name' && exported.value.kind !== 'module') continue;
        taken.add(name);
        const inName = row.methodInName ? methodInName(finder.path) : undefined;
        const path = (row.pathIn && textOf(exportedSetting(finder, row.pathIn.export, row.pathIn.member))) ?? (row.isFlat ? flatPath : routePath)(finder.path);
        found.push({
          framework,
          methods: inName ? [inName] : (row.methods ?? (/^[A-Z]+$/.test(name) && name !== 'ALL' ? [name] : [])),
          path,
          isWholePath: !/[[\]$:.]/.test(path),
          route: finder.place(exportRange(finder, exported.value)),
          name: name === 'default' ? finder.functionName(held) : name,
          handler: held,
          params: inside && row.member ? row.member.params : paramsOf(finder, row),
          injected: null,
          stages: [...middlewareStages(finder, row, path), ...hookStages(finder, exported.value, row)],
          attachedLate: [],
          registration: null,
          siblingMethods: [],
          keepsBytes: false,
          handlerExpr: inside ? null : { expr: exported.value.kind === 'name' ? initialValue(finder, exported.value) : exported.value, path: finder.path },
        });
      }
    }
  }
  return found;
}

/** Whether an export of this name belongs to the address of the file. */
export function isFileRoute(finder: Finder, name: string): boolean {
  return finder.frameworks.some((one) => one.fileRoutes?.some((row) => !row.madeBy && row.exports.includes(name) && matcher(row)(finder.path)));
}

function isMadeBy(finder: Finder, expr: Expr, names: readonly string[]): boolean {
  const made = finder.world.definition(expr, finder.frame);
  return made.expr.kind === 'call' && names.includes(finder.world.readStatically(made.expr.callee, made.frame).name ?? '');
}

function paramsOf(finder: Finder, row: FileRouteRow): FileRouteRow['params'] {
  const variant = row.variants?.find((one) => one.values.includes(textOf(exportedSetting(finder, one.export, one.member)) ?? ''));
  return variant?.params ?? row.params;
}

/** What the file says of itself: `export const config = { runtime: 'edge' }`. */
function exportedSetting(finder: Finder, name: string, member: readonly string[]): Value | undefined {
  const exported = finder.module.exports.find((one) => one.name === name);
  let held: Value | undefined = exported && finder.read(exported.value);
  for (const one of member) held = held?.fields?.get(one);
  return held;
}

function initialValue(finder: Finder, expr: Extract<Expr, { kind: 'name' }>): Expr {
  const binding = expr.binding === null ? undefined : finder.module.bindings[expr.binding];
  return binding?.value ?? expr;
}

/** Where a reader looks for an exported handler: the function's head, or the export itself. */
function exportRange(finder: Finder, expr: Expr): Range {
  const binding = expr.kind === 'name' && expr.binding !== null ? finder.module.bindings[expr.binding] : undefined;
  const functionId =
    binding?.functionId ?? (expr.kind === 'function' ? expr.functionId : binding?.value?.kind === 'function' ? binding.value.functionId : null);
  if (functionId !== null && functionId !== undefined) {
    const fn = finder.module.functions[functionId];
    if (fn) return fn.nameRange.end > fn.nameRange.start ? fn.nameRange : headOf(fn);
  }
  return binding?.value?.range ?? expr.range;
}

/** What stands before a function's body. */
export function headOf(fn: FunctionNode): Range {
  return movingRange(
    () => fn.range.start,
    () => Math.min(fn.range.end, fn.bodyRange.start),
  );
}

// ----------------------------------------------------------------------------------------------- middleware

/** Files of the application that run before every route, and hooks of the handler's own record. */
function middlewareStages(finder: Finder, row: FileRouteRow, routePath: string): Stage[] {
  const base = baseOf(finder.path, row.root ?? '');
  if (base === null) return [];
  return (row.middleware ?? []).flatMap((spec) => {
    const folders = spec.everyFolder ? foldersBetween(base, finder.path) : [base];
    return folders.flatMap((folder) =>
      spec.files.flatMap((file) => filesNamed(finder, `${folder}${file}`)).flatMap((path) => exportedStages(finder, path, spec, routePath)),
    );
  });
}

function exportedStages(finder: Finder, path: string, spec: MiddlewareFileRow, routePath: string): Stage[] {
  const module = path === finder.path ? undefined : finder.world.project.module(path);
  const exported = module?.exports.find((one) => one.name === spec.export);
  if (!module || !exported) return [];
  const frame: Frame = { path, module, self: null, stack: [] };
  const meant = meantBy(finder, spec, frame, routePath);
  if (meant === null) return [];
  const stages = stagesFrom(finder, exported.value, spec.params, spec.passes, frame);
  const own = spec.ownOnly ? stages.filter((one) => one.value.callable !== null) : stages;
  const { onlyWhere } = meant;
  if (spec.passesOn === undefined && onlyWhere === undefined) return own;
  return own.map((one) => ({ ...one, ...(spec.passesOn ? { passesOn: spec.passesOn } : {}), ...(onlyWhere ? { onlyWhere } : {}) }));
}

/**
 * Whether the file says that it runs for a path, null where it does not; it does where it says nothing, or nothing that can be told.
 * A pattern may ask for more than the path: that a header is there, or is not.
 */
function meantBy(finder: Finder, spec: MiddlewareFileRow, frame: Frame, routePath: string): Pick<Stage, 'onlyWhere'> | null {
  const exported = spec.matcher && finder.world.exportedExpr(frame.path, spec.matcher.export);
  const patterns = exported ? patternsIn(finder, exported, spec.matcher?.member ?? [], frame) : [];
  if (patterns.length === 0) return {};
  let onlyWhere: Stage['onlyWhere'];
  for (const { expr, frame: own } of patterns) {
    const held = finder.world.readStatically(expr, own);
    const pattern = textOf(held) ?? textOf(held.fields?.get('source'));
    if (pattern !== null && !pathIsMeant(pattern, routePath)) continue;
    const asked = ['has', 'missing'].find((key) => (held.fields?.get(key)?.items?.length ?? 0) > 0);
    if (asked === undefined) return {};
    const key = textOf(held.fields?.get(asked)?.items?.[0]?.fields?.get('key'));
    onlyWhere ??= { at: { path: own.path, range: expr.range }, subject: key ?? asked };
  }
  return onlyWhere ? { onlyWhere } : null;
}

/** The patterns as they are written: one, or a list of them. */
function patternsIn(finder: Finder, exported: Expr, member: readonly string[], frame: Frame): { readonly expr: Expr; readonly frame: Frame }[] {
  let found = finder.world.definition(exported, frame);
  for (const one of member) {
    const entry = found.expr.kind === 'record' ? found.expr.entries.find(({ key }) => key === one) : undefined;
    if (entry === undefined) return [];
    found = finder.world.definition(entry.value, found.frame);
  }
  return found.expr.kind === 'list' ? found.expr.items.map((one) => finder.world.definition(one, found.frame)) : [found];
}

/** `defineEventHandler({ onRequest: [check], handler })`. */
function hookStages(finder: Finder, exported: Expr, row: FileRouteRow): Stage[] {
  const made = finder.world.definition(exported, finder.frame);
  if (made.expr.kind !== 'call') return [];
  const hooks = finder.world.rows.call(finder.world.readStatically(made.expr.callee, made.frame).name ?? '')?.stage?.hooks;
  const record = made.expr.args[0]?.value;
  if (!hooks || record?.kind !== 'record') return [];
  return record.entries
    .filter((entry) => entry.key !== null && hooks.includes(entry.key))
    .flatMap((entry) => stagesFrom(finder, entry.value, row.params, 'returns-nothing', made.frame));
}

/** Up to and with the folder that the application lies in; null when the path is not in it. */
export function baseOf(path: string, root: string): string | null {
  if (root === '') return '';
  const at = `/${path}`.lastIndexOf(`/${root}/`);
  return at < 0 ? null : path.slice(0, at + root.length + 1);
}

function foldersBetween(base: string, path: string): string[] {
  const folders = [base];
  for (const part of path.slice(base.length).split('/').slice(0, -1)) folders.push(`${folders[folders.length - 1]}${part}/`);
  return folders;
}

function filesNamed(finder: Finder, file: string): readonly string[] {
  const { project } = finder.world;
  if (file.endsWith('/')) return project.filesIn?.(file.slice(0, -1)) ?? [];
  const up = '../'.repeat(finder.path.split('/').length - 1);
  const found = project.resolve(finder.path, up === '' ? `./${file}` : `${up}${file}`);
  return found === undefined ? [] : [found];
}

// ------------------------------------------------------------------------------------------------ addresses

const matchers = new WeakMap<FileRouteRow, (path: string) => boolean>();

function matcher(row: FileRouteRow): (path: string) => boolean {
  let match = matchers.get(row);
  if (match === undefined) {
    match = pathMatcher(row.files);
    matchers.set(row, match);
  }
  return match;
}

const methodSuffix = /\.(get|post|put|patch|delete)(?=\.[a-z]+$)/;

function methodInName(path: string): string | undefined {
  return methodSuffix.exec(path)?.[1]?.toUpperCase();
}

/** `app/api/hooks/route.ts` -> `/api/hooks`; groups of folders are no part of it. */
function routePath(path: string): string {
  return `/${path
    .replace(methodSuffix, '')
    .replace(/\.[a-z]+$/, '')
    .replace(/^(.*\/)?(app|pages|routes)\//, '')
    .replace(/^(.*\/)?server\/(?=api\/)/, '')
    .replace(/(^|\/)\([^)/]*\)(?=\/)/g, '')
    .replace(/(^|\/)(route|index|\+server)$/, '')
    .replace(/^\//, '')}`;
}

/** `app/routes/webhooks.parcels.$id.ts` -> `/webhooks/parcels/$id`. */
function flatPath(path: string): string {
  const parts = routePath(path.replace(/\/route(\.\w+)$/, '$1'))
    .replace(/\[\.\]/g, '\u0000')
    .split(/[/.]/)
    .filter((one) => one !== '' && !one.startsWith('_'));
  return `/${parts.map((one) => one.replace(/_$/, '').replaceAll('\u0000', '.')).join('/')}`;
}
