/** An edited file is lowered by its changed pieces only, and nobody can tell from what it comes to. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrontEnd, ParsedFile } from '../../server/src/languages/front-end.js';
import { loadPythonFrontEnd } from '../../server/src/languages/python/front-end.js';
import { typescriptFrontEnd } from '../../server/src/languages/typescript/front-end.js';

const sample = (file: string) => readFileSync(path.join(import.meta.dirname, '../samples', file), 'utf8');

const rooms = [
  {
    frontEnd: typescriptFrontEnd,
    file: 'deployments.ts',
    text: sample('express-github/deployments.ts'),
    pieces: [
      'x',
      '1',
      ' ',
      '\n',
      ';',
      '// note\n',
      'const late = 1;\n',
      'var kept = () => 2;\n',
      'function more() { return kept }\n',
      'hook = 3;\n',
      '(',
      '}',
      "import a from 'a';\n",
    ],
    function: ['function first(a) {\n  const b = a;\n  return b;\n}\n', 'function second(c) {\n  return first(c);\n}\n'],
    typed: 'a + 1',
    moreNames: 'a;\n  const d = b',
  },
  {
    frontEnd: await loadPythonFrontEnd(),
    file: 'app.py',
    text: sample('flask-releases/app.py'),
    pieces: ['x', '1', ' ', '\n', ':', '# note\n', 'late = 1\n', 'global kept\n', 'def more():\n    return kept\n', 'hook = 3\n', '(', '"""', 'import a\n'],
    function: ['def first(a):\n    b = a\n    return b\n\n\n', 'def second(c):\n    return first(c)\n'],
    typed: 'a + 1',
    moreNames: 'a\n    d = b',
  },
] as const;

describe.each(rooms)('$file', ({ frontEnd, file, text: sampleText, pieces, function: [first, second], typed, moreNames }) => {
  const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0, 0, 1, 2, 12, 60), fc.constantFrom('', ...pieces));

  it('comes to the same by any way', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let text = sampleText;
        let parsed = frontEnd.parse(file, text);
        for (const [from, length, insert] of edits) {
          const start = Math.floor(from * text.length);
          ({ parsed, text } = edited(parsed, text, start, start + length, insert));
          expect(parsed.module).toEqual(frontEnd.parse(file, text).module);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('keeps the functions that were not touched, and moves them', () => {
    const { before, after, text } = typedInto(frontEnd, file, first, second, 'b = a', `b = ${typed}`);
    expect(after.functions[2]).toBe(before);
    expect(text.slice(after.functions[2]?.range.start)).toMatch(/^(function|def) second/);
    expect(after).toEqual(frontEnd.parse(file, text).module);
  });

  it('starts anew when a piece gets other names', () => {
    const { before, after, text } = typedInto(frontEnd, file, first, second, 'b = a', `b = ${moreNames}`);
    expect(after.functions[2]).not.toBe(before);
    expect(after).toEqual(frontEnd.parse(file, text).module);
  });
});

function edited(parsed: ParsedFile, text: string, start: number, to: number, insert: string): { parsed: ParsedFile; text: string } {
  const end = Math.min(to, text.length);
  const next = text.slice(0, start) + insert + text.slice(end);
  return { parsed: parsed.update(next, [{ start, end, text: insert }]), text: next };
}

/** The second function before and the module after an edit of the first one. */
function typedInto(frontEnd: FrontEnd, file: string, first: string, second: string, old: string, now: string) {
  const whole = first + second;
  // The first edit is what tells that there will be more.
  const opened = edited(frontEnd.parse(file, whole), whole, whole.length, whole.length, '\n');
  const before = opened.parsed.module.functions[2];
  const at = opened.text.indexOf(old);
  const { parsed, text } = edited(opened.parsed, opened.text, at, at + old.length, now);
  return { before, after: parsed.module, text };
}
