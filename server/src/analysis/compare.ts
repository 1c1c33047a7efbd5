/** Which comparisons are guards: a MAC against what was sent, or a secret against a token that was sent. */
import type { BinaryExpr, Range } from '../ir/model.js';
import type { CallRow, Proof } from '../knowledge/rows.js';
import { markOf } from './flow/conditions.js';
import { quoted } from './refine.js';
import type { Run } from './run.js';
import { sameWriting } from './shape.js';
import type { State } from './state.js';
import {
  type Attempt,
  COOKIE,
  DIGEST,
  deepTraits,
  ENVIRONMENT,
  HEADER,
  MAC,
  NULL,
  type Operand,
  PARSED,
  PAYLOAD,
  POST_BACK,
  QUERY,
  RAW,
  ROUTE,
  SECRET,
  SENT,
  SIGNATURE,
  TRUE,
  type Value,
  type Verdict,
} from './value.js';
import { soundsLikeCertificate, soundsLikeYes, soundsSecret } from './words.js';
import { type Frame, placeOf } from './world.js';

export function judgeComparison(run: Run, expr: BinaryExpr, left: Value, right: Value, frame: Frame, state: State): Verdict | null {
  const kind = comparisonKind(left, right);
  if (kind === null) return null;
  return attemptOf(
    run,
    kind,
    left,
    right,
    expr.left.range,
    expr.right.range,
    expr.range,
    quoted(run, expr, frame),
    kind.constantTime === true || kind.kind === 'lookup',
    null,
    frame,
    state,
    expr.op === 'in' || expr.op === 'not in',
  );
}

export function judgeCallComparison(
  run: Run,
  row: NonNullable<CallRow['compares']>,
  left: Value,
  right: Value,
  ranges: { left: Range; right: Range; whole: Range },
  spelling: string,
  frame: Frame,
  state: State,
): Verdict | null {
  let kind = comparisonKind(left, right);
  if (kind === null && row.constantTime && (isOfCookie(left) || isOfCookie(right))) kind = session;
  // Someone who compares in constant time compares a proof, even where we cannot see what it was made of.
  if (kind === null && row.constantTime && (typeof left.literal === 'string' || typeof right.literal === 'string')) kind = { kind: 'token', proofs: ['token'] };
  if (kind === null && row.constantTime)
    kind =
      deepTraits(left) & MAC || deepTraits(right) & MAC || !isKept(left) || !isKept(right)
        ? { kind: 'comparison', proofs: ['signature'] }
        : { kind: 'token', proofs: ['token'] };
  if (kind === null) return null;
  return attemptOf(
    run,
    kind,
    left,
    right,
    ranges.left,
    ranges.right,
    ranges.whole,
    spelling,
    row.constantTime,
    row.throwsOn ?? null,
    frame,
    state,
    row.partial === true,
  );
}

function attemptOf(
  run: Run,
  kind: Kind,
  left: Value,
  right: Value,
  leftRange: Range,
  rightRange: Range,
  whole: Range,
  spelling: string,
  constantTime: boolean,
  throwsOn: string | null,
  frame: Frame,
  state: State,
  /** Only a part of one side need be equal. */
  isPartial: boolean,
): Verdict {
  const at = placeOf(frame, whole);
  const hash = hashOf(left) ?? hashOf(right);
  // A helper that compares in constant time may be called with a token first and with a MAC then.
  const attempt = run.attempt(
    at,
    (id): Attempt => ({
      id,
      kind: kind.kind,
      at,
      spelling,
      proofs: kind.proofs,
      provider: null,
      constantTime,
      isAsync: false,
      left: { range: leftRange, value: left },
      right: { range: rightRange, value: right },
      throwsOn,
      hash,
      body: null,
      needsRaw: false,
      sent: null,
      tolerance: null,
      asksForTolerance: false,
      key:
        kind.kind === 'lookup'
          ? null
          : (hash?.key ??
            (isKept(left) ? left : isKept(right) ? right : typeof left.literal === 'string' ? left : typeof right.literal === 'string' ? right : null)),
      member: null,
      via: frame.calls ?? [],
      decided: false,
      off: null,
      token: null,
      throwsUnprepared: false,
      varies: false,
      ignored: null,
      ignoredAt: null,
    }),
    kind.kind,
  );
  if (!attempt.varies && (isOther(attempt.left, left) || isOther(attempt.right, right))) attempt.varies = true;
  const mark = isPartial ? null : (markOf(left, state.checked) ?? markOf(right, state.checked));
  attempt.mark = attempt.mark === undefined || attempt.mark === mark ? mark : null;
  run.tried(state, attempt);
  return { attempt, accepts: TRUE };
}

function isOther(known: Operand | null, now: Value): boolean {
  if (known === null || known.value === now) return false;
  const before = known.value;
  return before.shape !== now.shape || before.field !== now.field || (before.hash !== now.hash && !sameWriting(before.hash, now.hash));
}

interface Kind {
  readonly kind: Attempt['kind'];
  readonly proofs: readonly Proof[];
  readonly constantTime?: true;
}

/** Whoever has logged in: nothing that a sender of deliveries could send. */
const session: Kind = { kind: 'session', proofs: ['identity'] };

/** It came in a cookie, and in nothing else. */
export function isOfCookie(held: Value): boolean {
  const traits = deepTraits(held);
  return (traits & COOKIE) !== 0 && (traits & (PAYLOAD | RAW | PARSED | HEADER | QUERY)) === 0;
}

function comparisonKind(left: Value, right: Value): Kind | null {
  if (left.truth === NULL || right.truth === NULL) return null;
  const answered = left.traits & POST_BACK ? right : right.traits & POST_BACK ? left : null;
  if (answered && typeof answered.literal === 'string' && /verified|valid|genuine|authentic|^success$|^ok$/i.test(answered.literal))
    return { kind: 'lookup', proofs: ['signature'] };
  if (answered?.literal === true && soundsLikeYes((answered === right ? left : right).field ?? '')) return { kind: 'lookup', proofs: ['identity'] };
  for (const [told, said] of [
    [left, right],
    [right, left],
  ] as const)
    if (typeof said.literal === 'string' && told.field !== null && soundsLikeCertificate(told.field)) return { kind: 'lookup', proofs: ['identity'] };
  // `difference === 0` at the end of a loop of exclusive ors.
  if ((left.field === 'xor' && right.literal === 0) || (right.field === 'xor' && left.literal === 0))
    return { kind: 'comparison', proofs: ['signature'], constantTime: true };
  const leftAll = deepTraits(left);
  const rightAll = deepTraits(right);
  if (leftAll & MAC || rightAll & MAC) {
    const other = leftAll & MAC ? right : left;
    if (other.literal !== null || other.field === 'length') return null;
    // An unkeyed digest of a password or the like is no signature unless it meets something that was sent.
    const hash = hashOf(left) ?? hashOf(right);
    if (hash && !hash.keyed && !isSent(other)) return null;
    if (isOfCookie(other)) return session;
    return { kind: 'comparison', proofs: ['signature'] };
  }
  if ((leftAll & DIGEST && rightAll & (SIGNATURE | HEADER)) || (rightAll & DIGEST && leftAll & (SIGNATURE | HEADER)))
    return (hashOf(left) ?? hashOf(right))?.onlyBody ? { kind: 'digest', proofs: [] } : { kind: 'comparison', proofs: ['signature'] };
  const [sent, kept] = isSent(left) ? [left, right] : isSent(right) ? [right, left] : [null, null];
  if (sent === null || kept === null) return null;
  if (sent.field !== null && /hub[._]verify_token|^verify_token$/.test(sent.field))
    return isKept(kept) || kept.literal !== null ? { kind: 'challenge', proofs: [] } : null;
  if (
    !(deepTraits(sent) & (HEADER | QUERY | COOKIE)) &&
    (sent.field === null || (!(deepTraits(sent) & SIGNATURE) && !soundsSecret(sent.field))) &&
    !(deepTraits(sent) & ROUTE)
  )
    return null;
  const carriesProof = (deepTraits(sent) & SIGNATURE) !== 0 || (sent.field !== null && soundsSecret(sent.field));
  if (isKept(kept) && !isSent(kept) && (carriesProof || kept.traits & SECRET || (kept.setting !== null && soundsSecret(kept.setting.name))))
    return { kind: 'token', proofs: ['token'] };
  if (
    carriesProof &&
    sent.shape !== 0 &&
    deepTraits(sent) & HEADER &&
    typeof kept.literal === 'string' &&
    kept.literal.length >= 8 &&
    !/^(application|text)\//.test(kept.literal)
  )
    return { kind: 'token', proofs: ['token'] };
  return null;
}

function isSent(of: Value): boolean {
  return (deepTraits(of) & (SENT & (HEADER | QUERY | PAYLOAD | ROUTE | COOKIE | SIGNATURE))) !== 0;
}

function isKept(of: Value): boolean {
  return (deepTraits(of) & (SECRET | ENVIRONMENT)) !== 0 || of.setting !== null;
}

function hashOf(of: Value): Value['hash'] {
  if (of.hash) return of.hash;
  for (const item of of.items ?? []) if (item.hash) return item.hash;
  return null;
}
