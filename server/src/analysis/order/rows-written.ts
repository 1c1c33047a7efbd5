/** What a call writes: the fields of the entry, as far as they can be read, and whether an entry of the same kind may stand beside it. */
import type { Expr } from '../../ir/model.js';
import type { Call } from '../calls/model.js';
import { settled } from '../read.js';
import { NULL, PARSED, PAYLOAD, RAW, SENT, type Value } from '../value.js';
import { isSent, sentFields, soundsLikeEventId, soundsLikeIdentity } from './keys.js';

/**
 * `unique`: its key comes from the delivery, and the store takes a key once. `possible`: it may. `plain`: no key of the delivery
 * is in it. `opaque`: what is in it cannot be read.
 */
export type Keyed = 'unique' | 'possible' | 'plain' | 'opaque';

export interface Written {
  readonly keyed: Keyed;
  /** The model's or table's own text says what is unique. */
  readonly isModelRead: boolean;
  readonly hasRandomKey: boolean;
  /** What the key was called where it was sent. */
  readonly key: string | null;
}

const wrappers = new Set(['data', 'create', 'values', 'Item', 'item', 'document', 'doc', 'defaults', 'object', 'row', 'fields']);
const keyColumn = /^(_?id|pk|key|uuid|guid|sk|partition_?key|row_?key)$/i;

export function writtenBy(call: Call): Written {
  const entry = entryOf(call);
  const written: Written = { keyed: 'opaque', isModelRead: false, hasRandomKey: false, key: null };
  if (entry === null) return written;
  const unique = entry.model === null ? null : uniqueFields(call, entry.model);
  let keyed: Keyed = 'opaque';
  let key: string | null = null;
  let hasRandomKey = false;
  for (const [column, held] of entry.fields) {
    const isKey = keyColumn.test(column);
    if (isKey && !isSent(held) && held.truth !== NULL && held.literal === null) hasRandomKey = true;
    if (!isSent(held)) continue;
    // Of what comes from elsewhere nobody can say whether it was there before.
    if (keyed === 'opaque') keyed = 'plain';
    if (unique ? unique.has(column) || unique.has('*') : isKey)
      return { keyed: 'unique', isModelRead: unique !== null, hasRandomKey, key: sentFields(held)[0] ?? null };
    if (unique || !(soundsLikeIdentity(snake(column)) || soundsLikeEventId(snake(column)) || (held.field !== null && soundsLikeIdentity(held.field)))) continue;
    keyed = 'possible';
    key ??= sentFields(held)[0] ?? null;
  }
  return { keyed, isModelRead: unique !== null, hasRandomKey, key };
}

function snake(column: string): string {
  return column.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}

interface Entry {
  readonly fields: ReadonlyMap<string, Value>;
  readonly model: Value | null;
}

/** Null where the entry is a whole payload, or nothing that can be read. */
function entryOf({ args, receiver, property }: Call): Entry | null {
  const handed = property === 'save' ? receiver : args[0] ? settled(args[0].value) : null;
  const named = args.filter((one) => one.name !== null);
  if (handed === null || (property !== 'save' && named.length > 0 && args[0]?.name !== null)) {
    const fields = new Map(named.map((one) => [one.name ?? '', one.value] as const));
    return named.length > 0 ? inside({ fields, model: receiver }) : null;
  }
  const object = handed.items?.[0] ?? handed;
  if (object.instance) return object.instance.fields ? { fields: object.instance.fields, model: object } : madeEntry(object);
  if (object.fields) return (object.traits & (PARSED | RAW)) !== 0 || hasOpen(object.fields) ? null : inside({ fields: object.fields, model: receiver });
  if (object.made && object.name !== null) return madeEntry(object);
  // `insert(table, row)`, `collection(name).insert(row)`: the entry may come second.
  const second = args[1] ? settled(args[1].value) : null;
  if (second?.fields && !hasOpen(second.fields)) return inside({ fields: second.fields, model: object });
  return null;
}

function madeEntry(object: Value): Entry | null {
  const made = object.made ?? [];
  const [first] = made;
  if (made.some((one) => one.spread !== null)) return null;
  const named = made.filter((one) => one.name !== null);
  if (named.length > 0) return { fields: new Map(named.map((one) => [one.name ?? '', one.value] as const)), model: object };
  const record = first ? settled(first.value) : null;
  return record?.fields && !hasOpen(record.fields) ? { fields: record.fields, model: object } : null;
}

/** Something was spread into it, so any field may be there. */
function hasOpen(fields: ReadonlyMap<string, Value>): boolean {
  const rest = fields.get('*');
  return rest !== undefined && (rest.traits & SENT) !== 0;
}

function inside(entry: Entry): Entry | null {
  for (const [name, held] of entry.fields)
    if (wrappers.has(name)) {
      const inner = settled(held).items?.[0] ?? settled(held);
      if (inner.fields) return hasOpen(inner.fields) ? null : { fields: inner.fields, model: entry.model };
      if (inner.traits & (PARSED | PAYLOAD | RAW)) return null;
    }
  return entry;
}

// -------------------------------------------------------------------------------------------------- models

/** Columns of a model of the project that are taken once; `*` where a constraint over several is declared. Null where it cannot be read. */
function uniqueFields({ run }: Call, model: Value): ReadonlySet<string> | null {
  const ref = model.classRef ?? model.instance;
  if (!ref) return null;
  const { world } = run;
  const node = world.classes.at(ref);
  if (!node || node.fields.length === 0 || node.bases.length === 0) return null;
  const found = new Set<string>();
  for (const field of node.fields) {
    if (/^(__table_args__|class_?meta|meta|Meta|indexes)$/i.test(field.name)) found.add('*');
    if ((field.value && saysUnique(field.value)) || field.decorators.some(saysUnique)) found.add(field.name);
  }
  return found;
}

/** `Column(String, unique=True)`, `text('id').primaryKey()`, `{ type: String, unique: true }` */
function saysUnique(expr: Expr, depth = 0): boolean {
  if (depth > 5) return false;
  if (expr.kind === 'call')
    return (
      (expr.callee.kind === 'member' && /^(unique|primaryKey|notNullUnique)$/.test(expr.callee.property)) ||
      (expr.callee.kind === 'name' && /^(PrimaryColumn|PrimaryKey|Unique)$/.test(expr.callee.name)) ||
      expr.args.some(
        (one) =>
          (/^(unique|primary_key|primaryKey|primary|pk)$/.test(one.name ?? '') && one.value.kind === 'literal' && one.value.value === true) ||
          saysUnique(one.value, depth + 1),
      ) ||
      (expr.callee.kind === 'member' && saysUnique(expr.callee.object, depth + 1))
    );
  if (expr.kind === 'record')
    return expr.entries.some((one) => /^(unique|primaryKey|primary|_id)$/.test(one.key ?? '') && one.value.kind === 'literal' && one.value.value === true);
  return false;
}
