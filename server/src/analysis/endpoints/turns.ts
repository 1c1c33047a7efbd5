/**
 * Routes that are registered in a loop over a table: `for (const [path, receive] of Object.entries(routes)) app.post(path, receive)`.
 * Every turn of the loop is a registration of its own, which reads the loop's names off one entry of the table.
 */
import type { BindingId, CallExpr, Expr, Module, Pattern, Range, Statement } from '../../ir/model.js';
import { bindsOf, eachBody } from '../../ir/parts.js';
import type { Frame } from '../world.js';
import type { Finder } from './finder.js';
import { callsIn } from './walk.js';

export interface Meant {
  readonly expr: Expr;
  readonly frame: Frame;
}

export interface Turn {
  /** What the names of the loop mean. */
  readonly names: ReadonlyMap<BindingId, Meant>;
  /** The entry of the table. */
  readonly entry: Meant;
}

const mostTurns = 40;

/** The turns of the loop that a registration stands in, where its names are used there; null where it is no such registration. */
export function turnsOf(finder: Finder, call: CallExpr): readonly Turn[] | null {
  const names = new Set<BindingId>();
  if (call.callee.kind === 'index') addLoopName(finder, call.callee.index, names);
  for (const one of call.args) addLoopName(finder, one.value, names);
  if (call.callee.kind === 'call') for (const one of call.callee.args) addLoopName(finder, one.value, names);
  if (names.size === 0) return null;
  const loop = loopsOf(finder.module).findLast(
    ({ body, target }) =>
      body.start <= call.range.start && body.end >= call.range.end && bindsOf(target).some(({ binding }) => binding !== null && names.has(binding)),
  );
  const entries = loop === undefined ? [] : entriesOf(finder, loop.source, finder.frame).slice(0, mostTurns);
  if (loop === undefined || entries.length === 0) return null;
  return entries.map((entry) => {
    const given = new Map<BindingId, Meant>();
    give(finder, loop.target, entry, given);
    return { names: given, entry };
  });
}

/** What an expression means in this turn: a name of the loop, or a part of what it stands for. */
export function meantIn(finder: Finder, turn: Turn, expr: Expr): Meant | null {
  if (expr.kind === 'name') return (expr.binding === null ? undefined : turn.names.get(expr.binding)) ?? null;
  if (expr.kind !== 'member' && expr.kind !== 'index') return null;
  const owner = meantIn(finder, turn, expr.object);
  if (owner === null) return null;
  const key = expr.kind === 'member' ? expr.property : expr.index.kind === 'literal' ? expr.index.value : null;
  return partOf(finder, owner, key);
}

/** A name that nothing gives one value: of a loop, or a parameter. */
function addLoopName(finder: Finder, given: Expr, names: Set<BindingId>): void {
  let expr = given;
  while (expr.kind === 'member' || expr.kind === 'index') expr = expr.object;
  if (expr.kind === 'spread') addLoopName(finder, expr.operand, names);
  else if (expr.kind === 'list') for (const item of expr.items) addLoopName(finder, item, names);
  else if (expr.kind === 'name' && expr.binding !== null && finder.module.bindings[expr.binding]?.value === null) {
    const binding = finder.module.bindings[expr.binding];
    if (binding?.functionId === null && binding.classId === null) names.add(expr.binding);
  }
}

function give(finder: Finder, pattern: Pattern, meant: Meant, names: Map<BindingId, Meant>): void {
  if (pattern.kind === 'bind') {
    if (pattern.binding !== null) names.set(pattern.binding, meant);
  } else if (pattern.kind === 'items') {
    pattern.items.forEach((item, index) => {
      const part = item && partOf(finder, meant, index);
      if (item && part) give(finder, item, part, names);
    });
  } else if (pattern.kind === 'fields')
    for (const field of pattern.fields) {
      const part = partOf(finder, meant, field.key);
      if (part) give(finder, field.target, part, names);
    }
}

function partOf(finder: Finder, meant: Meant, key: string | number | boolean | null): Meant | null {
  const { expr, frame } = finder.world.definition(meant.expr, meant.frame);
  if (expr.kind === 'list' && typeof key === 'number' && expr.items[key]) return { expr: expr.items[key], frame };
  const entry = expr.kind === 'record' ? expr.entries.find((one) => one.key === key) : undefined;
  return entry ? { expr: entry.value, frame } : null;
}

/** What a loop goes through: a list, a record's pairs or its values. */
function entriesOf(finder: Finder, source: Expr, from: Frame): Meant[] {
  const { expr, frame } = finder.world.definition(source, from);
  if (expr.kind === 'list') return expr.items.map((item) => ({ expr: item, frame }));
  if (expr.kind !== 'call' || expr.callee.kind !== 'member') return [];
  const { object, property } = expr.callee;
  const isStatic = object.kind === 'name' && object.name === 'Object' && object.binding === null;
  const table = isStatic ? expr.args[0]?.value : object;
  if (!table || !/^(entries|items|values)$/.test(property)) return [];
  const held = finder.world.definition(table, frame);
  if (held.expr.kind !== 'record') return [];
  return held.expr.entries.flatMap((entry): Meant[] => {
    if (entry.key === null) return [];
    if (property === 'values') return [{ expr: entry.value, frame: held.frame }];
    const key: Expr = { kind: 'literal', value: entry.key, range: entry.value.range };
    return [{ expr: { kind: 'list', items: [key, entry.value], range: entry.value.range }, frame: held.frame }];
  });
}

interface Loop {
  readonly target: Pattern;
  readonly source: Expr;
  readonly body: Range;
}

const loops = new WeakMap<Module, readonly Loop[]>();

function loopsOf(module: Module): readonly Loop[] {
  let found = loops.get(module);
  if (found === undefined) {
    const all: Loop[] = [];
    const visit = (body: readonly Statement[]): void => {
      for (const statement of body) {
        if (statement.kind === 'for-each' && statement.over === 'values')
          all.push({ target: statement.target, source: statement.source, body: statement.range });
        eachBody(statement, visit);
      }
    };
    for (const fn of module.functions) visit(fn.body);
    for (const call of callsIn(module)) {
      const given = call.args[0]?.value;
      if (call.callee.kind !== 'member' || call.callee.property !== 'forEach' || given?.kind !== 'function') continue;
      const fn = module.functions[given.functionId];
      const target = fn?.params[0]?.pattern;
      if (fn && target) all.push({ target, source: call.callee.object, body: fn.range });
    }
    found = all.sort((a, b) => a.body.start - b.body.start);
    loops.set(module, found);
  }
  return found;
}
