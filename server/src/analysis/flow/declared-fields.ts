/** `Parcel(**body)` of a class that declares its fields: each is that member of what was sent, and of a model that checks, of its type. */
import type { ClassNode, Expr, FieldNode } from '../../ir/model.js';
import { PAYLOAD, SENT, type Value, value } from '../value.js';
import { SCHEMA, TEXT } from './knows.js';
import { settledByPattern } from './patterns.js';
import { memberTrail } from './trail.js';

export function declaredFields(node: ClassNode, spread: Value): ReadonlyMap<string, Value> {
  const fields = new Map<string, Value>();
  const { trail } = spread;
  if (!trail) return fields;
  const isChecked = node.bases.some((base) => /^(BaseModel|SQLModel|Document|Struct|Schema)$/.test(lastName(base)));
  for (const field of node.fields) {
    const knows = isChecked ? settledByType(field) : 0;
    const of = memberTrail(trail, field.name, trail.at);
    fields.set(
      field.name,
      value({ traits: (spread.traits & SENT) | PAYLOAD, field: field.name.toLowerCase(), trail: knows === null ? null : { ...of, knows: of.knows | knows } }),
    );
  }
  return fields;
}

/** Null where the type leaves the sender no choice, or cannot be read. */
function settledByType({ type, value: given }: FieldNode): number | null {
  const name = type === null ? '' : lastName(type);
  if (/^(dict|Dict|list|List|Any|object|Mapping)$/.test(name)) return 0;
  if (name !== 'str') return null;
  const pattern = given?.kind === 'call' ? given.args.find((one) => one.name === 'pattern' || one.name === 'regex')?.value : undefined;
  const bits = pattern?.kind === 'literal' && typeof pattern.value === 'string' ? settledByPattern(pattern.value, 'anywhere', false) : 0;
  return SCHEMA | TEXT | bits;
}

function lastName(expr: Expr): string {
  return expr.kind === 'name' ? expr.name : expr.kind === 'member' ? expr.property : '';
}
