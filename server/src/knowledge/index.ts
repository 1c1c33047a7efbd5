/**
 * The world as rows: what frameworks, providers and libraries are and do. This room has no logic and imports nothing but row
 * types; here the rows are only laid out by name, once. Frameworks have an index of their own beside this one.
 */
import { effectNames } from './libraries/effects.js';
import { libraries } from './libraries/index.js';
import { providers } from './providers/index.js';
import type { CallRow, CanonicalName, CleanerRow, EffectName, MemberRow, ProviderRow, SinkRow } from './rows.js';

export { effectNames, libraries, providers };

/** Calls of libraries and of providers' SDKs by canonical name. A row about `X().m` answers to the type's name `X.m` too. */
export const libraryCalls: ReadonlyMap<CanonicalName, CallRow> = callsByName(allCalls());

/** Calls that are told by their last names (`constructEvent`, `authenticate.webhook`), whatever the receiver. */
export const anyReceiverCalls: ReadonlyMap<string, CallRow> = callsByLastNames(allCalls());

export const libraryMembers: ReadonlyMap<CanonicalName, MemberRow> = new Map(
  libraries.flatMap((library) => library.members ?? []).map((row) => [row.name, row]),
);

/** Effects by convention, by last name. A name may have several rows, of which the one whose `only` or `unless` fits the receiver holds. */
export const effectsByName: ReadonlyMap<string, readonly EffectName[]> = effectsByLastName();

/** Sinks by canonical name, and by last name behind a space. */
export const sinksByName: ReadonlyMap<string, readonly SinkRow[]> = grouped(
  libraries.flatMap((library) => library.sinks ?? []).flatMap((row) => namesOf(row).map((name) => [name, row] as const)),
);

export const cleanersByName: ReadonlyMap<string, CleanerRow> = new Map(
  libraries.flatMap((library) => library.cleaners ?? []).flatMap((row) => namesOf(row).map((name) => [name, row] as const)),
);

function namesOf(row: Pick<SinkRow, 'calls' | 'names' | 'members'>): string[] {
  const members = row.members?.of.flatMap((owner) => row.members?.names.map((name) => `${owner}.${name}`) ?? []) ?? [];
  const exact = [...(row.calls ?? []), ...members].flatMap((name) => (name.endsWith('()') ? [name] : [name, name.replaceAll('()', '')]));
  return [...new Set([...exact, ...(row.names ?? []).map((name) => ` ${name}`)])];
}

function grouped<Row>(named: readonly (readonly [string, Row])[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const [name, row] of named) found.set(name, [...(found.get(name) ?? []), row]);
  return found;
}

/** Every provider that sends this header; several share the commoner ones. */
export function providerByHeader(header: string): readonly ProviderRow[] {
  return byHeader.get(header.toLowerCase()) ?? [];
}

export function providerById(id: string): ProviderRow | undefined {
  return byId.get(id);
}

const byId: ReadonlyMap<string, ProviderRow> = new Map(providers.map((provider) => [provider.id, provider]));
const byHeader: ReadonlyMap<string, readonly ProviderRow[]> = providersByHeader(providers);

function allCalls(): CallRow[] {
  return [...libraries.flatMap((library) => library.calls), ...providers.flatMap((provider) => provider.calls ?? [])];
}

/** The layout that every table of calls has, also that of rows a user brings. */
export function callsByName(rows: readonly CallRow[]): ReadonlyMap<CanonicalName, CallRow> {
  const named = rows.flatMap((row) => [row.call, ...(row.also ?? [])].map((name) => [name, row] as const));
  const exact = new Map(named);
  for (const [name, row] of named) {
    if (name.endsWith('()')) continue; // the instance itself is called; its type is not
    const ofType = name.replaceAll('()', '');
    if (!exact.has(ofType)) exact.set(ofType, row);
  }
  return exact;
}

export function callsByLastNames(rows: readonly CallRow[]): ReadonlyMap<string, CallRow> {
  return new Map(rows.flatMap((row) => (row.anyReceiver ?? []).map((last) => [last, row] as const)));
}

function effectsByLastName(): Map<string, EffectName[]> {
  const found = new Map<string, EffectName[]>();
  for (const effect of effectNames) found.set(effect.last, [...(found.get(effect.last) ?? []), effect]);
  return found;
}

export function providersByHeader(rows: readonly ProviderRow[]): ReadonlyMap<string, readonly ProviderRow[]> {
  const found = new Map<string, ProviderRow[]>();
  for (const provider of rows) {
    for (const header of new Set([...provider.headers, ...(provider.signatureHeader === null ? [] : [provider.signatureHeader])])) {
      found.set(header, [...(found.get(header) ?? []), provider]);
    }
  }
  return found;
}
