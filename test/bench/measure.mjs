/** Clocks and statistics. Cases that are compared take turns, so that whatever else the machine does meets all of them. */
import { performance } from 'node:perf_hooks';

/**
 * Runs each case for about `slice` milliseconds of processor time a round. Answers `{ wall, cpu }` a case: milliseconds a call,
 * one number a round. The warm-up before them, `warmUp` milliseconds of processor time and `leastCalls` at least, is not counted.
 */
export async function inTurns(cases, { rounds = 15, slice = 40, warmUp = 600, leastCalls = 5 } = {}) {
  const names = Object.keys(cases);
  const taken = Object.fromEntries(names.map((name) => [name, { calls: 1, wall: [], cpu: [] }]));
  for (const name of names) {
    // By processor time, so that a busy machine warms up as much.
    const started = cpuMilliseconds();
    let calls = 0;
    let last = started;
    let shortest = Number.POSITIVE_INFINITY;
    do {
      await cases[name]();
      const now = cpuMilliseconds();
      shortest = Math.min(shortest, now - last);
      last = now;
      calls++;
    } while (last - started < warmUp || calls < leastCalls);
    taken[name].calls = Math.max(1, Math.round(slice / Math.max(shortest, 0.01)));
  }
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round) % names.length];
      const { calls, wall, cpu } = taken[name];
      const cpuBefore = cpuMilliseconds();
      const started = performance.now();
      for (let call = 0; call < calls; call++) await cases[name]();
      wall.push((performance.now() - started) / calls);
      cpu.push((cpuMilliseconds() - cpuBefore) / calls);
    }
  }
  return Object.fromEntries(names.map((name) => [name, { wall: taken[name].wall, cpu: taken[name].cpu }]));
}

/**
 * Ours against the floor: of the clock the medians, of processor time the median of what each round says, since two measurements of
 * one round met the same machine.
 */
export function ratio(id, ours, floor, figures = {}) {
  const medians = ({ wall, cpu }) => ({ wall: median(wall), cpu: median(cpu) });
  const rounds = ours.cpu.map((cpu, round) => cpu / floor.cpu[round]);
  return { id, value: median(rounds), wall: median(ours.wall) / median(floor.wall), figures: { ours: medians(ours), floor: medians(floor), ...figures } };
}

export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function cpuMilliseconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
