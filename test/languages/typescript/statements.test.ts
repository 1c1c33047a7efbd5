import { describe, expect, it } from 'vitest';
import { dumped } from './lowered.js';

describe('statements', () => {
  it('declarations', () => {
    const text = `var a = 1; let b; const c = 2, d = c;`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        assign var a@0 = 1
        assign let b@1
        assign let c@2 = 2
        assign let d@3 = c@2"
    `);
  });

  it('destructuring, defaults and rest', () => {
    const text = `const { a, b: c, 'd-e': f, [g]: h, i = 1, j: { k } = {}, ...l } = m; const [n, , [o], ...p] = q; let [r = 2, s] = t;`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        assign {a: let a@0, b: let c@1, "d-e": let f@2, [?]: let h@3, i: let i@4 = 1, j: {k: let k@5} = {}, ...let l@6} = m
        assign [let n@7, _, [let o@8], ...let p@9] = q
        assign {0: let r@10 = 2, 1: let s@11} = t"
    `);
  });

  it('assignments', () => {
    const text = `a = 1; b.c = 2; d[e] = 3; [f, g.h] = i; ({ j, k: l = 4 } = m);`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        assign a = 1
        assign b.c = 2
        assign d[e] = 3
        assign [f, g.h] = i
        assign {j: j, k: l = 4} = m"
    `);
  });

  it('augmenting', () => {
    const text = `a += 1; b.c ||= d; e ??= f; g &&= h; i++; --j.k;`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        augment a = (a + 1)
        augment b.c = (b.c or d)
        augment e = (e nullish f)
        augment g = (g and h)
        augment i = (i + 1)
        augment j.k = (j.k - 1)"
    `);
  });

  it('a comma in a statement is several statements', () => {
    const text = `a(), b = 1, c++;`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do a()
        assign b = 1
        augment c = (c + 1)"
    `);
  });

  it('if, else if, else', () => {
    const text = `if (a) b(); else if (c) { d(); } else e();`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        if a
          do b()
        else
          if c
            do d()
          else
            do e()"
    `);
  });

  it('while, do, for', () => {
    const text = `while (a) b(); do { c(); } while (d); for (let i = 0, n = 2; i < n; i++, j--) e(i); for (;;) {} for (x = 1; ; ) f();`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        loop while a
        body
          do b()
        loop first, then while d
        body
          do c()
        loop while (i@0 < n@1)
        init
          assign let i@0 = 0
          assign let n@1 = 2
        update
          augment i@0 = (i@0 + 1)
          augment j = (j - 1)
        body
          do e(i@0)
        loop
        body
        loop
        init
          assign x = 1
        body
          do f()"
    `);
  });

  it('for of, in, await', () => {
    const text = `for (const [a, b] of c) d(a); for (var e in f) g(e); for await (const h of i) {} for (j.k of l) {}`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        for [let a@1, let b@2] in values of c
          do d(a@1)
        for var e@0 in keys of f
          do g(e@0)
        for await let h@3 in values of i
        for j.k in values of l"
    `);
  });

  it('switch falls through', () => {
    const text = `switch (a) { case 'b': case 'c': d(); break; default: { e(); } case f(): }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        switch a falling through
          case "b"
          case "c"
            do d()
            break
          default
            block
              do e()
          case f()"
    `);
  });

  it('try', () => {
    const text = `try { a(); } catch (error) { b(error); } finally { c(); } try { d(); } catch { } try { e(); } catch ({ code }) { f(code); }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        try
          do a()
        catch as let error@0
          do b(error@0)
        finally
          do c()
        try
          do d()
        catch
        try
          do e()
        catch as {code: let code@1}
          do f(code@1)"
    `);
  });

  it('labels', () => {
    const text = `outer: for (;;) { inner: while (a) { break outer; continue inner; } } named: { break named; } one: two: do {} while (b); only: c();`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        loop 'outer'
        body
          loop 'inner' while a
          body
            break 'outer'
            continue 'inner'
        block 'named'
          break 'named'
        block 'one'
          loop 'two' first, then while b
          body
        block 'only'
          do c()"
    `);
  });

  it('throw, return, block', () => {
    const text = `function f() { { return; } return a; throw new Error('b'); }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define f@0 function#1
      function#1 function f in function#0
        block
          return
        return a
        raise new Error("b")"
    `);
  });

  it('using is a declaration', () => {
    const text = `{ using a = open(); await using b = openLater(); }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        block
          assign let a@0 = open()
          assign let b@1 = openLater()"
    `);
  });

  it('with', () => {
    const text = `with (a) { b(); }`;
    expect(dumped(text, 'old.js')).toMatchInlineSnapshot(`
      "
      function#0 module
        with a
          do b()"
    `);
  });

  it('types, overloads and declarations without a body vanish', () => {
    const text = `interface A {} type B = string; declare const c: number; declare function d(): void; function e(a: string): void; function e(a: number): void; function e(a: any) {} declare module 'f' { export const g: 1; } declare enum H { I } declare class J {} abstract class K { abstract l(): void; declare m: string; [key: string]: unknown; }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define e@0 function#1
        define K@1 class#0
      function#1 function e in function#0
        takes var a@2
      class#0 K in function#0"
    `);
  });

  it('an enum is a record', () => {
    const text = `enum Kind { A, B, C = 5, D, E = 'e', F = g(), 'H-I' = 1 << 2 }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        assign let Kind@0 = {A: 0, B: 1, C: 5, D: 6, E: "e", F: g(), "H-I": (1 << 2)}"
    `);
  });

  it('a namespace is a block and a record of what it exports', () => {
    const text = `namespace A.B { export const c = 1; export function d() {} } module E { let f; }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        assign let A@0
        block
          assign let B@1
          block
            assign let c@2 = 1
            define d@3 function#1
            assign B@1 = {c: c@2, d: d@3}
          assign A@0 = {B: B@1}
        block
          assign let f@4
      function#1 function d in function#0"
    `);
  });

  it('directives are kept', () => {
    const text = `'use server';
function f() { 'use strict'; }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        do "use server"
        define f@0 function#1
      function#1 function f in function#0
        do "use strict""
    `);
  });
});
