/** Broken, huge and odd text: never an exception, and always the same result for the same text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPythonFrontEnd } from '../../../server/src/languages/python/front-end.js';
import { dumped } from './dumped.js';
import { samples } from './samples.js';
import { expectSound } from './sound.js';

const python = await loadPythonFrontEnd();
const parse = (text: string) => python.parse('a.py', text).module;
const functionNames = (text: string) => parse(text).functions.map((fn) => fn.name);

const noise = fc.constantFrom(
  '(',
  ')',
  '[',
  '{',
  '}',
  '"',
  "'",
  '"""',
  "'''",
  '\\',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '    ',
  '@',
  ':',
  ',',
  '.',
  '=',
  '#',
  'f"{',
  'def ',
  'class ',
  'if x:',
  'else:',
  '\u{1F600}',
  '\ud800',
  '\0',
  '\ufeff',
  'lambda',
  ' ',
);
const snippet = fc.array(fc.constantFrom(...samples), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n'));
const damaged = fc
  .tuple(snippet, fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.oneof(noise, fc.string({ maxLength: 3 }))), { maxLength: 4 }))
  .map(([text, wounds]) =>
    wounds.reduce((hurt, [at, length, insert]) => {
      const start = at % (hurt.length + 1);
      return hurt.slice(0, start) + insert + hurt.slice(start + length);
    }, text),
  );
const anyText = fc.oneof(
  { weight: 3, arbitrary: damaged },
  { weight: 1, arbitrary: fc.array(fc.oneof(noise, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 30 }).map((parts) => parts.join('')) },
);

describe('any text', () => {
  it('gives a sound module', () => {
    fc.assert(
      fc.property(anyText, (text) => expectSound(parse(text), text)),
      { numRuns: 400 },
    );
  });

  it('gives the same module whatever edits led to it', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 2, maxLength: 4 }), (versions) => {
        let file = python.parse('a.py', '');
        for (const text of versions) {
          file = file.update(text, []);
          expect(file.module).toEqual(parse(text));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same statements wherever it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.constantFrom(...samples.slice(1)), (before, after) => {
        const heads = (text: string) =>
          dumped(parse(text))
            .filter((line) => !/^(?: |function|class)/.test(line))
            .map((line) => line.replace(/#\d+/, ''));
        expect(heads(before + after)).toEqual([...heads(before), ...heads(after)]);
      }),
    );
  });
});

describe('half-typed code', () => {
  const sound = 'def before(): pass\n\n\n@app.post("/x")\ndef at_work(a):\n    first(a)\n    return last(a)\n\n\n@app.get("/y")\ndef after(): pass\n';
  const at = sound.indexOf('first(a)');
  const wounds: Record<string, string> = {
    'an open bracket': sound.slice(0, at) + 'check(sig, ' + sound.slice(at + 8),
    'an open string': sound.slice(0, at) + 'x = "abc' + sound.slice(at + 8),
    'an open triple quote': sound.slice(0, at) + '"""' + sound.slice(at + 8),
    'half an attribute': sound.slice(0, at) + 'request.' + sound.slice(at + 8),
    'half a decorator': sound.replace('@app.post("/x")', '@app.'),
    'a decorator with an open bracket': sound.replace('@app.post("/x")', '@app.post("/x"'),
    'an open dictionary': sound.slice(0, at) + 'x = {"a": [1, ' + sound.slice(at + 8),
  };
  for (const [what, text] of Object.entries(wounds)) {
    it(`${what} spoils its own statement only`, () => {
      const { unreadable } = parse(text);
      expect(functionNames(text)).toEqual(expect.arrayContaining(['before', 'after']));
      expect(unreadable).toHaveLength(1);
      const [range] = unreadable;
      expect(range?.start).toBe(text.indexOf('@app'));
      expect(range?.end).toBeLessThan(text.indexOf('@app.get'));
    });
  }

  it('an open triple quote among docstrings loses no other function', () => {
    const documented = 'def a():\n    """A."""\n\ndef b():\n    """B.\n\ndef c():\n    """C."""\n\n@app.post("/d")\ndef d():\n    """D."""\n';
    expect(functionNames(documented)).toEqual(expect.arrayContaining(['a', 'c', 'd']));
    expect(parse(documented).unreadable).toHaveLength(1);
  });

  it('a broken line at module level leaves its neighbours alone', () => {
    const text = 'import a\nx = foo(\ny = 2\nimport b\n';
    const module = parse(text);
    const lines = dumped(module);
    expect(lines[0]).toBe('assign var a = module<"a">');
    expect(lines.slice(-2)).toEqual(['assign var y = 2', 'assign var b = module<"b">']);
    expect(module.unreadable.map(({ start, end }) => text.slice(start, end))).toEqual(['x = foo(']);
  });

  it('is readable again once it is whole', () => {
    const broken = python.parse('a.py', wounds['an open bracket'] ?? '');
    expect(broken.module.unreadable).toHaveLength(1);
    const whole = broken.update(sound, []);
    expect(whole.module).toEqual(parse(sound));
    expect(whole.module.unreadable).toEqual([]);
  });
});

describe('nesting', () => {
  const many = 100_000;
  const deep: Record<string, string> = {
    'round brackets': `x = ${'('.repeat(many)}1${')'.repeat(many)}\n`,
    'open brackets': `x = ${'['.repeat(many)}\n`,
    calls: `x = f${'()'.repeat(many)}\n`,
    members: `x = a${'.b'.repeat(many)}\n`,
    negations: `x = ${'not '.repeat(many)}a\n`,
    sums: `x = a${' + a'.repeat(many)}\n`,
    comparisons: `x = a${' < a'.repeat(many)}\n`,
    conditionals: `x = ${'a if b else '.repeat(many)}c\n`,
    lambdas: `x = ${'lambda: '.repeat(many)}1\n`,
    assignments: `${'a = '.repeat(many)}1\n`,
    alternatives: `if a: pass\n${'elif b: pass\n'.repeat(20_000)}`,
    blocks: Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}if a:\n`).join(''),
    'patterns of a match': `match a:\n  case ${'['.repeat(400)}b${']'.repeat(400)}: pass\n`,
    'alternatives of a pattern': `match a:\n  case ${'1 | '.repeat(5000)}2: pass\n`,
    'f-strings': `x = ${'f"{'.repeat(200)}1${'}"'.repeat(200)}\n`,
    'parts of an f-string': `x = f"${'{a}'.repeat(20_000)}"\n`,
  };
  for (const [what, text] of Object.entries(deep)) {
    it(`of ${what} is cut, and the code beside it is kept`, () => {
      const whole = `def before(): pass\n${text}def after(): pass\n`;
      const module = parse(whole);
      expect(module.functions.map((fn) => fn.name)).toEqual(expect.arrayContaining(['before', 'after']));
      expect(() => JSON.stringify(module)).not.toThrow();
    });
  }

  it('survives callers that use up the stack', () => {
    const text = samples.join('\n');
    const before = parse(text);
    let attempts = 0;
    const dive = (): void => {
      try {
        dive();
      } finally {
        // On the way up there is hardly any stack at first, then more and more.
        attempts += 1;
        if (attempts < 300) python.parse('a.py', text).module;
      }
    };
    expect(dive).toThrow(RangeError);
    expect(parse(text)).toEqual(before);
  });
});

describe('encodings', () => {
  it('counts UTF-16 units', () => {
    const text = 'a = "\u{1F600}"; b = "é"\nx = \u{1D465}y\n';
    const module = parse(text);
    const body = module.functions[0]?.body ?? [];
    expect(body.map(({ range }) => text.slice(range.start, range.end))).toEqual(['a = "\u{1F600}"', 'b = "é"', 'x = \u{1D465}y']);
    expectSound(module, text);
  });

  it('skips a byte order mark', () => {
    const module = parse('\ufeffimport os\n');
    expect(dumped(module)).toEqual(['assign var os = module<"os">']);
    expect(module.functions[0]?.body[0]?.range).toEqual({ start: 1, end: 10 });
  });

  for (const [name, newline] of Object.entries({ 'CR LF': '\r\n', CR: '\r' })) {
    it(`reads ${name} like LF`, () => {
      const text = samples
        .slice(0, 9)
        .join('\n')
        .replaceAll('\r', '')
        .replaceAll(/ \\\n +/g, ' ');
      expect(dumped(parse(text.replaceAll('\n', newline)))).toEqual(dumped(parse(text)));
    });
  }

  it('keeps lone surrogates', () => {
    const text = 'a = "\ud83d"\nb = "\ude00"\n\ud800\ndef f(): pass\n';
    expectSound(parse(text), text);
    expect(functionNames(text)).toContain('f');
  });

  it('takes tabs, form feeds and a last line without an end', () => {
    expect(dumped(parse('if a:\n\tb()\n\tc()\n\f\nreturn 1'))).toEqual(['if a', '  do b()', '  do c()', 'return 1']);
  });

  it('takes text that is no text', () => {
    const text = Array.from({ length: 5000 }, (_, index) => String.fromCharCode((index * 7919) % 65536)).join('');
    expectSound(parse(text), text);
  });
});
