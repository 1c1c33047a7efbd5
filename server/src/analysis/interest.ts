/** Which functions of the project are worth running: those that are handed something of the request, or speak of a check. */
import type { Expr, FunctionNode } from '../ir/model.js';
import { mayBeDeclared } from './declared.js';
import { expressionsIn } from './endpoints/walk.js';
import { type Argument, CLAIMS, deepTraits, HEADER, HEADERS, isAboutLength, MAC, PROMISE, RAW, REQUEST, SECRET, SENT, SIGNATURE, type Value } from './value.js';
import { soundsLikeSignatureGuard } from './words.js';
import type { Remembered, World } from './world.js';

const telling = /hmac|signature|verif|digest|constructEvent|construct_event|timingSafe|webhook_?secret|signing_?secret|abort/i;

export class Interest {
  private readonly memo = new Map<string, Remembered<boolean>>();

  constructor(private readonly world: World) {}

  /** `depth` is how many functions are running; what only carries parts of the payload is not followed far. */
  in(path: string, fn: FunctionNode, args: readonly Argument[], self: Value | null, depth: number): boolean {
    if (fn.owner !== null && fn.owner !== 0 && fn.classId === null) return true;
    for (const one of args) {
      if (one.value.verdict || isAboutLength(one.value.test) || holdsFunction(one.value, 2)) return true;
      const traits = deepTraits(one.value);
      if (traits & (REQUEST | HEADERS | HEADER | RAW | SIGNATURE | SECRET | MAC | CLAIMS)) return true;
      if (depth < 5 && traits & (SENT | PROMISE)) return true;
    }
    if (self && self.traits & (REQUEST | HEADERS | RAW)) return true;
    if (self?.instance?.fields)
      for (const field of self.instance.fields.values()) if (deepTraits(field) & (REQUEST | SENT | HEADERS) || field.callable) return true;
    return this.speaks(path, fn, 3);
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
