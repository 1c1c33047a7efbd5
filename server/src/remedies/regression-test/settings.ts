/** Which settings a handler reads: the one that holds the secret, and the others that only have to be there. */
import type { Expr, Module } from '../../ir/model.js';
import type { ProviderRow } from '../../knowledge/rows.js';
import type { Setting } from '../../languages/regression-test.js';
import type { RemedySource } from '../repair.js';
import { secretVariable } from '../secret-names.js';
import { expressionsOf } from '../walk.js';

/** Read in the handler's file or in one that it imports, up to two steps away. Which one is the secret is told by the check, where it is `known`, else by its name. */
export function settingsOf(path: string, provider: ProviderRow, known: string | undefined, source: RemedySource): Setting[] {
  const found = new Map<string, Setting['in']>();
  for (const module of reachedFrom(path, source)) for (const { name, place } of readSettings(module)) if (!found.has(name)) found.set(name, place);
  const names = [...found.keys()];
  const secret = names.map((name) => ({ name, rank: likeness(name, provider) })).sort((a, b) => b.rank - a.rank)[0];
  const holder = known ?? (secret !== undefined && secret.rank > 0 ? secret.name : secretVariable(provider));
  const others = names.filter((name) => name !== holder && likeness(name, provider) === 0 && isNeeded(name));
  return [
    { name: holder, in: found.get(holder) ?? 'environment', value: 'secret' },
    ...others.map((name): Setting => ({ name, in: found.get(name) ?? 'environment', value: { text: 'unused' } })),
  ];
}

/** Keys of other services, which clients ask for when they are made. */
function isNeeded(name: string): boolean {
  return /(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD|DSN)(?:_|$)/.test(name);
}

/** How much a name looks like that of the secret that deliveries are signed with. */
function likeness(name: string, provider: ProviderRow): number {
  const words = name.toUpperCase().split('_');
  const isSecret = words.some((word) => ['SECRET', 'TOKEN', 'KEY', 'HMAC', 'HASH'].includes(word));
  if (provider.secretEnvNames.includes(name)) return 10;
  if (!isSecret) return 0;
  const saysHook = words.some((word) => ['WEBHOOK', 'WEBHOOKS', 'HOOK', 'HOOKS', 'SIGNING', 'HMAC', 'SIGNATURE'].includes(word));
  const namesSender = provider.words.some((word) => words.includes(word.toUpperCase()));
  if (saysHook) return namesSender ? 9 : 8;
  // The key of a sender's own interface is no secret of its deliveries.
  return namesSender && !words.includes('API') && !words.includes('ACCESS') && !words.includes('CLIENT') && provider.scheme !== 'shared-token' ? 2 : 0;
}

function reachedFrom(path: string, source: RemedySource): Module[] {
  const seen = new Map<string, Module>();
  let edge = [path];
  for (let step = 0; step < 3; step++) {
    const next: string[] = [];
    for (const file of edge) {
      const module = seen.has(file) ? undefined : source.module(file);
      if (module === undefined) continue;
      seen.set(file, module);
      for (const statement of module.functions[0]?.body ?? []) {
        const value = statement.kind === 'assign' ? (statement.value?.kind === 'member' ? statement.value.object : statement.value) : null;
        const target = value?.kind === 'module' ? source.resolve(file, value.module) : undefined;
        if (target !== undefined) next.push(target);
      }
    }
    edge = next;
  }
  return [...seen.values()];
}

function readSettings(module: Module): { readonly name: string; readonly place: Setting['in'] }[] {
  const own = module.functions[0];
  if (own === undefined) return [];
  const visited = [
    ...expressionsOf(module, own),
    ...module.functions.filter((fn) => fn.form === 'function' || fn.form === 'method').flatMap((fn) => expressionsOf(module, fn)),
  ];
  return visited.flatMap(({ expr }) => {
    const name = settingName(expr);
    return name === undefined ? [] : [name];
  });
}

/** `env.NAME`, `environ["NAME"]`, `getenv("NAME")`, `config["NAME"]`. */
function settingName(expr: Expr): { readonly name: string; readonly place: Setting['in'] } | undefined {
  const upper = (text: unknown): string | undefined => (typeof text === 'string' && /^[A-Z][A-Z0-9_]+$/.test(text) ? text : undefined);
  const told = (holder: Expr, text: unknown): { name: string; place: Setting['in'] } | undefined => {
    const last = holder.kind === 'member' ? holder.property : holder.kind === 'name' ? holder.name : holder.kind === 'module' ? (holder.imported ?? '') : '';
    const name = upper(text);
    if (name === undefined) return undefined;
    if (last === 'env' || last === 'environ') return { name, place: 'environment' };
    return last === 'config' ? { name, place: 'configuration' } : undefined;
  };
  if (expr.kind === 'member') return told(expr.object, expr.property);
  if (expr.kind === 'index' && expr.index.kind === 'literal') return told(expr.object, expr.index.value);
  const [first] = expr.kind === 'call' ? expr.args : [];
  if (expr.kind !== 'call' || first?.value.kind !== 'literal') return undefined;
  const { callee } = expr;
  const called = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  const name = upper(first.value.value);
  if (called === 'getenv' && name !== undefined) return { name, place: 'environment' };
  return called === 'get' && callee.kind === 'member' ? told(callee.object, first.value.value) : undefined;
}
