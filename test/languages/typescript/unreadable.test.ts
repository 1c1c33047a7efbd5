import { describe, expect, it } from 'vitest';
import { covered, dumped, lowered } from './lowered.js';

const unread = (text: string): string[] => lowered(text).unreadable.map((range) => covered(text, range));

describe('half-typed code', () => {
  it('is not there in a sound file', () => {
    expect(unread('function f() { a(); }')).toEqual([]);
  });

  it('spoils the statement it stands in, inside its function', () => {
    const text = 'function f() {\n  a();\n  const b = c(;\n  d();\n}\ne();';
    expect(unread(text)).toEqual(['const b = c(;']);
    expect(dumped(text)).toContain('do a()');
    expect(dumped(text)).toContain('do d()');
    expect(dumped(text)).toContain('do e()');
  });

  it('spoils the whole statement of the function, not a part of it', () => {
    const text = 'app.post("/x", (req) => {\n  if (ok) {\n    a(b.);\n  }\n  c();\n});';
    expect(unread(text)).toEqual(['if (ok) {\n    a(b.);\n  }']);
  });

  it('spoils a method, not the class', () => {
    const text = 'class A {\n  m() { a.; }\n  n() { b(); }\n}';
    expect(unread(text)).toEqual(['a.;']);
  });

  it('spoils the function that a missing brace leaves open', () => {
    const text = 'a();\nfunction f() {\n  if (b) {\n  c();\n}\n';
    expect(unread(text)).toEqual(['function f() {\n  if (b) {\n  c();\n}\n']);
    expect(dumped(text)).toContain('do a()');
  });

  it('spoils the class that a missing brace leaves open', () => {
    const text = 'a();\nclass A {\n  b =\napp.post("/x", c);\nfunction f() {}\nd();';
    expect(unread(text)).toEqual(['class A {\n  b =\napp.post("/x", c);\nfunction f() {}']);
  });

  it('spoils what a string or comment swallows', () => {
    expect(unread("a();\nb('x);\nc();\nd();")).toEqual(["b('x);\nc();"]);
    expect(unread('a();\n/* b();')).toEqual(['a();\n/* b();']);
  });

  it('is one region where errors meet', () => {
    expect(unread('f(a b c d);')).toEqual(['f(a b c d);']);
  });

  it('is the whole of a file in another language', () => {
    const text = 'def f(x):\n    return "a" if x else None\n'.repeat(100);
    expect(unread(text)).toEqual([text]);
  });

  it('leaves types in a JavaScript file alone', () => {
    const text = '// @flow\nfunction f(a: string, b?: number): void {}\n(a: any);\n';
    expect(dumped(text, 'a.js')).toContain('define f@0 function#1');
  });
});
