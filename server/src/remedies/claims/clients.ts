/** Which stores a project has: clients that a file can reach, and packages that it declares. */
import type { Expr, Module, Range } from '../../ir/model.js';
import { imported, name } from '../../languages/draft.js';
import { isDeclared } from '../declarations.js';
import { importsPackage, moduleName } from '../names.js';
import type { RemedySource } from '../repair.js';
import type { ClaimStore, Client } from './store.js';

/** How near the store is: a client in reach, its package in the project, or nothing of it. */
export type Nearness = 'client' | 'package' | 'none';

export function nearnessOf(store: ClaimStore, path: string, source: RemedySource): Nearness {
  if (clientOf(store, path, source)) return 'client';
  const module = source.module(path);
  const isKnown = store.packages.some(
    ({ package: pack }) => isDeclared(pack, path, source) || (module !== undefined && importsPackage(module, pack.replaceAll('-', '_'))),
  );
  return isKnown && store.fresh ? 'package' : 'none';
}

/** A client that the file makes or imports, or that a file of the project which it imports has. */
export function clientOf(store: ClaimStore, path: string, source: RemedySource): Client | undefined {
  const module = source.module(path);
  if (module === undefined) return undefined;
  for (const { name: local, value, statement } of constantsOf(module)) {
    const found = clientName(store, path, value, source, 3);
    if (found !== undefined) return { value: name(local), statement: value.kind === 'module' ? null : statement, name: found };
  }
  return nextDoor(store, path, module, source);
}

/** What a file that this one imports has under a name that others may import. */
function nextDoor(store: ClaimStore, path: string, module: Module, source: RemedySource): Client | undefined {
  for (const { value } of constantsOf(module)) {
    if (value.kind !== 'module') continue;
    const other = source.resolve(path, value.module);
    const there = other === undefined ? undefined : source.module(other);
    if (other === undefined || there === undefined) continue;
    for (const one of constantsOf(there)) {
      const found = clientName(store, other, one.value, source, 3);
      if (found === undefined) continue;
      if (one.value.kind !== 'module') {
        if (isExported(there, one.name)) return { value: imported(value.module, one.name), statement: null, name: found };
        continue;
      }
      const specifier = moved(one.value.module, other, path);
      if (source.resolve(path, specifier) === source.resolve(other, one.value.module) && one.value.imported !== null)
        return { value: imported(specifier, one.value.imported, one.name), statement: null, name: found };
    }
  }
  return undefined;
}

/** The specifier that stands in `from`, for use in `to`. */
function moved(specifier: string, from: string, to: string): string {
  if (!specifier.startsWith('./') && !specifier.startsWith('../')) return specifier;
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const own = to.split('/').slice(0, -1);
  let common = 0;
  while (common < own.length && common < parts.length - 1 && own[common] === parts[common]) common++;
  const up = own.length - common;
  return `${up === 0 ? './' : '../'.repeat(up)}${parts.slice(common).join('/')}`;
}

interface Constant {
  readonly name: string;
  readonly value: Expr;
  readonly statement: Range;
}

function constantsOf(module: Module): Constant[] {
  return (module.functions[0]?.body ?? []).flatMap((statement): Constant[] => {
    if (statement.kind !== 'assign' || statement.value === null) return [];
    const { target, value, range } = statement;
    if (target.kind === 'bind') return [{ name: target.name, value, statement: range }];
    if (target.kind !== 'fields' || value.kind !== 'module') return [];
    // `const { pool } = require('./db')`
    return target.fields.flatMap((field) =>
      field.key !== null && field.target.kind === 'bind' ? [{ name: field.target.name, value: { ...value, imported: field.key }, statement: range }] : [],
    );
  });
}

function isExported(module: Module, local: string): boolean {
  return module.exports.length === 0 || module.exports.some((one) => one.name === local);
}

/** The name of the store's client that the expression comes to, followed through the project's files. */
function clientName(store: ClaimStore, path: string, expr: Expr, source: RemedySource, hops: number): string | undefined {
  const module = source.module(path);
  if (module === undefined) return undefined;
  if (expr.kind === 'logical') return clientName(store, path, expr.right, source, hops) ?? clientName(store, path, expr.left, source, hops);
  if (expr.kind === 'await') return clientName(store, path, expr.operand, source, hops);
  if (expr.kind === 'conditional') return clientName(store, path, expr.then, source, hops) ?? clientName(store, path, expr.otherwise, source, hops);
  if (expr.kind === 'module' && store.clients.includes(moduleName(module, expr) ?? '')) return expr.typeOnly ? undefined : expr.module;
  if (expr.kind === 'module') return throughImport(store, path, expr.module, expr.imported, source, hops);
  const known = moduleName(module, expr);
  if (store.isFor !== undefined && !(expr.kind === 'call' && expr.args[0]?.value.kind === 'literal' && expr.args[0].value.value === store.isFor))
    return undefined;
  const bare = known?.replace(STILL_THE_CLIENT, '');
  return bare !== undefined && store.clients.some((one) => (one.startsWith('.') ? bare.endsWith(one) : bare === one)) ? bare : undefined;
}

/** `createClient().on('error', log)` gives the client back. */
const STILL_THE_CLIENT = /(?:\.(?:on|once|connect|\$extends)\(\))+$/;

function throughImport(store: ClaimStore, path: string, specifier: string, wanted: string | null, source: RemedySource, hops: number): string | undefined {
  const target = hops === 0 ? undefined : source.resolve(path, specifier);
  const module = target === undefined ? undefined : source.module(target);
  if (target === undefined || module === undefined || wanted === null) return undefined;
  const exported = module.exports.find((one) => one.name === wanted)?.value;
  const named = exported?.kind === 'name' ? exported.name : exported === undefined ? wanted : null;
  const value = named === null ? exported : constantsOf(module).find((one) => one.name === named)?.value;
  return value === undefined || value === null ? undefined : clientName(store, target, value, source, hops - 1);
}
