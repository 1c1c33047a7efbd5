/**
 * Schemas that lay nothing down: whatever is sent comes through, or whatever they do not name. All others count as a check, like any
 * call that is named like one.
 */
import { type Call, receiverName } from '../calls/model.js';
import { spell } from '../refine.js';
import type { Value } from '../value.js';
import { placeOf } from '../world.js';
import { alsoKnown, type Known, knowing, nothingKnown, OPEN_SCHEMA } from './knows.js';
import { alternatives } from './trail.js';

/** What an open schema tells of the data it is asked about; null for everything else. */
export function schemaMet(call: Call, last: string): Known | null {
  if (!asks.test(last)) return null;
  const { callee, receiver, args } = call;
  const isFunction = /^valibot(\.v)?\.(parse|safeParse|parseAsync|safeParseAsync)$/.test(callee.name ?? '');
  const schema = isFunction ? args[0]?.value : /^(jsonschema\.validate)$/.test(callee.name ?? '') ? schemaArgument(call) : receiver;
  const subject = (isFunction ? args[1] : callee.name === 'jsonschema.validate' ? (args.find((one) => one.name === 'instance') ?? args[0]) : args[0])?.value;
  if (!schema || !subject?.trail || receiverName(call) === 'json' || !isOpen(schema, call)) return null;
  let known: Known = nothingKnown;
  const isEmpty = laysNothingDown(schema);
  for (const one of alternatives(subject.trail)) {
    known = alsoKnown(known, knowing(one.key, OPEN_SCHEMA));
    if (isEmpty) call.run.weakChecks.set(one.key, { kind: 'anything', at: placeOf(call.frame, call.expr.range), spelling: spell(call.expr.callee) });
  }
  return known;
}

const asks = /^(parse|safeParse|parseAsync|safeParseAsync|validate|validateSync|validateAsync|load|loads|cast|is|check)$/;

/** `z.any()`, `z.record(...)`, a JSON schema that only says it is an object. */
function laysNothingDown({ name, fields }: Value): boolean {
  return fields ? !fields.has('properties') : /\.(any|unknown|record)\(\)(\.\w+\(\))*$/.test(name ?? '') && !/\.object\(\)/.test(name ?? '');
}

function schemaArgument({ args }: Call): Value | undefined {
  return (args.find((one) => one.name === 'schema') ?? args.filter((one) => one.name === null)[1])?.value;
}

function isOpen(schema: Value, call: Call): boolean {
  const name = schema.name ?? '';
  if (/^zod\b/.test(name)) return /\.(passthrough|loose|catchall|looseObject|any|unknown)\(\)/.test(name) || /\.record\(\)$/.test(name);
  if (/^valibot\b/.test(name)) return /\.(looseObject|looseTuple|any|unknown|objectWithRest|record)\(\)$/.test(name);
  if (/^(joi|@hapi\/joi)\b/.test(name)) return /\.(unknown|any)\(\)/.test(name);
  if (/^marshmallow\b/.test(name)) return call.args.some((one) => one.name === 'unknown' && /INCLUDE$/.test(one.value.name ?? ''));
  // A JSON schema as a record: what it does not name is allowed unless it says otherwise.
  return (
    call.callee.name === 'jsonschema.validate' &&
    schema.fields !== null &&
    schema.fields.get('additionalProperties')?.literal !== false &&
    !schema.fields.has('*')
  );
}
