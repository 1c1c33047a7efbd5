import { describe, expect, it } from 'vitest';
import { dumped } from './lowered.js';

describe('classes', () => {
  it('methods, accessors, constructor, statics', () => {
    const text = `class A extends B.C { constructor() { super(); } m() {} static async n() {} get o() { return 1; } set o(v) {} #p() {} *[Symbol.iterator]() {} 'q r'() {} }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define A@0 class#0
      function#1 constructor constructor in function#0 of class#0
        do super()
      function#2 method m in function#0 of class#0
      function#3 static async method n in function#0 of class#0
      function#4 getter o in function#0 of class#0
        return 1
      function#5 setter o in function#0 of class#0
        takes var v@7
      function#6 method #p in function#0 of class#0
      function#7 method generator in function#0 of class#0
      function#8 method q r in function#0 of class#0
      class#0 A extends B.C in function#0
        method function#1
        method function#2
        method function#3
        method function#4
        method function#5
        method function#6
        method function#7
        method function#8"
    `);
  });

  it('fields', () => {
    const text = `class A { a; b = 1; static c: string = 'd'; readonly e?: Stripe; #f = 2; declare g: string; [h] = 3; 'i-j' = 4; accessor k = 5; handle = async () => this.a; table = { post: () => this.b, plain: function () { return this; } } }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define A@0 class#0
      function#1 async arrow handle in function#0 of class#0 with an expression body
        return this.a
      function#2 arrow post in function#0 of class#0 with an expression body
        return this.b
      function#3 function plain in function#0
        return this
      class#0 A in function#0
        field a
        field b = 1
        static field c: string = "d"
        field e: Stripe
        field #f = 2
        field [h] = 3
        field i-j = 4
        field k = 5
        field handle = function#1
        field table = {post: function#2, plain: function#3}"
    `);
  });

  it('parameter properties are fields and assignments', () => {
    const text = `class A { constructor(private readonly stripe: Stripe, public a = 1, protected b, plain: string, @Inject('x') private c: Db) { this.d = stripe; } }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define A@0 class#0
      function#1 constructor constructor in function#0 of class#0
        takes var stripe@2: Stripe
        takes var a@3 = 1
        takes var b@4
        takes var plain@5: string
        takes @ Inject("x") var c@6: Db
        assign this.stripe = stripe@2
        assign this.a = a@3
        assign this.b = b@4
        assign this.c = c@6
        assign this.d = stripe@2
      class#0 A in function#0
        field stripe: Stripe
        field a
        field b
        field c: Db
        method function#1"
    `);
  });

  it('decorators of everything', () => {
    const text = `@Controller('hooks') class A { @Inject() db: Db; @Post(':id') @UseGuards(G) handle(@Body() body: Event, @Headers('sig') signature: string) {} }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define A@0 class#0
      function#1 method handle in function#0 of class#0
        @ Post(":id")
        @ UseGuards(G)
        takes @ Body() var body@2: Event
        takes @ Headers("sig") var signature@3: string
      class#0 A in function#0
        @ Controller("hooks")
        @ Inject() field db: Db
        method function#1"
    `);
  });

  it('static blocks', () => {
    const text = `class A { static { this.b = 1; } }`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define A@0 class#0
      function#1 static class-body in function#0 of class#0
        assign this.b = 1
      class#0 A in function#0
        method function#1"
    `);
  });

  it('class expressions and mixins', () => {
    const text = `const A = class extends mix(B, C) {}; use(class Named {});`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        assign let A@0 = class#0
        do use(class#1)
      class#0 A extends mix(B, C) in function#0
      class#1 Named in function#0"
    `);
  });

  it('implements is no base', () => {
    const text = `class A implements B {}`;
    expect(dumped(text)).toMatchInlineSnapshot(`
      "
      function#0 module
        define A@0 class#0
      class#0 A in function#0"
    `);
  });
});
