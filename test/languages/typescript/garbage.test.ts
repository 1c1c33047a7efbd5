import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumpModule } from '../../../server/src/ir/dump.js';
import { validateModule } from '../../../server/src/ir/validate.js';
import { typescriptFrontEnd } from '../../../server/src/languages/typescript/front-end.js';
import { samples } from './samples.js';

const paths = ['a.ts', 'a.tsx', 'a.js', 'a.jsx', 'a.mts', 'a.cjs'];

const pieces = [
  ...'(){}[]<>=;:,.?!@#`\'"/*+-&|~^%\\$0a \n\r\t\u2028\uFEFF\uD800\uDC00\u{1F4E6}',
  ...['=>', '...', '${', '//', '/*', '*/', '?.', '??=', '**', '<a>', '</a>', '<!--', '#!', '\r\n', '1e9', '0x', '1n', '<<<<<<< ', '\uFFFD'],
  ...[
    'async ',
    'await ',
    'class ',
    'function ',
    'if(',
    'else ',
    'for(',
    'of ',
    'in ',
    'while(',
    'do ',
    'switch(',
    'case ',
    'default:',
    'try{',
    'catch(',
    'finally{',
  ],
  ...[
    'import ',
    'export ',
    'from ',
    'require(',
    'module.exports=',
    'exports.a=',
    'default ',
    'type ',
    'enum ',
    'namespace ',
    'declare ',
    'abstract ',
    'static ',
    'get ',
    'set ',
  ],
  ...[
    'new ',
    'yield ',
    'return ',
    'throw ',
    'var ',
    'let ',
    'const ',
    'using ',
    'this',
    'super',
    'undefined',
    'void ',
    'typeof ',
    'delete ',
    'as ',
    'satisfies ',
    'webhookproof',
  ],
];

describe('text that is no program', () => {
  it('gives a sound module, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (path, parts) => expectSound(path, parts.join(''))),
      { numRuns: 400 },
    );
  }, 60_000);

  it('gives a sound module for any characters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.string({ unit: 'binary', maxLength: 60 }), (path, text) => expectSound(path, text)),
      { numRuns: 200 },
    );
  }, 60_000);

  it('gives a sound module for a program that is cut, doubled or mixed up', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), mutated, (path, text) => expectSound(path, text)),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('an edited file', () => {
  it('is the same as one that was parsed at once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 5 }), (path, sample, edits) => {
        let text = sample;
        let file = typescriptFrontEnd.parse(path, text);
        for (const [index, one] of edits.entries()) {
          const { start, end, insert } = placed(one, text);
          const next = text.slice(0, start) + insert + text.slice(end);
          // Some versions are never asked for.
          if (index % 2 === 0) void file.module;
          file = file.update(next, [{ start, end, text: insert }]);
          text = next;
        }
        expect(file.text).toBe(text);
        expect(dumpModule(file.module, text)).toBe(dumpModule(typescriptFrontEnd.parse(path, text).module, text));
        expect(file.module).toEqual(typescriptFrontEnd.parse(path, text).module);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

type Edit = readonly [from: number, length: number, insert: string];

const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(80)),
  fc.oneof(
    fc.constantFrom(...pieces),
    fc.constantFrom('x', 'y', '.', '(', ' '),
    fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join('')),
  ),
);

const mutated: fc.Arbitrary<string> = fc.tuple(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 8 })).map(([sample, edits]) =>
  edits.reduce((text, one) => {
    const { start, end, insert } = placed(one, text);
    return text.slice(0, start) + insert + text.slice(end);
  }, sample),
);

function placed([from, length, insert]: Edit, text: string): { start: number; end: number; insert: string } {
  const start = Math.floor(from * text.length);
  return { start, end: Math.min(text.length, start + length), insert };
}

function expectSound(path: string, text: string): void {
  const { module } = typescriptFrontEnd.parse(path, text);
  expect(validateModule(module, text.length)).toEqual([]);
  const dump = dumpModule(module, text);
  expect(dump).toContain('function#0 module');
  expect(dump).not.toContain('opaque<failed>');
}
