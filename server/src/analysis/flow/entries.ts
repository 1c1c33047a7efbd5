/** A collection or a model that is taken out of a database by a name that was sent: `db[body["kind"]]`, `prisma[req.body.model]`. */
import type { Expr, IndexExpr } from '../../ir/model.js';
import { spell } from '../refine.js';
import type { Run } from '../run.js';
import type { State } from '../state.js';
import type { Value } from '../value.js';
import { type Frame, placeOf } from '../world.js';
import { noteStored } from './sinks.js';

export function noteNamedEntry(run: Run, expr: IndexExpr, table: Value, key: Value, frame: Frame, state: State): void {
  if (table.name?.startsWith('file:') || table.classRef || table.callable) return;
  if (!isDatabase(expr.object, table)) return;
  noteStored(run, state, 'resource-name', key, placeOf(frame, expr.range), spell(expr.object), frame.calls ?? []);
}

/** By what the library is called, or by what the code calls it where that is nothing else. */
function isDatabase(object: Expr, { name }: Value): boolean {
  if (name !== null && /^(dict|defaultdict|collections\.|Map\(|Object\b)/.test(name)) return false;
  if (name !== null && /^(pymongo|motor|flask_pymongo|@prisma\/client|mongoose)\b/.test(name)) return true;
  const written = object.kind === 'name' ? object.name : object.kind === 'member' ? object.property : '';
  return /^(db|database|mongo|mongo_?db|prisma|get_db)$/i.test(written);
}
