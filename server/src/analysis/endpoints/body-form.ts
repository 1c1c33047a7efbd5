/** Where a schema in front of the handler, or the type that a parameter is declared with, lays down what the body looks like. */
import type { Param } from '../../ir/model.js';
import type { Place } from '../finding.js';
import { SCHEMA } from '../flow/knows.js';
import { sourceTrail } from '../flow/trail.js';
import type { State } from '../state.js';
import { changed, PARSED, PAYLOAD, type Value, value } from '../value.js';
import type { Endpoint, Stage } from './model.js';

const schemaName = '#schema';

/** The schema that a route names in its options. */
export function schemaStage(at: Place): Stage {
  return { kind: 'before', value: value({ name: schemaName }), expr: null, passes: 'no-exception', params: [], at };
}

/** A middleware that cannot be read and is called like one that looks at the body: `validate(schema)`, `celebrate({ body })`. */
export function laysDownForm(held: Value, spelling: string): boolean {
  if (held.name === schemaName) return true;
  return /valid|schema|celebrate|joi\b|zod|ajv|yup/i.test(spelling) && !/sign|token|hmac|hook|auth|secret|origin|sender|ip\b/i.test(spelling);
}

export function keepForm(endpoint: Endpoint, state: State): void {
  const type = endpoint.params?.find((one) => one !== null && one !== 'next') ?? endpoint.framework.request;
  if (!type) return;
  const key = `${type}.${endpoint.framework.body ?? 'body'}`;
  const held = state.heap.get(key) ?? value({ name: key, traits: PARSED | PAYLOAD, trail: sourceTrail(key, PAYLOAD) });
  state.heap.set(key, withForm(held));
}

/** `@Body() parcel: ParcelDto`: the framework's pipe, wherever it is switched on, goes by the class. */
export function ofDeclaredForm(held: Value, param: Param | undefined): Value {
  const type = param?.type;
  const name = type?.kind === 'name' ? type.name : type?.kind === 'member' ? type.property : '';
  return /^[A-Z]/.test(name) && !/^(Record|Object|Map|Buffer|Request|Partial|JSON|Json\w*|Any)$/.test(name) ? withForm(held) : held;
}

function withForm(held: Value): Value {
  return held.trail ? changed(held, { trail: { ...held.trail, knows: held.trail.knows | SCHEMA } }) : held;
}
