/** What an endpoint does before it answers, as far as it takes its time: calls of models, one call after the other, loops. */
import type { Statement } from '../ir/model.js';
import { bodiesOf } from '../ir/parts.js';
import type { AnalysedEndpoint } from './analyse.js';
import type { SlowStep } from './state.js';
import { lastOf } from './surroundings.js';
import type { World } from './world.js';

export interface Slowness {
  readonly kind: 'model' | 'loop' | 'several';
  /** In order; the last one is where it is too much. */
  readonly steps: readonly SlowStep[];
}

/** Each takes a fraction of a second at best, and so many of them as much as some senders wait. */
const several = 3;

export function slownessOf({ endpoint, evaluated }: AnalysedEndpoint): Slowness | null {
  const { run } = evaluated;
  const waited = run.slowest.filter((one) => one.isAwaited || endpoint.framework.bounds?.callsBlock === true);
  if (waited.length === 0) return null;
  const model = waited.find((one) => one.kind === 'model');
  if (model) return { kind: 'model', steps: [model] };
  const repeated = waited.find((one) => one.kind !== 'execute' && standsInLoop(run.world, one));
  if (repeated) return { kind: 'loop', steps: [repeated] };
  const out = waited.filter((one) => one.kind === 'fetch' || one.kind === 'send' || one.kind === 'pay');
  return out.length >= several ? { kind: 'several', steps: out.slice(0, several) } : null;
}

/** A loop over something that has no fixed length, around the call itself or around what led to it. */
function standsInLoop(world: World, { at, via, within }: SlowStep): boolean {
  const places = [...via, at];
  return within.some((key, index) => {
    const [path = '', id] = key.split('#');
    const fn = world.functionAt(path, Number(id));
    const place = places[index - (within.length - places.length)];
    if (!fn || !place || place.path !== path) return false;
    const { start, end } = place.range;
    const holds = (body: readonly Statement[]): boolean =>
      body.some((one) => {
        if (one.range.start > start || one.range.end < end) return false;
        if (one.kind === 'for-each' && one.source.range.end <= start && isOpenEnded(one)) return true;
        return bodiesOf(one).some(holds);
      });
    return holds(fn.body);
  });
}

function isOpenEnded({ source }: Extract<Statement, { kind: 'for-each' }>): boolean {
  return source.kind !== 'list' && !(source.kind === 'call' && lastOf(source.callee) === 'range');
}
