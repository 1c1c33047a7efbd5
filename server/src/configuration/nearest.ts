/** The word among `known` that `wanted` is most likely a slip of. */
export function nearest(wanted: string, known: readonly string[]): string | undefined {
  if (wanted.length > longest) return undefined;
  const ranked = known.map((word) => ({ word, distance: editDistance(wanted, word) })).sort((left, right) => left.distance - right.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(2, Math.floor(best.word.length / 4)) ? best.word : undefined;
}

/** Nobody mistypes more; comparing takes time with the square of it. */
const longest = 100;

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
