/** What repairs write for a store in which a delivery is claimed. One row a store and language; `index.ts` lists them. */
import type { LanguageId, Range } from '../../ir/model.js';
import type { Draft, DraftStatement } from '../../languages/writer.js';
import type { Needed } from '../declarations.js';
import type { FileEditor } from '../file-editor.js';
import type { Repair } from '../repair.js';

export interface ClaimStore {
  readonly id: string;
  readonly language: LanguageId;
  readonly title: string;
  /** Any of them in the manifest or among the imports says that the project has the store; the first one is what a client is made with. */
  readonly packages: readonly [Needed, ...Needed[]];
  /** The values that are a client, as they are called from an import; what is called on them further down belongs to them. */
  readonly clients: readonly string[];
  /** What a client of many services is made for: its first argument. */
  readonly isFor?: string;
  /** Something must be made in the store by hand before the first claim: a table, a model. */
  readonly isPrepared: boolean;
  /** Among the first choices where the project shows no store at all. */
  readonly isUsual?: true;
  /** A client where the file has none in reach; without it there is nothing to write then. */
  readonly fresh?: (parts: StoreParts) => Draft;
  write(parts: StoreParts & { readonly client: Client }): Claiming;
}

export interface StoreParts {
  readonly repair: Repair;
  readonly editor: FileEditor;
  /** A setting of the process; a line for it rides along where the project lists them. */
  setting(variable: string): Draft;
}

export interface Client {
  readonly value: Draft;
  /** The statement that makes it, where that stands in the same file. */
  readonly statement: Range | null;
  /** What it is, as it is called from an import. */
  readonly name: string;
}

/** The bodies of two functions that take `key`, a text that names the delivery. The first one gives true to one caller of all. */
export interface Claiming {
  readonly claim: readonly DraftStatement[];
  readonly release: readonly DraftStatement[];
  readonly comment?: readonly string[];
  readonly isAsync: boolean;
}

export const key: Draft = { kind: 'name', name: 'key' };

/** The table, for stores that take SQL. */
export const TABLE = 'handled_events';
export const tableComment = `The table: CREATE TABLE ${TABLE} (id text PRIMARY KEY, claimed_at timestamptz NOT NULL DEFAULT now())`;

/** Arguments by position, then by name. */
export function callWith(callee: Draft, args: readonly Draft[], named: Readonly<Record<string, Draft>>): Draft {
  return { kind: 'call', callee, args: [...args.map((value) => ({ value })), ...Object.entries(named).map(([name, value]) => ({ name, value }))] };
}

export const wait = (operand: Draft): Draft => ({ kind: 'await', operand });
export const equals = (left: Draft, right: Draft): Draft => ({ kind: 'binary', op: '==', left, right });

/** Longer than any sender goes on trying: the longest that is documented is a little over three days. */
export const LIFETIME = 604_800;
