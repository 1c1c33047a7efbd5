import { describe, expect, it } from 'vitest';
import { loadPythonFrontEnd } from '../../../server/src/languages/python/front-end.js';
import { sketch } from './sketch.js';

const python = await loadPythonFrontEnd();

/** Source on the left, what it comes to on the right. */
function lowers(cases: readonly (readonly [source: string, expected: string])[]): void {
  for (const [source, expected] of cases) {
    it(source.replaceAll('\n', ' | '), () => {
      const { module } = python.parse('a.py', `${source}\n`);
      expect(sketch(module)).toBe(expected);
      expect(module.unreadable).toEqual([]);
    });
  }
}

describe('imports', () => {
  lowers([
    ['import hmac', 'hmac = module(hmac)'],
    ['import os.path', 'module(os.path)\nos = module(os)'],
    ['import os\nimport os.path', 'os = module(os)\nmodule(os.path)\nmodule(os)'],
    ['import a.b as c, d', 'c = module(a.b)\nd = module(d)'],
    ['from hmac import compare_digest as same, new', 'same = module(hmac, compare_digest)\nnew = module(hmac, new)'],
    ['from . import crypto', 'crypto = module(., crypto)'],
    ['from ..lib.hooks import (check,)', 'check = module(..lib.hooks, check)'],
    ['from .rules import *', '?star-import[module(.rules, *)]'],
    ['from __future__ import annotations', 'annotations = module(__future__, annotations)'],
    ['if TYPE_CHECKING:\n  from flask import Request\nimport os', 'if TYPE_CHECKING\n  Request = type module(flask, Request)\nos = module(os)'],
    ['def f():\n  import stripe\n  return stripe', 'function f()\n  stripe = module(stripe)\n  return stripe'],
    ['x = 1\nimport late', 'x = 1\nlate = module(late)'],
  ]);
});

describe('functions', () => {
  lowers([
    ['def f(a, /, b=1, *, c, d=2): pass', 'function f(a, b=1, c, d=2)'],
    ['def f(*args, **kwargs): pass', 'function f(*args, **kwargs)'],
    ['def f(*args: int, **kw: str): pass', 'function f(*args: int, **kw: str)'],
    ['def f(r: flask.Request, n: int = 3) -> str: ...', 'function f(r: flask.Request, n: int=3)'],
    [
      'def f(a: "Request", b: str | None, c: Optional[Body], d: Annotated[Db, Depends(x)], e: list[int]): pass',
      'function f(a: Request, b: str, c: Body, d: Db, e)',
    ],
    ['async def f(): await g()', 'async function f()\n  await g()'],
    ['@app.post("/in")\n@login\ndef f(): return 1', '@app.post("/in")\n@login\nfunction f()\n  return 1'],
    ['def f():\n  x = yield 1\n  yield from g()', 'generator function f()\n  x = ?yield[1]\n  ?yield from[g()]'],
    ['def f():\n  def g(): yield\n  return g', 'function f()\n  generator function g()\n    ?yield[]\n  return g'],
    ['f = lambda a, *b, c=1: a + c', 'f = arrow(a, *b, c=1){return (a + c)}'],
    ['def f():\n  global n\n  n = 1\n  m = 2', 'function f()\n  outer n = 1\n  m = 2'],
    ['def f():\n  n = 0\n  def g():\n    nonlocal n\n    n += 1', 'function f()\n  n = 0\n  function g()\n    outer n := (n + 1)'],
    ['def f():\n  """Says what."""\n  return', 'function f()\n  "Says what."\n  return -'],
    ['def f((a, b), c): pass', 'function f([a, b], c)'],
  ]);
});

describe('classes', () => {
  lowers([
    ['class A(Base, mixins.B, metaclass=M): pass', 'class A(Base, mixins.B)'],
    [
      'class A:\n  limit = 3\n  name: str\n  size: int = 1\n  a = b = None',
      'class A()\n  static limit = 3\n  name: str = -\n  static size: int = 1\n  static a = null\n  static b = null',
    ],
    ['@dataclass(frozen=True)\nclass A:\n  x: int', '@dataclass(frozen=true)\nclass A()\n  x: int = -'],
    [
      'class A:\n  """Doc."""\n  def __init__(self, k): self.k = k\n  @property\n  def key(self): return self.k\n  @key.setter\n  def key(self, v): self.k = v\n  @staticmethod\n  def make(): return A(1)\n  @classmethod\n  async def load(cls): pass',
      'class A()\n  constructor __init__(self, k)\n    self.k = k\n  @property\n  getter key(self)\n    return self.k\n  @key.setter\n  setter key(self, v)\n    self.k = v\n  @staticmethod\n  static method make()\n    return A(1)\n  @classmethod\n  async method load(cls)',
    ],
    ['class A:\n  class Meta:\n    table = "x"', 'class A()\n  static Meta = class#Meta'],
    ['class A:\n  if x:\n    def m(self): pass\n  a, b = 1, 2', 'class A()\n  static class-body ()\n    if x\n      method m(self)\n    [a, b] = [1, 2]'],
    ['class A:\n  def m(self):\n    def inner(): pass', 'class A()\n  method m(self)\n    function inner()'],
  ]);
});

describe('statements', () => {
  lowers([
    ['if a: b()\nelif c: d()\nelse: e()', 'if a\n  b()\nelse\n  if c\n    d()\n  else\n    e()'],
    ['while True:\n  if a: break\n  continue\nelse: b()', 'while true\n  if a\n    break\n  continue\nelse\n  b()'],
    ['for a, (b, *c) in d: pass\nelse: e()', 'for [a, [b, *c]] of values d\nelse\n  e()'],
    ['for x.y in a, b: pass', 'for x.y of values [a, b]'],
    ['async def f():\n  async for a in b: pass\n  async with c as d: pass', 'async function f()\n  await for a of values b\n  async with c as d'],
    [
      'try:\n  a()\nexcept E as e:\n  b()\nexcept (F, g.G):\n  c()\nexcept:\n  raise\nelse:\n  d()\nfinally:\n  h()',
      'try\n  a()\nexcept [E] as e\n  b()\nexcept [F, g.G]\n  c()\nexcept []\n  raise -\nelse\n  d()\nfinally\n  h()',
    ],
    ['try: a()\nexcept* E as group: b()', 'try\n  a()\nexcept [E] as group\n  b()'],
    ['try: a()\nexcept E, F: b()', 'try\n  a()\nexcept [E, F]\n  b()'],
    ['with a as b, c: pass', 'with a as b, c'],
    ['with (open(a) as f, open(b) as (g, h)): pass', 'with open(a) as f, open(b) as [g, h]'],
    ['with (a as b): pass', 'with a as b'],
    ['raise E("x") from cause', 'raise E("x")'],
    ['raise E from wrap(cause)', 'wrap(cause)\nraise E'],
    ['del a, b[0]', '(delete a)\n(delete b[0])'],
    ['assert a, "why"', 'assert a, "why"'],
    ['pass', ''],
    ['...', ''],
    ['a; b; c', 'a\nb\nc'],
    ['if __name__ == "__main__": run()', 'if (__name__ == "__main__")\n  run()'],
    ['type Row = dict', 'Row = ?type_alias_statement[]'],
    ['match = 1\ntype = match', 'match = 1\ntype = match'],
  ]);
});

describe('Python 2', () => {
  lowers([
    ['print "a", b', 'print("a", b)'],
    ['print >>f, a', 'print(file=f, a)'],
    ['exec code', 'exec(code)'],
    ['try: a()\nexcept Failure, error: b()', 'try\n  a()\nexcept [Failure] as error\n  b()'],
    ['x = 0755 + 10L', 'x = (493 + 10)'],
    ['a <> b', '(a != b)'],
  ]);
});

describe('assignments', () => {
  lowers([
    ['a = b = f()', 'a = f()\nb = a'],
    ['self.a = b = f()', 'b = f()\nself.a = b'],
    ['o.a = o.b = f()', 'o.a = (o.b = f())'],
    ['a, b = b, a', '[a, b] = [b, a]'],
    ['a, *b = c', '[a, *b] = c'],
    ['[a, (b, c)] = d', '[a, [b, c]] = d'],
    ['(a) = 1', 'a = 1'],
    ['(a,) = b', '[a] = b'],
    ['a["k"] = 1', 'a["k"] = 1'],
    ['a: int', 'a = -'],
    ['a: int = 1', 'a = 1'],
    ['a += 1', 'a := (a + 1)'],
    ['a.b //= c', 'a.b := (a.b / c)'],
    ['a @= b', 'a := ?matrix-product[a, b]'],
    ['if (n := f()) > 1: pass', 'if ((n = f()) > 1)'],
  ]);
});

describe('expressions', () => {
  lowers([
    ['x = None, True, False, ...', 'x = [null, true, false, ?ellipsis[]]'],
    ['x = 1_000 + 0xff + 0b11 + 0o17 + 1e3 + .5', 'x = (((((1000 + 255) + 3) + 15) + 1000) + 0.5)'],
    ['x = 3j', 'x = ?integer[]'],
    ['a < b <= c != d', '(((a < b) and (b <= c)) and (c != d))'],
    ['a is not None and b is c', '((a != null) and (b == c))'],
    ['a not in b or not c in d', '((a not in b) or (not (c in d)))'],
    ['a if b else c if d else e', '(b ? a : (d ? c : e))'],
    ['f(a, *b, c=d, **e)', 'f(a, *b, c=d, **e)'],
    ['f(x for x in y)', 'f(each(x of y: x))'],
    ['a[1:2], a[::3], a[b, c], a[-1]', '[a[?slice[1, 2]], a[?slice[3]], a[[b, c]], a[(- 1)]]'],
    ['[f(a) for a in b if c if d for e in a]', 'each(a of b if c if d: each(e of a: f(a)))'],
    ['{k: v for k, v in d.items()}', 'each([k, v] of d.items(): {[k]: v})'],
    ['{a async for a in b}', 'each(a of b: a)'],
    ['{"a": 1, b: 2, **c, "d" "e": 3}', '{a: 1, [b]: 2, ...c, de: 3}'],
    ['{1, 2}', '[1, 2]'],
    ['[*a, b]', '[...a, b]'],
    ['x = *a, b', 'x = [...a, b]'],
    ['(a)', 'a'],
    ['()', '[]'],
    ['await_(a)', 'await_(a)'],
    ['~a ** -b', '(~ (a ** (- b)))'],
    ['a @ b', '?matrix-product[a, b]'],
  ]);
  it('await binds tighter than the power', () => {
    expect(sketch(python.parse('a.py', 'async def f(): return await a ** b').module)).toBe('async function f()\n  return (await a ** b)');
  });
});

describe('strings', () => {
  lowers([
    ['"a" \'b\' """c"""', '"abc"'],
    ["b'x\\xff' rb'\\d'", 'b"xÿ\\\\d"'],
    ['r\'\\n\' + R"\\""', '("\\\\n" + "\\\\\\"")'],
    ["'\\n\\t\\'\\\\\\x41\\u00e9\\U0001F600\\101\\q'", '"\\n\\t\'\\\\Aé😀A\\\\q"'],
    ["'a\\\nb'", '"ab"'],
    ['f"plain"', '"plain"'],
    ['f"a{b}c"', 'text("a", b, "c")'],
    ['f"{{a}} {b!r:>{width}} {c=}"', 'text("{a} ", b, width, " ", c)'],
    ['f"{x[\'k\']}" "tail" f\'{y}\'', 'text(x["k"], "tail", y)'],
    ['f"{f\'{a}b\'}"', 'text(text(a, "b"))'],
    ['f\'{"lit"}\'', 'text("lit")'],
    ['rf"\\d{a}"', 'text("\\\\d", a)'],
    ['""', '""'],
    ['""""quoted" """', '"\\"quoted\\" "'],
  ]);
});

describe('match', () => {
  lowers([
    ['match a:\n  case "x" | -1: b()\n  case None: c()\n  case _: d()', 'switch a\n  case "x" | (- 1)\n    b()\n  case null\n    c()\n  default\n    d()'],
    ['match a:\n  case Color.RED: b()\n  case other: c(other)', 'switch a\n  case Color.RED\n    b()\n  default\n    other = a\n    c(other)'],
    ['match a:\n  case x if x > 1: b()\n  case _ if y: c()', 'switch a\n  case ?wildcard[] if (x > 1)\n    x = a\n    b()\n  case ?wildcard[] if y\n    c()'],
    [
      'match e["t"]:\n  case {"type": "paid", "id": i, **rest}: b(i)',
      'switch e["t"]\n  case ?dict_pattern["type", "paid", "id"]\n    i = e["t"]["id"]\n    rest = ?splat_pattern[e["t"]]\n    b(i)',
    ],
    ['match a:\n  case Point(0, y=py) as p: b()', 'switch a\n  case ?class_pattern[0]\n    py = a.y\n    p = a\n    b()'],
    ['match a:\n  case [x, (y, _), *z]: b()', 'switch a\n  case ?list_pattern[]\n    x = a[0]\n    y = a[1][0]\n    z = ?splat_pattern[a]\n    b()'],
    ['match f():\n  case {"k": v}: b(v)', '(subject) = f()\nswitch (subject)\n  case ?dict_pattern["k"]\n    v = (subject)["k"]\n    b(v)'],
    ['match f():\n  case True: b()', 'switch f()\n  case true\n    b()'],
    ['match a, b:\n  case 1, c: d()', 'switch [a, b]\n  case ?tuple_pattern[]\n    c = b\n    d()'],
  ]);
});
