/** Notes where the sender's data reaches a place that rows of knowledge call a sink. */
import type { ArgRef, SinkKind, SinkRow } from '../../knowledge/rows.js';
import { type Call, receiverName } from '../calls/model.js';
import type { Place } from '../finding.js';
import { argumentAt, partsOfRef, settled } from '../read.js';
import { spell } from '../refine.js';
import { isProven, type Run } from '../run.js';
import { placeKey, type State } from '../state.js';
import { type Value, value } from '../value.js';
import { placeOf } from '../world.js';
import { type Reach, reachOf, reachOfRecord } from './reach.js';
import { hasTrail } from './trail.js';

/** Payload data reaching a place where it matters, on one way through the handler. */
export interface Flow {
  readonly kind: SinkKind;
  readonly row: SinkRow;
  /** The call. */
  readonly at: Place;
  /** How the code calls it. */
  readonly spelling: string;
  /** What is decided, as the argument that was given and where it stands. */
  readonly argument: Value;
  readonly argumentAt: Place;
  /** All arguments, for what else matters there. */
  readonly call: { readonly args: Call['args']; readonly name: string | null; readonly last: string; readonly receiver: Value | null };
  /** The piece of the sender's that decides, where it stands and what is known of it. */
  readonly reach: Reach;
  /** The sender was known when it happened, on every way that leads here. */
  readonly isProven: boolean;
  /** Redirects of whoever is asked are followed. */
  readonly followsRedirects: boolean;
  readonly method: string | null;
  /** The calls that led to it, outermost first. */
  readonly via: readonly Place[];
}

/** The kind of the sink, where there was one. */
export function noteSinks(call: Call, last: string): SinkKind | null {
  const { rows } = call.run.world;
  const named = call.callee.name === null ? none : rows.sinksNamed(call.callee.name);
  let found: SinkKind | null = null;
  for (const row of named) if (fits(row, call) && noteSink(call, row, last)) found = row.sink;
  for (const row of rows.sinksCalled(last))
    if (!named.includes(row) && isCalledOn(row, receiverName(call)) && fits(row, call) && noteSink(call, row, last)) found = row.sink;
  return found;
}

const none: readonly SinkRow[] = [];

function isCalledOn({ on, notOn }: SinkRow, receiver: string): boolean {
  if (on && !on.some((one) => receiver === one || receiver.endsWith(one))) return false;
  return !notOn?.includes(receiver);
}

function fits(row: SinkRow, call: Call): boolean {
  if (row.when) {
    const given = argumentOf(call, row.when.argument);
    // `-C` is another option than `-c`.
    const literal = typeof given?.literal === 'string' && !given.literal.startsWith('-') ? given.literal.toLowerCase() : given?.literal;
    if (literal === null || literal === undefined || !row.when.is.includes(literal)) return false;
  }
  if (!row.unless) return true;
  const given = argumentOf(call, row.unless.argument);
  return !given || (row.unless.names !== undefined && !row.unless.names.includes(given.name ?? ''));
}

function argumentOf(call: Call, ref: ArgRef): Value | null {
  if (ref === '**') return call.args.find((one) => one.spread === 'record')?.value ?? null;
  if (ref === 'name:*') return value({ fields: new Map(call.args.flatMap((one) => (one.name === null ? [] : [[one.name, one.value] as const]))) });
  return argumentAt(call.args, ref, call.receiver);
}

function noteSink(call: Call, row: SinkRow, last: string): boolean {
  const refs = row.argument === 'receiver' || !Array.isArray(row.argument) ? [row.argument as ArgRef | 'receiver'] : (row.argument as readonly ArgRef[]);
  for (const ref of refs) {
    const held = ref === 'receiver' ? call.receiver : argumentOf(call, ref);
    if (!held || (row.sink !== 'model-write' && !hasTrail(held, row.inside ? 4 : 1))) continue;
    const argument = settled(held);
    // What was sent has methods of its own: a file that was uploaded is saved, too.
    if (ref === 'receiver' && row.sink === 'model-write' && argument.trail) continue;
    const reach = row.sink === 'model-write' ? reachOfRecord(argument, call.state) : reachOf(row.sink, argument, row.inside === true, call.state);
    if (reach === null || (reach.isListed && !follows(call, row))) continue;
    record(call.run, call.state, {
      kind: row.sink,
      row,
      at: placeOf(call.frame, call.expr.range),
      spelling: spell(call.expr.callee),
      argument,
      argumentAt: placeOf(call.frame, rangeOf(call, ref)),
      call: { args: call.args, name: call.callee.name, last, receiver: call.receiver },
      reach,
      followsRedirects: follows(call, row),
      via: call.frame.calls ?? [],
    });
    return true;
  }
  return false;
}

/** A sink that is no call: a header that is set, a record that is returned. */
export function noteStored(run: Run, state: State, kind: SinkKind, held: Value, at: Place, spelling: string, via: readonly Place[], inside = false): void {
  const reach = reachOf(kind, settled(held), inside, state);
  if (reach === null) return;
  const row: SinkRow = { sink: kind, argument: 0 };
  record(run, state, {
    kind,
    row,
    at,
    spelling,
    argument: held,
    argumentAt: at,
    call: { args: [], name: null, last: spelling, receiver: null },
    reach,
    followsRedirects: false,
    via,
  });
}

/** `return { statusCode: 302, headers: { Location: target } }`: a record that is an answer says where it leads. */
export function noteAnswer(run: Run, state: State, held: Value, at: Place, via: readonly Place[]): void {
  const { fields } = held;
  if (fields === null || !fields.has('statusCode')) return;
  const headers = fields.get('headers')?.fields;
  const target = headers?.get('Location') ?? headers?.get('location');
  if (target?.trail) noteStored(run, state, 'redirect', target, at, 'Location', via);
}

function record(run: Run, state: State, found: Omit<Flow, 'isProven' | 'method'>): void {
  const flow: Flow = { ...found, isProven: isProven(state), method: state.method };
  const key = `${flow.kind} ${placeKey(flow.at)}`;
  const known = run.flows.get(key);
  if (known === undefined || isWorse(flow, known)) run.flows.set(key, flow);
}

/** Of two ways to one place the one is told that needs less of the sender. */
function isWorse(flow: Flow, known: Flow): boolean {
  if (flow.reach.isJudged !== known.reach.isJudged) return known.reach.isJudged;
  if (flow.reach.isListed !== known.reach.isListed) return known.reach.isListed === true;
  return known.isProven && !flow.isProven;
}

function rangeOf(call: Call, ref: ArgRef | 'receiver'): { start: number; end: number } {
  if (ref === 'receiver') return call.expr.callee.kind === 'member' ? call.expr.callee.object.range : call.expr.range;
  if (ref === '**') return call.args.find((one) => one.spread === 'record')?.range ?? call.expr.range;
  const { ofReceiver, index, keyword } = partsOfRef(String(ref));
  if (ofReceiver) return call.expr.range;
  const found = call.args.find((one) => one.name !== null && one.name === keyword) ?? (index === null ? undefined : call.args[index]);
  return found?.range ?? call.expr.range;
}

function follows(call: Call, row: SinkRow): boolean {
  if (!row.follows) return false;
  const given = argumentOf(call, row.follows.argument);
  if (given === null) return row.follows.byDefault;
  return given.literal === null || !row.follows.off.includes(typeof given.literal === 'string' ? given.literal.toLowerCase() : given.literal);
}
