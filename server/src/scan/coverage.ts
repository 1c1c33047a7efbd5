/** How much of a file was understood, for people who ask: never part of a verdict. */
import type { Knowledge } from '../analysis/knowledge.js';
import type { Expr, Module, Range, Statement } from '../ir/model.js';
import { bodiesOf, exprsOf, partsOf } from '../ir/parts.js';
import { libraries, libraryCalls } from '../knowledge/index.js';
import type { Snapshot } from '../workspace/index.js';

export interface Coverage {
  /** What no language room understood, by place; `syntax` is the parser's name for it. */
  readonly opaque: readonly Opaque[];
  /** Each import once whose code is not in the project. */
  readonly imports: readonly OutsideImport[];
}

export interface Opaque {
  readonly syntax: string;
  readonly range: Range;
}

export interface OutsideImport {
  readonly name: string;
  /** Some row speaks of it. */
  readonly isKnown: boolean;
}

export function coverageOf(snapshot: Snapshot, path: string, knowledge: Knowledge): Coverage {
  const module = snapshot.module(path);
  if (module === undefined) return { opaque: [], imports: [] };
  const specifiers = new Set<string>();
  const opaque: Opaque[] = [];
  for (const expr of everyExpr(module, opaque)) {
    if (expr.kind === 'opaque') opaque.push({ syntax: expr.syntax, range: { ...expr.range } });
    if (expr.kind === 'module' && !expr.typeOnly) specifiers.add(expr.module);
  }
  const known = knownPackages(knowledge);
  const imports = [...specifiers]
    .filter((name) => !dataFile.test(name) && snapshot.resolve(path, name) === undefined)
    .map((name) => ({ name, isKnown: known.has(packageOf(name)) || known.has(name.split('.')[0] ?? '') }));
  return {
    opaque: opaque.sort((left, right) => left.range.start - right.range.start),
    imports: imports.sort((left, right) => (left.name < right.name ? -1 : 1)),
  };
}

/** Bundlers let code import these; there is nothing in them to understand. */
const dataFile = /^\.{1,2}\/.*\.(?:json5?|s?css|sass|less|svg|png|jpe?g|gif|webp|md|mdx|txt|html|ya?ml|wasm|graphql|sql)(?:\?.*)?$/;

function* everyExpr(module: Module, opaque: Opaque[]): Generator<Expr> {
  const stack: Expr[] = [];
  for (const binding of module.bindings) if (binding.value?.kind === 'module') stack.push(binding.value);
  for (const row of module.exports) if (row.value.kind === 'module') stack.push(row.value);
  const statements: Statement[] = [];
  for (const fn of module.functions) {
    statements.push(...fn.body);
    for (const param of fn.params) if (param.fallback) stack.push(param.fallback);
  }
  for (let statement = statements.pop(); statement !== undefined; statement = statements.pop()) {
    if (statement.kind === 'opaque') opaque.push({ syntax: statement.syntax, range: { ...statement.range } });
    stack.push(...exprsOf(statement));
    for (const body of bodiesOf(statement)) statements.push(...body);
  }
  for (let expr = stack.pop(); expr !== undefined; expr = stack.pop()) {
    yield expr;
    stack.push(...partsOf(expr));
  }
}

const packages = new WeakMap<Knowledge, ReadonlySet<string>>();

function knownPackages(knowledge: Knowledge): ReadonlySet<string> {
  let known = packages.get(knowledge);
  if (known === undefined) {
    const calls = [...libraryCalls.keys()].map((name) => packageOf(name.split('(')[0] ?? ''));
    const named = [...libraries, ...knowledge.frameworks, ...knowledge.providers.all].flatMap((row) => row.packages ?? []);
    known = new Set([...calls, ...calls.map((name) => name.split('.')[0] ?? ''), ...named]);
    packages.set(knowledge, known);
  }
  return known;
}

/** `@acme/hooks/verify` -> `@acme/hooks`, `node:crypto` as it is. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
