/** What changed between two texts, as a unified diff with three lines around each change. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const left = before.split('\n');
  const right = after.split('\n');
  const changes = hunks(left, right);
  if (changes.length === 0) return '';
  const out = [`--- a/${path}`, `+++ b/${path}`];
  for (const group of grouped(changes)) {
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined) continue;
    const from = Math.max(0, first.left - context);
    const to = Math.min(left.length, last.left + last.removed + context);
    const shift = first.right - first.left;
    const grown = group.reduce((sum, change) => sum + change.added - change.removed, 0);
    out.push(`@@ -${from + 1},${to - from} +${from + shift + 1},${to - from + grown} @@`);
    let at = from;
    for (const change of group) {
      for (; at < change.left; at++) out.push(` ${left[at]}`);
      for (; at < change.left + change.removed; at++) out.push(`-${left[at]}`);
      for (let added = change.right; added < change.right + change.added; added++) out.push(`+${right[added]}`);
    }
    for (; at < to; at++) out.push(` ${left[at]}`);
  }
  return `${out.join('\n')}\n`;
}

interface Change {
  readonly left: number;
  readonly removed: number;
  readonly right: number;
  readonly added: number;
}

function grouped(changes: readonly Change[]): readonly Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && change.left - (last.left + last.removed) <= 2 * context) group.push(change);
    else groups.push([change]);
  }
  return groups;
}

/** The longest common subsequence of the part between equal ends; repairs are short, so the table is small. */
function hunks(left: readonly string[], right: readonly string[]): Change[] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let tail = 0;
  while (tail < left.length - start && tail < right.length - start && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
  const rows = left.length - start - tail;
  const columns = right.length - start - tail;
  if (rows === 0 && columns === 0) return [];
  if (rows * columns > 25_000_000) return [{ left: start, removed: rows, right: start, added: columns }];

  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const length = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const isSame = left[start + row] === right[start + column];
      lengths[row * width + column] = isSame ? length(row + 1, column + 1) + 1 : Math.max(length(row + 1, column), length(row, column + 1));
    }
  }
  const changes: Change[] = [];
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    if (row < rows && column < columns && left[start + row] === right[start + column]) {
      row++;
      column++;
      continue;
    }
    const from = { row, column };
    while ((row < rows || column < columns) && !(row < rows && column < columns && left[start + row] === right[start + column])) {
      if (column >= columns || (row < rows && length(row + 1, column) >= length(row, column + 1))) row++;
      else column++;
    }
    changes.push({ left: start + from.row, removed: row - from.row, right: start + from.column, added: column - from.column });
  }
  return changes;
}

const context = 3;
