/** Calls that nothing describes, judged by their names alone: never an accusation. */
import { judgeCallComparison } from '../compare.js';
import { trailThrough } from '../flow/through.js';
import { memberTrail, sourceTrail } from '../flow/trail.js';
import { shapeAfter } from '../moments.js';
import { carriesProof, concatenated, presenceOfHeader, read, readMember, settled, templated } from '../read.js';
import { spell } from '../refine.js';
import { isProven, type Outcome } from '../run.js';
import { MISCASED, rewritten, TEXT, WHOLE } from '../shape.js';
import {
  ANY,
  type Attempt,
  CALL_BACK,
  CLAIMS,
  CLOCK,
  COOKIE,
  changed,
  DECODED,
  DERIVED,
  deepTraits,
  ENVIRONMENT,
  FALSE,
  HEADER,
  HEADERS,
  isAboutLength,
  MAC,
  NULL,
  PARSED,
  PAYLOAD,
  POST_BACK,
  QUERY,
  RAW,
  REQUEST,
  ROUTE,
  SECRET,
  SENDER_HOSTED,
  SENT,
  SIGNATURE,
  TIMESTAMP,
  TRUE,
  unknown,
  type Value,
  value,
} from '../value.js';
import { soundsLikeGuard, soundsLikeProof, soundsLikeSignatureGuard, soundsLikeTimestamp } from '../words.js';
import { placeOf } from '../world.js';
import { callbacks, decidedTruth } from './callbacks.js';
import { harmlessUse, noteEffect } from './effects.js';
import { allTraits, type Call, carriesTrail, keepsText, madeOf, plainAttempt, receiverName, returns, withRaise } from './model.js';
import { askedWhole } from './rows.js';
import { asksChosenHost } from './trust.js';

export function unknownCall(call: Call): Outcome[] {
  const { run, receiver, property, args, expr, frame, state } = call;
  const last = property ?? (expr.callee.kind === 'name' ? expr.callee.name : (call.callee.name?.split('.').pop() ?? ''));
  if (receiver && receiver.traits & HEADERS && /^(get|header|getHeader|getlist|get_all|getAll|first|at)$/i.test(last)) return returns(state, headerRead(call));
  if (receiver && receiver.traits & HEADERS && /^(has|contains|__contains__)$/i.test(last) && typeof args[0]?.value.literal === 'string')
    return returns(state, presenceOfHeader(args[0].value.literal, false));
  const key = args[0]?.value.literal;
  if (last === 'get' && receiver?.name && typeof key === 'string' && run.world.rows.member(`${receiver.name}.${key}`))
    return returns(state, readMember(run, receiver, key, expr.range, frame, state, null));
  const traits = allTraits(call);
  if (last === 'get' && receiver && receiver.traits & (PAYLOAD | QUERY | PARSED | ROUTE | CLAIMS | POST_BACK) && typeof args[0]?.value.literal === 'string') {
    const field = String(args[0].value.literal).toLowerCase();
    const from = receiver.traits & (PAYLOAD | QUERY | ROUTE | PARSED | CLAIMS | CALL_BACK | POST_BACK);
    return returns(
      state,
      value({
        traits: (from & PARSED ? PAYLOAD : 0) | (from & ~PARSED) | (carriesProof(field, from & PARSED ? PAYLOAD : from) ? SIGNATURE : 0),
        field,
        truth: args[1] && args[1].value.truth !== NULL ? TRUE | FALSE : ANY,
        trail: receiver.trail && !(from & (CLAIMS | POST_BACK)) ? memberTrail(receiver.trail, String(args[0].value.literal), placeOf(frame, expr.range)) : null,
      }),
    );
  }
  if (run.world.rows.keepsBytes(last)) {
    // `text.encode()` is about the text, `encoder.encode(text)` about what it is handed.
    const isCoder = /^(decode|encode)$/.test(last) && receiver !== null && receiver.traits === 0 && receiver.literal === null;
    const parts = (
      /^(replace|replaceAll|split|rsplit|strip|lstrip|rstrip|removeprefix|removesuffix|partition|match|toString|decode|encode)$/.test(last) && receiver
        ? isCoder
          ? [receiver, ...args.map((one) => one.value).filter((one) => one.literal === null)]
          : [receiver]
        : [receiver, ...args.map((one) => one.value)]
    ).filter((one): one is Value => one !== null && one.name !== last);
    const settledParts = parts.map(settled);
    const kept = /^(String|str)$/.test(last) ? templated(settledParts, expr.range, frame) : concatenated(settledParts, expr.range, frame);
    const encoding = args.find((one) => typeof one.value.literal === 'string')?.value.literal;
    const subject = receiver !== null && receiver.shape !== 0 ? receiver : args[0]?.value;
    const operation = run.world.rows.textOperation(last);
    const written =
      subject && subject.shape !== 0 && operation ? rewritten(operation, settled(subject), (subject === receiver ? args[0] : args[1])?.value) : null;
    const loses = typeof encoding === 'string' && /^(ascii|us-ascii|latin-?1|binary|iso-?8859-1)$/i.test(encoding) && (kept.traits & RAW) !== 0;
    const outcomes = callbacks(
      call,
      changed(kept, {
        traits: kept.traits | (loses ? DECODED : 0),
        shape: written?.shape ?? 0,
        hash: written?.hash ?? kept.hash,
        at: written && written.shape & MISCASED ? (subject?.at ?? null) : kept.at,
        literal: keepsText.test(last) ? kept.literal : null,
        truth: /^(match|exec|find|pop|shift|at|first|last)$/.test(last) ? ANY : kept.truth === TRUE ? TRUE : TRUE | FALSE,
        name: null,
        made: args.length === 0 && receiver?.made ? madeOf(call, last) : kept.made,
        trail: kept.trail === null && !args.some((one) => one.spread === 'record') ? null : trailThrough(call, last),
      }),
    );
    return isCoder ? withRaise(call, outcomes) : outcomes;
  }
  const compared = comparedByName(call, last);
  if (compared) return compared;
  // `express.json()(req, res, next)` and the like: what we do not know passes on.
  if (args.some((one) => one.value.callable?.special === 'next')) run.passOn(state);
  noteEffect(call, spell(expr.callee));
  const tagged = receiver?.name ? resultTag(receiver.name, last) : null;
  if (tagged !== null) return returns(state, value({ truth: tagged ? TRUE : FALSE }));
  if (last === 'len' && receiver === null && args.length === 1) return returns(state, value({ field: 'length' }));
  if (/^(any|all|bool|Boolean)$/.test(last) && receiver === null && args[0])
    return returns(state, changed(settled(args[0].value), { literal: null, truth: decidedOver(call, last) }));
  const judge = handedVerdict(call, last);
  if (judge) return withRaise(call, callbacks(call, unknown));
  const guard = unreadableGuard(call, last, traits);
  const effect = run.world.rows.effect(last, receiverName(call));
  // A look-up gives what is kept here; an answer from outside is the answerer's word.
  const asks =
    effect?.kind === 'fetch' ||
    (/^(get|retrieve|fetch|post)$/i.test(last) &&
      call.callee.name !== null &&
      !/redis|cache|kv|map|store|db|session|repo|config|env|logger|storage/i.test(call.callee.name));
  const flows =
    !asks && (effect?.kind === 'read' || isKeptUnder(call, last))
      ? 0
      : asks && traits & (PAYLOAD | RAW | PARSED | SIGNATURE)
        ? CALL_BACK | askedWhole(traits)
        : traits & DERIVED & ~(SIGNATURE | SECRET | ENVIRONMENT);
  const operation = run.world.rows.numberOperation(last);
  const subject = receiver !== null && (receiver.traits !== 0 || receiver.shape !== 0) ? receiver : (args[0]?.value ?? null);
  // A number out of the signature's header is when it was signed.
  const stamp = operation !== undefined && subject !== null && subject.traits & SIGNATURE && subject.traits & HEADER ? TIMESTAMP : 0;
  if (operation === undefined && !(flows & CLOCK) && !effect && !harmlessUse.test(last) && args.some((one) => (deepTraits(one.value) & TIMESTAMP) !== 0))
    run.handsOnTimestamp = true;
  const isChosen = asks && asksChosenHost(call, expr.args[0]?.value);
  if (isChosen) run.chosenHosts.push(placeOf(frame, expr.range));
  const promised = value({
    traits: flows | (isChosen ? SENDER_HOSTED : 0) | stamp | (stamp && subject ? subject.traits & SIGNATURE : 0),
    shape: subject === null ? 0 : shapeAfter(operation, subject.shape),
    name: call.callee.name === null ? null : `${call.callee.name}()`,
    made: madeOf(call, last),
    trail: carriesTrail(call) && !effect ? trailThrough(call, last) : null,
    truth: expr.isNew ? TRUE : last === 'get' && args[1] && args[1].value.truth !== NULL ? TRUE | FALSE : ANY,
    field: stamp && subject ? subject.field : null,
  });
  const result = guard ? changed(promised, { verdict: { attempt: guard, accepts: TRUE } }) : lookUp(call, last, traits, promised);
  return withRaise(call, callbacks(call, result));
}

/** `entries.get(key)`: what is kept under a key is not what the key was made of. */
function isKeptUnder({ receiver, property, args, callee }: Call, last: string): boolean {
  const [key] = args;
  return (
    last === 'get' &&
    property !== null &&
    receiver !== null &&
    key !== undefined &&
    (deepTraits(receiver) & SENT) === 0 &&
    (deepTraits(key.value) & (REQUEST | HEADERS | RAW | PARSED)) === 0 &&
    !/^(_|lodash|https?|axios|requests|got|ky|superagent|needle|httpx)\b/.test(callee.name ?? '')
  );
}

/** A comparison that cannot be looked into is known by its name, once a MAC meets what was sent. */
function comparedByName(call: Call, last: string): Outcome[] | null {
  const { run, args, expr, frame, state } = call;
  const [left, right] = args;
  if (!left || !right || !/(timing|constant|safe|secure).*(equal|compare|eq$|cmp)|(equal|compare).*(safe|secure|constant|timing)/i.test(last)) return null;
  if (!((deepTraits(left.value) | deepTraits(right.value)) & MAC)) return null;
  const ranges = { left: left.range, right: right.range, whole: expr.range };
  const verdict = judgeCallComparison(run, { left: 0, right: 1, constantTime: true }, left.value, right.value, ranges, spell(expr), frame, state);
  return verdict ? returns(state, value({ truth: TRUE | FALSE, verdict })) : null;
}

export function headerRead(call: Call): Value {
  const name = call.args[0]?.value.literal;
  const field = typeof name === 'string' ? name.toLowerCase() : null;
  if (field !== null) call.run.onHeader(field);
  const fallback = call.args[1]?.value;
  return value({
    traits:
      field === 'cookie'
        ? COOKIE
        : HEADER | (field !== null && soundsLikeProof(field) ? SIGNATURE : 0) | (field !== null && soundsLikeTimestamp(field) ? TIMESTAMP : 0),
    shape: field === null ? 0 : WHOLE | TEXT,
    field,
    truth: fallback && fallback.truth !== NULL ? TRUE | FALSE : ANY,
    trail: field === null ? null : memberTrail(call.receiver?.trail ?? sourceTrail('headers', HEADER), field, placeOf(call.frame, call.expr.range)),
  });
}

/** An unknown function that is handed the proof, or everything with a telling name: it may verify; we cannot tell. */
export function unreadableGuard(call: Call, last: string, traits: number): Attempt | null {
  if (isProven(call.state)) return null;
  const direct = call.args.reduce((all, one) => all | deepTraits(one.value), 0);
  const isKnownEffect = call.run.world.rows.effect(last, receiverName(call)) !== undefined || harmlessUse.test(last);
  if (isKnownEffect && !soundsLikeSignatureGuard(last)) return null;
  const isHanded =
    ((direct & SIGNATURE) !== 0 && (direct & (RAW | PAYLOAD | REQUEST | PARSED)) !== 0) ||
    ((direct & HEADERS) !== 0 && (direct & (RAW | PARSED)) !== 0 && isPicked(call.callee)) ||
    ((direct & (SIGNATURE | RAW | REQUEST | HEADERS)) !== 0 && soundsLikeGuard(last)) ||
    ((traits & (REQUEST | RAW | SIGNATURE)) !== 0 && soundsLikeSignatureGuard(last));
  if (!isHanded) return null;
  const at = placeOf(call.frame, call.expr.range);
  const attempt = call.run.attempt(at, (id) => plainAttempt(id, 'unreadable', at, spell(call.expr.callee)));
  call.run.tried(call.state, attempt);
  return attempt;
}

/** Which function it is, is decided while the program runs: it is picked from a table, or handed in. */
function isPicked({ name }: Value): boolean {
  return name === null || name.endsWith('[]');
}

/** `any(same(one, sent) for one in expected)`: what the test of an element can be decides what the whole can be. */
function decidedOver({ run, frame, state, expr }: Call, last: string): number {
  const each = expr.args[0]?.value;
  return each?.kind === 'each' && /^a/.test(last) ? decidedTruth(last, settled(read(run, each.value, frame, state)).truth) : TRUE | FALSE;
}

/** `assertOrThrow(isGenuine)`, of code that cannot be read: whether it refuses cannot be told. */
function handedVerdict({ args, run, state, frame, expr }: Call, last: string): boolean {
  if (!/assert|invariant|ensure|must|require|throw|refuse|reject|abort|deny|expect/i.test(last)) return false;
  for (const { test } of args.map((one) => one.value)) if (isAboutLength(test)) state.heap.set('#length', unknown);
  const verdicts = args.flatMap((one) => settled(one.value).verdict ?? []);
  if (verdicts.length === 0) return false;
  for (const { attempt } of verdicts) attempt.decided = true;
  const at = placeOf(frame, expr.range);
  run.tried(
    state,
    run.attempt(at, (id) => plainAttempt(id, 'unreadable', at, spell(expr.callee))),
  );
  return true;
}

/** A look-up by the token that was sent: finding a row is the proof. */
export function lookUp(call: Call, last: string, traits: number, result: Value): Value {
  if (isProven(call.state) || !(traits & SIGNATURE || call.args.some((one) => holdsDigestOfProof(one.value, 3)))) return result;
  const effect = call.run.world.rows.effect(last, receiverName(call));
  if (effect?.kind !== 'read' && !/^(find|get|fetch|load|lookup|query|select)/i.test(last)) return result;
  const at = placeOf(call.frame, call.expr.range);
  const attempt = call.run.attempt(at, (id): Attempt => ({ ...plainAttempt(id, 'lookup', at, spell(call.expr.callee)), proofs: ['token'] }));
  call.run.tried(call.state, attempt);
  return changed(result, { verdict: { attempt, accepts: TRUE } });
}

/** Tokens are kept as their digests. */
function holdsDigestOfProof(held: Value, depth: number): boolean {
  if (held.hash && !held.hash.keyed && held.hash.of !== null && soundsLikeProof(held.hash.of)) return true;
  if (depth === 0) return false;
  for (const one of held.fields?.values() ?? []) if (holdsDigestOfProof(one, depth - 1)) return true;
  return held.items?.some((one) => holdsDigestOfProof(one, depth - 1)) ?? false;
}

/** `err('...').isErr()` and its like, of the libraries that have it. */
export function resultTag(name: string, last: string): boolean | null {
  const isError = /(^|\.)(err|errAsync|fail|failure|left|Err|Left|Failure)\(\)$/.test(name);
  const isOk = /(^|\.)(ok|okAsync|success|right|Ok|Right|Success)\(\)$/.test(name);
  if (!isError && !isOk) return null;
  if (/^(isErr|is_err|isFailure|isLeft|isError)$/.test(last)) return isError;
  if (/^(isOk|is_ok|isSuccess|isRight)$/.test(last)) return isOk;
  return null;
}
