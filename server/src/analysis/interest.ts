/** Which functions of the project are worth running: those that are handed something of the request, or speak of a check. */

import type { Expr, FunctionNode } from '../ir/model.js';
import { calledName } from '../ir/parts.js';
import { mayBeDeclared } from './declared.js';
import { expressionsIn, functionsWithin } from './endpoints/walk.js';
import { hasTrail } from './flow/trail.js';
import {
  type Argument,
  CAUGHT,
  CLAIMS,
  deepTraits,
  HEADER,
  HEADERS,
  isAboutLength,
  MAC,
  PROMISE,
  RAW,
  REQUEST,
  SECRET,
  SENT,
  SIGNATURE,
  type Value,
  value,
} from './value.js';
import { soundsLikeSignatureGuard } from './words.js';
import type { Frame, Remembered, World } from './world.js';

const telling = /hmac|signature|verif|digest|constructEvent|construct_event|timingSafe|webhook_?secret|signing_?secret|abort/i;

export class Interest {
  private readonly memo = new Map<string, Remembered<boolean>>();
  private readonly acting = new Map<string, Remembered<boolean>>();

  constructor(private readonly world: World) {}

  /** `depth` is how many functions are running; what only carries parts of the payload is not followed far. */
  in(path: string, fn: FunctionNode, args: readonly Argument[], self: Value | null, depth: number): boolean {
    if (fn.owner !== null && fn.owner !== 0 && fn.classId === null) return true;
    for (const one of args) {
      if (one.value.verdict || isAboutLength(one.value.test) || holdsFunction(one.value, 2)) return true;
      // A refusal in words is put together by helpers: `policy('Deny', resource)`.
      if (one.value.literal === 'Deny') return true;
      const traits = deepTraits(one.value);
      if (traits & (REQUEST | HEADERS | HEADER | RAW | SIGNATURE | SECRET | MAC | CLAIMS | CAUGHT)) return true;
      if (depth < 5 && (traits & (SENT | PROMISE) || hasTrail(one.value))) return true;
    }
    if (self && self.traits & (REQUEST | HEADERS | RAW)) return true;
    if (self?.instance?.fields)
      for (const field of self.instance.fields.values()) if (deepTraits(field) & (REQUEST | SENT | HEADERS) || field.callable) return true;
    return this.speaks(path, fn, 3);
  }

  /** Something that the function calls may change the world: `create` of a store writes, and `create` of a plain class makes an object. */
  mayAct(path: string, fn: FunctionNode, depth = 3): boolean {
    return this.world.once(this.acting, `${path}#${fn.id}`, false, () => {
      const module = this.world.project.module(path);
      if (module === undefined) return true;
      const self = fn.classId === null ? null : value({ instance: { path, classId: fn.classId, fields: null } });
      const frame = { path, module, self, stack: [] };
      return functionsWithin(module, fn).some((one) => expressionsIn(one).some((expr) => this.isAct(expr, frame, depth)));
    });
  }

  private isAct(expr: Expr, frame: Frame, depth: number): boolean {
    if (expr.kind !== 'call') return false;
    const { callee } = expr;
    const last = calledName(callee);
    const meant = this.world.readStatically(callee, frame);
    const inner = meant.callable === null ? undefined : this.world.functionAt(meant.callable.path, meant.callable.functionId);
    if (meant.callable !== null && inner !== undefined && depth > 0) return this.mayAct(meant.callable.path, inner, depth - 1);
    const kind = (meant.name === null ? undefined : this.world.rows.call(meant.name)?.effect) ?? this.world.rows.effect(last, lastNameOf(callee))?.kind;
    return kind !== undefined && kind !== 'read' && kind !== 'log' && kind !== 'answer';
  }

  /** The function reads the request from the air, or it, or what it calls, is about verification. */
  private speaks(path: string, fn: FunctionNode, depth: number): boolean {
    const key = `${path}#${fn.id}`;
    return this.world.once(this.memo, key, false, () => (fn.name !== null && soundsLikeSignatureGuard(fn.name)) || this.body(path, fn, depth));
  }

  private body(path: string, fn: FunctionNode, depth: number): boolean {
    const module = this.world.project.module(path);
    if (!module) return false;
    const frame = { path, module, self: null, stack: [] };
    for (const expr of expressionsIn(fn)) {
      if (expr.kind === 'name' && (telling.test(expr.name) || expr.name === 'request' || expr.name === 'headers')) return true;
      if (expr.kind === 'member' && telling.test(expr.property)) return true;
      if (expr.kind === 'call' && isDeclaredCall(this.world, expr.callee)) return true;
      if (expr.kind === 'call' && depth > 0 && expr.callee.kind === 'name' && expr.callee.binding !== null) {
        const callee = this.world.readStatically(expr.callee, frame);
        if (callee.callable?.path === path) {
          const inner = this.world.functionAt(path, callee.callable.functionId);
          if (inner && this.speaks(path, inner, depth - 1)) return true;
        }
      }
    }
    return false;
  }
}

/** What stands in front of the last dot. */
function lastNameOf(callee: Expr): string {
  const object = callee.kind === 'member' ? callee.object : null;
  return (object?.kind === 'name' ? object.name : object?.kind === 'member' ? object.property : '').toLowerCase();
}

function isDeclaredCall(world: World, callee: Expr): boolean {
  return callee.kind === 'name' ? mayBeDeclared(world, callee.name) : callee.kind === 'member' && mayBeDeclared(world, callee.property);
}

function holdsFunction(of: Value, depth: number): boolean {
  if (of.callable) return true;
  if (depth === 0) return false;
  if (of.fields) for (const field of of.fields.values()) if (holdsFunction(field, depth - 1)) return true;
  if (of.items) for (const item of of.items) if (holdsFunction(item, depth - 1)) return true;
  return false;
}
