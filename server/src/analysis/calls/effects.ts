/** Which calls change the world, and which merely use the delivery. */
import type { CallRow } from '../../knowledge/rows.js';
import { argumentAt } from '../read.js';
import { CALL_BACK, HEADERS, PARSED, PAYLOAD, RAW, REQUEST } from '../value.js';
import { placeOf } from '../world.js';
import { allTraits, type Call, receiverName } from './model.js';

export function noteEffect(call: Call, spelling: string, known?: NonNullable<CallRow['effect']>): void {
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
  if (kind !== null && !isExcepted)
    return run.record({ kind, at: placeOf(frame, expr.range), spelling, takesPayload, takesAnswer, via: frame.calls ?? [] }, state);
  if (takesPayload && !harmlessUse.test(last))
    run.record({ kind: 'use', at: placeOf(frame, expr.range), spelling, takesPayload, takesAnswer, via: frame.calls ?? [] }, state);
}

/** A statement that selects only reads. */
export function statementKind(call: Call, ref: number | string | undefined, kind: NonNullable<CallRow['effect']>): NonNullable<CallRow['effect']> {
  const text = ref === undefined ? null : argumentAt(call.args, ref);
  return typeof text?.literal === 'string' && /^\s*select\b/i.test(text.literal) ? 'read' : kind;
}

export const harmlessUse =
  /^(log|info|debug|warn|error|exception|print|trace|json|send|status|text|html|end|set|append|push|get|has|keys|values|entries|map|filter|forEach|find|some|every|includes|indexOf|test|match|isinstance|len|str|int|float|bool|list|dict|parse|safeParse|validate|type|next|header|writeHead|write|jsonify|Response|make_response|render_template|split|join|resolve|reject|captureException|captureMessage|hasOwnProperty|Number|String|Boolean|isArray|exec|toString|then|catch|format|items|update)$/i;
