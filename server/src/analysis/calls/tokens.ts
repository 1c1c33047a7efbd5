/** Tokens (JWT): what the options of a call leave unchecked, and which claims the code looks at afterwards. */
import type { ArgRef, CallRow, SwitchSpec, TokenSpec } from '../../knowledge/rows.js';
import { argumentAt } from '../read.js';
import type { Run } from '../run.js';
import { type Argument, CLAIMS, deepTraits, NULL, type TokenCheck, type Value } from '../value.js';
import { soundsLikeGuard } from '../words.js';
import type { Call } from './model.js';

export function tokenCheck(row: CallRow, args: readonly Argument[], receiver: Value | null): TokenCheck | null {
  const spec = row.token;
  if (spec === undefined) return null;
  const isSet = (ref: ArgRef): boolean => optionState(args, ref, receiver) === 'set';
  const isUnknown = (ref: ArgRef): boolean => optionState(args, ref, receiver) === 'unknown';
  const claims = [...(spec.audience ?? []), ...(spec.issuer ?? []), ...(spec.binds ?? [])];
  const audienceIsOff = spec.audienceOff !== undefined && isSwitched(spec.audienceOff, args, receiver);
  return {
    flaw: flawOf(row, spec, args, receiver),
    isBound: [...(audienceIsOff ? [] : (spec.audience ?? [])), ...(spec.binds ?? [])].some(isSet),
    issuer: spec.knowsIssuer === true || (spec.issuer ?? []).some(isSet),
    expiry: spec.signatureOnly ? 'never' : spec.expiryOff?.some((one) => isSwitched(one, args, receiver)) ? 'switched-off' : 'checked',
    isOpen: spec.configuredElsewhere === true || claims.some(isUnknown),
    claimsCheckedBy: spec.claimsCheckedBy ?? null,
  };
}

function flawOf(row: CallRow, spec: TokenSpec, args: readonly Argument[], receiver: Value | null): TokenCheck['flaw'] {
  if (row.skipsVerification) return 'decoded';
  const { guard } = row;
  if (isSwitchedOff(guard?.switchedOffBy, args, receiver)) return 'switched-off';
  const algorithms = argumentAt(args, spec.algorithms, receiver);
  if (algorithms && [algorithms, ...(algorithms.items ?? [])].some((one) => typeof one.literal === 'string' && one.literal.toLowerCase() === 'none'))
    return 'none';
  const key = argumentAt(args, guard?.secret, receiver);
  if (key && ((key.truth === NULL && key.setting === null) || key.literal === '')) return 'no-key';
  if (spec.withoutAlgorithms === 'any' && spec.algorithms !== undefined && optionState(args, spec.algorithms, receiver) === 'absent') return 'any-algorithm';
  return null;
}

/** Whether an option was given. What was spread in, or handed over as a whole by something unknown, may hold it. */
function optionState(args: readonly Argument[], ref: ArgRef, receiver: Value | null): 'set' | 'absent' | 'unknown' {
  const found = argumentAt(args, ref, receiver);
  if (found !== null) return found.truth === NULL ? 'absent' : 'set';
  const given = typeof ref === 'string' && ref.startsWith('new.') ? (receiver?.made ?? null) : args;
  if (given === null) return 'unknown';
  for (const one of given) {
    if (one.spread === null) continue;
    if (one.spread === 'list' || one.value.fields === null) return 'unknown';
    const [named = ''] = String(ref)
      .replace(/^(?:new\.)?(?:name:|\d+:)?/, '')
      .split('.');
    if (one.value.fields.has(named)) return 'set';
  }
  if (typeof ref === 'number' || !ref.includes('.')) return 'absent';
  const base = ref.slice(0, ref.lastIndexOf('.'));
  const whole = base === 'new' ? null : argumentAt(args, base, receiver);
  if (whole === null || whole.callable || whole.truth === NULL || whole.literal !== null || whole.items) return 'absent';
  return whole.fields === null || whole.fields.has('*') ? 'unknown' : 'absent';
}

type Switches = SwitchSpec | readonly SwitchSpec[] | undefined;

export function isSwitchedOff(off: Switches, args: readonly Argument[], receiver: Value | null): boolean {
  return switchedOffOption(off, args, receiver) !== null;
}

/** The option that switches a check off, as it is called; null while nothing does. */
export function switchedOffOption(off: Switches, args: readonly Argument[], receiver: Value | null): string | null {
  if (off === undefined) return null;
  const found = ('option' in off ? [off] : off).find((one) => isSwitched(one, args, receiver));
  return found ? (found.option.split(/[.:]/).pop() ?? found.option) : null;
}

function isSwitched(off: SwitchSpec, args: readonly Argument[], receiver: Value | null): boolean {
  const held = argumentAt(args, off.option, receiver);
  return held !== null && held.literal === off.equals;
}

/** Claims that are handed to a look-up, a schema or something that sounds like a check are looked at there. */
export function noteClaimsHanded(call: Call, last: string): void {
  const { run, args, receiver } = call;
  const isAsked = run.world.rows.effect(last, '')?.kind === 'read' || looksAt.test(last) || soundsLikeGuard(last);
  if (!isAsked) return;
  for (const one of args) if (deepTraits(one.value) & CLAIMS) noteClaim(run, one.value);
  if (receiver && receiver.traits & CLAIMS && args.length > 0 && comparesReceiver.test(last)) noteClaim(run, receiver);
}

const looksAt =
  /^(find|get|lookup|load|fetch|select|query|filter|where|parse|safeParse|match|includes|has|test|issubset|issuperset|isdisjoint|some|every|can|is|allow)/i;
const comparesReceiver = /^(includes|match|issubset|issuperset|isdisjoint|intersection|some|every|startsWith|endsWith|startswith|endswith|equals|indexOf)$/;

export function noteClaim(run: Pick<Run, 'claimsLookedAt'>, held: Value): void {
  if (held.traits & CLAIMS || held.fields === null) run.claimsLookedAt.add(held.traits & CLAIMS ? (held.field ?? '*') : '*');
  else for (const field of held.fields.values()) if (deepTraits(field) & CLAIMS) noteClaim(run, field);
}
