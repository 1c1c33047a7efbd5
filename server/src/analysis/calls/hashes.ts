/** Hashes in the making: what they absorb, how they end. */
import type { Expr } from '../../ir/model.js';
import type { CallRow } from '../../knowledge/rows.js';
import type { Place } from '../finding.js';
import { argumentAt, read, settled } from '../read.js';
import type { Outcome } from '../run.js';
import { BODY, shapeOfHash } from '../shape.js';
import {
  bits,
  changed,
  DECODED,
  DIGEST,
  deepTraits,
  type HashState,
  MAC,
  NULL,
  PARSED,
  PROMISE,
  RAW,
  RE_ENCODED,
  SECRET,
  TRUE,
  type Value,
  value,
} from '../value.js';
import { soundsSecret } from '../words.js';
import { placeOf } from '../world.js';
import { type Call, returns } from './model.js';

export function hashing(call: Call, row: CallRow): Outcome[] {
  const { args, receiver, frame, expr, run, state } = call;
  let hash: HashState | null = receiver?.hash ?? null;
  if (row.hash) {
    const spec = row.hash;
    const key = argumentAt(args, spec.key, receiver);
    const algorithm =
      spec.fixedAlgorithm ??
      literalOrName(argumentAt(args, spec.algorithm, receiver)) ??
      (spec.algorithmOfKey && key ? literalOrName(argumentAt(settled(key).made ?? [], spec.algorithmOfKey)) : null);
    hash = {
      keyed: spec.keyed || (spec.key !== undefined && key !== null && key.truth !== NULL),
      algorithm,
      key,
      message: 0,
      onlyBody: true,
      of: null,
      reEncodedAt: null,
      encoding: null,
      prefix: null,
      at: placeOf(frame, expr.range),
    };
    const message = argumentAt(args, spec.message, receiver);
    if (message) hash = absorbed(hash, message, call);
  } else if (row.absorbs) {
    const message = args[row.absorbs.message]?.value;
    hash = message
      ? absorbed(
          hash ?? {
            keyed: true,
            algorithm: null,
            key: null,
            message: 0,
            onlyBody: true,
            of: null,
            reEncodedAt: null,
            encoding: null,
            prefix: null,
            at: placeOf(frame, expr.range),
          },
          message,
          call,
        )
      : hash;
    if (expr.callee.kind === 'member' && expr.callee.object.kind === 'name' && expr.callee.object.binding !== null && receiver) {
      state.env.set(run.world.bindingKey(frame.path, expr.callee.object.binding), changed(receiver, { hash }));
    }
  }
  if (row.finishesHash) {
    const encoding =
      row.finishesHash.fixedEncoding ?? literalOrName(argumentAt(args, row.finishesHash.encoding, receiver)) ?? row.finishesHash.otherwise ?? 'bytes';
    const isKeyed = hash?.keyed ?? bits(row.result?.is) & MAC;
    const secretInside = hash !== null && (hash.message & SECRET) !== 0;
    const traits = (isKeyed ? MAC : DIGEST) | (secretInside ? MAC : 0);
    const result = value({
      traits,
      shape: hash ? shapeOfHash(encoding) : 0,
      hash: hash ? { ...hash, encoding } : null,
      truth: TRUE,
      name: row.result?.type ?? null,
    });
    return returns(state, bits(row.result?.is) & PROMISE ? value({ promiseOf: { value: result, attempt: null }, truth: TRUE, traits: PROMISE }) : result);
  }
  return returns(state, value({ name: row.result?.type ?? (call.callee.name === null ? null : `${call.callee.name}()`), hash, truth: TRUE, made: args }));
}

export function absorbed(hash: HashState, message: Value, call: Call): HashState {
  const range = call.args.find((one) => one.value === message)?.range ?? call.expr.range;
  const traits = deepTraits(message);
  const isReEncoded = (traits & (RE_ENCODED | DECODED)) !== 0;
  return {
    ...hash,
    key: hash.key ?? (hash.keyed ? null : secretInside(message, call)),
    message: hash.message | traits,
    onlyBody: hash.onlyBody && message.shape === BODY,
    of: hash.of ?? message.field,
    reEncodedAt:
      hash.reEncodedAt ?? (isReEncoded || (traits & PARSED && !(traits & RAW)) ? (madeElsewhere(message, call) ?? placeOf(call.frame, range)) : null),
  };
}

/** `md5(prefix + JSON.stringify(body) + secret)` with a secret that stands in the source: it is the key. */
function secretInside(message: Value, call: Call): Value | null {
  const index = call.args.findIndex((one) => one.value === message);
  const written = call.expr.args[index]?.value;
  return written ? literalSecretIn(written, call, 4) : null;
}

function literalSecretIn(expr: Expr, call: Call, depth: number): Value | null {
  if (depth === 0) return null;
  const name = expr.kind === 'name' ? expr.name : expr.kind === 'member' ? expr.property : '';
  if (soundsSecret(name)) {
    const held = read(call.run, expr, call.frame, call.state);
    return typeof held.literal === 'string' && held.literal !== '' ? held : null;
  }
  const parts =
    expr.kind === 'binary' && expr.op === '+'
      ? [expr.left, expr.right]
      : expr.kind === 'text'
        ? expr.parts
        : expr.kind === 'name' && expr.binding !== null
          ? [call.run.world.definition(expr, call.frame).expr]
          : [];
  for (const part of parts) {
    const found =
      part && (part.kind === 'binary' || part.kind === 'text' || part.kind === 'name' || part.kind === 'member')
        ? literalSecretIn(part, call, depth - 1)
        : null;
    if (found) return found;
  }
  return null;
}

/** A helper that hashes what it is handed is as it should be; who serialised it is told. */
function madeElsewhere({ at, traits }: Value, { frame }: Call): Place | null {
  return traits & RE_ENCODED && at !== null && at.path !== frame.path ? at : null;
}

export function literalOrName(of: Value | null): string | null {
  if (of === null) return null;
  if (typeof of.literal === 'string') return of.literal.toLowerCase();
  return of.name?.split('.').pop()?.toLowerCase() ?? null;
}
