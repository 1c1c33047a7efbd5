/** Functions handed to other functions. */
import type { CallRow } from '../../knowledge/rows.js';
import { alsoKnown, type Check, type Known, knowing, nothingKnown } from '../flow/knows.js';
import { settled } from '../read.js';
import { elementOf, type Outcome } from '../run.js';
import type { State } from '../state.js';
import { changed, DERIVED, deepTraits, FALSE, FALSY, joinValues, mostChoices, NULL, TRUE, unknown, type Value, value } from '../value.js';
import { allTraits, type Call, given, returns } from './model.js';
import { runsInBackground } from './pace.js';
import { rowResult } from './rows.js';

export function invoking(call: Call, row: CallRow, indexes: readonly number[]): Outcome[] {
  const { run, state, frame, args, receiver, property } = call;
  const element = receiver ? elementOf(settled(receiver)) : unknown;
  const isFold = property !== null && /^reduce(Right)?$/.test(property);
  if (isFold) {
    const folded = folding(call, property === 'reduceRight');
    if (folded) return folded;
  }
  const away = runsInBackground(call) ? { ...frame, isBackground: true as const } : frame;
  let outcomes: Outcome[] = returns(state, rowResult(call, row));
  for (const index of indexes) {
    const callable = args[index]?.value.callable;
    if (!callable) continue;
    const next: Outcome[] = [];
    for (const outcome of outcomes) {
      if (outcome.kind === 'raise') {
        next.push(outcome);
        continue;
      }
      for (const inner of run.call(
        callable,
        // `setTimeout(next)` calls it without an error.
        callable.special === 'next' ? [] : [given(property === 'reduce' ? unknown : element, call), given(property === 'reduce' ? element : unknown, call)],
        away,
        outcome.state,
      )) {
        if (inner.kind === 'raise') {
          next.push(inner);
          continue;
        }
        const decides = property === 'some' || property === 'every' || property === 'find' || property === 'any' || property === 'all';
        const held = settled(inner.value);
        if (property === 'filter') filtered(receiver, outcome.value, inner, outcome.state.checked, held);
        next.push({
          ...inner,
          value: decides
            ? value({
                truth: decidedTruth(property, held.truth),
                verdict: held.verdict ? { attempt: held.verdict.attempt, accepts: TRUE } : null,
                traits: outcome.value.traits | (held.traits & DERIVED),
                check: /^(some|any|every|all)$/.test(property) ? gained(inner, outcome.state.checked, held) : null,
                ...(property === 'find' ? { trail: outcome.value.trail } : {}),
              })
            : value(
                changed(outcome.value, {
                  items: null,
                  traits: outcome.value.traits | held.traits,
                  hash: held.hash,
                  promiseOf: null,
                  ...(isFold ? { field: held.field } : {}),
                  ...(property === 'map' || property === 'flatMap' ? { trail: held.trail } : {}),
                }),
              ),
        });
      }
    }
    outcomes = next;
  }
  return outcomes;
}

/** What the test of an element has settled holds for each that is left. */
function filtered(list: Value | null, left: Value, inner: Outcome, before: Known, held: Value): void {
  const learnt = gained(inner, before, held)?.whenTrue;
  if (!list?.trail || !left.trail || !learnt) return;
  for (const [key, bits] of learnt)
    if (key.startsWith(`${list.trail.key}/entry`))
      inner.state.checked = alsoKnown(inner.state.checked, knowing(left.trail.key + key.slice(list.trail.key.length), bits));
}

/** What the test of an element has settled holds where the whole is true; what it learnt on its way stays in there. */
function gained(inner: Outcome, before: Known, held: Value): Check | null {
  const learnt = held.truth & TRUE ? inner.state.checked : nothingKnown;
  inner.state.checked = before;
  const whenTrue = alsoKnown(held.check?.whenTrue ?? nothingKnown, learnt);
  return whenTrue.size === 0 ? null : { whenTrue, whenFalse: nothingKnown };
}

/** `wrappers.reduceRight((inner, wrap) => wrap(inner), handler)`: a list of functions that is in sight is folded as it stands. */
function folding(call: Call, isFromRight: boolean): Outcome[] | null {
  const { run, args, frame, state } = call;
  const fold = args[0]?.value.callable;
  const items = settled(call.receiver ?? unknown).items;
  if (!fold || !items || items.length === 0 || items.length > mostChoices || !items.every((item) => item.callable)) return null;
  const ordered = isFromRight ? [...items].reverse() : [...items];
  const first = args[1]?.value ?? ordered.shift() ?? unknown;
  let outcomes: Outcome[] = returns(state, first);
  for (const item of ordered)
    outcomes = outcomes.flatMap((outcome) =>
      outcome.kind === 'raise' ? [outcome] : run.call(fold, [given(outcome.value, call), given(item, call)], frame, outcome.state),
    );
  return outcomes;
}

/** What `some`, `every` and `find` give when the test of an element gives this. */
export function decidedTruth(property: string, truth: number): number {
  if (property === 'every' || property === 'all') return truth & FALSY ? TRUE | FALSE : TRUE;
  const no = property === 'find' ? NULL : FALSE;
  return truth & TRUE ? TRUE | no : no;
}

/** Functions handed to a call that we do not know may be run by it. */
export function callbacks(call: Call, result: Value): Outcome[] {
  const { run, args, frame, state } = call;
  const handed = args.flatMap((one) => (one.value.callable && one.value.callable.special === null ? [one.value.callable] : []));
  const within = args.flatMap((one) =>
    one.value.fields && !one.value.callable ? [...one.value.fields.values()].flatMap((field) => (field.callable ? [field.callable] : [])) : [],
  );
  const functions = within.length === 0 ? handed : [...handed, ...within];
  if (functions.length === 0) return returns(state, result);
  const inner = runsInBackground(call) ? { ...frame, isBackground: true as const } : frame;
  let states: State[] = [state];
  let returned: Value | null = null;
  const traits = allTraits(call) & DERIVED;
  for (const callable of functions.slice(0, 4)) {
    const next: State[] = [];
    for (const one of states) {
      const called = (): Outcome[] => run.call(callable, [given(value({ traits }), call)], inner, one);
      // A context or a table of handlers is handed on to be kept.
      for (const outcome of within.includes(callable) ? run.mayBeRun(called) : called()) {
        // What it raises is met by whoever calls it, which we cannot see.
        if (outcome.kind === 'raise') continue;
        next.push(outcome.state);
        returned = returned === null ? outcome.value : joinValues(returned, outcome.value);
      }
    }
    if (next.length > 0) states = next.slice(0, 8);
  }
  return states.map((one) => ({
    kind: 'return' as const,
    state: one,
    value:
      returned === null
        ? result
        : changed(result, { traits: result.traits | deepTraits(returned), verdict: settled(returned).verdict, fields: result.fields ?? returned.fields }),
    at: null,
  }));
}
