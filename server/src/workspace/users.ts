/** Who uses a file: a handler's routes and a helper's handlers stand in the files that import it. */
import type { Snapshot } from './snapshot.js';

/** How far the users of a file are followed, and how many of them are given. */
const hops = 4;
const enough = 40;

/** Files that import a file, directly or through others; the nearest first. */
export function usersOf(snapshot: Snapshot, path: string): readonly string[] {
  const found = new Set<string>();
  let reached: readonly string[] = [path];
  for (let hop = 0; hop < hops && found.size < enough; hop++) {
    reached = reached.flatMap((each) => snapshot.importersOf(each)).filter((each) => each !== path && !found.has(each));
    for (const each of reached) found.add(each);
  }
  return [...found].slice(0, enough);
}
