/**
 * What a call means for deliveries that come twice, once it is known what it does: it claims, looks up, notes, locks, commits.
 * It is asked of every call, so what does not matter leaves with one look at its name.
 */
import type { Range } from '../../ir/model.js';
import type { ClaimName } from '../../knowledge/rows.js';
import { type Call, plainAttempt, receiverName } from '../calls/model.js';
import { settled } from '../read.js';
import { spell } from '../refine.js';
import type { Outcome } from '../run.js';
import { ANY, type Attempt, changed, FALSE, HEADERS, NULL, PARSED, PAYLOAD, QUERY, REQUEST, SENT, TRUE, type Value, value } from '../value.js';
import { placeOf } from '../world.js';
import { verdictOf } from './claimed.js';
import { isSent, sentFields, soundsLikeEventId, soundsLikeIdentity, soundsLikeLedger } from './keys.js';
import { lastStatedOn } from './looked.js';
import { isMemory } from './memory.js';
import { claimsNamed, commits, firstEntry, isMarkName, leavesExisting, locks, lookups, mattersToOrder, transactions, updatesExisting } from './names.js';
import type { ClaimInfo } from './notes.js';
import { hasStatement, isConditional, repetitionOf } from './repetition.js';
import { writtenBy } from './rows-written.js';
import { LOCKED, type Lookup, type Mark, OPAQUE, TRANSACTION, withFlag } from './state.js';
import { literalText, type Statement, statementOf } from './statements.js';

/** What holds for functions that the call is handed, too. */
export function entering(call: Call, last: string): void {
  if (transactions.has(last)) call.state.order = withFlag(call.state.order, TRANSACTION);
  else if (locks.has(last) && isLock(call, last)) call.state.order = withFlag(call.state.order, LOCKED);
}

/** Adds to the outcomes of a call what they say of first and repeated deliveries. */
export function ordered(call: Call, last: string, outcomes: Outcome[], isKnown: boolean): Outcome[] {
  const { receiver } = call;
  const claim =
    receiver?.holds?.attempt.kind === 'claim' ? receiver.holds.attempt : receiver?.verdict?.attempt.kind === 'claim' ? receiver.verdict.attempt : null;
  const isTelling = says(last);
  const stood = isTelling ? ofLastStatement(call, last) : null;
  if (stood) return withResult(outcomes, (held) => (stood.holds ? handedOn(held, stood.holds.attempt, last) : changed(held, { lookup: stood.lookup })));
  if (claim && !leavesExisting.has(last)) return withResult(outcomes, (held) => handedOn(held, claim, last));
  if (!isTelling) {
    if (receiver?.lookup) return firstEntry.has(last) ? withResult(outcomes, (held) => changed(held, { lookup: receiver.lookup })) : outcomes;
    return isKnown ? outcomes : maybeClaiming(call, last, outcomes);
  }
  const given = call.args.find((one) => one.value.holds?.attempt.kind === 'claim')?.value.holds?.attempt;
  if (given) return withResult(outcomes, (held) => handedOn(held, given, last));
  const statement = hasStatement.test(last) ? statementOf(call) : null;
  if (statement) return stated(call, statement, outcomes);
  if (scripts.test(last) && isClaimScript(call)) return accepting(call, outcomes, attemptAt(call, { isSure: true, lifetime: undefined, by: 'set' }), 'true');
  const spec = claimsNamed(last).find((one) => fits(call, one));
  if (spec) return claimed(call, outcomes, spec);
  if (leavesExisting.has(last) && receiver !== null) return left(call, outcomes, true);
  if (updatesExisting.has(last) && receiver !== null) return left(call, outcomes, false);
  if (commits.has(last)) return committed(call, outcomes);
  if (changes.test(last) && isConditional(call)) return accepting(call, outcomes, attemptAt(call, { isSure: false, lifetime: null, by: 'update' }), 'rows');
  if (last === 'values' && call.expr.callee.kind === 'member') return valued(call, outcomes);
  const marked = marking(call, last, outcomes);
  if (lookups.has(last)) return looked(call, last, marked);
  return receiver?.lookup && firstEntry.has(last) ? withResult(marked, (held) => (held.verdict ? held : changed(held, { lookup: receiver.lookup }))) : marked;
}

/** Whether the name says anything here, asked once a name. */
function says(last: string): boolean {
  let known = telling.get(last);
  if (known === undefined) {
    if (telling.size > 5_000) telling.clear();
    known = mattersToOrder(last) || hasStatement.test(last) || changes.test(last) || fetches.test(last) || scripts.test(last);
    telling.set(last, known);
  }
  return known;
}

const telling = new Map<string, boolean>();
const scripts = /^(eval|evalRo|eval_ro|register_script)$/;
const fetches = /^(fetchone|fetchall|fetchval|fetchmany)$/;
const changes = /^(update|updateOne|updateMany|update_one|update_many|findOneAndUpdate|find_one_and_update)$/;

// --------------------------------------------------------------------------------------------------- claims

function fits(call: Call, spec: ClaimName): boolean {
  const { args } = call;
  if (spec.only && !spec.only.some((one) => receiverName(call) === one || receiverName(call).endsWith(one))) return false;
  if (!isAboutSomething(call)) return false;
  if (!spec.words && !spec.options) return true;
  if (spec.words && args.some((one) => typeof one.value.literal === 'string' && spec.words?.includes(one.value.literal))) return true;
  return (spec.options ?? []).some((option) =>
    args.some((one) => (one.name === option.name && isOn(one.value, option.holds)) || hasOption(settled(one.value), option, 4)),
  );
}

function hasOption(held: Value, option: { readonly name: string; readonly holds?: string }, depth: number): boolean {
  if (held.items) return depth > 0 && held.items.some((one) => hasOption(one, option, depth - 1));
  if (!held.fields) return false;
  const own = held.fields.get(option.name);
  if (own && isOn(own, option.holds)) return true;
  return depth > 0 && [...held.fields.values()].some((one) => hasOption(one, option, depth - 1));
}

function isOn(held: Value, holds: string | undefined): boolean {
  return holds === undefined ? held.truth !== NULL && held.literal !== false : held.literal === holds;
}

function attemptAt(call: Call, info: Omit<ClaimInfo, 'keys' | 'of'>, table = ''): Attempt {
  const { run, frame, expr } = call;
  const at = placeOf(frame, expr.range);
  const keys = keysOf(call);
  const isUnsure = !info.isSure || (/^(insert|statement)$/.test(info.by) && !keys.some(soundsLikeEventId) && !soundsLikeLedger(table));
  const attempt = run.attempt(
    at,
    (id): Attempt => ({ ...plainAttempt(id, 'claim', at, spell(expr.callee)), proofs: ['first-delivery'], ...(isUnsure ? { isUnsure } : {}) }),
    'claim',
  );
  if (!run.order.claims.has(attempt)) run.order.claims.set(attempt, { ...info, keys, of: receiverName(call) });
  return attempt;
}

function claimed(call: Call, outcomes: Outcome[], spec: ClaimName): Outcome[] {
  const attempt = attemptAt(call, { isSure: spec.accepts !== 'second', lifetime: lifetimeOf(call, spec), by: spec.last });
  return accepting(call, outcomes, attempt, spec.accepts);
}

function accepting(call: Call, outcomes: Outcome[], attempt: Attempt, accepts: ClaimName['accepts']): Outcome[] {
  const { run } = call;
  for (const outcome of outcomes) {
    // A store that is not there has refused nothing, unless that is how it refuses.
    if (outcome.kind === 'raise') run.tried(outcome.state, attempt, accepts === 'no-exception' ? 'raised' : 'open');
    else if (accepts === 'no-exception') run.accept(outcome.state, attempt);
    else run.tried(outcome.state, attempt);
  }
  if (accepts === 'no-exception') attempt.decided = true;
  return withResult(outcomes, (held) => {
    switch (accepts) {
      case 'true':
        return changed(held, { verdict: { attempt, accepts: TRUE }, truth: ANY, lookup: null });
      case 'null':
        return changed(held, { verdict: { attempt, accepts: NULL | FALSE }, truth: ANY, lookup: null });
      case 'second':
        return changed(held, { items: [value({ truth: TRUE }), verdictOf(attempt)], lookup: null });
      case 'rows':
        return changed(held, { holds: { attempt, accepts: TRUE }, verdict: null, truth: ANY, items: null, lookup: null });
      case 'no-exception':
        return changed(held, { holds: { attempt, accepts: TRUE }, lookup: null });
    }
  });
}

/** Something was called on what a claim gave: its first row, its count, the statement carried out. */
function handedOn(held: Value, attempt: Attempt, last: string): Value {
  if (/^(fetchone|first|scalar|scalar_one_or_none|one_or_none|executeTakeFirst|fetchval|maybeSingle|count|item)$/.test(last))
    return changed(held, changed(verdictOf(attempt), {}));
  return changed(held, { holds: { attempt, accepts: TRUE }, verdict: null, lookup: null, items: null });
}

/** Seconds; null for ever, undefined where it cannot be told. */
function lifetimeOf(call: Call, spec: ClaimName): number | null | undefined {
  const { args } = call;
  if (spec.seconds !== undefined && args[spec.seconds]?.name === null) return numberOf(args[spec.seconds]?.value);
  for (const { name, unit } of spec.lifetime ?? []) {
    const index = args.findIndex((one) => one.value.literal === name);
    const held =
      args.find((one) => one.name === name)?.value ??
      (index >= 0 ? args[index + 1]?.value : undefined) ??
      args.map((one) => settled(one.value).fields?.get(name)).find((one) => one);
    if (held) {
      const number = numberOf(held);
      return number === undefined ? undefined : unit === 'ms' ? number / 1000 : number;
    }
  }
  return spec.lifetime && args.some((one) => settled(one.value).name !== null && one.value.literal === null && one.value.truth !== NULL && !isSent(one.value))
    ? undefined
    : null;
}

function numberOf(held: Value | undefined): number | undefined {
  return typeof held?.literal === 'number' ? held.literal : undefined;
}

/** A script that runs inside of Redis is one step for everyone outside. */
function isClaimScript({ args, run, frame, expr }: Call): boolean {
  const written = expr.args[0] ? literalText(run.world.definition(expr.args[0].value, frame).expr) : null;
  const text = typeof args[0]?.value.literal === 'string' ? args[0].value.literal : written;
  return text !== null && /setnx|['"]set['"][^)]*['"]nx['"]/i.test(text);
}

// ----------------------------------------------------------------------------------------------- statements

function stated(call: Call, statement: Statement, outcomes: Outcome[]): Outcome[] {
  if (statement.kind === 'begin') return flagged(outcomes, TRANSACTION);
  if (statement.kind === 'commit') return committed(call, outcomes);
  let found = statement.locks ? flagged(outcomes, LOCKED) : outcomes;
  if (statement.claims && (statement.kind === 'insert' || statement.kind === 'update')) {
    const attempt = attemptAt(call, { isSure: statement.kind === 'insert', lifetime: null, by: 'statement' }, statement.table);
    found = accepting(call, found, attempt, 'rows');
    // `cursor.rowcount`, `cursor.fetchone()` speak of the last statement.
    for (const outcome of found)
      if (outcome.kind === 'return') outcome.state.heap.set(lastStatement(call), value({ holds: { attempt, accepts: TRUE }, truth: ANY }));
    return found;
  }
  for (const outcome of found) if (outcome.kind === 'return') outcome.state.heap.delete(lastStatement(call));
  if (statement.kind === 'insert') return inserted(call, found, statement.table, hasIdentity(call) ? 'possible' : 'plain');
  if (statement.kind !== 'select') return found;
  const lookup: Lookup = { ...lookupOf(call, 'store'), of: statement.table };
  for (const outcome of found) if (outcome.kind === 'return') outcome.state.heap.set(lastStatement(call), value({ lookup, truth: ANY }));
  return withResult(found, (held) => changed(held, { lookup }));
}

function lastStatement({ expr }: Call): string {
  return lastStatedOn(expr.callee.kind === 'member' ? expr.callee.object : null);
}

/** What the last statement on this cursor gave. */
function ofLastStatement(call: Call, last: string): Value | null {
  if (!fetches.test(last) || call.receiver === null) return null;
  return call.state.heap.get(lastStatement(call)) ?? null;
}

function hasIdentity(call: Call): boolean {
  return keysOf(call).some((key) => soundsLikeIdentity(key) || soundsLikeEventId(key));
}

// -------------------------------------------------------------------------------------------------- inserts

/** `insert(...).onConflictDoNothing()`: the inserts in front of it survive repetition. */
function left(call: Call, outcomes: Outcome[], isClaim: boolean): Outcome[] {
  let expr = call.expr.callee.kind === 'member' ? call.expr.callee.object : null;
  let hasInsert = false;
  const chain = new Set<Range>();
  while (expr) {
    if (expr.kind === 'call') {
      call.run.order.survives.add(expr.range);
      chain.add(expr.range);
      if (/insert|values|create/i.test(spell(expr.callee))) hasInsert = true;
      expr = expr.callee;
    } else if (expr.kind === 'member') expr = expr.object;
    else if (expr.kind === 'name' && expr.binding !== null) {
      const { expr: meant } = call.run.world.definition(expr, call.frame);
      expr = meant.kind === 'call' ? meant : null;
      if (expr === null) break;
    } else expr = null;
  }
  // What it looked like before this was said of it.
  for (const { state } of outcomes) {
    const others = [...state.attempts].filter(([attempt]) => attempt.kind !== 'claim' || !chain.has(attempt.at.range));
    if (others.length < state.attempts.size) state.attempts = new Map(others);
  }
  if (!isClaim || !hasInsert) return outcomes;
  return accepting(call, outcomes, attemptAt(call, { isSure: true, lifetime: null, by: 'insert' }), 'rows');
}

/** `db.insert(visits).values({ ... })`: the entry stands behind the table. */
function valued(call: Call, outcomes: Outcome[]): Outcome[] {
  const object = call.expr.callee.kind === 'member' ? call.expr.callee.object : null;
  if (object?.kind !== 'call') return outcomes;
  const written = writtenBy(call);
  if (!call.run.order.rewrite(object.range, written) || written.keyed === 'plain' || written.keyed === 'opaque') return outcomes;
  return inserted(call, outcomes, receiverName(call), written.keyed);
}

function inserted(call: Call, outcomes: Outcome[], of: string, keyed: 'unique' | 'possible' | 'plain'): Outcome[] {
  if (keyed === 'plain') return outcomes;
  const attempt = attemptAt(call, { isSure: keyed === 'unique', lifetime: null, by: 'insert' });
  const mark: Mark = { ...markOf(call, 'inserts'), of };
  for (const outcome of outcomes) if (outcome.kind === 'return') noteMark(call, outcome, mark);
  return accepting(call, outcomes, attempt, 'no-exception');
}

function marking(call: Call, last: string, outcomes: Outcome[]): Outcome[] {
  const { receiver } = call;
  if (!isMarkName(last, receiverName(call)) && !(last === 'add' || last === 'set' || last === 'append' || last === 'push')) return outcomes;
  if (isMemory(call)) {
    if (isAboutSomething(call)) for (const outcome of outcomes) if (outcome.kind === 'return') noteMark(call, outcome, markOf(call, 'memory'));
    return outcomes;
  }
  if (!isMarkName(last, receiverName(call))) return outcomes;
  if (receiver !== null && receiver.traits & (REQUEST | HEADERS)) return outcomes;
  const row = call.callee.name === null ? undefined : call.run.world.rows.call(call.callee.name);
  if (row?.effect !== undefined && row.effect !== 'write') return outcomes;
  const repeats = repetitionOf(call, last, row, false);
  if (repeats === 'inserts') {
    const { keyed } = writtenBy(call);
    if (keyed === 'plain' || keyed === 'opaque') return outcomes;
    if (last === 'add' && /session|db/.test(receiverName(call))) return added(call, outcomes, keyed);
    return inserted(call, outcomes, receiverName(call), keyed);
  }
  if (!isAboutSomething(call)) return outcomes;
  const kind = /^(set|setex|setEx|psetex|hset|hSet|put|put_item|putItem|sadd|sAdd)$/.test(last) ? 'sets' : null;
  if (kind) for (const outcome of outcomes) if (outcome.kind === 'return') noteMark(call, outcome, markOf(call, kind));
  return outcomes;
}

/** `session.add(...)`: it is taken when the session is flushed, and refused then. */
function added(call: Call, outcomes: Outcome[], keyed: 'unique' | 'possible'): Outcome[] {
  const attempt = attemptAt(call, { isSure: keyed === 'unique', lifetime: null, by: 'insert' });
  attempt.decided = true;
  for (const outcome of outcomes)
    if (outcome.kind === 'return') {
      call.run.tried(outcome.state, attempt);
      noteMark(call, outcome, markOf(call, 'inserts'));
      outcome.state.order = { ...outcome.state.order, pending: attempt };
    }
  return outcomes;
}

function committed(call: Call, outcomes: Outcome[]): Outcome[] {
  for (const outcome of outcomes) {
    const { pending } = outcome.state.order;
    if (outcome.kind === 'raise') {
      if (pending) call.run.tried(outcome.state, pending, 'raised');
      continue;
    }
    if (pending) call.run.accept(outcome.state, pending);
    for (const mark of outcome.state.order.marks) if (mark.commits === outcome.state.order.commits) call.run.order.committed.add(mark.at.range);
    outcome.state.order = { ...outcome.state.order, pending: null, commits: outcome.state.order.commits + 1 };
  }
  return outcomes;
}

function markOf(call: Call, kind: Mark['kind']): Mark {
  return {
    at: placeOf(call.frame, call.expr.range),
    spelling: spell(call.expr.callee),
    kind,
    keys: keysOf(call),
    of: receiverName(call),
    commits: call.state.order.commits,
  };
}

export function noteMark(call: Pick<Call, 'run'>, outcome: Pick<Outcome, 'state'>, mark: Mark): void {
  const { order } = outcome.state;
  const noted = { ...mark, commits: order.commits };
  call.run.order.marks.push({ mark: noted, order, attempts: outcome.state.attempts, method: outcome.state.method });
  outcome.state.order = { ...order, marks: [...order.marks, noted] };
}

// -------------------------------------------------------------------------------------------------- look-ups

function looked(call: Call, last: string, outcomes: Outcome[]): Outcome[] {
  const { receiver, run } = call;
  if (receiver === null && !/Command$/.test(last)) return outcomes;
  if (receiver && receiver.traits & (REQUEST | HEADERS | PARSED | PAYLOAD | QUERY)) return outcomes;
  if (receiver?.lookup) {
    const merged: Lookup = { ...receiver.lookup, keys: [...new Set([...receiver.lookup.keys, ...keysOf(call)])] };
    return withResult(outcomes, (held) => (held.verdict ? held : changed(held, { lookup: merged })));
  }
  if (!isAboutSomething(call)) return outcomes;
  const effect = run.world.rows.effect(last, receiverName(call));
  const known = call.callee.name === null ? undefined : run.world.rows.call(call.callee.name);
  if ((effect ?? known) && (known?.effect ?? effect?.kind) !== 'read') return outcomes;
  const inMemory = isMemory(call);
  const lookup = lookupOf(call, inMemory ? 'memory' : 'store');
  const isStore = effect?.kind === 'read' || known?.effect === 'read' || inMemory || soundsLikeStore.test(receiverName(call));
  if (!isStore && !lookup.keys.some(soundsLikeIdentity)) return outcomes;
  return withResult(outcomes, (held) => (held.verdict ? held : changed(held, { lookup, truth: held.truth | NULL })));
}

function lookupOf(call: Call, kind: Lookup['kind']): Lookup {
  return { at: placeOf(call.frame, call.expr.range), spelling: spell(call.expr.callee), kind, keys: keysOf(call), of: receiverName(call), isInside: false };
}

function keysOf({ args }: Call): readonly string[] {
  const found: string[] = [];
  for (const one of args) sentFields(one.value, found);
  return found;
}

const soundsLikeClaim =
  /claim|dedup|duplicate|already|processed|seen|handled|idempot|once|lock|acquire|reserve|exist|known|replay|record|register|track|mark|is_?new|first_?time|nonce|try|ensure|store|save|persist|log_?event|begin|start/i;

/** A function that cannot be read is handed what names the delivery: it may be the claim, and nobody can tell. */
function maybeClaiming(call: Call, last: string, outcomes: Outcome[]): Outcome[] {
  const { args } = call;
  if (!args.some((one) => (one.value.traits & SENT) !== 0 || one.value.fields !== null) || !soundsLikeClaim.test(last) || /^[A-Z]/.test(last)) return outcomes;
  if (!args.some((one) => isSent(one.value))) return outcomes;
  const named = args.some((one) => one.value.field !== null && soundsLikeEventId(one.value.field)) || keysOf(call).some(soundsLikeEventId);
  const lookup = lookupOf(call, 'unreadable');
  const found = withResult(outcomes, (held) => (held.verdict || held.lookup ? held : changed(held, { lookup })));
  return named ? flagged(found, OPAQUE) : found;
}

function isLock(call: Call, last: string): boolean {
  return call.receiver !== null || /^(lock|with_lock|withLock|acquire_lock|acquireLock|advisory_lock|pg_)/.test(last);
}

function flagged(outcomes: Outcome[], flag: number): Outcome[] {
  for (const outcome of outcomes) outcome.state.order = withFlag(outcome.state.order, flag);
  return outcomes;
}

function withResult(outcomes: Outcome[], change: (held: Value) => Value): Outcome[] {
  return outcomes.map((outcome) => {
    if (outcome.kind === 'raise') return outcome;
    const { promiseOf } = outcome.value;
    const after = promiseOf ? changed(outcome.value, { promiseOf: { ...promiseOf, value: change(promiseOf.value) } }) : change(outcome.value);
    return { ...outcome, value: after };
  });
}

const soundsLikeStore = /cache|redis|kv|store|seen|processed|handled|events|deliver|dedup|table|collection|session|query/;

/** It is asked for something in particular: what was sent, or what may have been. */
function isAboutSomething({ args, receiver }: Call): boolean {
  return args.some((one) => one.value.literal === null && one.value.callable === null) || (receiver !== null && isSent(receiver));
}
