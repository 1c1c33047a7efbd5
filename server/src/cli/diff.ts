/** What changed between two texts, as a patch that `git apply` and `patch -p1` take. */
import { createTwoFilesPatch } from 'diff';

/** Empty when nothing did. `path` is relative to where the patch is to be applied; a file that is new has no text before. */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  if (before === after) return '';
  // The tab ends a name that has blanks in it.
  const end = path.includes(' ') ? '' : undefined;
  const patch = createTwoFilesPatch(before === undefined ? '/dev/null' : `a/${path}`, `b/${path}`, before ?? '', after, end, end, { context: 3 });
  return patch.slice(patch.indexOf('--- '));
}
