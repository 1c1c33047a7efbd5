import { describe, expect, it } from 'vitest';
import { dumpModule } from '../../../server/src/ir/dump.js';
import { validateModule } from '../../../server/src/ir/validate.js';
import { typescriptFrontEnd } from '../../../server/src/languages/typescript/front-end.js';
import { dumped, lowered } from './lowered.js';

const deep: Record<string, (levels: number) => string> = {
  parentheses: (n) => `x = ${'('.repeat(n)}1${')'.repeat(n)};`,
  lists: (n) => `x = ${'['.repeat(n)}1${']'.repeat(n)};`,
  records: (n) => `x = ${'{a:'.repeat(n)}1${'}'.repeat(n)};`,
  blocks: (n) => `${'{'.repeat(n)}${'}'.repeat(n)}`,
  calls: (n) => `${'f('.repeat(n)}${')'.repeat(n)};`,
  callbacks: (n) => `${'f(() => {'.repeat(n)}${'})'.repeat(n)};`,
  'brackets that stay open': (n) => '([{'.repeat(n),
  conditionals: (n) => `x = ${'a ? b : '.repeat(n)}c;`,
  'conditionals in the middle': (n) => `x = ${'a ? '.repeat(n)}c${' : b'.repeat(n)};`,
  'else-ifs': (n) => `${'if (a) {} else '.repeat(n)}{}`,
  'ifs in ifs': (n) => `${'if (a) '.repeat(n)};`,
  sums: (n) => `x = ${'a + '.repeat(n)}b;`,
  ands: (n) => `if (${'a && '.repeat(n)}b) c();`,
  commas: (n) => `x = (${'a(), '.repeat(n)}b);`,
  powers: (n) => `x = ${'a ** '.repeat(n)}b;`,
  chains: (n) => `a${'.b()'.repeat(n)};`,
  indexes: (n) => `a${'[0]'.repeat(n)} += 1;`,
  nots: (n) => `x = ${'!'.repeat(n)}a;`,
  arrows: (n) => `x = ${'a => '.repeat(n)}b;`,
  assignments: (n) => `${'a = '.repeat(n)}1;`,
  'compound assignments': (n) => `${'a[b += '.repeat(n)}1${']'.repeat(n)};`,
  labels: (n) => `${'a: '.repeat(n)};`,
  markup: (n) => `x = ${'<a>'.repeat(n)}${'</a>'.repeat(n)};`,
  'markup in markup': (n) => `x = ${'<a b={'.repeat(n)}1${'}/>'.repeat(n)};`,
  templates: (n) => `x = ${'`${'.repeat(n)}1${'}`'.repeat(n)};`,
  'types in types': (n) => `let x: ${'A<'.repeat(n)}B${'>'.repeat(n)};`,
  'qualified types': (n) => `let f = (x: A${'.B'.repeat(n)}) => x;`,
  namespaces: (n) => `namespace A${'.B'.repeat(n)} {}`,
  classes: (n) => `${'class A { static {'.repeat(n)}${'}}'.repeat(n)}`,
  patterns: (n) => `let ${'['.repeat(n)}a${']'.repeat(n)} = b;`,
};

describe('nesting that nobody writes', () => {
  for (const [name, text] of Object.entries(deep)) {
    it(`survives ${name}, however deep`, () => {
      for (const levels of [300, 1_000, 100_000]) {
        const source = text(levels);
        const file = typescriptFrontEnd.parse('a.tsx', source);
        const { module } = file;
        expect(validateModule(module, source.length)).toEqual([]);
        expect(dumpModule(module)).toContain('function#0 module');
        expect(JSON.stringify(module)).toContain('"language"');
        const next = file.update(`a();\n${source}`, [{ start: 0, end: 0, text: 'a();\n' }]).module;
        expect(validateModule(next, source.length + 5)).toEqual([]);
      }
    }, 30_000);
  }

  it('does not look past a hundred thousand modifiers again and again', () => {
    for (const words of ['async ', 'public static\n', 'declare /* a */ ', 'export // a\n']) {
      const before = process.cpuUsage();
      const { module } = typescriptFrontEnd.parse('a.ts', `a();\n${words.repeat(50_000)}`);
      expect(module.unreadable).toEqual([{ start: 0, end: 5 + 50_000 * words.length }]);
      expect(process.cpuUsage(before).user, words).toBeLessThan(5_000_000);
    }
    expect(lowered('export default async function f() {}\nexport const a = async () => 1;\n'.repeat(500)).unreadable).toEqual([]);
  });

  it('says what it did not read, and reads the rest', () => {
    const text = `before();\nx = ${'a + '.repeat(2_000)}b;\nafter();`;
    const module = lowered(text);
    expect(module.functions[0]?.body.map((statement) => statement.kind)).toEqual(['evaluate', 'assign', 'evaluate']);
    expect(module.unreadable.length).toBeGreaterThan(0);
    expect(module.unreadable.every(({ start, end }) => start > text.indexOf('x') && end < text.indexOf('after'))).toBe(true);
    expect(dumpModule(module)).toContain('opaque<too-deep>');
  });

  it('gives up a file that no parser can take, and takes it back when it is repaired', () => {
    const text = `f(${'['.repeat(5_000)});`;
    const file = typescriptFrontEnd.parse('a.ts', text);
    expect(file.module.unreadable).toEqual([{ start: 0, end: text.length }]);
    const repaired = file.update('f([]);', [{ start: 2, end: text.length, text: '[]);' }]);
    expect(dumpModule(repaired.module)).toContain('do f([])');
  });

  it('is not what people write: fifty callbacks and a sum of a hundred', () => {
    expect(lowered(`${'f(() => {'.repeat(50)}${'})'.repeat(50)};`).unreadable).toEqual([]);
    expect(lowered(`x = ${'a + '.repeat(100)}b;`).unreadable).toEqual([]);
    expect(lowered(`app${".get('/x', (req, res) => res.send('('))".repeat(100)};`).unreadable).toEqual([]);
  });
});

describe('text that the parser reads twice at every level', () => {
  const doubling = ['async(', 'async(a = ', 'x = <{[', '`${async ', 'async@[', 'a=<`${(', 'x=(a=class<<new'];

  it.each(doubling)(
    'takes no longer for %s',
    (unit) => {
      const began = performance.now();
      const text = unit.repeat(60);
      expect(validateModule(typescriptFrontEnd.parse('a.ts', text).module, text.length)).toEqual([]);
      expect(performance.now() - began).toBeLessThan(10_000);
    },
    30_000,
  );

  it('still reads asynchronous code with much in it', () => {
    const text = `${'describe(async () => { await all(async (a = {}) => ['.repeat(12)}${'])})'.repeat(12)}`;
    const module = lowered(text);
    expect(module.unreadable).toEqual([]);
    expect(module.functions).toHaveLength(25);
  });
});

describe('files that are odd from the first character', () => {
  it('a byte order mark, Windows line breaks, a hashbang', () => {
    expect(dumped('\uFEFFa();\r\nb();\r\n')).toContain('do a()\n  do b()');
    expect(dumped('#!/usr/bin/env node\na();')).toContain('do a()');
  });

  it('a replacement character, as a file that is not UTF-8 has it', () => {
    const text = '// caf\uFFFD\na("caf\uFFFD");';
    expect(dumped(text)).toContain('do a(');
    const file = typescriptFrontEnd.parse('a.ts', text);
    expect(dumpModule(file.update(`${text}\nb();`, []).module)).toContain('do b()');
  });

  it('lone surrogates keep their places', () => {
    const text = "a('\uD800'); b();";
    const module = lowered(text);
    expect(module.functions[0]?.body[1]?.range).toEqual({ start: text.indexOf('b()'), end: text.length });
  });

  it('nothing at all', () => {
    expect(dumped('')).toBe('\nfunction#0 module');
    expect(dumped('\n\n')).toBe('\nfunction#0 module');
  });
});
