/** SQLAlchemy, by itself and as Flask-SQLAlchemy: a row under a primary key; databases that ask for it are asked again. */
import type { Range } from '../../ir/model.js';
import { call, declare, evaluate, giveBack, imported, literal, member, name, or, raise, when } from '../../languages/draft.js';
import type { Draft, DraftHandler, DraftStatement } from '../../languages/writer.js';
import type { FileEditor } from '../file-editor.js';
import { type Claiming, type ClaimStore, callWith, key, TABLE } from './store.js';

const TRIES = 5;

const flaskSqlalchemy: ClaimStore = {
  id: 'flask-sqlalchemy',
  language: 'python',
  title: 'Claim the event in the database (Flask-SQLAlchemy)',
  packages: [{ package: 'flask-sqlalchemy', version: null }],
  clients: ['flask_sqlalchemy.SQLAlchemy()'],
  isPrepared: false,
  write({ client, editor }) {
    const db = client.value;
    const column = callWith(member(db, 'Column'), [literal('id'), call(member(db, 'String'), literal(255))], { primary_key: literal(true) });
    const table = name(editor.constant('handled events', call(member(db, 'Table'), literal(TABLE), column), client.statement ?? undefined));
    return inSession(member(db, 'session'), table);
  },
};

const session: ClaimStore = {
  id: 'sqlalchemy-session',
  language: 'python',
  title: 'Claim the event in the database (SQLAlchemy)',
  packages: [{ package: 'sqlalchemy', version: null }],
  clients: ['sqlalchemy.orm.scoped_session()'],
  isPrepared: false,
  write: ({ client, editor }) => inSession(client.value, tableOf(editor, client.statement)),
};

const engine: ClaimStore = {
  id: 'sqlalchemy',
  language: 'python',
  title: 'Claim the event in the database (SQLAlchemy)',
  packages: [{ package: 'sqlalchemy', version: null }],
  clients: ['sqlalchemy.create_engine()'],
  isPrepared: false,
  isUsual: true,
  fresh: ({ editor, setting }) => name(editor.constant('engine', call(imported('sqlalchemy', 'create_engine'), setting('DATABASE_URL')))),
  write({ client, editor }) {
    const table = tableOf(editor, client.statement);
    const begin = (statement: Draft): DraftStatement => ({
      kind: 'with',
      subject: call(member(client.value, 'begin')),
      target: 'connection',
      body: [evaluate(call(member(name('connection'), 'execute'), statement))],
    });
    return {
      isAsync: false,
      claim: asOftenAsAsked([begin(inserted(table))], []),
      release: [begin(deleted(table))],
      comment: [MIGRATION],
    };
  },
};

const MIGRATION = 'The table needs a migration, or `metadata.create_all`.';

function inSession(value: Draft, table: Draft): Claiming {
  const undo = evaluate(call(member(value, 'rollback')));
  const commit = evaluate(call(member(value, 'commit')));
  return {
    isAsync: false,
    claim: asOftenAsAsked([evaluate(call(member(value, 'execute'), inserted(table))), commit], [undo]),
    // What failed may have left the session in the middle of something.
    release: [undo, evaluate(call(member(value, 'execute'), deleted(table))), commit],
    comment: [MIGRATION],
  };
}

function tableOf(editor: FileEditor, behind: Range | null): Draft {
  const column = callWith(imported('sqlalchemy', 'Column'), [literal('id'), call(imported('sqlalchemy', 'String'), literal(255))], {
    primary_key: literal(true),
  });
  const table = call(imported('sqlalchemy', 'Table'), literal(TABLE), call(imported('sqlalchemy', 'MetaData')), column);
  return name(editor.constant('handled events', table, behind ?? undefined));
}

const inserted = (table: Draft): Draft => callWith(member(call(member(table, 'insert')), 'values'), [], { id: key });
const deleted = (table: Draft): Draft =>
  call(member(call(member(table, 'delete')), 'where'), { kind: 'binary', op: '==', left: member(table, 'c', 'id'), right: key });

/** CockroachDB, and PostgreSQL where transactions are serializable, ask for another try by 40001. */
function asOftenAsAsked(work: readonly DraftStatement[], undo: readonly DraftStatement[]): DraftStatement[] {
  const error = member(name('error'), 'orig');
  const state = (attribute: string): Draft => call(name('getattr'), error, literal(attribute), literal(null));
  const other: Draft = { kind: 'binary', op: '!=', left: name('state'), right: literal('40001') };
  const last: Draft = { kind: 'binary', op: '==', left: name('attempt'), right: literal(TRIES - 1) };
  const duplicate: DraftHandler = { types: [imported('sqlalchemy.exc', 'IntegrityError')], target: null, body: [...undo, giveBack(literal(false))] };
  const again: DraftHandler = {
    types: [imported('sqlalchemy.exc', 'OperationalError')],
    target: 'error',
    body: [...undo, declare('state', or(state('pgcode'), state('sqlstate'))), when(or(other, last), [raise(null)])],
  };
  return [
    {
      kind: 'for-each',
      target: 'attempt',
      source: call(name('range'), literal(TRIES)),
      body: [{ kind: 'try', body: [...work, giveBack(literal(true))], handlers: [duplicate, again] }],
    },
    giveBack(literal(false)),
  ];
}

export const sqlalchemyStores: readonly ClaimStore[] = [flaskSqlalchemy, session, engine];
