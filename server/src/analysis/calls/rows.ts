/** Calls that a row of knowledge describes. */
import type { Argument as ArgumentNode, CallExpr, Expr } from '../../ir/model.js';
import type { CallRow } from '../../knowledge/rows.js';
import { isAuthorization } from '../bearer.js';
import { judgeCallComparison } from '../compare.js';
import { rowTrail } from '../flow/through.js';
import { MILLISECONDS, SECONDS, shapeAfter } from '../moments.js';
import { argumentAt, settingValue, settled, withFixed } from '../read.js';
import { refine, spell } from '../refine.js';
import type { Outcome } from '../run.js';
import { BODY, BYTES, decoded, MISCASED, rewritten, spelledOut, TEXT, WHOLE } from '../shape.js';
import { copyState, placeKey, type State } from '../state.js';
import {
  ADDRESS,
  ANY,
  assumedBody,
  bits,
  CALL_BACK,
  CLOCK,
  changed,
  deepTraits,
  FALSE,
  FALSY,
  type HashState,
  HEADER,
  HEADERS,
  NULL,
  nothing,
  PARSED,
  PAYLOAD,
  POST_BACK,
  PROMISE,
  QUERY,
  RAW,
  RE_ENCODED,
  REQUEST,
  ROUTE,
  SENDER_HOSTED,
  SENT,
  SIGNATURE,
  TIMESTAMP,
  TRUE,
  unknown,
  type Value,
  value,
} from '../value.js';
import { soundsLikeProof, soundsLikeTimestamp } from '../words.js';
import { placeOf, type Rows } from '../world.js';
import { callbacks, invoking } from './callbacks.js';
import { noteEffect, statementKind } from './effects.js';
import { hashing } from './hashes.js';
import { allTraits, type Call, carriesTrail, keepsText, lastNameOf, plainAttempt, returns, withRaise } from './model.js';
import { tokenCheck } from './tokens.js';
import { asksChosenHost } from './trust.js';
import { guarding } from './verifiers.js';

export function rowFor(call: Call): CallRow | undefined {
  const { rows } = call.run.world;
  if (call.callee.name !== null) {
    const row = rows.call(call.callee.name);
    if (row) return row;
  }
  const { rowsByLastNames } = call.run.world;
  let known = rowsByLastNames.get(call.expr);
  if (known === undefined) {
    known = rowByLastNames(call.expr.callee, rows) ?? null;
    rowsByLastNames.set(call.expr, known);
  }
  return known ?? undefined;
}

function rowByLastNames(callee: CallExpr['callee'], rows: Rows): CallRow | undefined {
  const chain = lastNames(callee);
  for (let length = Math.min(3, chain.length); length > 0; length -= 1) {
    const row = rows.anyReceiver(chain.slice(-length).join('.'));
    if (row) return row;
  }
  return undefined;
}

export function lastNames(expr: CallExpr['callee']): string[] {
  if (expr.kind === 'name') return [expr.name];
  if (expr.kind === 'member') return [...lastNames(expr.object), expr.property];
  if (expr.kind === 'call') return ['()'];
  return ['?'];
}

export function applyRow(call: Call, row: CallRow): Outcome[] {
  const { run, state, frame, args, receiver, expr } = call;
  if (row.neverReturns) return [{ kind: 'raise', state, value: unknown, at: placeOf(frame, expr.range) }];
  if (row.asserts !== undefined && expr.args[row.asserts]) return asserting(call, (expr.args[row.asserts] as ArgumentNode).value);
  if (row.fixes !== undefined && args[row.fixes]) return returns(state, withFixed(args, row.fixes));
  if (row.setting) return returns(state, settingValue(row.setting, args, expr.range, frame, row));
  if (row.readsMark !== undefined) {
    const key = argumentAt(args, row.readsMark)?.literal;
    return returns(state, typeof key === 'string' ? (state.heap.get(`#mark ${key}`) ?? nothing) : unknown);
  }
  if (row.hash || row.absorbs || row.finishesHash) return hashing(call, row);
  if (row.encodes) {
    const text = settled(args[0]?.value ?? receiver ?? unknown);
    const { shape, hash } = spelledOut(text, row.encodes);
    return returns(state, changed(text, { literal: null, name: null, shape: row.encodesTo && shape & TEXT ? shape ^ TEXT ^ BYTES : shape, hash }));
  }
  if (row.compares) {
    const left = row.compares.left === 'receiver' ? receiver : (args[row.compares.left]?.value ?? null);
    const right = row.compares.right === 'receiver' ? receiver : (args[row.compares.right]?.value ?? null);
    if (left && right && row.compares.partial && (left.traits | right.traits) & ADDRESS)
      return returns(state, value({ truth: partOfText(call.property ?? '', left, right), traits: ADDRESS }));
    if (left && right && row.compares.partial && isAuthorization(left)) {
      const at = placeOf(frame, expr.range);
      run.bearerTests.set(placeKey(at), at);
    }
    if (left && right && !(row.compares.partial && (left.literal !== null || right.literal !== null))) {
      const rangeOf = (side: number | 'receiver') =>
        side === 'receiver' && expr.callee.kind === 'member' ? expr.callee.object.range : (args[side === 'receiver' ? 0 : side]?.range ?? expr.range);
      const verdict = judgeCallComparison(
        run,
        row.compares,
        left,
        right,
        { left: rangeOf(row.compares.left), right: rangeOf(row.compares.right), whole: expr.range },
        spell(expr),
        frame,
        state,
      );
      if (verdict && row.compares.throwsOn && !call.raises && isUnprepared(row.compares.throwsOn, left, right, state)) verdict.attempt.throwsUnprepared = true;
      const accepted = verdict && row.compares.equalIs === 'zero' ? { ...verdict, accepts: FALSY } : verdict;
      const outcomes = returns(state, value({ truth: TRUE | FALSE, verdict: accepted, traits: (left.traits | right.traits) & (HEADER | QUERY) }));
      if (verdict && row.compares.throwsOn && call.raises) {
        const failed = copyState(state);
        run.tried(failed, verdict.attempt, 'raised');
        outcomes.push({ kind: 'raise', state: failed, value: unknown, at: null });
      }
      return outcomes;
    }
  }
  if (row.guard) return guarding(call, row, row.guard);
  if (row.skipsVerification) {
    const at = placeOf(frame, expr.range);
    if (row.token) run.readsTokens = true;
    const attempt = run.attempt(at, (id) => ({ ...plainAttempt(id, 'skipped', at, spell(expr)), token: tokenCheck(row, args, receiver) }));
    run.tried(state, attempt);
  }
  if (row.effect === 'answer') state.isAnswered = true;
  if (row.checksClaims) run.claimsLookedAt.add(`#${call.property}`);
  if (row.effect) noteEffect(call, spell(expr.callee), statementKind(call, row.statement, row.effect), row);
  if (row.invokes) return invoking(call, row, row.invokes);
  const outcomes = callbacks(call, rowResult(call, row));
  return withRaise(call, outcomes);
}

/** Whether the path of the endpoint begins with, ends with or holds a text, or one of several. */
function partOfText(property: string, whole: Value, part: Value): number {
  const parts = (part.items ?? [part]).map((one) => one.literal);
  const text = whole.literal;
  if (typeof text !== 'string' || !parts.every((one) => typeof one === 'string')) return TRUE | FALSE;
  const holds = (one: string): boolean => (/start/i.test(property) ? text.startsWith(one) : /end/i.test(property) ? text.endsWith(one) : text.includes(one));
  return parts.some(holds) ? TRUE : FALSE;
}

/** Goes on where the condition holds, raises where it does not. */
function asserting({ run, frame, state, expr }: Call, condition: Expr): Outcome[] {
  const failed = copyState(state);
  const outcomes: Outcome[] = [];
  if (refine(run, condition, true, frame, state)) outcomes.push({ kind: 'return', state, value: unknown, at: null });
  if (refine(run, condition, false, frame, failed)) outcomes.push({ kind: 'raise', state: failed, value: unknown, at: placeOf(frame, expr.range) });
  return outcomes;
}

export function rowResult(call: Call, row: CallRow): Value {
  if (row.result?.isNothing) return nothing;
  const { args, receiver, expr, run } = call;
  let traits = bits(row.result?.is);
  const from = row.result?.from ?? ['receiver', 'arguments'];
  let hash: HashState | null = null;
  let field: string | null = null;
  let setting: Value['setting'] = null;
  const take = (of: Value | null): void => {
    if (!of) return;
    const plain = settled(of);
    traits |= deepTraits(plain) & ~(REQUEST | HEADERS | PROMISE);
    hash ??= plain.hash;
    field ??= plain.field;
    setting ??= plain.setting;
  };
  let shape = 0;
  for (const source of from) {
    if (source === 'receiver') take(receiver);
    else if (source === 'arguments') for (const one of args) take(one.value);
    else take(args[source]?.value ?? null);
  }
  const isChosen = (row.effect === 'fetch' || row.fetchesKeys !== undefined) && asksChosenHost(call, expr.args[Number(row.fetchesKeys ?? 0)]?.value);
  if (row.effect === 'fetch')
    traits =
      allTraits(call) & (PAYLOAD | RAW | PARSED | SIGNATURE | HEADER)
        ? CALL_BACK | askedWhole(allTraits(call)) | (bits(row.result?.is) & PROMISE)
        : traits & PROMISE;
  if (isChosen) {
    traits |= SENDER_HOSTED;
    run.chosenHosts.push(placeOf(call.frame, expr.range));
  }
  if (traits & RAW && receiver?.name && call.state.heap.has(`${receiver.name}#drained`)) traits = (traits & ~RAW) | PARSED;
  if (row.parses && traits & (RAW | PAYLOAD)) traits = (traits & ~(RAW | RE_ENCODED)) | PARSED | PAYLOAD;
  if (traits & (PARSED | PAYLOAD) && (row.parses || row.result?.is?.includes('parsed-body')) && call.state.assumptions.some((one) => one.kind === 'caught'))
    run.parsedAfterAll.push(placeOf(call.frame, expr.range));
  // Nobody makes text of what is text: a body that was taken for bytes by its name alone is none.
  if (row.serialises && args[0]?.value.name === assumedBody) traits = (traits & ~RAW) | PARSED;
  if (row.serialises) traits = traits & (PARSED | PAYLOAD) && !(traits & RAW) ? (traits & ~PARSED) | RE_ENCODED | PAYLOAD : traits;
  const named = args.find((one) => typeof one.value.literal === 'string')?.value.literal;
  if (traits & (HEADER | QUERY | PAYLOAD | ROUTE) && field === null && typeof named === 'string') {
    field = named.toLowerCase();
    if (traits & HEADER) run.onHeader(field);
    if (soundsLikeProof(field) && traits & (HEADER | QUERY)) traits |= SIGNATURE;
    if (traits & HEADER && soundsLikeTimestamp(field)) traits |= TIMESTAMP;
    if (bits(row.result?.is) & HEADER) shape = WHOLE | TEXT;
  }
  if (bits(row.result?.is) & RAW && traits & RAW) shape = BODY;
  if (traits & CLOCK)
    shape = row.result?.unit ? (row.result.unit === 's' ? SECONDS : MILLISECONDS) | (momentIn(call) & ~(SECONDS | MILLISECONDS)) : momentIn(call);
  const subject = row.decodes && args[0] ? settled(args[0].value) : null;
  if (subject !== null && subject.shape !== 0) {
    const written =
      typeof row.decodes === 'string' ? decoded(subject, row.decodes) : rewritten('bytes', subject, row.decodes && argumentAt(args, row.decodes.encoding));
    shape = written.shape;
    hash = written.hash;
  }
  const texts = keepsText.test(call.property ?? call.callee.name ?? '') ? [receiver, args[0]?.value].filter((one) => typeof one?.literal === 'string') : [];
  const result = value({
    literal: texts.length === 1 ? (texts[0]?.literal ?? null) : null,
    name: row.result?.type ?? (call.callee.name === null ? null : `${call.callee.name}()`),
    traits: traits & ~PROMISE,
    shape,
    hash,
    field,
    setting,
    made: args,
    trail:
      carriesTrail(call) || bits(row.result?.is) & SENT
        ? rowTrail(call, bits(row.result?.is), traits, row.effect === undefined && !row.hash, lastNameOf(call))
        : null,
    at:
      texts[0]?.at ??
      (setting || (row.serialises && traits & RE_ENCODED) ? placeOf(call.frame, call.expr.range) : shape & MISCASED ? (subject?.at ?? null) : null),
    truth:
      expr.isNew || keptTruth(call)
        ? TRUE
        : row.decodes
          ? TRUE | FALSE
          : texts.length === 1 || receiver?.traits
            ? ANY & ~(call.property && run.world.rows.keepsBytes(call.property) ? NULL : 0)
            : ANY,
  });
  return traits & PROMISE ? value({ promiseOf: { value: result, attempt: null }, truth: TRUE, traits: PROMISE }) : result;
}

/** What is left of the moment that a call is made on or handed. */
function momentIn({ receiver, args, property, callee, run }: Call): number {
  const operation = run.world.rows.numberOperation(property ?? callee.name?.split('.').pop() ?? '');
  if (operation === undefined) return 0;
  const subject = receiver !== null && receiver.traits !== 0 ? receiver : args[0] ? settled(args[0].value) : null;
  return subject === null ? 0 : shapeAfter(operation, subject.shape);
}

/** Nothing has compared lengths, or ruled out that the header is absent. */
export function isUnprepared(throwsOn: string, left: Value, right: Value, state: State): boolean {
  // `Buffer.alloc(length, a)` and `Buffer.alloc(length, b)` are of one length.
  const length = left.made?.[0]?.value;
  if (throwsOn === 'unequal-length' && length && length !== unknown && length.traits === 0 && length === right.made?.[0]?.value) return false;
  const sent = deepTraits(left) & SENT ? left : deepTraits(right) & SENT ? right : null;
  if (sent === null || (left.hash && right.hash)) return false;
  return throwsOn === 'unequal-length'
    ? !state.heap.has('#length')
    : (sent.truth & NULL) !== 0 && (deepTraits(sent) & (HEADER | SIGNATURE)) !== 0 && !(deepTraits(sent) & PAYLOAD);
}

/** The whole delivery, or its signature, was sent along: the answer says whether it is genuine. */
export function askedWhole(traits: number): number {
  return traits & (SIGNATURE | RAW | PARSED | RE_ENCODED) ? POST_BACK : 0;
}

/** The text of something that is there is there. */
export function keptTruth(call: Call): boolean {
  const source = call.receiver && call.receiver.traits !== 0 ? call.receiver : call.args[0]?.value;
  return source !== undefined && source.truth === TRUE && source.traits !== 0 && keepsText.test(call.property ?? call.callee.name ?? '');
}
