import { describe, expect, it } from 'vitest';
import { dumpModule } from '../../server/src/ir/dump.js';
import type { Expr, Pattern, Statement } from '../../server/src/ir/model.js';
import { literal, moduleOf, name, range } from './made.js';

const a = name('a');
const bind: Pattern = { kind: 'bind', name: 'x', declares: null, binding: null, range };

describe('the dump', () => {
  it('has every kind of statement', () => {
    const statements: Statement[] = [
      { kind: 'evaluate', expr: a, range },
      { kind: 'assign', target: bind, value: a, augmented: false, range },
      { kind: 'assign', target: bind, value: a, augmented: true, range },
      { kind: 'assign', target: { ...bind, declares: 'block' }, value: null, augmented: false, range },
      { kind: 'if', test: a, then: [{ kind: 'break', label: null, range }], otherwise: [{ kind: 'continue', label: 'l', range }], range },
      { kind: 'loop', init: [], test: null, testAfter: false, update: [], body: [], otherwise: [{ kind: 'break', label: null, range }], label: 'l', range },
      {
        kind: 'for-each',
        target: bind,
        source: a,
        over: 'keys',
        isAwait: true,
        body: [],
        otherwise: [{ kind: 'break', label: null, range }],
        label: null,
        range,
      },
      { kind: 'switch', subject: a, cases: [{ tests: [a, literal(1)], isDefault: false, guard: a, body: [], range }], fallsThrough: false, label: null, range },
      {
        kind: 'try',
        body: [],
        handlers: [{ types: [a], target: bind, body: [], range }],
        otherwise: [{ kind: 'raise', value: null, range }],
        finally: [{ kind: 'raise', value: a, range }],
        range,
      },
      {
        kind: 'with',
        items: [
          { expr: a, target: bind },
          { expr: a, target: null },
        ],
        isAsync: true,
        body: [],
        range,
      },
      { kind: 'return', value: a, range },
      { kind: 'block', body: [], label: 'l', range },
      { kind: 'define', name: 'f', functionId: 1, binding: 2, range },
      { kind: 'define-class', name: 'C', classId: 3, binding: null, range },
      { kind: 'assert', test: a, message: literal('no'), range },
      { kind: 'opaque', syntax: 'odd', parts: [a], range },
    ];
    expect(`\n${dumpModule(moduleOf(statements))}`).toMatchInlineSnapshot(`
      "
      module made
      function#0 module
        do a
        assign x = a
        augment x = a
        assign let x
        if a
          break
        else
          continue 'l'
        loop 'l'
        body
        else
          break
        for await x in keys of a
        else
          break
        switch a
          case a or 1 if a
        try
        catch a as x
        else
          raise
        finally
          raise a
        with async a as x, a
        return a
        block 'l'
        define f@2 function#1
        define C class#3
        assert a, "no"
        opaque<odd: a>
      "
    `);
  });

  it('has every kind of expression', () => {
    const exprs: Expr[] = [
      literal('a"b'),
      literal(null),
      { ...literal('x'), bytes: true },
      { ...literal('/x/'), pattern: true },
      { kind: 'name', name: 'b', binding: 4, range },
      { kind: 'this', range },
      { kind: 'member', object: a, property: 'b', optional: true, propertyRange: range, range },
      { kind: 'index', object: a, index: literal(0), optional: false, range },
      {
        kind: 'call',
        callee: a,
        args: [
          { name: 'k', spread: null, value: a },
          { name: null, spread: 'list', value: a },
          { name: null, spread: 'record', value: a },
        ],
        isNew: false,
        optional: true,
        range,
      },
      { kind: 'binary', op: 'not in', left: a, right: a, range },
      { kind: 'logical', op: 'nullish', left: a, right: a, range },
      { kind: 'unary', op: 'typeof', operand: a, range },
      { kind: 'conditional', test: a, then: a, otherwise: a, range },
      { kind: 'text', parts: [literal('a'), a], range },
      {
        kind: 'record',
        entries: [
          { key: 'k', computed: null, value: a },
          { key: 'k-l', computed: null, value: a },
          { key: null, computed: a, value: a },
          { key: null, computed: null, value: a },
        ],
        range,
      },
      { kind: 'list', items: [a, { kind: 'spread', operand: a, range }], range },
      { kind: 'function', functionId: 1, range },
      { kind: 'class', classId: 2, range },
      { kind: 'await', operand: a, range },
      { kind: 'assign', target: bind, value: a, range },
      { kind: 'each', target: bind, source: a, conditions: [a, a], value: a, range },
      { kind: 'module', module: '.m', imported: 'x', typeOnly: true, range },
      { kind: 'opaque', syntax: 'odd', parts: [], range },
    ];
    expect(`\n${dumpModule(moduleOf(exprs.map((expr) => ({ kind: 'evaluate', expr, range }))))}`).toMatchInlineSnapshot(`
      "
      module made
      function#0 module
        do "a\\"b"
        do null
        do bytes "x"
        do pattern "/x/"
        do b@4
        do this
        do a?.b
        do a[0]
        do a?.(k=a, ...a, **a)
        do (a not in a)
        do (a nullish a)
        do (typeof a)
        do (a ? a : a)
        do text<"a", a>
        do {k: a, "k-l": a, [a]: a, ...a}
        do [a, ...a]
        do function#1
        do class#2
        do (await a)
        do (x := a)
        do each<a for x of a if a if a>
        do module<type ".m" x>
        do opaque<odd>
      "
    `);
  });

  it('has every kind of pattern', () => {
    const patterns: Pattern[] = [
      { ...bind, declares: 'function' },
      { kind: 'place', expr: { kind: 'index', object: a, index: a, optional: false, range }, range },
      {
        kind: 'fields',
        fields: [
          { key: 'k', target: bind, fallback: a },
          { key: null, target: bind, fallback: null },
        ],
        rest: bind,
        range,
      },
      { kind: 'items', items: [bind, null], rest: bind, range },
    ];
    expect(`\n${dumpModule(moduleOf(patterns.map((target) => ({ kind: 'assign', target, value: a, augmented: false, range }))))}`).toMatchInlineSnapshot(`
      "
      module made
      function#0 module
        assign var x = a
        assign a[a] = a
        assign {k: x = a, [?]: x, ...x} = a
        assign [x, _, ...x] = a
      "
    `);
  });

  it('says line and column when it is given the text', () => {
    const module = moduleOf([{ kind: 'evaluate', expr: { ...a, range: { start: 6, end: 7 } }, range: { start: 6, end: 7 } }]);
    expect(dumpModule(module, 'one\n  a\n')).toContain('do a  ; 2:3\n');
    expect(dumpModule(module)).toContain('do a\n');
  });
});
