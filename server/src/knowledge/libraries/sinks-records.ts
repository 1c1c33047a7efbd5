import type { LibraryRow } from '../rows.js';

/** Receivers that are a store by what they are called. */
const repositories = ['repository', 'repo', 'model', 'dao', 'collection', 'table', 'objects', 'em'];
const documents = ['doc', 'docref', 'doc_ref', 'document', 'ref', 'reference'];

/**
 * Where a record is written: the argument is the record, and whoever decides its fields decides the columns. `says: 'model'` is for
 * names that much else goes by; they count where what they are called on is a model or a store by its name.
 */
export const jsRecordSinks: LibraryRow = {
  id: 'js-record-sinks',
  docs: 'https://cheatsheetseries.owasp.org/cheatsheets/Mass_Assignment_Cheat_Sheet.html',
  calls: [],
  sinks: [
    { sink: 'model-write', names: ['insertOne', 'insertMany', 'bulkCreate', 'bulkInsert'], argument: 0 },
    { sink: 'model-write', names: ['replaceOne', 'findOneAndReplace'], argument: 1 },
    {
      sink: 'model-write',
      names: ['updateOne', 'updateMany', 'findOneAndUpdate', 'findByIdAndUpdate'],
      argument: ['1.$set', '1.$setOnInsert', 1],
    },
    { sink: 'model-write', names: ['insert', 'upsert', 'update', 'save'], on: repositories, argument: 0, unless: { argument: '1.fields' } },
    { sink: 'model-write', names: ['save', 'update', 'insert', 'upsert', 'merge'], on: ['repository', 'repo', 'manager', 'entitymanager'], argument: 1 },
    {
      sink: 'model-write',
      names: ['create', 'createMany', 'update', 'updateMany', 'upsert', 'createManyAndReturn'],
      argument: ['0.data', '0.create', '0.update'],
      says: 'delegate',
    },
    { sink: 'model-write', names: ['create', 'update', 'upsert', 'insertMany', 'insert'], argument: 0, unless: { argument: '1.fields' }, says: 'model' },
    {
      sink: 'model-write',
      names: ['insert', 'upsert', 'update'],
      on: ['knex', 'trx', 'from', 'into', 'where', 'andwhere', 'query', 'table', 'insert'],
      argument: 0,
    },
    { sink: 'model-write', names: ['patch', 'patchAndFetch', 'insertGraph', 'insertAndFetch', 'upsertGraph'], on: ['query', '$query'], argument: 0 },
    { sink: 'model-write', names: ['patchAndFetchById', 'updateAndFetchById'], argument: 1 },
    { sink: 'model-write', names: ['values'], on: ['insert', 'insertinto', 'into', 'replaceinto'], argument: 0 },
    { sink: 'model-write', names: ['set'], on: ['update', 'updatetable'], argument: 0 },
    { sink: 'model-write', names: ['onConflictDoUpdate'], argument: '0.set' },
    { sink: 'model-write', names: ['set', 'update', 'create'], on: documents, argument: 0 },
    { sink: 'model-write', names: ['add'], on: ['collection'], argument: 0 },
    { sink: 'model-write', names: ['setDoc', 'addDoc', 'updateDoc'], argument: 1 },
    { sink: 'model-write', names: ['insert', 'patch', 'replace'], on: ['db'], argument: 1 },
    { sink: 'model-write', names: ['PutCommand', 'PutItemCommand', 'put', 'putItem'], argument: '0.Item' },
    { sink: 'model-write', names: ['hset', 'hSet', 'hmset', 'HSET'], argument: 1 },
    { sink: 'model-write', names: ['save', 'persist', 'persistAndFlush', 'insert'], argument: 'receiver' },
    { sink: 'model-write', names: ['persist', 'persistAndFlush'], on: ['em', 'entitymanager', 'manager'], argument: 0 },
    { sink: 'model-write', names: ['assign'], on: ['em', 'wrap', 'entitymanager'], argument: [0, 1] },
  ],
};

export const pythonRecordSinks: LibraryRow = {
  id: 'python-record-sinks',
  docs: 'https://cheatsheetseries.owasp.org/cheatsheets/Mass_Assignment_Cheat_Sheet.html',
  calls: [],
  sinks: [
    { sink: 'model-write', names: ['add', 'merge'], on: ['session', 'db'], argument: '0:instance' },
    { sink: 'model-write', names: ['add_all', 'bulk_save_objects'], argument: 0 },
    { sink: 'model-write', names: ['bulk_insert_mappings', 'bulk_update_mappings'], argument: 1 },
    { sink: 'model-write', names: ['values'], on: ['insert', 'update'], argument: ['**', 0] },
    { sink: 'model-write', names: ['update'], on: ['filter_by', 'filter', 'where', 'query'], argument: [0, '**'] },
    {
      sink: 'model-write',
      names: ['create', 'bulk_create', 'get_or_create', 'update_or_create', 'insert'],
      on: ['objects'],
      argument: ['**', 'name:defaults', 0],
    },
    { sink: 'model-write', names: ['create', 'insert', 'get_or_create', 'update', 'insert_many'], argument: ['**', 'name:defaults'], says: 'model' },
    { sink: 'model-write', names: ['insert_one', 'insert_many'], argument: '0:document' },
    { sink: 'model-write', names: ['replace_one', 'find_one_and_replace'], argument: '1:replacement' },
    { sink: 'model-write', names: ['update_one', 'update_many', 'find_one_and_update'], argument: ['1.$set', '1.$setOnInsert', '1:update'] },
    { sink: 'model-write', names: ['put_item'], argument: 'name:Item' },
    { sink: 'model-write', names: ['insert', 'upsert', 'update'], on: ['table', 'from_'], argument: [0, '**'] },
    { sink: 'model-write', names: ['hset', 'hmset'], argument: ['name:mapping', 1] },
    { sink: 'model-write', names: ['save', 'put'], argument: 'receiver' },
    { sink: 'model-write', names: ['update'], on: ['__dict__', 'vars'], argument: 0 },
    { sink: 'model-write', calls: ['setattr'], argument: 1, says: 'attribute' },
  ],
};
