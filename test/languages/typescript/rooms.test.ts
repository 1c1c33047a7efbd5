import { describe, expect, it } from 'vitest';
import { languageOf, loadedFrontEnd, loadFrontEnd } from '../../../server/src/languages/index.js';

describe('the rooms', () => {
  it('know their files by the end of the path', () => {
    for (const path of ['a.ts', 'b/c.tsx', 'd.js', 'e.jsx', 'f.mts', 'g.cts', 'h.mjs', 'i.cjs', 'C:\\j\\K.TS', 'app.d.b.js', '[id].ts', 'd.ts'])
      expect([path, languageOf(path)]).toEqual([path, 'typescript']);
    expect(languageOf('a/b.py')).toBe('python');
    for (const path of ['a.d.ts', 'a.d.mts', 'a.d.cts', 'a.d.css.ts', 'a.pyi', 'a.json', 'ts', '.ts', 'a.vue', 'a.ts/b', 'a.py/c', ''])
      expect([path, languageOf(path)]).toEqual([path, undefined]);
  });

  it('are loaded when they are asked for, once', async () => {
    expect(loadedFrontEnd('typescript')).toBeUndefined();
    const first = loadFrontEnd('typescript');
    expect(loadFrontEnd('typescript')).toBe(first);
    const frontEnd = await first;
    expect(loadedFrontEnd('typescript')).toBe(frontEnd);
    expect(frontEnd.parse('a.ts', 'a();').module.language).toBe('typescript');
  });

  it('refuse a language that there is not', async () => {
    await expect(loadFrontEnd('cobol')).rejects.toThrow("'cobol'");
    expect(loadedFrontEnd('cobol')).toBeUndefined();
  });
});

describe('a file that is not needed any more', () => {
  it('stays readable', async () => {
    const frontEnd = await loadFrontEnd('typescript');
    const read = frontEnd.parse('a.ts', 'a();');
    const { module } = read;
    read.dispose();
    expect(read.module).toBe(module);
    const unread = frontEnd.parse('a.ts', 'a();');
    unread.dispose();
    expect(unread.module).toEqual(module);
    expect(unread.update('b();', []).module.functions[0]?.body).toHaveLength(1);
  });
});
