import { describe, expect, it } from 'vitest';
import { dumped } from './lowered.js';

describe('expressions', () => {
  it('names, literals and nothing', () => {
    const text = `use(a, 'b', 1.5, 0x10, 12n, true, null, undefined, void 0, /x+/i, this);`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use(a, "b", 1.5, 16, 12, true, null, null, null, pattern "/x+/i", this)"
    `);
  });

  it('a number that JSON cannot hold is unknown', () => {
    const text = `use(1e999, Infinity, -1);`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use(opaque<number>, Infinity, (- 1))"
    `);
  });

  it('members and indexes, optional or not', () => {
    const text = `use(a.b.c, a?.b, a['b'], a?.[0], a.#p, a?.b?.(1));`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use(a.b.c, a?.b, a["b"], a?.[0], a.#p, a?.b?.(1))"
    `);
  });

  it('calls, constructions and spread arguments', () => {
    const text = `f(...a, b); new Map; new Stripe(key, { a: 1 });`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do f(...a, b)
        do new Map()
        do new Stripe(key, {a: 1})"
    `);
  });

  it('parentheses, assertions and type arguments vanish', () => {
    const text = `use((a), b as string, <any>c, d!, e satisfies F, g<H>, k<T>(l));`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use(a, b, c, d, e, g, k(l))"
    `);
  });

  it('equality is one thing, strict or not', () => {
    const text = `use(a == b, a === b, a != b, a !== b);`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use((a == b), (a == b), (a != b), (a != b))"
    `);
  });

  it('arithmetic, bits, relations', () => {
    const text = `use(a + b - c * d / e % f ** g, a & b | c ^ d, a << b >> c >>> d, a < b, a >= b, a in b, a instanceof B, #p in q);`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use(((a + b) - (((c * d) / e) % (f ** g))), ((a & b) | (c ^ d)), (((a << b) >> c) >> d), (a < b), (a >= b), (a in b), (a instanceof B), ("#p" in q))"
    `);
  });

  it('logic', () => {
    const text = `use(a && b || c, a ?? b, !a);`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use(((a and b) or c), (a nullish b), (not a))"
    `);
  });

  it('signs and words in front', () => {
    const text = `use(-a, +a, ~a, typeof a, delete a.b, void a());`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use((- a), (+ a), (~ a), (typeof a), (delete a.b), (void a()))"
    `);
  });

  it('a conditional', () => {
    const text = `use(a ? b : c ? d : e);`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use((a ? b : (c ? d : e)))"
    `);
  });

  it('templates and tags', () => {
    const text = `use(\`a\`, \`a\${b}c\${d}\`, sql\`select \${x} from \${y}\`, tag\`plain\`);`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use("a", text<"a", b, "c", d>, sql("select ", x, " from ", y), tag("plain"))"
    `);
  });

  it('records', () => {
    const text = `use({ a, b: 1, 'c-d': 2, 3: 4, [k]: 5, ['l']: 6, ...rest, m() {}, async *n() {}, get o() { return 1; }, set o(v) {} });`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use({a: a, b: 1, "c-d": 2, 3: 4, [k]: 5, l: 6, ...rest, m: function#1, n: function#2, o: opaque<getter: function#3>, o: opaque<setter: function#4>})
      function#1 method m in function#0
      function#2 async method generator n in function#0
      function#3 getter o in function#0
        return 1
      function#4 setter o in function#0
        takes var v@0"
    `);
  });

  it('lists', () => {
    const text = `use([a, , ...b]);`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use([a, null, ...b])"
    `);
  });

  it('assignments as values', () => {
    const text = `use(a = b = c, (d.e = 1), ({ f, g: h.i = 2, ...j } = k), ([l, , ...m] = n));`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use((a := (b := c)), (d.e := 1), ({f: f, g: h.i = 2, ...j} := k), ([l, _, ...m] := n))"
    `);
  });

  it('compound assignments as values read what they change', () => {
    const text = `use(a += 1, a ||= b, c.d++, --e[f]);`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use((a := (a + 1)), (a := (a or b)), (c.d := (c.d + 1)), (e[f] := (e[f] - 1)))"
    `);
  });

  it('a target with a call in it is read once', () => {
    const text = `use(f()[0] += 1, g(() => 1).x ??= 2);`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use((f()[0] := (opaque<target> + 1)), (g(function#1).x := (opaque<target> nullish 2)))
      function#1 arrow in function#0 with an expression body
        return 1"
    `);
  });

  it('await, and yield as an unknown with its part', () => {
    const text = `async function* f() { await a; yield b; yield* c; const d = yield; }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define f@0 function#1
      function#1 async function generator f in function#0
        do (await a)
        do opaque<yield: b>
        do opaque<yield: c>
        assign let d@1 = opaque<yield>"
    `);
  });

  it('the last of a comma stands for it when the others do nothing', () => {
    const text = `(0, lib.verify)(x); use((log(), y));`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do lib.verify(x)
        do use(opaque<comma: log(), y>)"
    `);
  });

  it('import.meta and new.target', () => {
    const text = `use(import.meta.env.SECRET); function F() { return new.target; }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use(import.meta.env.SECRET)
        define F@0 function#1
      function#1 function F in function#0
        return new.target"
    `);
  });

  it('functions as values take the name of their place', () => {
    const text = `const a = () => 1, b = function () {}, c = { d: async () => {}, 'e f': x => x }, g = class {}; h.i = () => {}; let { j = () => 1 } = k;`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        assign let a@0 = function#1
        assign let b@1 = function#2
        assign let c@2 = {d: function#3, "e f": function#4}
        assign let g@3 = class#0
        assign h.i = function#5
        assign {j: let j@4 = function#6} = k
      function#1 arrow a in function#0 with an expression body
        return 1
      function#2 function b in function#0
      function#3 async arrow d in function#0
      function#4 arrow e f in function#0 with an expression body
        takes var x@5
        return x@5
      function#5 arrow i in function#0
      function#6 arrow j in function#0 with an expression body
        return 1
      class#0 g in function#0"
    `);
  });

  it('markup is unknown, what it shows is not', () => {
    const text = `const page = <Page title="a" onSend={() => send(b)} {...rest}>text {c} <ul>{d.map(e => <li key={e}>{e}</li>)}</ul><></></Page>;`;
    expect(dumped(text, 'page.jsx')).toMatchInlineSnapshot(`
      "
      function#0 module
        assign let page@0 = opaque<jsx: function#1, rest, c, d.map(function#2)>
      function#1 arrow in function#0 with an expression body
        return send(b)
      function#2 arrow in function#0 with an expression body
        takes var e@1
        return opaque<jsx: e@1, e@1>"
    `);
  });

  it('super is a name', () => {
    const text = `class A extends B { constructor() { super(a); super.b(); } }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define A@0 class#0
      function#1 constructor constructor in function#0 of class#0
        do super(a)
        do super.b()
      class#0 A extends B in function#0
        method function#1"
    `);
  });
});
