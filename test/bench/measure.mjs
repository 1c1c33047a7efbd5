/** Clocks and statistics. Cases that are compared take turns, so that whatever else the machine does meets all of them. */
import { performance } from 'node:perf_hooks';

/**
 * Runs each case for about `slice` milliseconds of processor time a round. Answers `{ wall, cpu }` a case: milliseconds a call,
 * one number a round. The warm-up before them is not counted: `warmUp` milliseconds of processor time at least, and then until the
 * case has stopped getting faster, since V8 compiles broad code a thousand calls later than a tight loop.
 */
export async function inTurns(cases, { rounds = 15, slice = 40, warmUp = 600, window = 0 } = {}) {
  const names = Object.keys(cases);
  const taken = Object.fromEntries(names.map((name) => [name, { calls: 1, wall: [], cpu: [] }]));
  for (const name of names) {
    // By processor time, so that a busy machine warms up as much.
    const started = cpuMilliseconds();
    let calls = 0;
    let last = started;
    let shortest = Number.POSITIVE_INFINITY;
    const steady = steadiness(window);
    let isSteady = false;
    do {
      await cases[name]();
      const now = cpuMilliseconds();
      shortest = Math.min(shortest, now - last);
      last = now;
      calls++;
      isSteady = steady(now);
    } while (last - started < warmUp || calls < 5 || !isSteady);
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
 * Told of the time after each call; true once there were some windows of calls and the last three have brought nothing worth
 * mentioning over the best one before them. Without windows it is at once.
 */
function steadiness(window, { worthMentioning = 0.03, fewest = 12, most = 40 } = {}) {
  let calls = 0;
  let windows = 0;
  let began = cpuMilliseconds();
  let best = Number.POSITIVE_INFINITY;
  let idle = 0;
  return (now) => {
    if (window === 0) return true;
    if (++calls % window !== 0) return false;
    const took = now - began;
    began = now;
    idle = took < best * (1 - worthMentioning) ? 0 : idle + 1;
    best = Math.min(best, took);
    return (++windows >= fewest && idle >= 3) || windows >= most;
  };
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
