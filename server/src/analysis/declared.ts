/**
 * What the user says of code that cannot be read: functions that verify, gateways in front of the code, further marks of a webhook.
 * Declared things are believed, and every answer that rests on one names the place where it was declared.
 */
import type { Expr } from '../ir/model.js';
import type { GuardSpec, Proof } from '../knowledge/rows.js';
import type { Place } from './finding.js';
import type { PathMatcher } from './glob.js';
import type { Value } from './value.js';
import type { World } from './world.js';

export interface Declared {
  /** By the last part of the name. */
  readonly verifiers: ReadonlyMap<string, readonly DeclaredVerifier[]>;
  readonly gateways: readonly DeclaredGateway[];
  readonly webhooks: readonly DeclaredWebhooks[];
}

export interface DeclaredVerifier {
  /** What it belongs to, in `Seal.open`; null for a function. */
  readonly owner: string | null;
  readonly from: DeclaredOrigin | null;
  readonly guard: GuardSpec;
  readonly at: Place;
}

/** A package as it is imported, or a file of the project without its extension. */
export type DeclaredOrigin = { readonly module: string } | { readonly file: string };

export interface DeclaredGateway {
  readonly routes: PathMatcher | null;
  readonly files: PathMatcher | null;
  readonly reason: string;
  readonly proves: readonly Proof[];
  readonly at: Place;
}

export interface DeclaredWebhooks {
  readonly routes: PathMatcher | null;
  readonly files: PathMatcher | null;
  readonly functions: ReadonlySet<string>;
  readonly decorators: ReadonlySet<string>;
  readonly at: Place;
}

/** The declaration that a call is a case of. `expr` is the callee as written, `held` what it means. */
export function declaredVerifier(world: World, expr: Expr, held: Value, path: string): DeclaredVerifier | null {
  const { declared } = world.rows;
  return declared === null || declared.verifiers.size === 0 ? null : found(world, declared, namesOf(world, expr, held, false), held, path);
}

/** The same for what stands in front of a handler: there a guard class counts by its own name, and what a factory makes by the factory's. */
export function declaredStage(world: World, expr: Expr | null, held: Value, path: string): DeclaredVerifier | null {
  const { declared } = world.rows;
  if (declared === null || declared.verifiers.size === 0) return null;
  const own = found(world, declared, namesOf(world, expr, held, true), held, path);
  if (own !== null || expr?.kind !== 'call') return own;
  const module = world.project.module(path);
  return module === undefined ? null : declaredStage(world, expr.callee, world.readStatically(expr.callee, { path, module, self: null, stack: [] }), path);
}

/** The gateway in front of an endpoint. */
export function gatewayOf({ rows }: World, endpoint: { readonly path: string | null; readonly route: Place }): DeclaredGateway | undefined {
  return rows.declared?.gateways.find((gateway) => covers(gateway, endpoint));
}

export function covers(
  { routes, files }: { readonly routes: PathMatcher | null; readonly files: PathMatcher | null },
  endpoint: { readonly path: string | null; readonly route: Place },
): boolean {
  return (routes !== null && endpoint.path !== null && routes(plainRoute(endpoint.path))) || files?.(endpoint.route.path) === true;
}

/** Routes are compared without the slashes around them. */
export function plainRoute(route: string): string {
  return route.replace(/^\/+/, '').replace(/\/+$/, '');
}

/** Whether a name may be a declared verifier's; what is called so is worth looking at. */
export function mayBeDeclared({ rows }: World, name: string): boolean {
  return rows.declared?.verifiers.has(name) === true;
}

interface Name {
  readonly last: string;
  readonly owner: string | null;
}

function found(world: World, declared: Declared, names: readonly Name[], held: Value, path: string): DeclaredVerifier | null {
  for (const { last } of names) {
    for (const verifier of declared.verifiers.get(last) ?? []) {
      const isNamed = verifier.owner === null || names.some((name) => name.last === last && name.owner === verifier.owner);
      if (isNamed && comesFrom(world, verifier.from, last, held, path)) return verifier;
    }
  }
  return null;
}

/** Every name that the thing goes by: as it is spelled, as it is defined, as it is imported. */
function namesOf(world: World, expr: Expr | null, held: Value, isStage: boolean): Name[] {
  const names: Name[] = [];
  if (expr?.kind === 'name') names.push({ last: expr.name, owner: null });
  if (expr?.kind === 'member') names.push({ last: expr.property, owner: lastName(expr.object) });
  const { callable } = held;
  if (callable !== null && callable.functionId >= 0) {
    const fn = world.functionAt(callable.path, callable.functionId);
    const owner = fn?.classId === null || fn?.classId === undefined ? null : (world.classNode(callable.path, fn.classId)?.name ?? null);
    if (fn?.name) names.push({ last: fn.name, owner });
    if (isStage && owner !== null) names.push({ last: owner, owner: null });
  }
  const made = held.classRef ?? (isStage ? held.instance : null);
  const className = made ? world.classes.at(made)?.name : null;
  if (className) names.push({ last: className, owner: null });
  const parts = held.name?.replaceAll('()', '').split('.') ?? [];
  const last = parts.at(-1);
  if (last) names.push({ last, owner: parts.at(-2) ?? null });
  return names;
}

function comesFrom(world: World, from: DeclaredOrigin | null, name: string, held: Value, path: string): boolean {
  if (from === null) return true;
  const place = held.callable ?? held.classRef ?? held.instance;
  if ('file' in from) return place !== null && place !== undefined && withoutExtension(place.path) === from.file;
  if (held.name !== null && (held.name === from.module || held.name.startsWith(`${from.module}.`) || held.name.startsWith(`${from.module}(`))) return true;
  // A package of this workspace: its code is in sight, and declared all the same.
  if (!place) return false;
  const target = world.project.resolve(path, from.module);
  if (target === undefined) return false;
  if (target === place.path) return true;
  const meant = world.imports.exported(target, name, new Set());
  const origin = meant?.callable ?? meant?.classRef;
  return origin?.path === place.path;
}

/** `src/verify.ts` -> `src/verify`, and so `src/verify/index.ts`. */
export function withoutExtension(path: string): string {
  return path.replace(/\.(?:[cm]?[jt]sx?|py)$/, '').replace(/\/(?:index|__init__)$/, '');
}

function lastName(expr: Expr): string | null {
  if (expr.kind === 'name') return expr.name;
  if (expr.kind === 'member') return expr.property;
  return expr.kind === 'call' ? lastName(expr.callee) : null;
}
