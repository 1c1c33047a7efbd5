/**
 * What the product must keep and aims at, each against a floor that is measured in the same run: only such ratios mean the same
 * on every machine. A goal is judged by processor time where there is one, since the clock also counts what else runs; those that say
 * how long somebody waits are judged by the clock. Both are shown.
 */
export const goals = {
  P1: { what: 'median wait after an edit in a 300-line Express file, over stdio / a server that does nothing', must: 8, aim: 4, by: 'clock' },
  P5: { what: 'median wait after an edit in a 300-line Flask file, over stdio / a server that does nothing', must: 8, aim: 4, by: 'clock' },
  'P6 ts': { what: 'one function edited, all rules, in process / a bare parse of the file', must: 2, aim: 0.7 },
  'P6 py': { what: 'the same in Python', must: 2, aim: 0.7 },
  'P7 ts': { what: 'nothing known, all rules, in process / a bare parse of the file', must: 5, aim: 2.5 },
  'P7 py': { what: 'the same in Python', must: 5, aim: 2.5 },
  P10: { what: 'start to first findings, code cache warm / a server that does nothing', must: 5, aim: 3 },
  P13: { what: 'scan of 2,500 files / reading all of them into the neutral form', must: 0.6, aim: 0.35 },
  P20: { what: 'the package, zipped', must: 3.5, aim: 2.2, unit: ' MB' },
  'P21 handlers': { what: 'handler files that pass the prefilter', must: 100, aim: 100, unit: ' %', isFloor: true },
  'P21 others': { what: 'files of the workspace that pass it', must: 8, aim: 5, unit: ' %' },
};

/** `measured` is `{ id, value, wall? }`: the ratio by processor time, or the figure itself, and the ratio by the clock. */
export function judged(measured) {
  const { what, must, aim, unit = '', isFloor = false, by } = goals[measured.id];
  const decides = by === 'clock' ? measured.wall : measured.value;
  const keeps = (limit) => (isFloor ? decides >= limit : decides <= limit);
  return { what, must, aim, unit, ...measured, decides, verdict: keeps(aim) ? 'aim' : keeps(must) ? 'must' : 'MISSED' };
}

/** A star marks the figure that decides, where there are two. */
export function table(results) {
  const rows = results.map(({ id, what, value, wall, decides, must, aim, unit, verdict }) => [
    id,
    what,
    rounded(value) + unit + (wall !== undefined && decides === value ? ' *' : ''),
    wall === undefined ? '' : rounded(wall) + (decides === wall ? ' *' : ''),
    must + unit,
    aim + unit,
    verdict,
  ]);
  const all = [['id', 'what', 'processor', 'clock', 'must', 'aim', 'verdict'], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  return all
    .map((row) => row.map((cell, column) => (column < 2 || column === 6 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '))
    .join('\n');
}

export function rounded(value) {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
