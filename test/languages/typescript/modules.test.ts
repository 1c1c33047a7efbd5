import { describe, expect, it } from 'vitest';
import { dumped } from './lowered.js';

describe('what comes in and goes out', () => {
  it('imports of every kind come first', () => {
    const text = `a();
import b, { c, d as e, default as f, type G } from 'node:crypto';
import * as h from './h';
import type { I } from 'i';
import './side';
import j from './j.json' with { type: 'json' };`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        assign let b@0 = module<"crypto" default>
        assign let c@1 = module<"crypto" c>
        assign let e@2 = module<"crypto" d>
        assign let f@3 = module<"crypto" default>
        assign let G@4 = module<type "crypto" G>
        assign let h@5 = module<"./h">
        assign let I@6 = module<type "i" I>
        do module<"./side">
        assign let j@7 = module<"./j.json" default>
        do a()"
    `);
  });

  it('a package has one name, however it is reached', () => {
    const names = [
      'npm:stripe@^17',
      'npm:@octokit/webhooks@13/verify',
      'jsr:@std/http@1/server',
      'https://deno.land/std@0.168.0/http/server.ts',
      'https://deno.land/x/hono@v4.3.0/mod.ts',
      'https://esm.sh/stripe@14?target=denonext',
      'https://esm.sh/v135/@supabase/supabase-js@2',
      'https://example.com/own.ts',
      './npm:odd',
    ];
    const text = names.map((name, index) => `import a${index} from '${name}';`).join('\n');
    expect([...dumped(text).matchAll(/module<"([^"]*)"/g)].map((found) => found[1])).toEqual([
      'stripe',
      '@octokit/webhooks/verify',
      '@std/http/server',
      '@std/http/server',
      'hono',
      'stripe',
      '@supabase/supabase-js',
      'https://example.com/own.ts',
      './npm:odd',
    ]);
  });

  it('require', () => {
    const text = `const a = require('a'); const { b, c: d } = require('node:b'); const e = require('c').default; var f = require(\`d\`); const { g = 1, ...h } = require('e'); require('f')(i); const j = require(k);`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        assign let a@1 = module<"a">
        assign let b@2 = module<"b" b>
        assign let d@3 = module<"b" c>
        assign let e@4 = module<"c" default>
        assign var f@0 = module<"d">
        assign {g: let g@5 = 1, ...let h@6} = module<"e">
        do module<"f">(i)
        assign let j@7 = require(k)"
    `);
  });

  it('dynamic import', () => {
    const text = `const a = await import('a'); const { b } = await import('b'); const c = (await import('c')).d; import('e').then(e => e.f()); const g = await import(h);`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        assign let a@0 = module<"a">
        assign let b@1 = module<"b" b>
        assign let c@2 = module<"c" d>
        do module<"e">.then(function#1)
        assign let g@3 = (await import(h))
      function#1 arrow in function#0 with an expression body
        takes var e@4
        return e@4.f()"
    `);
  });

  it('import equals', () => {
    const text = `import a = require('a'); export import b = A.B.C;`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
        export b = b@1
      function#0 module
        assign let a@0 = module<"a">
        assign let b@1 = A.B.C"
    `);
  });

  it('named exports', () => {
    const text = `export const a = 1, { b, c: [d] } = e; export function f() {} export async function* g() {} export class H {} export enum I { J }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
        export a = a@0
        export b = b@1
        export d = d@2
        export f = f@3
        export g = g@4
        export H = H@5
        export I = I@6
      function#0 module
        assign let a@0 = 1
        assign {b: let b@1, c: [let d@2]} = e
        define f@3 function#1
        define g@4 function#2
        define H@5 class#0
        assign let I@6 = {J: 0}
      function#1 function f in function#0
      function#2 async function generator g in function#0
      class#0 H in function#0"
    `);
  });

  it('export lists and re-exports', () => {
    const text = `const a = 1; export { a, a as b, a as default }; export { c, d as e, default as f } from './c'; export * from './g'; export * as h from './i'; export type { J } from './j'; export { type K } from './k';`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
        export a = a@0
        export b = a@0
        export default = a@0
        export c = module<"./c" c>
        export e = module<"./c" d>
        export f = module<"./c" default>
        export * = module<"./g">
        export h = module<"./i">
      function#0 module
        assign let a@0 = 1"
    `);
  });

  it('default exports: a name', () => {
    const text = `export default handler;`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
        export default = handler
      function#0 module"
    `);
  });

  it('default exports: a named function', () => {
    const text = `export default async function handler(req) {}`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
        export default = handler@0
      function#0 module
        define handler@0 function#1
      function#1 async function handler in function#0
        takes var req@1"
    `);
  });

  it('default exports: a function without a name', () => {
    const text = `export default async function (req) {}`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
        export default = function#1
      function#0 module
      function#1 async function in function#0
        takes var req@0"
    `);
  });

  it('default exports: an arrow, wrapped', () => {
    const text = `export default withAuth(async req => {});`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
        export default = withAuth(function#1)
      function#0 module
      function#1 async arrow in function#0
        takes var req@0"
    `);
  });

  it('default exports: a class', () => {
    const text = `export default class {}`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
        export default = class#0
      function#0 module
      class#0 in function#0"
    `);
  });

  it('export equals', () => {
    const text = `export = handler;`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
        export default = handler
      function#0 module"
    `);
  });

  it('module.exports', () => {
    const text = `module.exports = { a, b: () => 1 };`;
    expect(dumped(text, 'old.js')).toMatchInlineSnapshot(`
      "
        export default = {a: a, b: function#1}
      function#0 module
      function#1 arrow b in function#0 with an expression body
        return 1"
    `);
  });

  it('exports of one name each', () => {
    const text = `exports.a = () => 1; module.exports.b = b; exports['c-d'] = 2; exports.e = exports.f = void 0; exports.g = exports.h = make();`;
    expect(dumped(text, 'old.cjs')).toMatchInlineSnapshot(`
      "
        export a = function#1
        export b = b
        export c-d = 2
        export g = make()
        export h = exports.g
      function#0 module
      function#1 arrow a in function#0 with an expression body
        return 1"
    `);
  });

  it('a name that is exported on the way', () => {
    const text = `const app = module.exports = express(); exports = module.exports = make;`;
    expect(dumped(text, 'old.js')).toMatchInlineSnapshot(`
      "
        export default = app@0
        export default = make
      function#0 module
        assign let app@0 = express()"
    `);
  });

  it('exports inside functions and namespaces are none', () => {
    const text = `function f() { exports.a = 1; } namespace B { export const c = 1; }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define f@0 function#1
        assign let B@1
        block
          assign let c@2 = 1
          assign B@1 = {c: c@2}
      function#1 function f in function#0
        assign exports.a = 1"
    `);
  });
});
