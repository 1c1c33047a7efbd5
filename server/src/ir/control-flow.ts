/**
 * Control flow of one function, built from structured statements by one piece of code for every language.
 *
 * A block is a run of steps without branching; each block knows where an exception raised inside it goes, because half of
 * what goes wrong in verification lives on those edges. Short circuits and conditional expressions become branches, so a
 * condition that reaches a branch holds no `and`, `or` or `not` at its top. Calls are steps of their own, in order of
 * evaluation; everything else in an expression is pure and read when it is used.
 */
import type {
  AwaitExpr,
  BindingId,
  CallExpr,
  ClassId,
  EachExpr,
  Expr,
  FunctionId,
  FunctionNode,
  Handler,
  LogicalExpr,
  Pattern,
  Range,
  Statement,
} from './model.js';

export type BlockId = number;

export interface ControlFlow {
  readonly functionId: FunctionId;
  /** `blocks[i].id === i`. */
  readonly blocks: Block[];
  readonly entry: BlockId;
}

export interface Block {
  readonly id: BlockId;
  readonly steps: Step[];
  /** Where an exception goes that a step raises; null leaves the function. */
  readonly onRaise: BlockId | null;
  end: Ending;
}

export type Step =
  | { readonly kind: 'call'; readonly expr: CallExpr }
  | { readonly kind: 'await'; readonly expr: AwaitExpr }
  /** The value of a branching expression on this path. */
  | { readonly kind: 'choose'; readonly of: Expr; readonly value: Expr; readonly known: 'true' | 'false' | 'present' | null }
  | { readonly kind: 'assign'; readonly target: Pattern; readonly value: Expr | null; readonly from: 'value' | 'element' | 'key'; readonly range: Range }
  /** The value of an expression statement is thrown away. */
  | { readonly kind: 'discard'; readonly expr: Expr }
  | { readonly kind: 'define'; readonly functionId: FunctionId; readonly binding: BindingId | null }
  | { readonly kind: 'define-class'; readonly classId: ClassId; readonly binding: BindingId | null }
  | { readonly kind: 'caught'; readonly handler: Handler }
  | { readonly kind: 'each'; readonly expr: EachExpr };

export type Ending =
  | { readonly kind: 'jump'; readonly to: BlockId }
  | { readonly kind: 'branch'; readonly test: Expr; readonly whenTrue: BlockId; readonly whenFalse: BlockId }
  /** Any of these, for reasons we do not model (loops over collections, which handler catches). */
  | { readonly kind: 'either'; readonly to: readonly BlockId[] }
  | { readonly kind: 'return'; readonly value: Expr | null; readonly range: Range }
  | { readonly kind: 'raise'; readonly value: Expr | null; readonly range: Range }
  /** The end of the body without a return. */
  | { readonly kind: 'fall' };

/** Builds the control flow of a function. Never throws; nesting beyond reason was cut by the language room. */
export function controlFlowOf(fn: FunctionNode): ControlFlow {
  const builder = new Builder();
  const entry = builder.start();
  builder.statements(fn.body);
  builder.finish({ kind: 'fall' });
  return { functionId: fn.id, blocks: builder.blocks, entry };
}

/** What `break`, `continue` and `return` must run on their way out: the `finally` blocks in between. */
interface Exit {
  readonly label: string | null;
  readonly isLoop: boolean;
  readonly breakTo: BlockId;
  readonly continueTo: BlockId | null;
  readonly finallyDepth: number;
}

interface Finally {
  readonly body: readonly Statement[];
  /** Where exceptions inside the finally body go. */
  readonly onRaise: BlockId | null;
}

class Builder {
  readonly blocks: Block[] = [];
  private current: Block | null = null;
  private onRaise: BlockId | null = null;
  private exits: Exit[] = [];
  private finallies: Finally[] = [];

  start(): BlockId {
    this.current = this.newBlock();
    return this.current.id;
  }

  finish(end: Ending): void {
    if (this.current) this.current.end = end;
    this.current = null;
  }

  statements(body: readonly Statement[]): void {
    for (const statement of body) if (statement.kind === 'define') this.push({ kind: 'define', functionId: statement.functionId, binding: statement.binding });
    for (const statement of body) {
      if (this.current === null) {
        // Code after return, raise, break: unreachable, and silent on purpose.
        return;
      }
      this.statement(statement);
    }
  }

  private newBlock(): Block {
    const block: Block = { id: this.blocks.length, steps: [], onRaise: this.onRaise, end: { kind: 'fall' } };
    this.blocks.push(block);
    return block;
  }

  private push(step: Step): void {
    this.current?.steps.push(step);
  }

  private goTo(block: Block): void {
    this.finish({ kind: 'jump', to: block.id });
  }

  private statement(statement: Statement): void {
    switch (statement.kind) {
      case 'evaluate':
        this.evaluate(statement.expr);
        this.push({ kind: 'discard', expr: statement.expr });
        return;
      case 'assign':
        if (statement.value) this.evaluate(statement.value);
        this.assign(statement.target, statement.value, 'value', statement.range);
        return;
      case 'if':
        return this.branching(
          statement.test,
          () => this.statements(statement.then),
          () => this.statements(statement.otherwise),
        );
      case 'loop':
        return this.loop(statement);
      case 'for-each':
        return this.forEach(statement);
      case 'switch':
        return this.switch(statement);
      case 'try':
        return this.try(statement);
      case 'with':
        for (const item of statement.items) {
          this.evaluate(item.expr);
          if (item.target) this.assign(item.target, item.expr, 'value', statement.range);
          else this.push({ kind: 'discard', expr: item.expr });
        }
        this.statements(statement.body);
        return;
      case 'return':
        if (statement.value) this.evaluate(statement.value);
        this.leaveThrough(0);
        return this.finish({ kind: 'return', value: statement.value, range: statement.range });
      case 'raise':
        if (statement.value) this.evaluate(statement.value);
        return this.finish({ kind: 'raise', value: statement.value, range: statement.range });
      case 'break':
      case 'continue':
        return this.jumpOut(statement.kind, statement.label);
      case 'block': {
        if (statement.label === null) return this.statements(statement.body);
        const after = this.newBlock();
        this.exits.push({ label: statement.label, isLoop: false, breakTo: after.id, continueTo: null, finallyDepth: this.finallies.length });
        this.statements(statement.body);
        this.exits.pop();
        this.goTo(after);
        this.current = after;
        return;
      }
      case 'define-class':
        this.push({ kind: 'define-class', classId: statement.classId, binding: statement.binding });
        return;
      case 'define':
        return;
      case 'assert': {
        // Under -O an assertion is gone: its condition decides nothing, but what it calls is called.
        this.evaluate(statement.test);
        this.push({ kind: 'discard', expr: statement.test });
        return;
      }
      case 'opaque':
        for (const part of statement.parts) {
          this.evaluate(part);
          this.push({ kind: 'discard', expr: part });
        }
    }
  }

  private assign(target: Pattern, value: Expr | null, from: 'value' | 'element' | 'key', range: Range): void {
    if (target.kind === 'place') {
      this.evaluate(target.expr.object);
      if (target.expr.kind === 'index') this.evaluate(target.expr.index);
    }
    this.push({ kind: 'assign', target, value, from, range });
  }

  // -------------------------------------------------------------------------------------------- statements

  private branching(test: Expr, then: () => void, otherwise: () => void): void {
    const yes = this.newBlock();
    const no = this.newBlock();
    const after = this.newBlock();
    this.branch(test, yes, no);
    this.current = yes;
    then();
    this.goTo(after);
    this.current = no;
    otherwise();
    this.goTo(after);
    this.current = after;
  }

  private loop(statement: Extract<Statement, { kind: 'loop' }>): void {
    this.statements(statement.init);
    const head = this.newBlock();
    const body = this.newBlock();
    const next = this.newBlock();
    const done = this.newBlock();
    const after = this.newBlock();
    this.goTo(statement.testAfter ? body : head);
    this.current = head;
    if (statement.test) this.branch(statement.test, body, done);
    else this.goTo(body);
    this.exits.push({ label: statement.label, isLoop: true, breakTo: after.id, continueTo: next.id, finallyDepth: this.finallies.length });
    this.current = body;
    this.statements(statement.body);
    this.goTo(next);
    this.exits.pop();
    this.current = next;
    this.statements(statement.update);
    this.goTo(head);
    this.current = done;
    this.statements(statement.otherwise);
    this.goTo(after);
    this.current = after;
  }

  private forEach(statement: Extract<Statement, { kind: 'for-each' }>): void {
    this.evaluate(statement.source);
    const head = this.newBlock();
    const body = this.newBlock();
    const done = this.newBlock();
    const after = this.newBlock();
    this.goTo(head);
    this.current = head;
    this.finish({ kind: 'either', to: [body.id, done.id] });
    this.exits.push({ label: statement.label, isLoop: true, breakTo: after.id, continueTo: head.id, finallyDepth: this.finallies.length });
    this.current = body;
    this.assign(statement.target, statement.source, statement.over === 'keys' ? 'key' : 'element', statement.range);
    this.statements(statement.body);
    this.goTo(head);
    this.exits.pop();
    this.current = done;
    this.statements(statement.otherwise);
    this.goTo(after);
    this.current = after;
  }

  private switch(statement: Extract<Statement, { kind: 'switch' }>): void {
    this.evaluate(statement.subject);
    const after = this.newBlock();
    const bodies = statement.cases.map(() => this.newBlock());
    let fallback: Block = after;
    statement.cases.forEach((one, index) => {
      const body = bodies[index] as Block;
      if (one.isDefault) {
        fallback = body;
        return;
      }
      for (const test of one.tests) {
        const no = this.newBlock();
        const matches: Expr = test.kind === 'opaque' ? test : { kind: 'binary', op: '==', left: statement.subject, right: test, range: test.range };
        const candidate = one.guard ? this.newBlock() : body;
        this.branch(matches, candidate, no);
        if (one.guard) {
          this.current = candidate;
          this.branch(one.guard, body, no);
        }
        this.current = no;
      }
    });
    this.goTo(fallback);
    this.exits.push({ label: statement.label, isLoop: false, breakTo: after.id, continueTo: null, finallyDepth: this.finallies.length });
    statement.cases.forEach((one, index) => {
      this.current = bodies[index] as Block;
      this.statements(one.body);
      const next = statement.fallsThrough ? bodies[index + 1] : undefined;
      this.goTo(next ?? after);
    });
    this.exits.pop();
    this.current = after;
  }

  private try(statement: Extract<Statement, { kind: 'try' }>): void {
    const outerRaise = this.onRaise;
    const after = this.newBlock();

    // An exception nobody catches runs `finally` and goes on outwards.
    let escape = outerRaise;
    if (statement.finally.length > 0) {
      const rethrow = this.newBlock();
      escape = rethrow.id;
      this.inBlock(rethrow, () => {
        this.statements(statement.finally);
        this.finish({ kind: 'raise', value: null, range: statement.range });
      });
    }

    const depth = this.finallies.length;
    if (statement.finally.length > 0) this.finallies.push({ body: statement.finally, onRaise: outerRaise });

    let raiseTo = escape;
    const handlerBlocks: Block[] = [];
    if (statement.handlers.length > 0) {
      this.onRaise = escape;
      for (const _ of statement.handlers) handlerBlocks.push(this.newBlock());
      const catchesAll = statement.handlers.some((handler) => handler.types.length === 0);
      const dispatch = this.newBlock();
      const targets = handlerBlocks.map((block) => block.id);
      if (!catchesAll) {
        const uncaught = this.newBlock();
        uncaught.end = { kind: 'raise', value: null, range: statement.range };
        targets.push(uncaught.id);
      }
      dispatch.end = { kind: 'either', to: targets };
      raiseTo = dispatch.id;
    }

    const finishNormally = () => {
      if (this.current === null) return;
      if (statement.finally.length > 0) {
        const saved = this.finallies;
        this.finallies = saved.slice(0, depth);
        this.onRaise = outerRaise;
        const last = this.newBlock();
        this.goTo(last);
        this.current = last;
        this.statements(statement.finally);
        this.finallies = saved;
      }
      this.goTo(after);
    };

    this.onRaise = raiseTo;
    const body = this.newBlock();
    this.goTo(body);
    this.current = body;
    this.statements(statement.body);
    this.onRaise = escape;
    if (statement.otherwise.length > 0 && this.current !== null) {
      const otherwise = this.newBlock();
      this.goTo(otherwise);
      this.current = otherwise;
      this.statements(statement.otherwise);
    }
    finishNormally();

    statement.handlers.forEach((handler, index) => {
      this.onRaise = escape;
      const block = handlerBlocks[index] as Block;
      this.current = block;
      this.push({ kind: 'caught', handler });
      this.statements(handler.body);
      finishNormally();
    });

    this.finallies.length = depth;
    this.onRaise = outerRaise;
    this.current = after;
  }

  private inBlock(block: Block, build: () => void): void {
    const saved = this.current;
    this.current = block;
    build();
    this.current = saved;
  }

  private jumpOut(kind: 'break' | 'continue', label: string | null): void {
    for (let index = this.exits.length - 1; index >= 0; index -= 1) {
      const exit = this.exits[index] as Exit;
      const fits = label !== null ? exit.label === label : kind === 'break' || exit.isLoop;
      if (!fits) continue;
      const to = kind === 'break' ? exit.breakTo : exit.continueTo;
      if (to === null) continue;
      this.leaveThrough(exit.finallyDepth);
      return this.finish({ kind: 'jump', to });
    }
    this.finish({ kind: 'fall' });
  }

  /** Runs the `finally` bodies from the innermost out to `depth`. */
  private leaveThrough(depth: number): void {
    const saved = this.finallies;
    const savedRaise = this.onRaise;
    for (let index = saved.length - 1; index >= depth && this.current !== null; index -= 1) {
      const one = saved[index] as Finally;
      this.finallies = saved.slice(0, index);
      this.onRaise = one.onRaise;
      const block = this.newBlock();
      this.goTo(block);
      this.current = block;
      this.statements(one.body);
    }
    this.finallies = saved;
    this.onRaise = savedRaise;
  }

  // ------------------------------------------------------------------------------------------- expressions

  /** Branches on `test`, taking `not`, `and` and `or` apart. */
  private branch(test: Expr, yes: Block, no: Block): void {
    if (test.kind === 'unary' && test.op === 'not') return this.branch(test.operand, no, yes);
    if (test.kind === 'logical' && test.op !== 'nullish') {
      const next = this.newBlock();
      if (test.op === 'and') this.branch(test.left, next, no);
      else this.branch(test.left, yes, next);
      this.current = next;
      return this.branch(test.right, yes, no);
    }
    this.evaluate(test);
    this.finish({ kind: 'branch', test, whenTrue: yes.id, whenFalse: no.id });
  }

  /** Emits the steps that must have happened before `expr` can be read as a pure value. */
  private evaluate(expr: Expr): void {
    switch (expr.kind) {
      case 'call':
        this.evaluate(expr.callee);
        for (const argument of expr.args) this.evaluate(argument.value);
        this.push({ kind: 'call', expr });
        return;
      case 'await':
        this.evaluate(expr.operand);
        this.push({ kind: 'await', expr });
        return;
      case 'logical':
        return expr.op === 'nullish' ? this.nullish(expr) : this.chain(expr, expr.op);
      case 'conditional':
        this.branching(
          expr.test,
          () => {
            this.evaluate(expr.then);
            this.push({ kind: 'choose', of: expr, value: expr.then, known: null });
          },
          () => {
            this.evaluate(expr.otherwise);
            this.push({ kind: 'choose', of: expr, value: expr.otherwise, known: null });
          },
        );
        return;
      case 'assign':
        this.evaluate(expr.value);
        this.assign(expr.target, expr.value, 'value', expr.range);
        return;
      case 'each': {
        // The body is looked at once, as if the collection had one element.
        this.evaluate(expr.source);
        this.assign(expr.target, expr.source, 'element', expr.range);
        for (const condition of expr.conditions) this.evaluate(condition);
        this.evaluate(expr.value);
        this.push({ kind: 'each', expr });
        return;
      }
      case 'member':
        return this.evaluate(expr.object);
      case 'index':
        this.evaluate(expr.object);
        return this.evaluate(expr.index);
      case 'binary':
        this.evaluate(expr.left);
        return this.evaluate(expr.right);
      case 'unary':
      case 'spread':
        return this.evaluate(expr.operand);
      case 'text':
      case 'opaque':
        for (const part of expr.parts) this.evaluate(part);
        return;
      case 'list':
        for (const item of expr.items) this.evaluate(item);
        return;
      case 'record':
        for (const entry of expr.entries) {
          if (entry.computed) this.evaluate(entry.computed);
          this.evaluate(entry.value);
        }
        return;
      default:
        return;
    }
  }

  /** `a and b and c` as a value: each operand is tested by itself, so that the next one is read with what it taught. */
  private chain(expr: LogicalExpr, op: 'and' | 'or'): void {
    const operands: Expr[] = [expr.right];
    for (let left = expr.left; ; left = left.left) {
      if (left.kind === 'logical' && left.op === op) operands.unshift(left.right);
      else {
        operands.unshift(left);
        break;
      }
    }
    const last = operands.pop() as Expr;
    const after = this.newBlock();
    for (const operand of operands) {
      const next = this.newBlock();
      const short = this.newBlock();
      if (op === 'and') this.branch(operand, next, short);
      else this.branch(operand, short, next);
      this.current = short;
      this.push({ kind: 'choose', of: expr, value: operand, known: op === 'and' ? 'false' : 'true' });
      this.goTo(after);
      this.current = next;
    }
    this.evaluate(last);
    this.push({ kind: 'choose', of: expr, value: last, known: null });
    this.goTo(after);
    this.current = after;
  }

  private nullish(expr: LogicalExpr): void {
    const right = this.newBlock();
    const short = this.newBlock();
    const after = this.newBlock();
    this.evaluate(expr.left);
    const { range } = expr.left;
    const test: Expr = { kind: 'binary', op: '!=', left: expr.left, right: { kind: 'literal', value: null, range }, range };
    this.finish({ kind: 'branch', test, whenTrue: short.id, whenFalse: right.id });
    this.current = short;
    this.push({ kind: 'choose', of: expr, value: expr.left, known: 'present' });
    this.goTo(after);
    this.current = right;
    this.evaluate(expr.right);
    this.push({ kind: 'choose', of: expr, value: expr.right, known: null });
    this.goTo(after);
    this.current = after;
  }
}

const orders = new WeakMap<ControlFlow, number[]>();

/** Reverse post-order: every block after those that lead to it, loops aside. */
export function orderOf(flow: ControlFlow): number[] {
  const known = orders.get(flow);
  if (known) return known;
  const order: number[] = [];
  const seen = new Set<number>();
  const post: number[] = [];
  const stack: { id: number; next: number[] }[] = [{ id: flow.entry, next: successorsOf(flow.blocks[flow.entry]) }];
  seen.add(flow.entry);
  while (stack.length > 0) {
    const top = stack[stack.length - 1] as { id: number; next: number[] };
    const next = top.next.pop();
    if (next === undefined) {
      post.push(top.id);
      stack.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      stack.push({ id: next, next: successorsOf(flow.blocks[next]) });
    }
  }
  post.reverse().forEach((id, index) => {
    order[id] = index;
  });
  orders.set(flow, order);
  return order;
}

function successorsOf(block: Block | undefined): number[] {
  if (!block) return [];
  const all = block.onRaise === null ? [] : [block.onRaise];
  if (block.end.kind === 'jump') all.push(block.end.to);
  else if (block.end.kind === 'branch') all.push(block.end.whenTrue, block.end.whenFalse);
  else if (block.end.kind === 'either') all.push(...block.end.to);
  return all;
}
