/**
 * What one analysis knows of the world: the built-in rows, or these with what a user's configuration adds to them. An analysis is
 * given its knowledge as one object, so whoever keeps results can tell by identity whether they still hold.
 */
import { frameworks } from '../knowledge/frameworks/index.js';
import {
  anyReceiverCalls,
  callsByLastNames,
  callsByName,
  cleanersByName,
  effectsByName,
  libraryCalls,
  libraryMembers,
  providerByHeader,
  providerById,
  providers,
  providersByHeader,
  sinksByName,
} from '../knowledge/index.js';
import { keepsBytes, type TextOperation, textOperations } from '../knowledge/libraries/keeps-bytes.js';
import { type NumberOperation, numberOperations } from '../knowledge/libraries/keeps-numbers.js';
import type { CallRow, FrameworkRow, MemberRow, ProviderRow, ReferenceRow, SinkRow } from '../knowledge/rows.js';
import type { Declared } from './declared.js';
import type { ProviderIndex } from './endpoints/sender.js';
import type { Rows } from './world.js';

/** Which endpoints are judged by the rules that make sense for any endpoint. */
export type Scope = 'webhooks' | 'all-endpoints';

export interface Knowledge {
  readonly scope: Scope;
  readonly rows: Rows;
  readonly frameworks: readonly FrameworkRow[];
  readonly providers: ProviderIndex;
}

/** What a user adds. A row with the id of a built-in one takes its place. */
export interface Additions {
  readonly frameworks: readonly FrameworkRow[];
  readonly providers: readonly ProviderRow[];
  readonly declared: Declared;
}

const memberRows: ReadonlyMap<string, MemberRow> = new Map([...libraryMembers, ...membersOf(frameworks)]);
const callRows: ReadonlyMap<string, CallRow> = new Map([...libraryCalls, ...callsOf(frameworks)]);

let beginnings: ReadonlySet<string> | undefined;

const operations: ReadonlyMap<string, TextOperation> = new Map(textOperations);

const references = referencesOf(frameworks);

const parameterNames: ReadonlyMap<string, string> = new Map(frameworks.flatMap((one) => Object.entries(one.parameterNames ?? {})));

const numbers: ReadonlyMap<string, NumberOperation> = new Map(numberOperations);

const noSinks: readonly SinkRow[] = [];

const rows: Rows = {
  call: (name) => callRows.get(name),
  anyReceiver: (last) => anyReceiverCalls.get(last),
  member: (name) => memberRows.get(name),
  effect: (last, receiver) =>
    effectsByName
      .get(last)
      ?.find((row) => (row.only === undefined || row.only.some((one) => receiver === one || receiver.endsWith(one))) && !row.unless?.includes(receiver)),
  sinksNamed: (name) => sinksByName.get(name) ?? noSinks,
  sinksCalled: (last) => sinksByName.get(` ${last}`) ?? noSinks,
  cleaner: (name, last) => (name === null ? undefined : cleanersByName.get(name)) ?? cleanersByName.get(` ${last}`),
  keepsBytes: (last) => keepsBytes.has(last),
  begins: (name) => (beginnings ??= beginningsOf([...memberRows.keys(), ...callRows.keys()])).has(name),
  textOperation: (last) => operations.get(last),
  numberOperation: (last) => numbers.get(last),
  declared: null,
  autoImports: frameworks.flatMap((one) => one.autoImports ?? []),
  reference: (member) => references.get(member),
  parameterNamed: (name) => parameterNames.get(name),
};

export const builtIn: Knowledge = { scope: 'webhooks', rows, frameworks, providers: { byHeader: providerByHeader, all: providers, byId: providerById } };

/** The user's rows are looked up first, the built-in tables stay as they are. */
export function knowledgeWith(additions: Additions): Knowledge {
  const replaced = new Set(additions.frameworks.map((row) => row.id));
  const own = additions.providers.flatMap((provider) => provider.calls ?? []);
  const calls = new Map([...callsByName(own), ...callsOf(additions.frameworks)]);
  const lastNames = callsByLastNames(own);
  const members = new Map(membersOf(additions.frameworks));
  const headers = providersByHeader(additions.providers);
  const ownReferences = referencesOf(additions.frameworks);
  const ownBeginnings = beginningsOf([...members.keys(), ...calls.keys()]);
  const byId = new Map(additions.providers.map((provider) => [provider.id, provider]));
  return {
    scope: 'webhooks',
    rows: {
      ...rows,
      call: (name) => calls.get(name) ?? rows.call(name),
      anyReceiver: (last) => lastNames.get(last) ?? rows.anyReceiver(last),
      member: (name) => members.get(name) ?? rows.member(name),
      begins: (name) => ownBeginnings.has(name) || rows.begins(name),
      reference: (member) => ownReferences.get(member) ?? rows.reference(member),
      declared: additions.declared,
    },
    frameworks: [...additions.frameworks, ...frameworks.filter((one) => !replaced.has(one.id))],
    providers: {
      all: [...additions.providers, ...providers.filter((one) => !byId.has(one.id))],
      byId: (id) => byId.get(id) ?? providerById(id),
      byHeader: (header) => [...(headers.get(header.toLowerCase()) ?? []), ...providerByHeader(header).filter((one) => !byId.has(one.id))],
    },
  };
}

/** `flask`, `flask.Flask` and so on of `flask.Flask().config`. */
function beginningsOf(names: readonly string[]): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of names) for (const { index } of name.matchAll(/\.|\(\)/g)) found.add(name.slice(0, index));
  return found;
}

function membersOf(of: readonly FrameworkRow[]): (readonly [string, MemberRow])[] {
  return of.flatMap((one) => one.members ?? []).map((row) => [row.name, row] as const);
}

function callsOf(of: readonly FrameworkRow[]): (readonly [string, CallRow])[] {
  return of.flatMap((one) => one.calls ?? []).flatMap((row) => [row.call, ...(row.also ?? [])].map((name) => [name, row] as const));
}

function referencesOf(of: readonly FrameworkRow[]): ReadonlyMap<string, ReferenceRow> {
  return new Map(of.flatMap(({ references: row }) => (row ? row.calls.map((member) => [member, row] as const) : [])));
}
