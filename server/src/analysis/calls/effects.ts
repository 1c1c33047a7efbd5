/** Which calls change the world, and which merely use the delivery. */
import type { Expr, IndexExpr } from '../../ir/model.js';
import type { CallRow } from '../../knowledge/rows.js';
import { noteStoredPayload } from '../flow/stored.js';
import { argumentAt, read } from '../read.js';
import { spell } from '../refine.js';
import { isProven, type Run } from '../run.js';
import type { Event, State } from '../state.js';
import { CALL_BACK, deepTraits, ENVIRONMENT, HEADERS, PARSED, PAYLOAD, RAW, REQUEST, SENT, type Value } from '../value.js';
import { type Frame, placeOf } from '../world.js';
import { allTraits, type Call, receiverName } from './model.js';
import { noteSlow } from './pace.js';

export function noteEffect(call: Call, spelling: string, known?: NonNullable<CallRow['effect']>, row?: CallRow, isFollowed = false): void {
  const { run, expr, frame, state, receiver, args } = call;
  const last = spelling.split('.').pop()?.replace(/\(.*$/, '') ?? '';
  const takesPayload = (allTraits(call) & (PAYLOAD | PARSED | RAW)) !== 0;
  const takesAnswer = !takesPayload && (allTraits(call) & CALL_BACK) !== 0;
  const isOutgoing =
    (known === 'fetch' || (known === undefined && run.world.rows.effect(last, receiverName(call))?.kind === 'fetch')) &&
    (/^(post|put|patch|delete)$/i.test(last) ||
      /post|put|patch|delete/i.test(String(args[1]?.value.fields?.get('method')?.literal ?? args[0]?.value.fields?.get('method')?.literal ?? '')));
  if (isOutgoing) known = 'send';
  const byName = known ? undefined : run.world.rows.effect(last, receiverName(call));
  const kind = known ?? (byName && statementKind(call, byName.statement, byName.kind)) ?? null;
  if (kind === 'log' || kind === 'answer') return;
  const isExcepted = receiver !== null && (receiver.traits & (REQUEST | HEADERS | PARSED | PAYLOAD)) !== 0 && kind !== 'execute';
  if (kind !== null && !isExcepted) {
    noteSlow(call, kind, spelling);
    if (kind === 'write' && takesPayload) noteStoredPayload(call, spelling);
    const event: Event = {
      kind,
      at: placeOf(frame, expr.range),
      spelling,
      takesPayload,
      takesAnswer,
      via: frame.calls ?? [],
      ...(kind === 'fetch' && expr.args[0] ? { asksKnownHost: isHostKnown(call, expr.args[0].value) } : {}),
    };
    run.record(event, state);
    if (kind !== 'read' && kind !== 'fetch' && !isFollowed) run.order.deed(call, event, last, row, isOutgoing, isProven(state));
    return;
  }
  if (takesPayload && !harmlessUse.test(last)) {
    const event: Event = { kind: 'use', at: placeOf(frame, expr.range), spelling, takesPayload, takesAnswer, via: frame.calls ?? [] };
    run.record(event, state);
    if (!isFollowed) run.order.deed(call, event, last, row, false, isProven(state));
  }
}

/** `parcels[event.id] = event`, where what it is stored in outlives the call: a table of the module, of the object, or one that was opened. */
export function noteEntry(run: Run, place: IndexExpr, held: Value, frame: Frame, state: State): void {
  const key = read(run, place.index, frame, state);
  if (((deepTraits(key) | deepTraits(held)) & (PAYLOAD | PARSED | RAW)) === 0) return;
  const table = read(run, place.object, frame, state);
  if ((table.traits & (SENT | REQUEST)) !== 0 || !outlives(run, place.object, table, frame)) return;
  run.record({ kind: 'use', at: placeOf(frame, place.range), spelling: spell(place), takesPayload: true, takesAnswer: false, via: frame.calls ?? [] }, state);
}

function outlives({ world }: Run, object: Expr, table: Value, frame: Frame): boolean {
  if (object.kind === 'member') return object.object.kind === 'this' || (object.object.kind === 'name' && object.object.name === 'self');
  const binding = object.kind === 'name' && object.binding !== null ? world.bindingAt(frame.path, object.binding) : undefined;
  if (binding?.kind !== 'variable') return false;
  return binding.owner === 0 || (table.name !== null && /(^|\.)(open|connect)\(\)$/.test(table.name));
}

/** The address begins with a host that stands in the source or in a setting. */
export function isHostKnown(call: Call, url: Expr): boolean {
  const { expr } = call.run.world.definition(url, call.frame);
  const first = expr.kind === 'text' ? expr.parts[0] : expr.kind === 'binary' && expr.op === '+' ? expr.left : expr;
  if (first === undefined) return false;
  if (first.kind === 'binary') return first !== expr && isHostKnown(call, first);
  const held = read(call.run, first, call.frame, call.state);
  if (typeof held.literal === 'string') return /^https?:\/\/[^/?#]+\//.test(held.literal) || (first === expr && /^https?:\/\//.test(held.literal));
  return (held.setting !== null || (held.traits & ENVIRONMENT) !== 0) && (held.traits & SENT) === 0;
}

/** A statement that selects only reads. */
export function statementKind(call: Call, ref: number | string | undefined, kind: NonNullable<CallRow['effect']>): NonNullable<CallRow['effect']> {
  const text = ref === undefined ? null : argumentAt(call.args, ref);
  return typeof text?.literal === 'string' && /^\s*select\b/i.test(text.literal) ? 'read' : kind;
}

export const harmlessUse =
  /^(log|info|debug|warn|error|exception|print|trace|json|send|status|text|html|end|set|append|push|get|has|keys|values|entries|map|filter|forEach|find|some|every|includes|indexOf|test|match|isinstance|len|str|int|float|bool|list|dict|parse|safeParse|validate|type|next|header|writeHead|write|jsonify|Response|make_response|render_template|split|join|resolve|reject|captureException|captureMessage|hasOwnProperty|Number|String|Boolean|isArray|exec|toString|then|catch|format|items|update)$/i;
