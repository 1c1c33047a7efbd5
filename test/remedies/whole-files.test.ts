/**
 * Files with many routes, scanned and repaired until nothing is found, the first offer of each finding: what a person gets who
 * takes every lightbulb. `x.before.ts` becomes `x.after.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lowered } from './by-hand.js';
import { untilSilent } from './until-silent.js';

const folder = join(import.meta.dirname, 'whole-files/golden');

describe.each(readdirSync(folder).filter((file) => file.includes('.before.')))('%s', (file) => {
  it('is repaired as written down, and nothing is left to find', async () => {
    const path = `src/inbox${extname(file)}`;
    const { files, left, applied } = await untilSilent({ [path]: readFileSync(join(folder, file), 'utf8') });
    const after = files[path] ?? '';
    await expect(after).toMatchFileSnapshot(join(folder, file.replace('.before', '.after')));
    expect(left.map((finding) => `${finding.rule} ${finding.variant}: ${finding.message.split('\n')[0]}`)).toEqual([]);
    expect(applied.length).toBeGreaterThan(0);
    expect(lowered(path, after).unreadable).toEqual([]);
  });
});
