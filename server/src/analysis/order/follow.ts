/** Whether a helper is worth running for what it does about deliveries that come twice, once the sender is known. */

import type { CallExpr, FunctionNode } from '../../ir/model.js';
import { calledName } from '../../ir/parts.js';
import { callsInFunction, expressionsIn, functionsWithin } from '../endpoints/walk.js';
import type { Run } from '../run.js';
import type { Frame, Remembered, World } from '../world.js';
import { lookups, mattersToOrder } from './names.js';

const memos = new WeakMap<World, Map<string, Remembered<boolean>>>();

export function mattersInside(run: Run, path: string, fn: FunctionNode): boolean {
  if (!speaks(run.world, path, fn, 3)) return false;
  if (!run.hasRoom) run.order.isCutShort = true;
  return run.hasRoom;
}

/** Decorators of the function may claim: what it is in truth is what they make of it. */
export function isDecoratedToClaim(run: Run, path: string, fn: FunctionNode): boolean {
  return fn.decorators.length > 0 && isDecoratedSo(run.world, path, fn, 3);
}

function speaks(world: World, path: string, fn: FunctionNode, depth: number): boolean {
  let memo = memos.get(world);
  if (memo === undefined) {
    memo = new Map();
    memos.set(world, memo);
  }
  return world.once(memo, `${path}#${fn.id}`, false, () => body(world, path, fn, depth) || isDecoratedSo(world, path, fn, depth));
}

function isDecoratedSo(world: World, path: string, fn: FunctionNode, depth: number): boolean {
  const module = world.project.module(path);
  if (!module || depth === 0) return false;
  const frame = { path, module, self: null, stack: [] };
  return fn.decorators.some((decorator) => {
    const { callable } = world.readStatically(decorator.kind === 'call' ? decorator.callee : decorator, frame);
    const home = callable ? world.project.module(callable.path) : undefined;
    const wrapper = callable ? world.functionAt(callable.path, callable.functionId) : undefined;
    return callable && home && wrapper ? functionsWithin(home, wrapper).some((inner) => speaks(world, callable.path, inner, depth - 1)) : false;
  });
}

function body(world: World, path: string, fn: FunctionNode, depth: number): boolean {
  const module = world.project.module(path);
  if (!module) return false;
  const frame = { path, module, self: null, stack: [] };
  return (
    callsInFunction(fn).some((call) => isTelling(world, call, frame, depth)) ||
    expressionsIn(fn).some((expr) => expr.kind === 'function' && isInner(expr.functionId))
  );

  function isInner(functionId: number): boolean {
    const inner = world.functionAt(path, functionId);
    return inner !== undefined && depth > 0 && speaks(world, path, inner, depth - 1);
  }
}

function isTelling(world: World, { callee }: CallExpr, frame: Frame, depth: number): boolean {
  const last = calledName(callee);
  if (last === '') return false;
  const object = callee.kind === 'member' ? callee.object : null;
  const receiver = (object?.kind === 'name' ? object.name : object?.kind === 'member' ? object.property : '').toLowerCase();
  if (isOfInterest(last, receiver) || world.rows.effect(last, receiver)) return true;
  if (callee.kind !== 'name' || callee.binding === null) return false;
  const { callable, name } = world.readStatically(callee, frame);
  if (name !== null && world.rows.call(name)?.effect) return true;
  const inner = callable && depth > 0 ? world.functionAt(callable.path, callable.functionId) : undefined;
  return callable !== null && inner !== undefined && callable.special === null && speaks(world, callable.path, inner, depth - 1);
}

const store = /cache|redis|kv|store|seen|processed|handled|events|deliver|dedup|table|collection/;

/** Reading by key is what every handler does to its payload. */
function isOfInterest(last: string, receiver: string): boolean {
  return lookups.has(last) ? store.test(receiver) : mattersToOrder(last);
}
