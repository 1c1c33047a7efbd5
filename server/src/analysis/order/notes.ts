/** What a run noted of first and repeated deliveries, for its judgement afterwards. */
import type { Range } from '../../ir/model.js';
import type { CallRow, EffectKind, Repetition } from '../../knowledge/rows.js';
import type { Call } from '../calls/model.js';
import type { Place } from '../finding.js';
import type { Event, State } from '../state.js';
import type { Attempt } from '../value.js';
import { soundsLikeEventId } from './keys.js';
import { commits, messengers, transactions } from './names.js';
import { asCommanded, repetitionOf } from './repetition.js';
import { type Keyed, type Written, writtenBy } from './rows-written.js';
import type { Mark, Order } from './state.js';
import { literalText } from './statements.js';

/** Something that was done, with what was known of the delivery then. */
export interface Deed {
  readonly event: Event;
  readonly repeats: Repetition | null;
  /** Of an insert: whether its key may keep a second one out. */
  readonly keyed: Keyed | null;
  readonly isModelRead: boolean;
  /** Of an entry that is put in another's place: what was sent says in whose. */
  readonly isChosen: boolean;
  readonly order: Order;
  readonly attempts: State['attempts'];
  readonly method: string | null;
  readonly isProven: boolean;
  /** A request that puts a message in front of people. */
  readonly isMessage: boolean;
  /** Something known to be a queue takes it, not merely something that sounds like one. */
  readonly isQueue: boolean;
}

export interface ClaimInfo {
  /** An insert whose uniqueness nobody has seen is none for sure. */
  readonly isSure: boolean;
  /** Seconds; null for ever, undefined where it cannot be told. */
  readonly lifetime: number | null | undefined;
  readonly by: string;
  readonly keys: readonly string[];
  readonly of: string;
}

export interface NotedMark {
  readonly mark: Mark;
  /** As it was before. */
  readonly order: Order;
  readonly attempts: State['attempts'];
  readonly method: string | null;
}

export class OrderNotes {
  readonly deeds: Deed[] = [];
  readonly marks: NotedMark[] = [];
  /** A helper that may claim was left out. */
  isCutShort = false;
  readonly claims = new Map<Attempt, ClaimInfo>();
  /** Calls that turned out to leave or update what is there. */
  readonly survives = new Set<Range>();
  /** Marks that a commit followed. */
  readonly committed = new Set<Range>();
  /** Entries that are given back or taken away, by what they are taken from. */
  readonly released: Place[] = [];

  /** What was inserted is told behind the call that inserts. */
  rewrite(at: Range, { keyed, isModelRead }: Written): boolean {
    let isInsert = false;
    this.deeds.forEach((deed, index) => {
      if (deed.event.at.range !== at || deed.repeats !== 'inserts') return;
      this.deeds[index] = { ...deed, keyed, isModelRead };
      isInsert = true;
    });
    return isInsert;
  }

  deed(call: Call, event: Event, last: string, row: CallRow | undefined, isOutgoing: boolean, isProven: boolean): void {
    if (transactions.has(last) || commits.has(last)) return;
    const { state } = call;
    const repeats = event.kind === 'use' || event.kind === 'pass' ? null : repetitionOf(call, last, row, isOutgoing);
    const written = repeats === 'inserts' || repeats === 'replaces' ? writtenBy(asCommanded(call)) : null;
    this.deeds.push({
      event,
      repeats,
      keyed: written?.keyed ?? null,
      isModelRead: written?.isModelRead ?? false,
      isChosen: repeats === 'replaces' && written !== null && isChosen(written, event, isProven),
      order: state.order,
      attempts: state.attempts,
      method: state.method,
      isProven,
      isMessage: repeats === 'posts' && reachesPeople(call),
      isQueue: repeats === 'enqueues' && isQueueName(last) && !call.args.some((one) => one.value.callable !== null),
    });
    if (counted.has(event.kind) && state.order.work.length < 16)
      state.order = { ...state.order, work: [...state.order.work, { event, commits: state.order.commits }] };
  }
}

const counted: ReadonlySet<EffectKind | 'use' | 'pass'> = new Set(['write', 'send', 'pay', 'enqueue', 'execute', 'use']);

/** `https://hooks.slack.com/...`: whatever is posted there is read by somebody. */
function reachesPeople(call: Call): boolean {
  const url = call.expr.args[0]?.value;
  const text = url ? literalText(call.run.world.definition(url, call.frame).expr) : null;
  return text !== null && messengers.some((host) => text.includes(host));
}

/** Things that sound like a queue (`emit`, `dispatch`, `submit`) need not be one. */
const queueNames: ReadonlySet<string> = new Set([
  'delay',
  'apply_async',
  'send_task',
  'addJob',
  'add_job',
  'sendToQueue',
  'basic_publish',
  'add',
  'enqueue',
  'send_message',
  'send_messages',
  'send',
  'publishJSON',
  'publish_message',
  'trigger',
]);

function isQueueName(last: string): boolean {
  return queueNames.has(last);
}

/** The sender's own id of a proven event names nothing but the event. */
function isChosen({ keyed, key }: Written, { takesPayload }: Event, isProven: boolean): boolean {
  if (keyed === 'opaque') return takesPayload;
  if (keyed === 'plain') return false;
  return !(isProven && key !== null && soundsLikeEventId(key));
}
