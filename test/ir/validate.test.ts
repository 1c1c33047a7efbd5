import { describe, expect, it } from 'vitest';
import type { ClassNode, Expr, Module, Statement } from '../../server/src/ir/model.js';
import { validateModule } from '../../server/src/ir/validate.js';
import { evaluate, functionOf, literal, moduleOf, name, range } from './made.js';

const far = { start: 0, end: 9 };
const define: Statement = { kind: 'define', name: 'f', functionId: 1, binding: 0, range };
const binding = { id: 0, name: 'f', kind: 'function', owner: 0, writes: 1, value: null, functionId: 1, classId: null } as const;
const aClass: ClassNode = { id: 0, name: 'C', bases: [], decorators: [], methods: [], fields: [], owner: 0, range, nameRange: range };
const classValue: Expr = { kind: 'class', classId: 0, range };

const sound = moduleOf([define, evaluate(classValue)], {
  functions: [functionOf(0, [define, evaluate(classValue)]), functionOf(1, [evaluate(name('x'))])],
  classes: [aClass],
  bindings: [{ ...binding }],
});

describe('a sound module', () => {
  it('has no problems', () => {
    expect(validateModule(sound, 1)).toEqual([]);
    expect(validateModule(moduleOf([]), 1)).toEqual([]);
  });
});

describe('what is wrong is said:', () => {
  const wrong: Record<string, [Module, string]> = {
    'an id that is not its place': [{ ...sound, functions: [sound.functions[0], functionOf(2, [])] as Module['functions'] }, 'function 1 calls itself 2'],
    'a class id that is not its place': [{ ...sound, classes: [{ ...aClass, id: 1 }] }, 'class 0 calls itself 1'],
    'a binding id that is not its place': [{ ...sound, bindings: [{ ...binding, id: 3 }] }, 'binding 0 calls itself 3'],
    'a second module body': [
      { ...sound, functions: [sound.functions[0], functionOf(1, [], { form: 'module' })] as Module['functions'] },
      'function 1 is a module',
    ],
    'a function that owns itself': [
      { ...sound, functions: [sound.functions[0], functionOf(1, [], { owner: 1 })] as Module['functions'] },
      'is in no function of the module',
    ],
    'a function that stands nowhere': [moduleOf([], { functions: [functionOf(0, []), functionOf(1, [])] }), 'function 1 stands in 0 places'],
    'a function that stands twice': [
      { ...sound, exports: [{ name: 'f', value: { kind: 'function', functionId: 1, range } }] },
      'function 1 stands in 2 places',
    ],
    'a function that there is not': [moduleOf([evaluate({ kind: 'function', functionId: 7, range })]), 'there is no function 7'],
    'a class that there is not': [moduleOf([evaluate({ kind: 'class', classId: 7, range })]), 'there is no class 7'],
    'a class that stands nowhere': [moduleOf([], { classes: [aClass] }), 'class C stands in 0 places'],
    'a method of another class': [{ ...sound, classes: [{ ...aClass, methods: [1] }] }, 'function 1 does not know that it is a method of class 0'],
    'a name bound to nothing': [moduleOf([evaluate({ ...name('x'), binding: 5 })]), 'x means binding 5'],
    'a name bound to another': [{ ...sound, exports: [{ name: 'x', value: { ...name('x'), binding: 0 } }] }, 'x means the binding of f'],
    'a declaration without a binding': [
      moduleOf([{ kind: 'assign', target: { kind: 'bind', name: 'x', declares: 'block', binding: null, range }, value: null, augmented: false, range }]),
      'x is declared but has no binding',
    ],
    'a binding of no function': [{ ...sound, bindings: [{ ...binding, functionId: 8 }] }, 'binding f means no function'],
    'a range beyond the text': [moduleOf([{ ...evaluate(name('x')), range: far }]), 'evaluate lies at 0-9 of 1'],
    'a range from end to start': [moduleOf([evaluate({ ...name('x'), range: { start: 1, end: 0 } })]), 'name lies at 1-0'],
    'a part outside of its whole': [
      moduleOf([{ kind: 'return', value: { kind: 'await', operand: literal(1), range: { start: 1, end: 1 } }, range }]),
      'literal at 0-1 is outside of 1-1',
    ],
    'an unknown expression': [moduleOf([evaluate({ kind: 'maybe', range } as unknown as Expr)]), "there is no expression 'maybe'"],
    'an unknown statement': [moduleOf([{ kind: 'perhaps', range } as unknown as Statement]), "there is no statement 'perhaps'"],
    'a number that JSON has not': [moduleOf([evaluate(literal(Number.NaN))]), 'is NaN'],
    'a property that JSON drops': [moduleOf([{ ...evaluate(name('x')), extra: undefined } as unknown as Statement]), 'holds undefined'],
    'a comment that is not its range': [moduleOf([], { comments: [{ text: '// x', range }] }), 'is not as long as its range'],
    'an unreadable region beyond the text': [moduleOf([], { unreadable: [far] }), 'an unreadable region lies at 0-9'],
  };

  it.each(Object.entries(wrong))('%s', (_, [module, problem]) => {
    expect(validateModule(module, 1).join('\n')).toContain(problem);
  });
});
