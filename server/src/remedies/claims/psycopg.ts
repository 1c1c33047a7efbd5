/** psycopg, in both of its generations: a row under a unique key, which the second insert leaves alone. */
import type { Expr } from '../../ir/model.js';
import { partsOf } from '../../ir/parts.js';
import { call, declare, evaluate, giveBack, imported, literal, member, name, quote } from '../../languages/draft.js';
import type { Draft, DraftStatement } from '../../languages/writer.js';
import { declareSetting } from '../declarations.js';
import type { FileEditor } from '../file-editor.js';
import { moduleName } from '../names.js';
import { expressionsOf } from '../walk.js';
import { type ClaimStore, equals, key, type StoreParts, TABLE, tableComment } from './store.js';

const INSERT = `INSERT INTO ${TABLE} (id) VALUES (%s) ON CONFLICT DO NOTHING`;
const DELETE = `DELETE FROM ${TABLE} WHERE id = %s`;
const values: Draft = { kind: 'list', tuple: true, items: [key] };
const opened = (subject: Draft, target: string, ...body: DraftStatement[]): DraftStatement => ({ kind: 'with', subject, target, body });
const execute = (on: string, text: string): Draft => call(member(name(on), 'execute'), literal(text), values);
const oneRow = (of: string): Draft => equals(member(name(of), 'rowcount'), literal(1));

const psycopg: ClaimStore = {
  id: 'psycopg',
  language: 'python',
  title: 'Claim the event in PostgreSQL (psycopg)',
  packages: [
    { package: 'psycopg', version: null },
    { package: 'psycopg-pool', version: null },
  ],
  clients: ['psycopg_pool.ConnectionPool()'],
  isPrepared: false,
  fresh: (parts) => connection(parts, 'psycopg'),
  write: ({ client }) => {
    // A connection of a pool is lent, one of its own is closed when the block ends; both commit then.
    const lent = client.name === '' ? client.value : call(member(client.value, 'connection'));
    return {
      isAsync: false,
      claim: [opened(lent, 'connection', declare('claimed', execute('connection', INSERT))), giveBack(oneRow('claimed'))],
      release: [opened(lent, 'connection', evaluate(execute('connection', DELETE)))],
      comment: [tableComment],
    };
  },
};

const psycopg2: ClaimStore = {
  id: 'psycopg2',
  language: 'python',
  title: 'Claim the event in PostgreSQL (psycopg2)',
  packages: [
    { package: 'psycopg2', version: null },
    { package: 'psycopg2-binary', version: null },
  ],
  clients: [],
  isPrepared: false,
  fresh: (parts) => connection(parts, 'psycopg2'),
  write: ({ client }) => {
    const own = call(imported('contextlib', 'closing'), client.value);
    const cursor = call(member(name('connection'), 'cursor'));
    const commit = evaluate(call(member(name('connection'), 'commit')));
    return {
      isAsync: false,
      claim: [opened(own, 'connection', opened(cursor, 'cursor', evaluate(execute('cursor', INSERT)), commit, giveBack(oneRow('cursor'))))],
      release: [opened(own, 'connection', opened(cursor, 'cursor', evaluate(execute('cursor', DELETE)), commit))],
      comment: [tableComment],
    };
  },
};

/** As the file connects already, where that can be said anywhere; else by the usual setting. */
function connection({ editor, repair }: StoreParts, driver: string): Draft {
  const used = connectionUsed(editor, driver);
  if (used) return quote(used);
  declareSetting(repair, editor.path, 'DATABASE_URL');
  return call(member(imported(driver, null), 'connect'), editor.idioms.requiredEnvironment('DATABASE_URL', editor));
}

function connectionUsed({ module }: FileEditor, driver: string): Expr | undefined {
  return module.functions
    .flatMap((fn) => (fn.form === 'module' || fn.owner === 0 ? expressionsOf(module, fn) : []))
    .map(({ expr }) => expr)
    .find((expr) => expr.kind === 'call' && moduleName(module, expr) === `${driver}.connect()` && isGlobal(expr));
  function isGlobal(expr: Expr): boolean {
    const owner = expr.kind === 'name' && expr.binding !== null ? module.bindings[expr.binding]?.owner : 0;
    return owner === 0 && partsOf(expr).every(isGlobal);
  }
}

export const psycopgStores: readonly ClaimStore[] = [psycopg, psycopg2];
