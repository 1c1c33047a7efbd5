import { expect, it } from 'vitest';
import { Forked } from '../../server/src/analysis/forked.js';

/** The same with plain maps, copied at every fork. */
class Model {
  constructor(readonly map = new Map<number, string>()) {}

  joined(other: Model): Model {
    const met = new Map(this.map);
    for (const [key, others] of other.map) {
      const own = met.get(key);
      met.set(key, own === undefined || own === others ? others : both(own, others));
    }
    return new Model(met);
  }
}

const both = (own: string, others: string): string => [...new Set([...own, ...others])].sort().join('');

it.each(Array.from({ length: 60 }, (_, index) => index + 1))('holds what copies would hold, after a thousand random steps (%i)', (seed) => {
  const next = randoms(seed);
  const pairs: { forked: Forked<number, string>; model: Model }[] = [{ forked: new Forked(), model: new Model() }];
  const any = () => pairs[Math.floor(next() * pairs.length)] as (typeof pairs)[number];
  for (let step = 0; step < 1000; step += 1) {
    const { forked, model } = any();
    const what = next();
    if (what < 0.6) {
      const [key, value] = [Math.floor(next() * 40), 'abcdef'[Math.floor(next() * 6)] as string];
      forked.set(key, value);
      model.map.set(key, value);
    } else if (what < 0.65) {
      const key = Math.floor(next() * 40);
      forked.delete(key);
      model.map.delete(key);
    } else if (what < 0.85) pairs.push({ forked: forked.fork(), model: new Model(new Map(model.map)) });
    else {
      const other = any();
      pairs.push({ forked: forked.joined(other.forked, both).fork(), model: model.joined(other.model) });
    }
    if (pairs.length > 12) pairs.splice(Math.floor(next() * pairs.length), 1);
  }
  for (const { forked, model } of pairs) {
    expect(sorted(forked.entries())).toEqual(sorted(model.map));
    for (let key = 0; key < 40; key += 1) expect(forked.get(key)).toBe(model.map.get(key));
  }
});

function sorted(map: ReadonlyMap<number, string>): [number, string][] {
  return [...map].sort(([left], [right]) => left - right);
}

function randoms(seed: number): () => number {
  let state = (Math.imul(seed, 2654435761) + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
