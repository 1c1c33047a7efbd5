import type { LibraryRow } from '../rows.js';

/** Where an object is found, changed or deleted: the argument says which one. */
export const jsObjectSinks: LibraryRow = {
  id: 'js-object-sinks',
  docs: 'https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/',
  calls: [],
  sinks: [
    {
      sink: 'object-id',
      names: ['findById', 'findByPk', 'findOneById', 'findByIdAndUpdate', 'findByIdAndDelete', 'findByIdAndRemove', 'findByIdOrFail'],
      argument: 0,
    },
    {
      sink: 'object-id',
      names: [
        'findOne',
        'findOneBy',
        'findOneByOrFail',
        'findOneOrFail',
        'findOneAndUpdate',
        'findOneAndDelete',
        'findOneAndReplace',
        'updateOne',
        'deleteOne',
        'replaceOne',
      ],
      argument: ['0.where', 0],
      inside: true,
    },
    {
      sink: 'object-id',
      names: ['findUnique', 'findUniqueOrThrow', 'findFirst', 'findFirstOrThrow', 'update', 'updateMany', 'delete', 'deleteMany', 'destroy', 'upsert'],
      argument: '0.where',
      inside: true,
    },
    { sink: 'object-id', names: ['update'], argument: '1.where', inside: true },
    { sink: 'object-id', names: ['delete', 'remove', 'update', 'softDelete'], on: ['repository', 'repo'], argument: 0, inside: true },
    { sink: 'object-id', names: ['UpdateCommand', 'DeleteCommand', 'GetCommand', 'UpdateItemCommand', 'DeleteItemCommand'], argument: '0.Key', inside: true },
    {
      sink: 'object-id',
      names: ['query', 'execute', 'run'],
      on: ['db', 'pool', 'client', 'connection', 'conn', 'pg', 'tx'],
      argument: 1,
      inside: true,
      says: 'statement',
    },
  ],
};

export const pythonObjectSinks: LibraryRow = {
  id: 'python-object-sinks',
  docs: 'https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/',
  calls: [],
  sinks: [
    { sink: 'object-id', names: ['get', 'get_or_404'], on: ['query'], argument: 0 },
    { sink: 'object-id', names: ['get', 'get_or_404', 'get_one'], on: ['session', 'db'], argument: '1:ident' },
    { sink: 'object-id', names: ['filter_by'], argument: 'name:*', inside: true },
    { sink: 'object-id', names: ['get', 'filter', 'get_or_404'], on: ['objects'], argument: 'name:*', inside: true },
    {
      sink: 'object-id',
      names: ['find_one', 'find_one_and_update', 'find_one_and_delete', 'find_one_and_replace', 'update_one', 'delete_one', 'replace_one'],
      argument: '0:filter',
      inside: true,
    },
    { sink: 'object-id', names: ['get_item', 'update_item', 'delete_item'], argument: 'name:Key', inside: true },
    { sink: 'object-id', names: ['execute'], argument: 1, inside: true, says: 'statement' },
  ],
};
