import { describe, expect, it } from 'vitest';
import { dumped } from './lowered.js';

describe('functions', () => {
  it('declarations, async and generators', () => {
    const text = `function a() {} async function b() {} function* c() {} async function* d() {}`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define a@0 function#1
        define b@1 function#2
        define c@2 function#3
        define d@3 function#4
      function#1 function a in function#0
      function#2 async function b in function#0
      function#3 function generator c in function#0
      function#4 async function generator d in function#0"
    `);
  });

  it('arrows with an expression or a body', () => {
    const text = `use(() => a, async b => { await b; }, (c) => ({ d: c }));`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do use(function#1, function#2, function#3)
      function#1 arrow in function#0 with an expression body
        return a
      function#2 async arrow in function#0
        takes var b@0
        do (await b@0)
      function#3 arrow in function#0 with an expression body
        takes var c@1
        return {d: c@1}"
    `);
  });

  it('parameters: patterns, defaults, rest', () => {
    const text = `function f(a, b = 1, { c, d: e = 2, ...g }, [h], ...i) {}`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define f@0 function#1
      function#1 function f in function#0
        takes var a@1
        takes var b@2 = 1
        takes {c: var c@3, d: var e@4 = 2, ...var g@5}
        takes [var h@6]
        takes ...var i@7"
    `);
  });

  it('annotations, where they have one name', () => {
    const text = `function f(this: Window, a: string, b?: Buffer | null, c: RawBodyRequest<Request>, d: express.Request, e: { x: 1 }, g: A | B, h: (undefined | (Readonly<K>)), i: import('stripe').Stripe, j: any) {}`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define f@0 function#1
      function#1 function f in function#0
        takes var a@1: string
        takes var b@2: Buffer
        takes var c@3: RawBodyRequest
        takes var d@4: express.Request
        takes var e@5
        takes var g@6
        takes var h@7: Readonly
        takes var i@8: module<type "stripe" Stripe>
        takes var j@9"
    `);
  });

  it('a function statement in a block', () => {
    const text = `if (a) { function b() {} b(); }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        if a
          define b@0 function#1
          do b@0()
      function#1 function b in function#0"
    `);
  });

  it('owners', () => {
    const text = `function a() { const b = () => { function c() {} }; }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define a@0 function#1
      function#1 function a in function#0
        assign let b@1 = function#2
      function#2 arrow b in function#1
        define c@2 function#3
      function#3 function c in function#2"
    `);
  });
});
