/** What doing something a second time leads to: read off the row, and off what the call is given. */
import type { CallRow, Repetition } from '../../knowledge/rows.js';
import { type Call, receiverName } from '../calls/model.js';
import { settled } from '../read.js';
import { bit, SENT, type Value } from '../value.js';
import { addsUp, onceKeys } from './names.js';
import { writtenBy } from './rows-written.js';
import { statementOf } from './statements.js';

const RANDOM = bit('random');

/** Null where nobody can tell. */
export function repetitionOf(call: Call, last: string, row: CallRow | undefined, isOutgoing: boolean): Repetition | null {
  const { args, receiver, run } = call;
  if (namesOnce(call)) return 'same';
  if (isOutgoing) return /^(put|patch|delete)$/i.test(last) || usesMethod(call, /^(put|patch|delete)$/i) ? 'same' : 'posts';
  if (hasStatement.test(last)) {
    const statement = statementOf(call);
    if (statement) return statement.repeats;
  }
  const ofCommand = last === 'send' ? commandRepeats(call) : undefined;
  if (ofCommand !== undefined) return ofCommand;
  const told = row?.repeats ?? byKind(row, last) ?? run.world.rows.effect(last, receiverName(call))?.repeats ?? null;
  if (told === 'same' || told === null) {
    if (args.some((one) => adds(one.value, 3)) && !isConditional(call)) return 'counts';
    if (last === 'save' && receiver !== null && receiver.made !== null && receiver.lookup === null && receiver.name?.endsWith('()')) return 'inserts';
    return told;
  }
  if (told === 'sends' && /queue|sqs|topic|producer|broker|channel|bus$/.test(receiverName(call)) && /^send_?messages?$|^send$/i.test(last)) return 'enqueues';
  if (told === 'replaces') return puts(call);
  // A diary may say the same thing twice.
  if (told === 'inserts' && isDiary(call)) return 'same';
  return told;
}

export const hasStatement =
  /^(execute|query|run|exec|executemany|execute_sql|\$executeRaw|\$queryRaw|\$executeRawUnsafe|\$queryRawUnsafe|raw|unsafe|all|get|first|fetch|fetchrow|fetchval|fetchone|one|oneOrNone|none|any|manyOrNone|scalar|prepare|sql|bind)$/;

/** A key is handed along under which the other side takes a thing once; one that is random is new every time. */
function namesOnce({ args }: Call): boolean {
  return args.some(
    (one) =>
      (one.name !== null && onceKeys.has(one.name) && !isRandom(one.value)) ||
      holdsOnceKey(settled(one.value), 3) ||
      (one.value.made?.some((part) => holdsOnceKey(settled(part.value), 3)) ?? false),
  );
}

function holdsOnceKey(held: Value, depth: number): boolean {
  if (!held.fields) return depth > 0 && (held.items?.some((one) => holdsOnceKey(one, depth - 1)) ?? false);
  for (const [name, one] of held.fields) {
    if (onceKeys.has(name) && !isRandom(one)) return true;
    if (depth > 0 && holdsOnceKey(one, depth - 1)) return true;
  }
  return false;
}

function isRandom(held: Value): boolean {
  return (held.traits & RANDOM) !== 0 && (held.traits & SENT) === 0;
}

function usesMethod({ args }: Call, method: RegExp): boolean {
  return args.some((one) => method.test(String(one.value.fields?.get('method')?.literal ?? '')));
}

/** `{ $inc: { credits: 5 } }`, `{ credits: { increment: 5 } }`, `FieldValue.increment(5)` */
function adds(held: Value, depth: number): boolean {
  if (held.name !== null && /(^|\.)(increment|arrayUnionAll)\(\)$/.test(held.name)) return true;
  if (typeof held.literal === 'string' && /\bADD\s+[#\w]|=\s*(if_not_exists\s*\()?[#\w]+[^,]*[+-]\s*:/.test(held.literal)) return true;
  if (depth === 0 || !held.fields) return false;
  for (const [name, one] of held.fields) if (addsUp.has(name) || adds(one, depth - 1)) return true;
  return false;
}

/** Only entries in a certain state are changed, so the second time there is none: `where: { id, status: 'open' }`. */
export function isConditional(call: Call): boolean {
  const { args } = call;
  const first = args[0] ? settled(args[0].value) : null;
  const where = first?.fields?.get('where') ?? first?.fields?.get('filter') ?? (args.length > 1 ? first : null);
  if (hasCondition(call)) return true;
  return where?.fields ? [...where.fields.values()].some((one) => one.literal !== null || holdsOperator(one) || one.truth === 1) : false;
}

function holdsOperator(held: Value): boolean {
  return held.fields ? [...held.fields.keys()].some((key) => /^(\$(ne|nin|exists|eq|in)|not|notIn|in|equals)$/.test(key)) : false;
}

/** `client.send(new PutItemCommand({ ... }))`: undefined where no command is in sight. */
function commandRepeats(call: Call): Repetition | null | undefined {
  const held = call.args[0] ? settled(call.args[0].value) : null;
  const command = /(?:^|\.)(\w+)Command(\(\))?$/.exec(held?.name ?? '')?.[1];
  if (command === undefined || held === null) return undefined;
  const input = held.made?.[0]?.value;
  if (/^(Put|PutItem)$/.test(command)) return puts(asCommanded(call));
  if (/^(Update|UpdateItem)$/.test(command)) return input && adds(input, 3) && !isConditional(asCommanded(call)) ? 'counts' : 'same';
  if (/^(Publish|PublishBatch|SendEmail|SendTemplatedEmail|SendRawEmail|SendBulkEmail)$/.test(command)) return 'sends';
  if (/^(SendMessage|SendMessageBatch|PutEvents|PutRecord|PutRecords)$/.test(command)) return 'enqueues';
  if (/^(Invoke|StartExecution|RunTask)$/.test(command)) return 'starts';
  return 'same';
}

/** A call that is handed a command, as if it were handed what the command was made of; any other as it is. */
export function asCommanded(call: Call): Call {
  const held = call.args[0] ? settled(call.args[0].value) : null;
  return held?.made && /Command(\(\))?$/.test(held.name ?? '') ? { ...call, args: held.made, receiver: null, property: null } : call;
}

function puts(call: Call): Repetition {
  if (hasCondition(call)) return 'same';
  return writtenBy(call).hasRandomKey ? 'inserts' : 'replaces';
}

function hasCondition({ args }: Call): boolean {
  return args.some((one) => one.name === 'ConditionExpression' || (settled(one.value).fields?.has('ConditionExpression') ?? false));
}

const diary = /audit|(^|[^a-z])logs?($|[^a-z])|log(s|_?entr(y|ies)|ger|_?context\w*)?$|history|metric|trace|analytics|telemetry|stats?$/i;

function isDiary(call: Call): boolean {
  if (diary.test(receiverName(call))) return true;
  const held = call.args[0] ? settled(call.args[0].value) : null;
  const ref = held?.instance ?? held?.classRef;
  const name = ref ? (call.run.world.classes.at(ref)?.name ?? '') : (held?.name?.replace(/\(\)$/, '').split('.').pop() ?? '');
  return diary.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'));
}

/** Rows of libraries say what a call does; what that means for a second one follows. */
function byKind(row: CallRow | undefined, last: string): Repetition | null {
  switch (row?.effect) {
    case 'pay':
      return /^(update|cancel|del|delete|modify|capture|confirm|void|finalize|pay)/i.test(last) ? 'same' : 'charges';
    case 'send':
      return 'sends';
    case 'enqueue':
      return 'enqueues';
    default:
      return null;
  }
}
