/** What the rest of the house relies on beside the statements: positions, names, comments, versions. */
import { describe, expect, it } from 'vitest';
import type { Binding, Module, Range } from '../../../server/src/ir/model.js';
import { loadPythonFrontEnd } from '../../../server/src/languages/python/front-end.js';

const python = await loadPythonFrontEnd();
const parse = (text: string) => python.parse('a.py', text).module;

describe('positions', () => {
  const text = [
    'import os',
    '',
    '@app.post("/x")',
    'async def hook(a, b=1):',
    '    """Doc."""',
    '    if a:',
    '        return b',
    '    # the end',
    '',
    'key = lambda x : (x)',
    '',
  ].join('\n');
  const module = parse(text);
  const [, hook, lambda] = module.functions;
  const at = (range: Range | undefined) => text.slice(range?.start, range?.end);

  it('a function spans its decorators, its name stands alone, its body goes from the first to the last statement', () => {
    expect(at(hook?.range)).toBe('@app.post("/x")\nasync def hook(a, b=1):\n    """Doc."""\n    if a:\n        return b');
    expect(at(hook?.nameRange)).toBe('hook');
    expect(at(hook?.bodyRange)).toBe('"""Doc."""\n    if a:\n        return b');
    expect(hook?.decorators.map((decorator) => at(decorator.range))).toEqual(['app.post("/x")']);
    expect(hook?.params.map((param) => at(param.range))).toEqual(['a', 'b=1']);
  });

  it('a lambda is named by its head', () => {
    expect(at(lambda?.nameRange)).toBe('lambda x :');
    expect(at(lambda?.bodyRange)).toBe('(x)');
    expect(lambda?.isExpressionBody).toBe(true);
  });

  it('a body without statements is empty, behind the head', () => {
    const typed = parse('def f(a):\n');
    expect(typed.functions[1]?.body).toEqual([]);
    expect(typed.functions[1]?.bodyRange).toEqual({ start: 9, end: 9 });
  });

  it('an elif spans what it decides', () => {
    const chain = 'if a: b()\nelif c: d()\nelse: e()\n';
    const [first] = parse(chain).functions[0]?.body ?? [];
    const second = first?.kind === 'if' ? first.otherwise[0] : undefined;
    expect(chain.slice(second?.range.start, second?.range.end)).toBe('elif c: d()\nelse: e()');
  });

  it('pieces of a string stand where they are written', () => {
    const source = 'x = f"v1={mac}" "tail"\n';
    const [assign] = parse(source).functions[0]?.body ?? [];
    const value = assign?.kind === 'assign' && assign.value?.kind === 'text' ? assign.value : undefined;
    expect(value?.parts.map((part) => source.slice(part.range.start, part.range.end))).toEqual(['v1=', 'mac', 'tail']);
  });
});

describe('names', () => {
  it('a function reads the module, a method does not see its class body', () => {
    const module = parse('limit = 1\nclass A:\n    limit = 2\n    def m(self):\n        return limit\n    other = limit\n');
    expect(boundIn(module)?.owner).toBe(0);
    expect(boundIn(module)?.value).toMatchObject({ kind: 'literal', value: 1 });
  });

  it('an assignment anywhere in a function makes the name its own', () => {
    const module = parse('n = 1\ndef f():\n    if a:\n        n = 2\n    return n\n');
    expect(boundIn(module)).toMatchObject({ owner: 1, writes: 1 });
  });

  it('global and nonlocal write to the outer name', () => {
    const module = parse('n = 1\ndef f():\n    global n\n    n = 2\n    return n\n');
    expect(boundIn(module)).toMatchObject({ owner: 0, writes: 2, value: null });
    const nested = parse('def f():\n    n = 1\n    def g():\n        nonlocal n\n        n = 2\n    return n\n');
    expect(boundIn(nested)).toMatchObject({ owner: 1, writes: 2 });
  });

  it('a comprehension keeps its target, a loop, with and except do not', () => {
    const module = parse('def f():\n    [x for x in y]\n    return x\n');
    expect(boundIn(module)).toBeUndefined();
    for (const body of [
      'for x in y: pass',
      'with y as x: pass',
      'try: pass\n    except E as x: pass',
      'if (x := y): pass',
      'import x',
      'def x(): pass',
      'if y:\n        def x(): pass',
      'match y:\n        case x: pass',
    ]) {
      expect(boundIn(parse(`def f():\n    ${body}\n    return x\n`)), body).toMatchObject({ name: 'x', owner: 1 });
    }
  });

  it('importing the same module twice gives one value', () => {
    const module = parse('import os\nimport os.path\nos\n');
    expect(module.bindings).toMatchObject([{ name: 'os', writes: 1, value: { kind: 'module', module: 'os' } }]);
    const other = parse('try:\n    import ujson as json\nexcept ImportError:\n    import json\n');
    expect(other.bindings).toMatchObject([{ name: 'json', writes: 2, value: null }]);
  });

  it('a fallback definition in except is known behind the try', () => {
    const module = parse('try:\n    from fast import check\nexcept ImportError:\n    def check(a): return False\nuse = check\n');
    expect(module.bindings.filter((binding) => binding.name === 'check')).toHaveLength(1);
  });

  it('what is taken out of a tuple is a part of it', () => {
    const module = parse('a, (b, c) = f()\n');
    expect(module.bindings.map((binding) => [binding.name, binding.value?.kind])).toEqual([
      ['a', 'index'],
      ['b', 'index'],
      ['c', 'index'],
    ]);
  });

  it('names of nobody stay unbound', () => {
    expect(boundIn(parse('def f():\n    return print\n'))).toBeUndefined();
  });
});

describe('comments', () => {
  it('are kept when they mention the product, wherever they stand', () => {
    const text = '# webhookproof-ignore-file\nx = 1  # plain\ndef f():\n    # webhookproof: inside\n    return "# webhookproof in a string"\n';
    const { comments } = parse(text);
    expect(comments.map((comment) => comment.text)).toEqual(['# webhookproof-ignore-file', '# webhookproof: inside']);
    for (const { text: comment, range } of comments) expect(text.slice(range.start, range.end)).toBe(comment);
  });
});

describe('versions', () => {
  const text = 'import os\n\ndef a():\n    return 1\n\n\ndef b():\n    return os\n';

  it('an edit moves what stands behind it', () => {
    const first = python.parse('a.py', text);
    expect(first.module.functions).toHaveLength(3);
    const edited = text.replace('return 1', 'return 1 + 1');
    const second = first.update(edited, [{ start: text.indexOf('1'), end: text.indexOf('1') + 1, text: '1 + 1' }]);
    expect(second.text).toBe(edited);
    expect(second.module).toEqual(parse(edited));
    const name = second.module.functions[2]?.nameRange;
    expect(edited.slice(name?.start, name?.end)).toBe('b');
  });

  it('the module stays readable after the file was given back', () => {
    const file = python.parse('a.py', text);
    const { module } = file;
    file.dispose();
    expect(file.module).toBe(module);
    expect(file.update(text, []).module).toEqual(module);
  });

  it('two files with the same statements do not share them', () => {
    const one = python.parse('a.py', text).module;
    const two = python.parse('b.py', text).module;
    expect(two).toEqual(one);
    expect(two.functions[1]).not.toBe(one.functions[1]);
  });
});

/** What the name in the last `return` of the module is bound to. */
function boundIn(module: Module): Binding | undefined {
  for (const fn of [...module.functions].reverse()) {
    const last = fn.body.at(-1);
    if (last?.kind === 'return' && last.value?.kind === 'name') return last.value.binding === null ? undefined : module.bindings[last.value.binding];
  }
  throw new Error('no return of a name');
}
