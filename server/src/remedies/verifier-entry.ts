/** What the user would declare of a function that cannot be read: its name, where it comes from, and what acceptance looks like there. */
import type { Finding, Place } from '../analysis/finding.js';
import type { CallExpr, Expr, FunctionNode, Module } from '../ir/model.js';
import type { Acceptance } from '../knowledge/rows.js';
import { standingOf } from '../languages/enclosing.js';
import { Facts } from './facts.js';
import { moduleName } from './names.js';
import type { RemedySource } from './repair.js';
import { expressionAt, expressionsOf, type Visited } from './walk.js';

export interface VerifierFacts {
  readonly call: string;
  /** A package, or a file of the project. */
  readonly from: { readonly module: string } | { readonly file: string } | null;
  readonly accepts: Acceptance;
  readonly isAsync: boolean;
}

/** Undefined for findings that speak of no such function. */
export function verifierEntry(finding: Finding, source: RemedySource): VerifierFacts | undefined {
  const request = finding.remedies.find((one) => one.remedy === 'declare-verifier');
  const place = request && new Facts(request).place('call');
  const module = place && source.module(place.path);
  if (!place || !module) return undefined;
  const visited = callAt(module, place);
  if (visited === undefined) return undefined;
  const named = nameOf(visited.expr as CallExpr, place.path, module, source);
  if (named === undefined || !/^[^\s.()'"]+(\.[^\s.()'"]+){0,3}$/.test(named.call)) return undefined;
  return { ...named, accepts: acceptanceOf(module, visited), isAsync: visited.above.at(-1)?.kind === 'await' };
}

function callAt(module: Module, { range }: Place): Visited | undefined {
  const visited = expressionAt(module, range);
  if (visited?.expr.kind === 'call') return visited;
  // `await check()` where the call alone is meant.
  const inner = visited?.expr.kind === 'await' ? expressionAt(module, visited.expr.operand.range) : undefined;
  return inner?.expr.kind === 'call' ? inner : undefined;
}

function nameOf({ callee }: CallExpr, path: string, module: Module, source: RemedySource): Pick<VerifierFacts, 'call' | 'from'> | undefined {
  const origin = (specifier: string): VerifierFacts['from'] => {
    if (!/^\.|^\//.test(specifier)) {
      const inside = source.resolve(path, specifier);
      return inside === undefined || source.module(inside) === undefined ? { module: specifier } : { file: inside };
    }
    const file = source.resolve(path, specifier);
    return file === undefined ? null : { file };
  };
  if (callee.kind === 'name') {
    const binding = callee.binding === null ? undefined : module.bindings[callee.binding];
    const value = binding?.value;
    if (value?.kind === 'module') {
      const name = value.imported === null || value.imported === 'default' ? callee.name : value.imported;
      return { call: name, from: origin(value.module) };
    }
    return { call: callee.name, from: binding?.functionId != null ? { file: path } : null };
  }
  if (callee.kind !== 'member') return undefined;
  const held = callee.object.kind === 'name' && callee.object.binding !== null ? module.bindings[callee.object.binding]?.value : null;
  if (held?.kind === 'module') {
    const owner = held.imported === null || held.imported === 'default' ? '' : `${held.imported}.`;
    return { call: owner + callee.property, from: origin(held.module) };
  }
  // A method of what a package's class or function made.
  const maker = held?.kind === 'call' && held.callee.kind === 'name' && held.callee.binding !== null ? module.bindings[held.callee.binding]?.value : null;
  if (held?.kind === 'call' && maker?.kind === 'module' && moduleName(module, held) !== undefined) {
    const owner = maker.imported === null || maker.imported === 'default' ? '' : `${maker.imported}.`;
    return { call: owner + callee.property, from: origin(maker.module) };
  }
  const owner = lastName(callee.object);
  return { call: owner === null ? callee.property : `${owner}.${callee.property}`, from: null };
}

function lastName(expr: Expr): string | null {
  if (expr.kind === 'name') return expr.name;
  return expr.kind === 'member' ? expr.property : null;
}

/** How its result is used where it is called. */
function acceptanceOf(module: Module, { expr, above, fn }: Visited): Acceptance {
  const outer = above.filter((one) => one.kind !== 'await');
  const used = usage(expr, outer);
  if (used !== undefined) return used;
  const standing = standingOf(module, expr.range);
  const statement = standing?.list[standing.at];
  if (statement?.kind === 'if' || statement?.kind === 'assert' || statement?.kind === 'return') return 'true';
  if (statement?.kind !== 'assign' || statement.target.kind !== 'bind') return 'no-exception';
  return acceptanceOfName(module, fn, statement.target.binding);
}

/** The result was given a name: what is asked of that name. */
function acceptanceOfName(module: Module, fn: FunctionNode, binding: number | null): Acceptance {
  for (const { expr, above, statement } of expressionsOf(module, fn)) {
    if (expr.kind !== 'name' || expr.binding !== binding) continue;
    const isTest = statement?.kind === 'if' && contains(statement.test, expr);
    const used = usage(expr, above);
    if (used !== undefined && (isTest || used !== 'true')) return used;
    if (isTest) return 'true';
  }
  return 'no-exception';
}

function usage(expr: Expr, above: readonly Expr[]): Acceptance | undefined {
  const outer = above.at(-1);
  if (outer?.kind === 'member' && outer.object !== undefined && /^(?:ok|valid|isValid|success|verified|is_valid|accepted)$/.test(outer.property))
    return { member: outer.property };
  if (outer?.kind === 'unary' && outer.op === 'not') return 'true';
  if (outer?.kind === 'logical' || outer?.kind === 'conditional') return 'true';
  if (outer?.kind !== 'binary') return undefined;
  const other = outer.left === expr || (outer.left.kind === 'await' && outer.left.operand === expr) ? outer.right : outer.left;
  if (other.kind !== 'literal' || (outer.op !== '==' && outer.op !== '!=')) return undefined;
  if (other.value === null) return 'not-null';
  return typeof other.value === 'boolean' ? 'true' : undefined;
}

function contains(outer: Expr, inner: Expr): boolean {
  return outer.range.start <= inner.range.start && inner.range.end <= outer.range.end;
}
