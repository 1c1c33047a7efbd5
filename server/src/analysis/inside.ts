/** What an application shows of its inside beside its endpoints: debug switches, consoles, routes that promise more than anybody should be served. */
import type { CallExpr, Expr } from '../ir/model.js';
import { debugMiddlewares, insidePaths } from '../knowledge/bounds.js';
import type { AnalysedEndpoint } from './analyse.js';
import type { Place } from './finding.js';
import { argumentAt, argumentsOf } from './read.js';
import { isStrong } from './run.js';
import { mentionsFlag } from './shown.js';
import { isUnderTest } from './standing.js';
import { callsNamed, type Surrounding, surroundingsOf } from './surroundings.js';
import { placeOf, type World } from './world.js';

export type Debugging =
  /** The application runs with its debugger. */
  | { readonly kind: 'debug-on'; readonly at: Place; readonly spelling: string; readonly isOpen: boolean }
  /** A middleware that answers with the inside of exceptions. */
  | { readonly kind: 'shows-errors'; readonly at: Place; readonly spelling: string };

/** The endpoints of one file have the same surroundings. */
const debuggings = new WeakMap<readonly Surrounding[], readonly Debugging[]>();

/** Switches of the application that an endpoint is part of. */
export function debuggingAround({ endpoint, evaluated }: AnalysedEndpoint): readonly Debugging[] {
  const { world } = evaluated.run;
  const around = surroundingsOf(world, endpoint.route.path);
  let found = debuggings.get(around);
  if (found === undefined) {
    found = around.flatMap((one) => [...switchedOn(world, one), ...middlewares(world, one)]);
    debuggings.set(around, found);
  }
  return found;
}

function switchedOn(world: World, { said, frame, path }: Surrounding): Debugging[] {
  const found: Debugging[] = [];
  for (const call of said.calls('run')) {
    const debug = call.args.find((one) => one.name === 'debug');
    if (!debug || call.callee.kind !== 'member' || !isTrue(world, debug.value, frame) || !isApplication(world, call.callee.object, frame)) continue;
    const args = argumentsOf(call.args, (one) => world.readStatically(one, frame));
    const host = (argumentAt(args, '0:host') ?? null)?.literal;
    found.push({
      kind: 'debug-on',
      at: placeOf(frame, call.range),
      spelling: `${lastOwner(call)}.run(debug=True)`,
      isOpen: host === '0.0.0.0' || host === '::',
    });
  }
  for (const { name, value, owner } of said.settingsLike('debug', (one) => one === 'debug' || one === 'DEBUG')) {
    const isConfig = owner !== null && owner.kind === 'member' && owner.property === 'config';
    const isDebug = owner !== null && name === 'debug' && isApplication(world, owner, frame);
    if (!(isDebug || (isConfig && name === 'DEBUG')) || !isTrue(world, value, frame) || isUnderTest(world.project, { path, range: value.range }, mentionsFlag))
      continue;
    found.push({ kind: 'debug-on', at: placeOf(frame, value.range), spelling: isDebug ? 'debug = True' : 'config["DEBUG"] = True', isOpen: false });
  }
  return found;
}

function lastOwner(call: CallExpr): string {
  return call.callee.kind === 'member' && call.callee.object.kind === 'name' ? call.callee.object.name : 'app';
}

function isTrue(world: World, expr: Expr, frame: Surrounding['frame']): boolean {
  return world.readStatically(expr, frame).literal === true;
}

/** Something that a framework calls an application, or that is called one where its making is out of sight. */
function isApplication(world: World, expr: Expr, frame: Surrounding['frame']): boolean {
  const { name } = world.readStatically(expr, frame);
  if (name !== null) return /(^|\.)(Flask|Quart|APIFlask|OpenAPI|Dash|SocketIO|create_app)\(\)$/.test(name) || name === 'flask.current_app';
  return expr.kind === 'name' && /^(app|application|flask_app|server|socketio)$/.test(expr.name);
}

function middlewares(world: World, surrounding: Surrounding): Debugging[] {
  const { frame, path } = surrounding;
  const found: Debugging[] = [];
  for (const name of debugMiddlewares) {
    const last = name.split('.').pop() ?? name;
    for (const call of callsNamed(world, surrounding, name)) {
      if (isUnderTest(world.project, { path, range: call.range }, mentionsFlag)) continue;
      found.push({ kind: 'shows-errors', at: placeOf(frame, call.range), spelling: last });
    }
  }
  return found;
}

export interface OpenRoute {
  readonly route: AnalysedEndpoint;
  readonly segment: string;
  /** What it reaches, or shows. */
  readonly what: { readonly spelling: string; readonly at: Place; readonly isShown: boolean };
}

/** A route for insiders that lets everybody in, and does or shows something. */
export function openRoute(route: AnalysedEndpoint): OpenRoute | null {
  const { endpoint, guards, evaluated, lateGuards } = route;
  const segment = (endpoint.path ?? '')
    .toLowerCase()
    .split('/')
    .find((one) => insidePaths.includes(one));
  const shown = [...evaluated.run.shown.secrets.values()].find((one) => one.outlet === 'answer' && (one.kind === 'environment' || one.kind === 'secret'));
  if (guards.guards.length > 0 || guards.unreadable.length > 0 || lateGuards.length > 0 || guards.isCutShort || hasOwnGuard(route)) return null;
  if (shown) return { route, segment: segment ?? '', what: { spelling: shown.spelling, at: shown.at, isShown: true } };
  if (segment === undefined) return null;
  const reached = evaluated.run.records.find((one) => isStrong(one.event));
  return reached ? { route, segment, what: { spelling: reached.event.spelling, at: reached.event.at, isShown: false } } : null;
}

/** Something in front of it, or a refusal in it, that may be a check of its own. */
function hasOwnGuard({ endpoint, evaluated }: AnalysedEndpoint): boolean {
  const { world } = evaluated.run;
  const harmless = (name: string | null): boolean => {
    const row = name === null ? undefined : world.rows.call(name.replace(/\(\)$/, ''));
    return row?.stage !== undefined && row.stage.proves === undefined;
  };
  return (
    endpoint.stages.some((stage) => !harmless(stage.value.name)) || evaluated.run.records.some((one) => one.conditions.size > 0 || one.assumptions.length > 0)
  );
}
