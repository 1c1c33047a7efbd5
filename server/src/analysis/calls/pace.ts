/** Which calls may take their time in front of the answer, and what nobody waits for. */

import type { Expr, FunctionNode } from '../../ir/model.js';
import { calledName } from '../../ir/parts.js';
import { background, modelCalls, modelPackages } from '../../knowledge/pace.js';
import type { EffectKind } from '../../knowledge/rows.js';
import { isWaitedFor } from '../bodies.js';
import { expressionsIn } from '../endpoints/walk.js';
import { spell } from '../refine.js';
import { type Frame, placeOf, type World } from '../world.js';
import type { Call } from './model.js';

const slowKinds: ReadonlySet<EffectKind | 'model'> = new Set(['fetch', 'send', 'pay', 'execute', 'write', 'model']);
const mostKept = 40;

export function noteSlow(call: Call, kind: EffectKind, spelling: string): void {
  if (!slowKinds.has(kind)) return;
  add(call, kind, spelling);
}

/** Told of every call: a model's has no effect that the other questions know. */
export function noteModelCall(call: Call): void {
  const { callee } = call.expr;
  const last = calledName(callee);
  if (modelLasts.has(last) && isModelCall(callee, call.callee.name)) add(call, 'model', spell(callee));
}

const models = new Set(modelCalls);
const modelLasts = new Set(modelCalls.map((name) => name.split('.').pop() ?? name));

/** By its last two names; a word as common as `create` needs the package as well. */
export function isModelCall(callee: Expr, name: string | null): boolean {
  if (callee.kind === 'name') return models.has(callee.name) && (name === null || !name.includes('()'));
  if (callee.kind !== 'member') return false;
  const { object, property } = callee;
  const before = object.kind === 'member' ? object.property : object.kind === 'name' ? object.name : '';
  if (models.has(property) || models.has(`${before}.${property}`)) return true;
  return property === 'create' && name !== null && modelPackages.some((one) => name === one || name.startsWith(`${one}(`) || name.startsWith(`${one}.`));
}

function add(call: Call, kind: EffectKind | 'model', spelling: string): void {
  const { run, frame, state, expr } = call;
  if (frame.isBackground || state.isAnswered || state.heap.has('#acknowledged') || state.slow.length >= mostKept) return;
  const within = frame.stack;
  const owner = ownerOf(run.world, frame);
  const at = placeOf(frame, expr.range);
  if (state.slow.some((one) => one.at.range === at.range && one.via.length === (frame.calls?.length ?? 0))) return;
  state.slow = [
    ...state.slow,
    { kind, at, spelling, isAwaited: owner !== undefined && isWaitedFor(expr, owner) && !isHandedAway(expr, owner), within, via: frame.calls ?? [] },
  ];
  if (state.slow.length > run.slowest.length) run.slowest = state.slow;
}

/** `waitUntil(process(event))`, `void process(event)`: nobody waits for what the call starts. */
export function startsInBackground(call: Call): boolean {
  const owner = ownerOf(call.run.world, call.frame);
  return owner !== undefined && isHandedAway(call.expr, owner);
}

/** The functions that this call is handed run without anybody waiting. */
export function runsInBackground(call: Call): boolean {
  const { callee } = call.expr;
  const last = calledName(callee);
  return away.has(last);
}

const away = new Set(background);
const handedAway = new WeakMap<FunctionNode, ReadonlySet<Expr>>();

function isHandedAway(expr: Expr, owner: FunctionNode): boolean {
  let known = handedAway.get(owner);
  if (known === undefined) {
    const found = new Set<Expr>();
    for (const one of expressionsIn(owner)) {
      if (one.kind !== 'call') continue;
      const last = calledName(one.callee);
      if (away.has(last)) for (const argument of one.args) found.add(argument.value);
    }
    known = found;
    handedAway.set(owner, known);
  }
  return known.has(expr);
}

function ownerOf(world: World, frame: Frame): FunctionNode | undefined {
  return world.functionAt(frame.path, Number(frame.stack[frame.stack.length - 1]?.split('#')[1] ?? 0));
}
